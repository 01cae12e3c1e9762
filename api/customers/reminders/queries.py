"""Every SELECT on reminders."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Customer
from api.customers.reminders import schemas
from api.customers.reminders.model import CustomerReminder
from api.kit import listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_reminder = CustomerReminder.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_ORDERS = {"due_on": Order(_reminder.c.due_on, _reminder.c.id, of=date.fromisoformat)}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of reminders that the caller may see."""
    return scope.visible(unit, P.CUSTOMER_CONTACTS_VIEW, CustomerReminder)


def visible(unit: Unit, id: str) -> Row:
    """The reminder, if the caller may see it."""
    return unit.one(CustomerReminder, _reminder.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(CustomerReminder, _reminder.c.id == id, seen(unit), lock=True)


def open_of(unit: Unit, id: str, customer_id: str) -> Row | None:
    """The open reminder about this customer, held; None if it is not there for the caller."""
    found = unit.first(
        select(*_reminder.c)
        .where(
            _reminder.c.id == id,
            _reminder.c.customer_id == customer_id,
            _reminder.c.status == "open",
            seen(unit),
        )
        .with_for_update()
    )
    return None if found is None else Row(_reminder, found)


def open_alert(unit: Unit, customer_id: str) -> bool:
    """Whether an alert about this customer waits already."""
    return (
        unit.value(
            select(_reminder.c.id).where(
                _reminder.c.customer_id == customer_id, _reminder.c.kind == "alert", _reminder.c.status == "open"
            )
        )
        is not None
    )


def _selected() -> Select[Any]:
    return (
        select(
            *_reminder.c, _customer.c.name, _customer.c.customer_class, _station.c.code,
            _station.c.name.label("station_name"), _employee.c.name.label("owner_name"),
        )
        .join(_customer, _customer.c.id == _reminder.c.customer_id)
        .join(_station, _station.c.id == _reminder.c.station_id)
        .outerjoin(_employee, _employee.c.id == _reminder.c.owner_id)
    )  # fmt: skip


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """One reminder with the names it mentions.

    :raises NotFound: none, or none that the caller may see.
    """
    found = unit.first(_selected().where(_reminder.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return found


def page(unit: Unit, query: schemas.RemindersQuery) -> dict[str, Any]:
    """A page of reminders, the oldest day first."""
    statement = _selected().where(seen(unit))
    equal = {
        _reminder.c.customer_id: query.customer_id, _reminder.c.station_id: query.station_id,
        _reminder.c.owner_id: query.assignee_id, _reminder.c.status: query.status,
    }  # fmt: skip
    statement = statement.where(*(column == value for column, value in equal.items() if value is not None))
    if query.due:
        statement = statement.where(_reminder.c.due_on <= unit.today)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort)


def as_row(values: dict[str, Any]) -> Row:
    """A selected row as the workflow takes it."""
    return Row(_reminder, values)
