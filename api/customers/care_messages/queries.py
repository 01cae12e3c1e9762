"""Every SELECT on messages and consents."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.customers.care_messages import schemas
from api.customers.care_messages.model import CareMessage, MessageConsent
from api.customers.contacts import queries as contacts
from api.customers.customers import queries as customers
from api.customers.customers.model import Contact, Customer
from api.kit import listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_message = CareMessage.__table__  # type: ignore[attr-defined]
_consent = MessageConsent.__table__  # type: ignore[attr-defined]
_newer = _consent.alias("newer")
_contact = Contact.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_ORDERS = {"-created_at": Order(_message.c.created_at, _message.c.id, descending=True, of=listing.moment)}
_CONSENT_ORDERS = {"-created_at": Order(_consent.c.created_at, _consent.c.id, descending=True, of=listing.moment)}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of messages that the caller may see."""
    return scope.visible(unit, P.CARE_MESSAGES_VIEW, CareMessage)


def visible(unit: Unit, id: str) -> Row:
    """The message, if the caller may see it."""
    return unit.one(CareMessage, _message.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(CareMessage, _message.c.id == id, seen(unit), lock=True)


def person(unit: Unit, contact_id: str) -> Row | None:
    """The contact, if his customer is visible to the caller."""
    found = unit.first(
        select(*_contact.c)
        .join(_customer, _customer.c.id == _contact.c.customer_id)
        .where(_contact.c.id == contact_id, customers.seen(unit))
    )
    return None if found is None else Row(_contact, found)


def holding(unit: Unit, contact_id: str) -> str | None:
    """The id of the consent that holds for this person now, or None: his newest word counts (D43)."""
    newest = unit.first(
        select(_consent.c.id, _consent.c.given)
        .where(_consent.c.contact_id == contact_id)
        .order_by(_consent.c.created_at.desc(), _consent.c.id.desc())
        .limit(1)
    )
    return newest["id"] if newest and newest["given"] else None


def ready_for(unit: Unit, contact_id: str) -> list[Row]:
    """Messages to this person that wait, held until the end."""
    rows = unit.rows(
        select(*_message.c)
        .where(_message.c.contact_id == contact_id, _message.c.status == "ready")
        .order_by(_message.c.id)
        .with_for_update()
    )
    return [Row(_message, row) for row in rows]


def _last_given() -> Any:
    """Whether the newest word of the message's person is yes."""
    return (
        select(_newer.c.given)
        .where(_newer.c.contact_id == _message.c.contact_id)
        .order_by(_newer.c.created_at.desc(), _newer.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _selected() -> Select[Any]:
    return (
        select(
            *_message.c, _customer.c.name, _customer.c.customer_class, _station.c.code,
            _station.c.name.label("station_name"), _employee.c.name.label("sender_name"),
            _last_given().label("consented"),
        )
        .join(_customer, _customer.c.id == _message.c.customer_id)
        .join(_station, _station.c.id == _message.c.station_id)
        .outerjoin(_employee, _employee.c.id == _message.c.sent_by_id)
    )  # fmt: skip


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """One message with the names it mentions.

    :raises NotFound: none, or none that the caller may see.
    """
    found = unit.first(_selected().where(_message.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return with_contacts(unit, [found])[0]


def page(unit: Unit, query: schemas.MessagesQuery) -> dict[str, Any]:
    """A page of messages, the newest first."""
    statement = _selected().where(seen(unit))
    equal = {
        _message.c.customer_id: query.customer_id, _message.c.station_id: query.station_id,
        _message.c.status: query.status, _message.c.kind: query.kind,
    }  # fmt: skip
    statement = statement.where(*(column == value for column, value in equal.items() if value is not None))
    answer = listing.page(unit, statement, query, _ORDERS, sort=query.sort)
    with_contacts(unit, answer["items"])
    return answer


def with_contacts(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, each with its person."""
    named = contacts.refs(unit, [row["contact_id"] for row in rows]) if rows else {}
    for row in rows:
        row["contact"] = named[row["contact_id"]]
    return rows


def as_row(values: dict[str, Any]) -> Row:
    """A selected row as the workflow takes it."""
    return Row(_message, values)


def consents(unit: Unit, query: schemas.ConsentsQuery) -> dict[str, Any]:
    """What a customer's people said about messages, the newest first, each with whether it is their last word."""
    later = (
        select(_newer.c.id)
        .where(
            _newer.c.contact_id == _consent.c.contact_id,
            (_newer.c.created_at > _consent.c.created_at)
            | ((_newer.c.created_at == _consent.c.created_at) & (_newer.c.id > _consent.c.id)),
        )
        .exists()
    )
    statement = (
        select(*_consent.c, _employee.c.name.label("by_name"), (~later).label("holds"))
        .join(_customer, _customer.c.id == _consent.c.customer_id)
        .outerjoin(_employee, _employee.c.id == _consent.c.by_id)
        .where(customers.seen(unit))
    )
    if query.customer_id:
        statement = statement.where(_consent.c.customer_id == query.customer_id)
    answer = listing.page(unit, statement, query, _CONSENT_ORDERS, sort=query.sort)
    with_contacts(unit, answer["items"])
    return answer


def consent(unit: Unit, id: str) -> dict[str, Any]:
    """One word about messages, just written."""
    found = unit.first(
        select(*_consent.c, _employee.c.name.label("by_name"))
        .outerjoin(_employee, _employee.c.id == _consent.c.by_id)
        .where(_consent.c.id == id)
    )
    assert found
    return with_contacts(unit, [found | {"holds": True}])[0]


def consent_visible(unit: Unit, id: str) -> dict[str, Any]:
    """For repeats: the word, if the caller may still see the customer.

    :raises NotFound: he may not.
    """
    found = consent(unit, id)
    customers.visible(unit, found["customer_id"])
    return found
