"""Verbs on reminders (R397)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from api.access import scope
from api.access.policy import P
from api.customers.customers import queries as customers
from api.customers.reminders import facts, queries, schemas
from api.customers.reminders.model import CustomerReminder
from api.customers.reminders.workflow import KINDS, WORKFLOW
from api.events import log
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.employees import queries as employees
from api.network.settings import limits

BASE = "/api/v1/customer-reminders"


def make(unit: Unit, command: schemas.ReminderCreate) -> dict[str, Any]:
    """Put a reminder on file; it stands at the customer's station.

    :raises Invalid: the customer or the owner is not there for the caller.
    :raises Forbidden: the customer's station is not the caller's to write for.
    """
    customer = customers.known(unit, command.customer_id)
    if customer is None:
        raise Invalid.field("/body/customer_id", "unknown", Words("没有这位客户", "There is no such customer"))
    owner = _owner(unit, command.assignee_id)
    demand_station(unit, customer.station_id)
    row = put(
        unit, customer, command.kind, command.what, command.due_on, owner, station_id=customer.station_id, id=command.id
    )
    return read(unit, row.id)


def demand_station(unit: Unit, station_id: str) -> None:
    """Refuse where the caller may not write contacts and reminders for this station.

    Whoever may write only what is his own writes for any customer that he sees: the row is his.

    :raises Forbidden: naming the permission.
    """
    reach = unit.actor.reach(P.CUSTOMER_CONTACTS_CREATE)
    if not (reach.everywhere or reach.own or station_id in reach.stations):
        raise Forbidden(permission=str(P.CUSTOMER_CONTACTS_CREATE))


def _owner(unit: Unit, id: str | None) -> str | None:
    if id and unit.value(employees.visible_ids(unit).where(employees._employee.c.id == id)) is None:
        raise Invalid.field("/body/assignee_id", "unknown", Words("没有这位员工", "There is no such employee"))
    return id


def put(
    unit: Unit, customer: Row, kind: str, what: str, due_on: date, owner_id: str | None, *, station_id: str,
    id: str | None = None,
) -> Row:  # fmt: skip
    """A new reminder, for rooms beside this one."""
    row = unit.insert(
        CustomerReminder, id=id, created_by_id=unit.actor.employee_id, station_id=station_id, customer_id=customer.id,
        owner_id=owner_id, kind=kind, what=what, due_on=due_on, status="open",
    )  # fmt: skip
    fact = facts.ReminderMade(customer_id=customer.id, kind=kind, what=what, due_on=due_on, owner_id=owner_id)
    return log.append(unit, row, fact)


def for_alert(unit: Unit, customer: Row, relation: Row, why: Words) -> None:
    """He buys later or less than usual: his account person is told to ask and to advise (D31, R393)."""
    if queries.open_alert(unit, customer.id):
        return
    due = unit.today + timedelta(days=limits.get(unit, "customer.alert_days", customer.station_id))
    owner = relation.account_person_id or relation.service_person_id
    put(unit, customer, "alert", why.zh, due, owner, station_id=customer.station_id)


def move(unit: Unit, id: str, command: schemas.Move) -> dict[str, Any]:
    """Another day, perhaps another person.

    :raises Forbidden: visible, but not the caller's to edit.
    :raises Invalid: it is over, or nobody such works here.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.CUSTOMER_CONTACTS_EDIT, row)
    if row.status != "open":
        raise Invalid(Words("提醒已经办结", "The reminder is over"))
    owner = _owner(unit, command.assignee_id) if "assignee_id" in command.model_fields_set else row.owner_id
    log.append(
        unit, row, facts.ReminderMoved(due_on=command.due_on, owner_id=owner), due_on=command.due_on, owner_id=owner
    )
    return read(unit, id)


def done(unit: Unit, id: str, command: schemas.Done) -> dict[str, Any]:
    """It was done."""
    row = queries.one(unit, id)
    finish(unit, row, None)
    return read(unit, id)


def finish(unit: Unit, row: Row, contact_id: str | None) -> None:
    """Done, perhaps in a contact."""
    changes = WORKFLOW.fire(unit, "done", row, BASE)
    log.append(
        unit, row, facts.ReminderDone(contact_id=contact_id), ended_at=unit.now, ended_by_id=unit.actor.employee_id,
        done_in_id=contact_id, **changes,
    )  # fmt: skip


def drop(unit: Unit, id: str, command: schemas.Drop) -> dict[str, Any]:
    """It will not be done, with the reason."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "drop", row, BASE)
    log.append(
        unit, row, facts.ReminderDropped(reason=command.reason), ended_at=unit.now, ended_by_id=unit.actor.employee_id,
        reason=command.reason, **changes,
    )  # fmt: skip
    return read(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One reminder.

    :raises NotFound: none, or none that the caller may see.
    """
    return shown(unit, queries.whole(unit, id))


def listed(unit: Unit, query: schemas.RemindersQuery) -> dict[str, Any]:
    """A page of reminders."""
    answer = queries.page(unit, query)
    answer["items"] = [shown(unit, row) for row in answer["items"]]
    return answer


def shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """A reminder as the contract shows it."""
    kept = ("id", "version", "kind", "what", "due_on", "status", "ended_at")
    return {name: row[name] for name in kept} | {
        "customer": {"id": row["customer_id"], "name": row["name"], "class": row["customer_class"]},
        "station": {"id": row["station_id"], "code": row["code"], "name": row["station_name"]},
        "owner": row["owner_id"] and {"id": row["owner_id"], "name": row["owner_name"]},
        "kind_label": unit.say(KINDS[row["kind"]]),
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "late": row["status"] == "open" and row["due_on"] < unit.today,
        "offered": WORKFLOW.offered(unit, queries.as_row(row), BASE),
    }
