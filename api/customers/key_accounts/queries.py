"""Every SELECT on key-account files."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from api.access import scope
from api.access.policy import P
from api.customers.contact_log.model import CustomerContact
from api.customers.customers.model import Customer
from api.customers.key_accounts import schemas
from api.customers.key_accounts.model import KeyAccount
from api.customers.relations.model import CustomerRelation
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_account = KeyAccount.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_relation = CustomerRelation.__table__  # type: ignore[attr-defined]
_log = CustomerContact.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_ORDERS = {"-created_at": Order(_account.c.created_at, _account.c.id, descending=True, of=listing.moment)}
YEAR = timedelta(days=365)


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of files that the caller may see."""
    return scope.visible(unit, P.KEY_ACCOUNTS_VIEW, KeyAccount)


def visible(unit: Unit, id: str) -> Row:
    """The file, if the caller may see it."""
    return unit.one(KeyAccount, _account.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(KeyAccount, _account.c.id == id, seen(unit), lock=True)


def active(unit: Unit, customer_id: str) -> bool:
    """Whether the customer has a file already."""
    asked = select(_account.c.id).where(_account.c.customer_id == customer_id, _account.c.status == "active")
    return unit.value(asked) is not None


def _selected(unit: Unit) -> Select[Any]:
    visits = (
        select(func.count())
        .where(
            _log.c.customer_id == _account.c.customer_id,
            _log.c.way.in_(("visit", "forum")),
            _log.c.at > unit.now - YEAR,
        )
        .scalar_subquery()
    )
    figures = (
        "revenue_fen", "former_revenue_fen", "devices", "jobs", "activity", "alert", "satisfaction", "last_visit_at",
        "next_visit_on", "account_person_id",
    )  # fmt: skip
    return (
        select(
            *_account.c, _customer.c.name, _customer.c.customer_class, _station.c.code,
            _station.c.name.label("station_name"), _employee.c.name.label("person_name"),
            *(_relation.c[name] for name in figures), visits.label("visits"),
        )
        .join(_customer, _customer.c.id == _account.c.customer_id)
        .join(_station, _station.c.id == _account.c.station_id)
        .outerjoin(_relation, _relation.c.customer_id == _account.c.customer_id)
        .outerjoin(_employee, _employee.c.id == _relation.c.account_person_id)
    )  # fmt: skip


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """One file with what follows from the records; the caller has shown that it is visible."""
    found = unit.first(_selected(unit).where(_account.c.id == id))
    assert found
    return found


def page(unit: Unit, query: schemas.KeyAccountsQuery) -> dict[str, Any]:
    """A page of files, the newest first."""
    statement = _selected(unit).where(seen(unit))
    equal = {
        _account.c.customer_id: query.customer_id, _account.c.station_id: query.station_id,
        _account.c.status: query.status,
    }  # fmt: skip
    statement = statement.where(*(column == value for column, value in equal.items() if value is not None))
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort)
