"""Verbs on key-account files (R395)."""

from __future__ import annotations

from typing import Any

from api.access import scope
from api.access.policy import P
from api.customers.customers import queries as customers
from api.customers.key_accounts import facts, queries, schemas
from api.customers.key_accounts.model import KeyAccount
from api.events import log
from api.kit.problems import Duplicate, Forbidden, Invalid
from api.kit.unit import Unit
from api.kit.words import Words


def begin(unit: Unit, command: schemas.KeyAccountCreate) -> dict[str, Any]:
    """Open a file; it belongs to the customer's station.

    :raises Invalid: the customer is not there for the caller.
    :raises Forbidden: the customer's station is not the caller's to write for.
    :raises Duplicate: he has one already.
    """
    customer = customers.known(unit, command.customer_id)
    if customer is None:
        raise Invalid.field("/body/customer_id", "unknown", Words("没有这位客户", "There is no such customer"))
    reach = unit.actor.reach(P.KEY_ACCOUNTS_CREATE)
    if not reach.everywhere and customer.station_id not in reach.stations:
        raise Forbidden(permission=str(P.KEY_ACCOUNTS_CREATE))
    if queries.active(unit, customer.id):
        raise Duplicate(Words("这位客户已有大客户档案", "This customer has a key-account file already"))
    row = unit.insert(
        KeyAccount, **command.model_dump(), created_by_id=unit.actor.employee_id, station_id=customer.station_id,
        status="active",
    )  # fmt: skip
    log.append(unit, row, facts.KeyAccountOpened(customer_id=customer.id, since=command.since))
    return read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.KeyAccountChange) -> dict[str, Any]:
    """Change what was sent.

    :raises Forbidden: visible, but not the caller's to edit.
    :raises Invalid: the file is ended, or would have no goals.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.KEY_ACCOUNTS_EDIT, row)
    if row.status != "active":
        raise Invalid(Words("档案已结束", "The file is ended"))
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if "goals" in sent and sent["goals"] is None:
        raise Invalid.field("/body/goals", "missing", Words("不能空着", "Must not be empty"))
    if sent:
        log.append(unit, row, facts.KeyAccountChanged(fields=sorted(sent)), **sent)
    return read(unit, id)


def end(unit: Unit, id: str, command: schemas.KeyAccountEnd) -> dict[str, Any]:
    """End a file; nothing is deleted.

    :raises Forbidden: visible, but not the caller's to end.
    :raises Invalid: it is ended already.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.KEY_ACCOUNTS_VOID, row)
    if row.status != "active":
        raise Invalid(Words("档案已结束", "The file is ended"))
    on = unit.today
    fact = facts.KeyAccountEnded(ended_on=on, reason=command.reason)
    log.append(unit, row, fact, status="ended", ended_on=on, reason=command.reason)
    return read(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One file.

    :raises NotFound: none, or none that the caller may see.
    """
    queries.visible(unit, id)
    return shown(queries.whole(unit, id))


def listed(unit: Unit, query: schemas.KeyAccountsQuery) -> dict[str, Any]:
    """A page of files."""
    answer = queries.page(unit, query)
    answer["items"] = [shown(row) for row in answer["items"]]
    return answer


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """A file as the contract shows it."""
    kept = (
        "id", "version", "created_at", "status", "since", "goals", "usage_note", "terms_note", "ended_on", "reason",
        "activity", "alert", "satisfaction", "visits", "last_visit_at", "next_visit_on",
    )  # fmt: skip
    counted = ("revenue_fen", "former_revenue_fen", "devices", "jobs")
    return (
        {name: row[name] for name in kept}
        | {name: row[name] or 0 for name in counted}
        | {
            "customer": {"id": row["customer_id"], "name": row["name"], "class": row["customer_class"]},
            "station": {"id": row["station_id"], "code": row["code"], "name": row["station_name"]},
            "account_person": row["account_person_id"] and {"id": row["account_person_id"], "name": row["person_name"]},
        }
    )
