"""Every SELECT on how customers stand; a relation is seen by whoever sees the customer."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, update

from api.access.policy import P
from api.customers.assets.model import Asset
from api.customers.contacts import queries as contacts
from api.customers.customers import queries as customers
from api.customers.customers.model import Customer
from api.customers.relations import schemas
from api.customers.relations.model import CustomerRelation
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_relation = CustomerRelation.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_service = _employee.alias("service_person")
_account = _employee.alias("account_person")
_ORDERS = {
    "next_contact_on": Order(_relation.c.next_contact_on, _relation.c.id, of=date.fromisoformat),
    "-revenue_fen": Order(_relation.c.revenue_fen, _relation.c.id, descending=True, of=int),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of relations with customers that the caller may see; needs the customer joined."""
    return customers.seen(unit)


def of(unit: Unit, customer_id: str, *, lock: bool = False) -> Row | None:
    """The relation with a customer whose visibility was shown, or None if he was never counted or spoken with."""
    statement = select(*_relation.c).where(_relation.c.customer_id == customer_id)
    found = unit.first(statement.with_for_update() if lock else statement)
    return None if found is None else Row(_relation, found)


def followed_by_me(unit: Unit) -> ColumnElement[bool]:
    """Customers whom the caller follows as one of the two persons: they are his own (R391)."""
    me = unit.actor.employee_id
    mine = select(_relation.c.customer_id).where(
        or_(_relation.c.service_person_id == me, _relation.c.account_person_id == me)
    )
    return _customer.c.id.in_(mine)


def _selected() -> Select[Any]:
    return (
        select(
            *_relation.c, _customer.c.name, _customer.c.customer_class, _customer.c.do_not_call,
            _station.c.code, _station.c.name.label("station_name"), _service.c.name.label("service_name"),
            _account.c.name.label("account_name"),
        )
        .join(_customer, _customer.c.id == _relation.c.customer_id)
        .join(_station, _station.c.id == _relation.c.station_id)
        .outerjoin(_service, _service.c.id == _relation.c.service_person_id)
        .outerjoin(_account, _account.c.id == _relation.c.account_person_id)
    )  # fmt: skip


def whole(unit: Unit, customer_id: str) -> dict[str, Any] | None:
    """Everything about one relation, for `RelationRead`."""
    found = unit.first(_selected().where(_relation.c.customer_id == customer_id, seen(unit)))
    return found and with_people(unit, [found])[0]


def page(unit: Unit, query: schemas.RelationsQuery) -> dict[str, Any]:
    """A page of customers with how they stand."""
    statement = _selected().where(seen(unit))
    if not unit.actor.reach(P.CUSTOMERS_VIEW).everywhere and not unit.actor.reach(P.CUSTOMERS_VIEW).own:
        # the customer's station again, on the index that this list walks
        statement = statement.where(_relation.c.station_id.in_(sorted(unit.actor.reach(P.CUSTOMERS_VIEW).stations)))
    equal = {
        _relation.c.station_id: query.station_id, _customer.c.customer_class: query.class_,
        _relation.c.activity: query.activity, _relation.c.alert: query.alert,
        _relation.c.satisfaction: query.satisfaction,
    }  # fmt: skip
    statement = statement.where(*(column == value for column, value in equal.items() if value is not None))
    if query.due:
        column = _relation.c.next_contact_on if query.due == "contact" else _relation.c.next_visit_on
        statement = statement.where(column <= unit.today)
    if query.person_id:
        statement = statement.where(
            or_(
                _relation.c.service_person_id == query.person_id,
                _relation.c.account_person_id == query.person_id,
            )
        )
    if query.lacking:
        statement = statement.where(_incomplete())
    answer = listing.page(unit, statement, query, _ORDERS, sort=query.sort)
    answer["items"] = with_people(unit, answer["items"])
    return answer


def with_people(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, each with the contact to speak with."""
    first = contacts.preferred(unit, [row["customer_id"] for row in rows])
    for row in rows:
        contact = first.get(row["customer_id"])
        row["contact_id"] = contact["id"] if contact else None
        row["contact_name"] = contact["name"] if contact else None
        row["phone"] = contact["phone"] if contact else None
    return rows


def _incomplete() -> ColumnElement[bool]:
    return or_(_relation.c.service_person_id.is_(None), _relation.c.account_person_id.is_(None))


def counted(unit: Unit, station_id: str | None) -> list[dict[str, Any]]:
    """How many customers stand how, and what they brought: one row per combination (R401)."""
    due = func.sum(func.coalesce((_relation.c.next_contact_on <= unit.today).cast(_relation.c.jobs.type), 0))
    lacking = func.sum(_incomplete().cast(_relation.c.jobs.type))
    statement = (
        select(
            _customer.c.customer_class, _relation.c.activity, _relation.c.satisfaction, _relation.c.alert,
            func.count().label("customers"), func.sum(_relation.c.revenue_fen).label("revenue_fen"),
            due.label("due"), lacking.label("lacking"),
        )
        .join(_customer, _customer.c.id == _relation.c.customer_id)
        .where(seen(unit))
        .group_by(_customer.c.customer_class, _relation.c.activity, _relation.c.satisfaction, _relation.c.alert)
    )  # fmt: skip
    if station_id:
        statement = statement.where(_relation.c.station_id == station_id)
    return unit.rows(statement)


# -- for counting, in the system's own name ------------------------------------------------------------------------
def some(unit: Unit, after: str | None, most: int) -> list[dict[str, Any]]:
    """The next customers in the order of their ids, merged files left out, each held with what is known of it."""
    statement = (
        select(
            _customer.c.id, _customer.c.station_id, _customer.c.customer_class, _customer.c.version,
            _customer.c.created_at, _customer.c.created_by_id,
        )
        .where(_customer.c.merged_into_id.is_(None))
        .order_by(_customer.c.id)
        .limit(most)
        .with_for_update()
    )  # fmt: skip
    return unit.rows(statement.where(_customer.c.id > after) if after else statement)


def customer_row(values: dict[str, Any]) -> Row:
    """Enough of a customer to tell a fact of him and to change his class."""
    return Row(_customer, values)


def relations_of(unit: Unit, ids: list[str]) -> dict[str, Row]:
    """By customer, held until the end."""
    rows = unit.rows(select(*_relation.c).where(_relation.c.customer_id.in_(ids)).with_for_update())
    return {row["customer_id"]: Row(_relation, row) for row in rows}


def devices_of(unit: Unit, ids: list[str]) -> dict[str, int]:
    """How many devices each customer has."""
    counting = select(_asset.c.customer_id, func.count().label("n")).where(_asset.c.customer_id.in_(ids))
    return {row["customer_id"]: row["n"] for row in unit.rows(counting.group_by(_asset.c.customer_id))}


def put(unit: Unit, row: Row, **figures: Any) -> None:
    """Write figures that follow from others: they move no version and tell nothing by themselves."""
    unit.conn.execute(update(_relation).where(_relation.c.id == row.id).values(**figures))
    row.__dict__.update(figures)
