"""Verbs on the log of contacts (R397)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from api.access import scope
from api.access.policy import P
from api.customers.contact_log import facts, queries, schemas
from api.customers.contact_log.model import CustomerContact
from api.customers.customers import queries as customers
from api.customers.relations import service as relations
from api.customers.reminders import queries as reminder_queries
from api.customers.reminders import service as reminders
from api.events import log
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.employees import queries as employees
from api.network.settings import limits

NEVER = 9998
_calls: list[Callable[[Unit, str], bool]] = []


def seen_call(sees: Callable[[Unit, str], bool]) -> None:
    """The room of calls tells whether the caller may see a call; called once at its import."""
    _calls[:] = [sees]


def note(unit: Unit, command: schemas.ContactLogged) -> dict[str, Any]:
    """Write a contact down: the next word is due a rhythm later, a reminder is done, a new one made (R397, D30).

    :raises Invalid: somebody named is not there, it lies ahead, or a talk of weight was not rehearsed (R394).
    :raises Forbidden: the customer's station is not the caller's to write for.
    """
    customer = customers.known(unit, command.customer_id)
    if customer is None:
        raise Invalid.field("/body/customer_id", "unknown", Words("没有这位客户", "There is no such customer"))
    reminders.demand_station(unit, customer.station_id)
    customer = customers.one(unit, customer.id)
    at = command.at or unit.now
    _check(unit, command, customer)
    row = unit.insert(
        CustomerContact, id=command.id, station_id=customer.station_id, customer_id=customer.id,
        contact_id=command.contact_id, by_id=unit.actor.employee_id, at=at, way=command.way, purpose=command.purpose,
        result=command.result, rehearsed_with_id=command.rehearsed_with_id, reminder_id=command.reminder_id,
        call_id=command.call_id,
    )  # fmt: skip
    fact = facts.CustomerContacted(
        contact_log_id=row.id, way=command.way, purpose=command.purpose, result=command.result
    )
    row.__dict__.pop("_fresh", None)
    log.append(unit, row, fact, told_of=customer)
    if not command.quiet:
        relations.spoken(unit, customer, command.way, at)
    if command.reminder_id:
        reminder = reminder_queries.open_of(unit, command.reminder_id, customer.id)
        if reminder is None:
            words = Words("没有这条待办的提醒", "There is no such open reminder")
            raise Invalid.field("/body/reminder_id", "unknown", words)
        reminders.finish(unit, reminder, row.id)
    if command.next_on:
        what = command.next_what or unit.say(Words("再次联系", "Speak with the customer again"))
        reminders.put(
            unit, customer, "todo", what, command.next_on, unit.actor.employee_id, station_id=customer.station_id
        )
    return read(unit, row.id)


def _check(unit: Unit, command: schemas.ContactLogged, customer: Row) -> None:
    if command.at and command.at > unit.now + timedelta(minutes=5):
        raise Invalid.field("/body/at", "ahead", Words("还没到这个时间", "That time has not come yet"))
    if command.contact_id and not queries.person_of(unit, command.contact_id, customer.id):
        words = Words("客户没有这位联系人", "The customer has no such contact")
        raise Invalid.field("/body/contact_id", "unknown", words)
    if command.call_id and not all(sees(unit, command.call_id) for sees in _calls):
        raise Invalid.field("/body/call_id", "unknown", Words("没有这通电话", "There is no such call"))
    if command.purpose == "talk" and command.rehearsed_with_id is None:
        words = Words("重要洽谈前要与主管预演（R394）", "A talk of weight is rehearsed with a supervisor before (R394)")
        raise Invalid.field("/body/rehearsed_with_id", "missing", words)
    if command.rehearsed_with_id:
        if command.rehearsed_with_id == unit.actor.employee_id:
            words = Words("预演要与另一个人", "A rehearsal takes another person")
            raise Invalid.field("/body/rehearsed_with_id", "same_person", words)
        if not employees.nameable(unit, command.rehearsed_with_id, customer.station_id):
            words = Words("没有这位员工", "There is no such employee")
            raise Invalid.field("/body/rehearsed_with_id", "unknown", words)


def report_up(unit: Unit, id: str, command: schemas.ReportUp) -> dict[str, Any]:
    """Report a need that this level cannot meet to the station above, as a reminder there (R396).

    :raises Forbidden: visible, but not the caller's to edit.
    :raises Invalid: there is no level above.
    """
    row = queries.visible(unit, id)
    scope.demand(unit, P.CUSTOMER_CONTACTS_EDIT, row)
    above = queries.above(unit, row.station_id)
    if above is None:
        raise Invalid(Words("上面没有更高一级", "There is no level above"))
    customer = queries.customer_of(unit, row)
    due = unit.today + timedelta(days=limits.get(unit, "customer.need_days", row.station_id))
    reminders.put(unit, customer, "need", command.need[:200], due, None, station_id=above)
    log.record(unit, customer, facts.CustomerNeedReported(station_id=above, need=command.need))
    return read(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One contact.

    :raises NotFound: none, or none that the caller may see.
    """
    return shown(unit, queries.whole(unit, id))


def listed(unit: Unit, query: schemas.ContactsQuery) -> dict[str, Any]:
    """A page of contacts."""
    answer = queries.page(unit, query)
    answer["items"] = [shown(unit, row) for row in answer["items"]]
    return answer


def shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """A contact as the contract shows it."""
    kept = ("id", "version", "contact_id", "contact_name", "at", "way", "purpose", "result")
    next_on = row["next_contact_on"]
    return {name: row[name] for name in kept} | {
        "customer": {"id": row["customer_id"], "name": row["name"], "class": row["customer_class"]},
        "station": {"id": row["station_id"], "code": row["code"], "name": row["station_name"]},
        "by": row["by_id"] and {"id": row["by_id"], "name": row["by_name"]},
        "rehearsed_with": row["rehearsed_with_id"] and {"id": row["rehearsed_with_id"], "name": row["rehearser_name"]},
        "way_label": unit.say(facts.WAYS[row["way"]]),
        "purpose_label": unit.say(facts.PURPOSES[row["purpose"]]),
        "next_contact_on": None if next_on is None or next_on.year >= NEVER else next_on,
        "may_report_up": row["parent_id"] is not None and _may_edit(unit, row),
    }


def _may_edit(unit: Unit, row: dict[str, Any]) -> bool:
    reach = unit.actor.reach(P.CUSTOMER_CONTACTS_EDIT)
    mine = reach.own and row["by_id"] is not None and row["by_id"] == unit.actor.employee_id
    return reach.everywhere or row["station_id"] in reach.stations or mine
