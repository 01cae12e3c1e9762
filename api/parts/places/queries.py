"""Every SELECT on places."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station
from api.parts.places import schemas
from api.parts.places.model import StockPlace
from api.parts.places.words import KINDS
from api.parts.stock.model import StockPosition

_place = StockPlace.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_position = StockPosition.__table__  # type: ignore[attr-defined]
_ORDERS = {"code": Order(_place.c.code, _place.c.id)}
REF = ("id", "code", "name", "kind")


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of places that the caller may see."""
    return scope.visible(unit, P.STOCK_PLACES_VIEW, StockPlace)


def visible(unit: Unit, id: str) -> Row:
    """The place, if the caller may see it."""
    return unit.one(StockPlace, _place.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(StockPlace, _place.c.id == id, seen(unit), lock=True)


def known(unit: Unit, id: str) -> Row | None:
    """A place by id, for the room's own use."""
    found = unit.first(select(*_place.c).where(_place.c.id == id))
    return None if found is None else Row(_place, found)


def seen_or_none(unit: Unit, id: str) -> Row | None:
    """A place for a body's id: only one that the caller may see."""
    found = unit.first(select(*_place.c).where(_place.c.id == id, seen(unit)))
    return None if found is None else Row(_place, found)


def van_of(unit: Unit, employee_id: str) -> Row | None:
    """The engineer's van, if he has one in use."""
    found = unit.first(
        select(*_place.c)
        .where(_place.c.employee_id == employee_id, _place.c.kind == "van", _place.c.active)
        .order_by(_place.c.id)
        .limit(1)
    )
    return None if found is None else Row(_place, found)


def in_transit(unit: Unit, station_id: str) -> Row | None:
    """The station's place for what is on its way."""
    found = unit.first(select(*_place.c).where(_place.c.station_id == station_id, _place.c.kind == "in_transit"))
    return None if found is None else Row(_place, found)


def store_of(unit: Unit, station_id: str) -> Row | None:
    """Where the station keeps its stock: the store, or the centre; the first by code."""
    found = unit.first(
        select(*_place.c)
        .where(_place.c.station_id == station_id, _place.c.kind.in_(("store", "centre")), _place.c.active)
        .order_by(_place.c.code)
        .limit(1)
    )
    return None if found is None else Row(_place, found)


def code_taken(unit: Unit, station_id: str, code: str) -> bool:
    """Whether the station has a place of this code."""
    return unit.value(select(_place.c.id).where(_place.c.station_id == station_id, _place.c.code == code)) is not None


def holds_anything(unit: Unit, id: str) -> bool:
    """Whether parts lie there, or a place that is in use stands below it."""
    lying = select(_position.c.id).where(_position.c.place_id == id, _position.c.quantity > 0)
    below = select(_place.c.id).where(_place.c.parent_id == id, _place.c.active)
    return unit.value(lying.limit(1)) is not None or unit.value(below.limit(1)) is not None


def below(place_id: str) -> Select[Any]:
    """Ids of the place and of all below it; the tree is three levels deep at most (`schemas.ABOVE`)."""
    child, grandchild = _place.alias("child"), _place.alias("grandchild")
    return select(child.c.id).where(
        or_(
            child.c.id == place_id,
            child.c.parent_id == place_id,
            child.c.parent_id.in_(select(grandchild.c.id).where(grandchild.c.parent_id == place_id)),
        )
    )


def above(place_id: str) -> Select[Any]:
    """Ids of the places in which this one stands."""
    child = _place.alias("child")
    parent = select(_place.c.parent_id).where(_place.c.id == place_id, _place.c.parent_id.is_not(None))
    further = select(child.c.parent_id).where(child.c.id.in_(parent), child.c.parent_id.is_not(None))
    return select(_place.c.id).where(or_(_place.c.id.in_(parent), _place.c.id.in_(further)))


def _lying(told: Any) -> Any:
    """Of what lies at the place itself."""
    here = select(told).where(_position.c.place_id == _place.c.id, _position.c.quantity > 0)
    return func.coalesce(here.correlate(_place).scalar_subquery(), 0)


def _selected() -> Select[Any]:
    return (
        select(
            *(_place.c[name] for name in (*REF, "version", "parent_id", "active", "station_id", "employee_id")),
            _station.c.code.label("station_code"), _station.c.name.label("station_name"),
            _employee.c.name.label("employee_name"), _lying(func.count()).label("parts"),
            _lying(func.sum(_position.c.quantity)).label("quantity"),
            _lying(func.sum(_position.c.value_fen)).label("value_fen"),
        )
        .join(_station, _station.c.id == _place.c.station_id)
        .outerjoin(_employee, _employee.c.id == _place.c.employee_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One place as `PlaceRead`."""
    visible(unit, id)
    found = unit.first(_selected().where(_place.c.id == id))
    assert found
    return _shaped(unit, found)


def listed(unit: Unit, query: schemas.PlacesQuery) -> dict[str, Any]:
    """A page of places; the client builds the tree from `parent_id`."""
    statement = _selected().where(seen(unit))
    if query.station_id:
        statement = statement.where(_place.c.station_id == query.station_id)
    if query.kind:
        statement = statement.where(_place.c.kind == query.kind)
    if query.mine is not None:
        mine = func.coalesce(_place.c.employee_id == unit.actor.employee_id, False)
        statement = statement.where(mine if query.mine else ~mine)
    if query.active:
        statement = statement.where(_place.c.active.is_(query.active == "true"))
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _shaped(unit, row))


def _shaped(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    employee, name = row.pop("employee_id"), row.pop("employee_name")
    return row | {
        "kind_label": unit.say(KINDS[row["kind"]]),
        "station": {"id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")},
        "employee": {"id": employee, "name": name} if employee else None,
        "quantity": int(row["quantity"]),
        "value_fen": int(row["value_fen"]),  # sums of BIGINT are numeric there
    }


def refs(table: Any, prefix: str) -> tuple[Any, ...]:
    """Columns of a place under this prefix, which `ref` gathers."""
    return tuple(table.c[name].label(f"{prefix}_{name}") for name in REF)


def ref(row: dict[str, Any], prefix: str) -> dict[str, Any] | None:
    """A place's few words out of a row."""
    found = {name: row.pop(f"{prefix}_{name}") for name in REF}
    return found if found["id"] else None
