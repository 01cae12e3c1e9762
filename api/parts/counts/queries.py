"""Every SELECT on stock-takes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.parts.catalogue import queries as catalogue
from api.parts.catalogue.model import Part
from api.parts.counts import schemas
from api.parts.counts.model import StockCount, StockCountLine
from api.parts.places import queries as places
from api.parts.places.model import StockPlace
from api.parts.stock.model import StockPosition

_count = StockCount.__table__  # type: ignore[attr-defined]
_line = StockCountLine.__table__  # type: ignore[attr-defined]
_part = Part.__table__  # type: ignore[attr-defined]
_place = StockPlace.__table__  # type: ignore[attr-defined]
_position = StockPosition.__table__  # type: ignore[attr-defined]
_maker = Employee.__table__.alias("maker")  # type: ignore[attr-defined]
_approver = Employee.__table__.alias("approver")  # type: ignore[attr-defined]
BASE = "/api/v1/stock-counts"
DIFFERS = or_(_line.c.counted != _line.c.expected, _line.c.missing.is_not(None), _line.c.found.is_not(None))
"""Also the line of as many pieces as the book has, of which one is another than the book says."""
_ORDERS = {"-created_at": Order(_count.c.created_at, _count.c.id, descending=True, of=listing.moment)}
_OWN = (
    "id", "version", "number", "status", "station_id", "holder_id", "created_by_id", "approved_by_id", "created_at",
    "submitted_at", "settled_at", "note", "reason",
)  # fmt: skip


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of stock-takes that the caller may see."""
    return scope.visible(unit, P.STOCK_COUNTS_VIEW, StockCount)


def visible(unit: Unit, id: str) -> Row:
    """The stock-take, if the caller may see it."""
    return unit.one(StockCount, _count.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(StockCount, _count.c.id == id, seen(unit), lock=True)


def under_way(unit: Unit, place_id: str) -> str | None:
    """The number of a stock-take that is not settled yet and counts this place, or one below or above it."""
    open_ = _count.c.status.in_(("counting", "submitted"))
    here = or_(_count.c.place_id.in_(places.below(place_id)), _count.c.place_id.in_(places.above(place_id)))
    return unit.value(select(_count.c.number).where(open_, here).limit(1))


def lying_below(unit: Unit, place_id: str) -> list[dict[str, Any]]:
    """What the book has at the place and below it, as the lines of a sheet; not what is on its way."""
    return unit.rows(
        select(_position.c.part_id, _position.c.place_id)
        .join(_place, _place.c.id == _position.c.place_id)
        .where(
            _position.c.place_id.in_(places.below(place_id)), _position.c.quantity > 0, _place.c.kind != "in_transit"
        )
    )


def places_below(unit: Unit, place_id: str) -> set[str]:
    """Ids of the place and of those below it."""
    return set(unit.conn.execute(places.below(place_id)).scalars())


def lines(unit: Unit, count_id: str) -> list[Row]:
    """The lines of a sheet, in the order in which the ledger holds its positions."""
    statement = select(*_line.c).where(_line.c.count_id == count_id).order_by(_line.c.part_id, _line.c.place_id)
    return [Row(_line, row) for row in unit.rows(statement)]


def open_lines(unit: Unit, count_id: str) -> int:
    """How many lines are not counted yet."""
    counted = select(func.count()).where(_line.c.count_id == count_id, _line.c.counted.is_(None))
    return int(unit.value(counted))


def differing(unit: Unit, count_id: str) -> int:
    """How many lines are not as the book has them."""
    return int(unit.value(select(func.count()).where(_line.c.count_id == count_id, DIFFERS)))


def _lines(*clauses: Any) -> Any:
    """How many lines of a sheet are so."""
    told = select(func.count()).where(_line.c.count_id == _count.c.id, *clauses)
    return told.correlate(_count).scalar_subquery()


def _selected() -> Select[Any]:
    return (
        select(
            *(_count.c[name] for name in _OWN), *places.refs(_place, "place"), _maker.c.name.label("maker_name"),
            _approver.c.name.label("approver_name"), _lines().label("lines"),
            _lines(_line.c.counted.is_(None)).label("open_lines"),
            _lines(DIFFERS).label("differing"),
        )
        .join(_place, _place.c.id == _count.c.place_id)
        .outerjoin(_maker, _maker.c.id == _count.c.created_by_id)
        .outerjoin(_approver, _approver.c.id == _count.c.approved_by_id)
    )  # fmt: skip


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """One stock-take's own values and names."""
    visible(unit, id)
    found = unit.first(_selected().where(_count.c.id == id))
    assert found
    return found


def page(unit: Unit, query: schemas.CountsQuery, shape: Any) -> dict[str, Any]:
    """A page of stock-takes."""
    statement = _selected().where(seen(unit))
    for name in ("status", "place_id", "station_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_count.c[name] == wanted)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def sheet(unit: Unit, count_id: str) -> list[dict[str, Any]]:
    """The lines with their parts and places, and what the position is worth now."""
    return unit.rows(
        select(
            _line.c.id, _line.c.counted, _line.c.expected, _line.c.missing, _line.c.found, _line.c.counted_at,
            *catalogue.REFS, *places.refs(_place, "place"), _position.c.quantity, _position.c.value_fen,
        )
        .join(_part, _part.c.id == _line.c.part_id)
        .join(_place, _place.c.id == _line.c.place_id)
        .outerjoin(
            _position, (_position.c.part_id == _line.c.part_id) & (_position.c.place_id == _line.c.place_id)
        )
        .where(_line.c.count_id == count_id)
        .order_by(_place.c.code, _part.c.number)
    )  # fmt: skip


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_count, found)
