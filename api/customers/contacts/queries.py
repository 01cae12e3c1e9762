"""Every SELECT on contacts and numbers; a contact is as visible as its customer."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Contact, Customer, Phone
from api.kit.phones import mask, shown
from api.kit.unit import Row, Unit

_contact = Contact.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_phone = Phone.__table__  # type: ignore[attr-defined]
FIRST_PHONE = (
    select(_phone.c.value).where(_phone.c.contact_id == _contact.c.id).order_by(_phone.c.id).limit(1).scalar_subquery()
)
"""The first number of a contact, as a column of a statement that joins contacts; shown masked."""
_FULL = 5
"""More digits than the last four make a whole number."""


def customers_with(number: str) -> Select[Any]:
    """Ids of customers by a number: whole in E.164, or its last four digits."""
    ids = select(_phone.c.customer_id)
    if len(number) >= _FULL:
        return ids.where(_phone.c.value == number)
    ending = number[::-1]  # digits only on both sides, so every collation agrees on the range
    return ids.where(_phone.c.reversed.between(ending, ending + "9" * 20))


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The contact with its customer's `station_id`, if the caller may see the customer.

    :raises NotFound: there is none that he can see.
    """
    seen = scope.visible(unit, P.CUSTOMERS_VIEW, Customer) & _customer.c.merged_into_id.is_(None)
    row = unit.one(
        Contact, _contact.c.id == id, _contact.c.customer_id.in_(select(_customer.c.id).where(seen)), lock=lock
    )
    row.__dict__["station_id"] = unit.value(select(_customer.c.station_id).where(_customer.c.id == row.customer_id))
    return row


def visible(unit: Unit, id: str) -> Row:
    """The contact, if the caller may see it."""
    return one(unit, id)


def customer_of(unit: Unit, row: Row) -> Row:
    """The customer of a visible contact."""
    return unit.one(Customer, _customer.c.id == row.customer_id)


def numbers(unit: Unit, contact_id: str) -> list[dict[str, Any]]:
    """The numbers of one contact in full, for `reveal` and for changes."""
    columns = (_phone.c.id, _phone.c.value, _phone.c.label)
    return unit.rows(select(*columns).where(_phone.c.contact_id == contact_id).order_by(_phone.c.id))


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One contact as `ContactRead`."""
    row = one(unit, id)
    return _shaped([row.__dict__], unit.rows(select(*_phone.c).where(_phone.c.contact_id == id).order_by(_phone.c.id)))[
        0
    ]


def of_customer(unit: Unit, customer_id: str) -> list[dict[str, Any]]:
    """The contacts of a visible customer, the preferred one first."""
    held = unit.rows(select(*_phone.c).where(_phone.c.customer_id == customer_id).order_by(_phone.c.id))
    return _shaped(
        unit.rows(
            select(*_contact.c)
            .where(_contact.c.customer_id == customer_id)
            .order_by(_contact.c.preferred.desc(), _contact.c.id)
        ),
        held,
    )


def _shaped(rows: list[dict[str, Any]], held: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "id": row["id"],
            "version": row["version"],
            "customer_id": row["customer_id"],
            "name": row["name"],
            "title": row["title"],
            "preferred": row["preferred"],
            "phones": [
                {"id": phone["id"], **shown(phone["value"]), "label": phone["label"]}
                for phone in held
                if phone["contact_id"] == row["id"]
            ],
        }
        for row in rows
    ]


def preferred_now(unit: Unit, customer_id: str) -> list[Row]:
    """The contact of this customer who is marked as preferred, held until the end; none or one."""
    marked = select(*_contact.c).where(_contact.c.customer_id == customer_id, _contact.c.preferred)
    return [Row(_contact, row) for row in unit.rows(marked.with_for_update())]


def preferred(unit: Unit, customer_ids: list[str]) -> dict[str, dict[str, Any]]:
    """By customer: the `ContactRef` of the person to speak with first."""
    if not customer_ids:
        return {}
    rows = unit.rows(
        select(_contact.c.id, _contact.c.customer_id, _contact.c.name, _contact.c.title, _phone.c.value)
        .outerjoin(_phone, _phone.c.contact_id == _contact.c.id)
        .where(_contact.c.customer_id.in_(customer_ids))
        .order_by(_contact.c.preferred.desc(), _contact.c.id, _phone.c.id)
    )
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(row["customer_id"], _ref(row))
    return found


def refs(unit: Unit, ids: list[str]) -> dict[str, dict[str, Any]]:
    """`ContactRef` by contact id, for contacts named by visible rows of rooms above."""
    if not ids:
        return {}
    rows = unit.rows(
        select(_contact.c.id, _contact.c.name, _contact.c.title, _phone.c.value)
        .outerjoin(_phone, _phone.c.contact_id == _contact.c.id)
        .where(_contact.c.id.in_(ids))
        .order_by(_phone.c.id)
    )
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(row["id"], _ref(row))
    return found


def _ref(row: dict[str, Any]) -> dict[str, Any]:
    phone = None if row["value"] is None else {"value": None, "masked": mask(row["value"])}
    return {"id": row["id"], "name": row["name"], "title": row["title"], "phone": phone}


def fulfils(unit: Unit, customer_id: str, *clauses: Any) -> bool:
    """Whether the customer fulfils one of the clauses."""
    return (
        bool(clauses)
        and unit.value(select(_customer.c.id).where(_customer.c.id == customer_id, or_(*clauses))) is not None
    )
