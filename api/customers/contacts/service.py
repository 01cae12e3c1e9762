"""Verbs on contacts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, update

from api.access import scope
from api.access.policy import P
from api.access.reveals import count_reveal
from api.customers.contacts import policy, queries, schemas
from api.customers.customers import facts
from api.customers.customers.model import Contact, Phone
from api.customers.finder import entries
from api.events import log
from api.kit.ids import new_id
from api.kit.phones import mask
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.settings import limits

_contact = Contact.__table__  # type: ignore[attr-defined]
_phone = Phone.__table__  # type: ignore[attr-defined]


def add(unit: Unit, customer: Row, command: schemas.ContactNew) -> Row:
    """Insert a contact with its numbers; the first contact of a customer is the preferred one.

    :raises Duplicate: the id brought by the client is taken.
    """
    former = queries.preferred(unit, [customer.id])
    if command.preferred and former:
        _nobody_else_preferred(unit, customer)
    row = unit.insert(
        Contact,
        id=command.id,
        customer_id=customer.id,
        name=command.name,
        title=command.title,
        preferred=command.preferred or not former,
    )
    _insert_numbers(unit, row, [(phone.value, phone.label) for phone in command.phones])
    return row


def change(unit: Unit, id: str, command: schemas.ContactChange) -> dict[str, Any]:
    """Change what was sent.

    :raises Forbidden: the customer is not the caller's to edit.
    :raises Invalid: a number that should stay is not this contact's.
    """
    row = queries.one(unit, id, lock=True)
    customer = queries.customer_of(unit, row)
    scope.demand(unit, P.CUSTOMERS_EDIT, customer)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if not sent:
        return queries.read(unit, id)
    for name in ("name", "preferred", "phones"):
        if name in sent and sent[name] is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    if sent.pop("phones", None) is not None:
        _replace_numbers(unit, row, command.phones or [])
    if sent.get("preferred"):
        _nobody_else_preferred(unit, customer, but=id)
    fact = facts.ContactChanged(fields=sorted(command.model_fields_set), customer_id=customer.id, name=sent.get("name"))
    log.append(unit, log.part(row, of=customer), fact, **sent)
    entries.customer(unit, customer.id)
    return queries.read(unit, id)


def reveal(unit: Unit, id: str, command: schemas.Reveal) -> dict[str, Any]:
    """Show the numbers of one contact, counted and recorded with the reason (T31).

    :raises Forbidden: not his to see, or no longer.
    :raises RevealLimit: more than an hour's share.
    """
    row = queries.one(unit, id)
    customer = queries.customer_of(unit, row)
    policy.demand_reveal(unit, customer)
    limit = limits.get(unit, "reveal.per_hour")
    last = count_reveal(unit, limit)
    numbers = queries.numbers(unit, id)
    log.record(unit, customer, facts.ContactRevealed(contact_id=id, count=len(numbers), reason=command.reason))
    if last:
        log.record(unit, customer, facts.RevealShareUsed(limit=limit))
    return {"phones": [number | {"masked": mask(number["value"])} for number in numbers]}


def _insert_numbers(unit: Unit, contact: Row, numbers: list[tuple[str, str | None]]) -> None:
    unit.insert_many(
        Phone,
        [
            {
                "id": new_id(),
                "customer_id": contact.customer_id,
                "contact_id": contact.id,
                "value": value,
                "reversed": value[::-1],
                "label": label,
            }
            for value, label in dict(numbers).items()
        ],
    )


def _replace_numbers(unit: Unit, contact: Row, wanted: list[schemas.PhoneEdit]) -> None:
    had = {number["id"]: number for number in queries.numbers(unit, contact.id)}
    kept = {phone.id: phone for phone in wanted if phone.id}
    for index, phone in enumerate(wanted):
        if phone.id and phone.id not in had:
            words = Words("这位联系人没有这个号码", "This contact has no such number")
            raise Invalid.field(f"/body/phones/{index}/id", "unknown", words)
    if gone := sorted(had.keys() - kept.keys()):
        unit.conn.execute(delete(_phone).where(_phone.c.id.in_(gone)))
    for id, phone in kept.items():
        if "label" in phone.model_fields_set and phone.label != had[id]["label"]:
            unit.conn.execute(update(_phone).where(_phone.c.id == id).values(label=phone.label))
    values = {had[id]["value"] for id in kept if id}
    new = [(phone.value, phone.label) for phone in wanted if phone.value and phone.value not in values]
    _insert_numbers(unit, contact, new)


def _nobody_else_preferred(unit: Unit, customer: Row, but: str | None = None) -> None:
    """Who was preferred is so no more, which is a change of his own file with a fact and a version of its own."""
    for row in queries.preferred_now(unit, customer.id):
        if row.id != but:
            fact = facts.ContactChanged(fields=["preferred"], customer_id=customer.id)
            log.append(unit, log.part(row, of=customer), fact, preferred=False)
