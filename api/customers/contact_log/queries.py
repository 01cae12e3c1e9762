"""Every SELECT on contacts; one is seen by whoever sees the log at its station, or spoke himself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.customers.contact_log import schemas
from api.customers.contact_log.model import CustomerContact
from api.customers.customers.model import Contact, Customer
from api.customers.relations.model import CustomerRelation
from api.kit import listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_log = CustomerContact.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_relation = CustomerRelation.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_rehearser = _employee.alias("rehearser")
_ORDERS = {"-at": Order(_log.c.at, _log.c.id, descending=True, of=listing.moment)}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of contacts that the caller may see."""
    return scope.visible(unit, P.CUSTOMER_CONTACTS_VIEW, CustomerContact)


def visible(unit: Unit, id: str) -> Row:
    """The contact, if the caller may see it."""
    return unit.one(CustomerContact, _log.c.id == id, seen(unit))


def customer_of(unit: Unit, row: Row) -> Row:
    """The customer of a contact that the caller has shown to see: whose story a fact of it belongs to."""
    return unit.one(Customer, _customer.c.id == row.customer_id)


def person_of(unit: Unit, contact_id: str, customer_id: str) -> bool:
    """Whether the person to speak with is this customer's."""
    asked = select(_contact.c.id).where(_contact.c.id == contact_id, _contact.c.customer_id == customer_id)
    return unit.value(asked) is not None


def above(unit: Unit, station_id: str) -> str | None:
    """The station above, which has wider resources (R396); None for the centre."""
    return unit.value(select(_station.c.parent_id).where(_station.c.id == station_id))


def _selected() -> Select[Any]:
    return (
        select(
            *_log.c, _customer.c.name, _customer.c.customer_class, _station.c.code, _station.c.parent_id,
            _station.c.name.label("station_name"), _contact.c.name.label("contact_name"),
            _employee.c.name.label("by_name"), _rehearser.c.name.label("rehearser_name"),
            _relation.c.next_contact_on,
        )
        .join(_customer, _customer.c.id == _log.c.customer_id)
        .join(_station, _station.c.id == _log.c.station_id)
        .outerjoin(_contact, _contact.c.id == _log.c.contact_id)
        .outerjoin(_employee, _employee.c.id == _log.c.by_id)
        .outerjoin(_rehearser, _rehearser.c.id == _log.c.rehearsed_with_id)
        .outerjoin(_relation, _relation.c.customer_id == _log.c.customer_id)
    )  # fmt: skip


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """One contact with the names it mentions.

    :raises NotFound: none, or none that the caller may see.
    """
    found = unit.first(_selected().where(_log.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return found


def page(unit: Unit, query: schemas.ContactsQuery) -> dict[str, Any]:
    """A page of contacts, the newest first."""
    statement = _selected().where(seen(unit))
    equal = {
        _log.c.customer_id: query.customer_id, _log.c.station_id: query.station_id, _log.c.by_id: query.by_id,
        _log.c.purpose: query.purpose, _log.c.way: query.way,
    }  # fmt: skip
    statement = statement.where(*(column == value for column, value in equal.items() if value is not None))
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort)
