"""Every SELECT on reservations."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.parts.catalogue import queries as catalogue
from api.parts.catalogue.model import Part
from api.parts.places import queries as places
from api.parts.places.model import StockPlace
from api.parts.reservations import schemas
from api.parts.reservations.model import StockReservation
from api.parts.reservations.workflow import WORKFLOW
from api.parts.stock.model import StockPosition

_kept = StockReservation.__table__  # type: ignore[attr-defined]
_part = Part.__table__  # type: ignore[attr-defined]
_place = StockPlace.__table__  # type: ignore[attr-defined]
_position = StockPosition.__table__  # type: ignore[attr-defined]
_engineer = Employee.__table__.alias("engineer")  # type: ignore[attr-defined]
_maker = Employee.__table__.alias("maker")  # type: ignore[attr-defined]
BASE = "/api/v1/stock-reservations"
_ORDERS = {
    "created_at": Order(_kept.c.created_at, _kept.c.id, of=listing.moment),
    "-created_at": Order(_kept.c.created_at, _kept.c.id, descending=True, of=listing.moment),
}
_OWN = (
    "id", "version", "number", "status", "station_id", "quantity", "issued", "order_id", "order_number", "needed_on",
    "expected_on", "note", "reason", "created_at", "engineer_id", "created_by_id",
)  # fmt: skip


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of reservations that the caller may see."""
    return scope.visible(unit, P.STOCK_RESERVATIONS_VIEW, StockReservation)


def visible(unit: Unit, id: str) -> Row:
    """The reservation, if the caller may see it."""
    return unit.one(StockReservation, _kept.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(StockReservation, _kept.c.id == id, seen(unit), lock=True)


def _rows(unit: Unit, *clauses: Any, newest: bool = False) -> list[Row]:
    statement = select(*_kept.c).where(*clauses).order_by(_kept.c.id.desc() if newest else _kept.c.id)
    return [Row(_kept, row) for row in unit.rows(statement.with_for_update())]


def waiting(unit: Unit, part_id: str, place_ids: Collection[str]) -> list[Row]:
    """What waits for this part at these places, the oldest first; held until the end of the transaction."""
    return _rows(unit, _kept.c.part_id == part_id, _kept.c.place_id.in_(sorted(place_ids)), _kept.c.status == "waiting")


def held_at(unit: Unit, part_id: str, place_id: str) -> list[Row]:
    """What is held of this part at this place, the newest first."""
    return _rows(unit, _kept.c.part_id == part_id, _kept.c.place_id == place_id, _kept.c.status == "held", newest=True)


def held_for(unit: Unit, order_id: str, part_id: str, place_id: str) -> list[Row]:
    """What is held of this part at this place for this order, the oldest first."""
    return _rows(
        unit, _kept.c.order_id == order_id, _kept.c.part_id == part_id, _kept.c.place_id == place_id,
        _kept.c.status == "held",
    )  # fmt: skip


def open_of_order(unit: Unit, order_id: str) -> list[Row]:
    """What an order waits for or has been kept for it."""
    return _rows(unit, _kept.c.order_id == order_id, _kept.c.status.in_(("waiting", "held")))


def awaited(unit: Unit, order_id: str) -> list[dict[str, Any]]:
    """Parts that an order waits for: name, quantity, when they are expected."""
    return unit.rows(
        select(_part.c.name, _part.c.unit, _kept.c.quantity, _kept.c.expected_on)
        .join(_part, _part.c.id == _kept.c.part_id)
        .where(_kept.c.order_id == order_id, _kept.c.status == "waiting")
        .order_by(_kept.c.id)
    )


def free_at(unit: Unit, part_id: str, place_id: str) -> int:
    """How many pieces of the part are free at the place; held until the end of the transaction."""
    found = unit.first(
        select(_position.c.quantity, _position.c.reserved)
        .where(_position.c.part_id == part_id, _position.c.place_id == place_id)
        .with_for_update()
    )
    return found["quantity"] - found["reserved"] if found else 0


def best_place(unit: Unit, part_id: str, store_id: str) -> Row | None:
    """The place in a store with the most free pieces of the part: the store itself or a bin in it."""
    free = _position.c.quantity - _position.c.reserved
    found = unit.first(
        select(*_place.c)
        .join(_position, _position.c.place_id == _place.c.id)
        .where(
            _position.c.part_id == part_id, free > 0, _place.c.active,
            (_place.c.id == store_id) | ((_place.c.parent_id == store_id) & (_place.c.kind == "bin")),
        )
        .order_by(free.desc(), _place.c.code)
        .limit(1)
    )  # fmt: skip
    return None if found is None else Row(_place, found)


def _selected() -> Select[Any]:
    return (
        select(
            *(_kept.c[name] for name in _OWN), *catalogue.REFS, *places.refs(_place, "place"),
            _engineer.c.name.label("engineer_name"), _maker.c.name.label("maker_name"),
        )
        .join(_part, _part.c.id == _kept.c.part_id)
        .join(_place, _place.c.id == _kept.c.place_id)
        .outerjoin(_engineer, _engineer.c.id == _kept.c.engineer_id)
        .outerjoin(_maker, _maker.c.id == _kept.c.created_by_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One reservation as `ReservationRead`."""
    visible(unit, id)
    found = unit.first(_selected().where(_kept.c.id == id))
    assert found
    return _shaped(unit, found)


def listed(unit: Unit, query: schemas.ReservationsQuery) -> dict[str, Any]:
    """A page of reservations."""
    statement = _selected().where(seen(unit))
    for name in ("status", "order_id", "part_id", "place_id", "station_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_kept.c[name] == wanted)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _shaped(unit, row))


def of_orders(unit: Unit, order_ids: Collection[str]) -> list[dict[str, Any]]:
    """What is kept or waited for, by order, for an order's page; unscoped, because the order was."""
    statement = _selected().where(_kept.c.order_id.in_(sorted(order_ids)), _kept.c.status.in_(("waiting", "held")))
    return [_shaped(unit, row) for row in unit.rows(statement.order_by(_kept.c.id))]


def _shaped(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    subject = Row(_kept, dict(row))
    engineer, maker = row.pop("engineer_id"), row.pop("created_by_id")
    engineer_name, maker_name = row.pop("engineer_name"), row.pop("maker_name")
    return row | {
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "part": catalogue.ref(row), "place": places.ref(row, "place"),
        "outstanding": row["quantity"] - row["issued"],
        "engineer": {"id": engineer, "name": engineer_name} if engineer_name else None,
        "created_by": {"id": maker, "name": maker_name} if maker_name else None,
        "offered": WORKFLOW.offered(unit, subject, BASE),
    }  # fmt: skip
