"""Every SELECT on positions and on pieces with numbers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select

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
from api.parts.stock import schemas
from api.parts.stock.model import StockMovement, StockPosition, StockSerial
from api.parts.stock.words import KINDS, LEVELS

_position = StockPosition.__table__  # type: ignore[attr-defined]
_movement = StockMovement.__table__  # type: ignore[attr-defined]
_serial = StockSerial.__table__  # type: ignore[attr-defined]
_part = Part.__table__  # type: ignore[attr-defined]
_place = StockPlace.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "part": Order(_part.c.number, _position.c.id),
    "-value": Order(_position.c.value_fen, _position.c.id, descending=True, of=int),
}
_lies = _position.alias("lies")
_shelf = _place.alias("shelf")


def _in_store(pieces: Any) -> Any:
    """What a store has of the part, its bins with it."""
    return (
        select(func.coalesce(func.sum(pieces), 0))
        .join(_shelf, _shelf.c.id == _lies.c.place_id)
        .where(
            _lies.c.part_id == _position.c.part_id,
            or_(_shelf.c.id == _place.c.id, and_(_shelf.c.parent_id == _place.c.id, _shelf.c.kind == "bin")),
        )
        .correlate(_position, _place)
        .scalar_subquery()
    )


# R190: the control table keeps each part between its limits; D27: two steps below. What is reserved is as good as gone.
LEVEL = case(
    (_place.c.kind.not_in(("store", "centre")), None),
    (_in_store(_lies.c.quantity - _lies.c.reserved) < _part.c.scarce_at, "scarce"),
    (_in_store(_lies.c.quantity - _lies.c.reserved) < _part.c.low_at, "low"),
    (_in_store(_lies.c.quantity) > _part.c.high_at, "over"),
    else_="fine",
)


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of positions that the caller may see."""
    return scope.visible(unit, P.STOCK_VIEW, StockPosition)


def visible(unit: Unit, id: str) -> Row:
    """The position, if the caller may see it."""
    return unit.one(StockPosition, _position.c.id == id, seen(unit))


def held(unit: Unit, parts: Collection[str], place_ids: Collection[str]) -> dict[tuple[str, str], dict[str, Any]]:
    """These parts' positions at these places, held until the end of the transaction in the order of their ids."""
    rows = unit.rows(
        select(*_position.c)
        .where(_position.c.part_id.in_(sorted(set(parts))), _position.c.place_id.in_(sorted(set(place_ids))))
        .order_by(_position.c.id)
        .with_for_update()
    )
    return {(row["part_id"], row["place_id"]): row for row in rows}


def average(unit: Unit, part_id: str) -> tuple[int, int]:
    """Pieces of the part in the whole network and their value, whoever asks: what a found piece is worth (D26)."""
    found = unit.first(
        select(func.coalesce(func.sum(_position.c.quantity), 0).label("quantity"),
               func.coalesce(func.sum(_position.c.value_fen), 0).label("value_fen"))
        .where(_position.c.part_id == part_id)
    )  # fmt: skip
    assert found
    return int(found["quantity"]), int(found["value_fen"])


def serials_at(unit: Unit, part_id: str, place_id: str | None, serials: Collection[str] | None = None) -> list[str]:
    """The pieces that lie at a place, the oldest first; of these numbers if some are given."""
    statement = select(_serial.c.serial).where(_serial.c.part_id == part_id, _serial.c.place_id == place_id)
    if serials is not None:
        statement = statement.where(_serial.c.serial.in_(sorted(serials)))
    return list(unit.conn.execute(statement.order_by(_serial.c.received_at, _serial.c.serial)).scalars())


def serials_known(unit: Unit, part_id: str, serials: Collection[str]) -> dict[str, str]:
    """The state of those of these pieces that were ever here; held until the end of the transaction."""
    rows = unit.rows(
        select(_serial.c.serial, _serial.c.state)
        .where(_serial.c.part_id == part_id, _serial.c.serial.in_(sorted(serials)))
        .order_by(_serial.c.id)
        .with_for_update()
    )
    return {row["serial"]: row["state"] for row in rows}


def serials_of_order(unit: Unit, part_id: str, order_id: str) -> list[str]:
    """The pieces that were used for an order."""
    used = select(_serial.c.serial).where(_serial.c.part_id == part_id, _serial.c.order_id == order_id)
    return list(unit.conn.execute(used.order_by(_serial.c.serial)).scalars())


def of_order(unit: Unit, order_id: str, part_id: str) -> tuple[int, int]:
    """What of a part is out for an order, pieces and value: issued less returned."""
    sign = case((_movement.c.to_place_id.is_(None), 1), else_=-1)
    found = unit.first(
        select(func.coalesce(func.sum(sign * _movement.c.quantity), 0).label("quantity"),
               func.coalesce(func.sum(sign * _movement.c.value_fen), 0).label("value_fen"))
        .where(
            _movement.c.order_id == order_id, _movement.c.part_id == part_id,
            or_(_movement.c.to_place_id.is_(None), _movement.c.from_place_id.is_(None)),
        )
    )  # fmt: skip
    assert found
    return int(found["quantity"]), int(found["value_fen"])


def _selected() -> Select[Any]:
    return (
        select(
            _position.c.id, _position.c.station_id, _position.c.quantity, _position.c.reserved,
            (_position.c.quantity - _position.c.reserved).label("available"), _position.c.value_fen,
            LEVEL.label("level"), *catalogue.REFS, *places.refs(_place, "place"),
        )
        .join(_part, _part.c.id == _position.c.part_id)
        .join(_place, _place.c.id == _position.c.place_id)
    )  # fmt: skip


def listed(unit: Unit, query: schemas.StockQuery) -> dict[str, Any]:
    """A page of positions."""
    statement = _selected().where(seen(unit))
    if query.q:
        statement = statement.where(catalogue.matching(query.q))
    if query.place_id:
        statement = statement.where(_position.c.place_id.in_(places.below(query.place_id)))
    if query.mine is not None:
        mine = func.coalesce(_position.c.employee_id == unit.actor.employee_id, False)
        statement = statement.where(mine if query.mine else ~mine)
    if query.empty is not None:
        statement = statement.where(_position.c.quantity == 0 if query.empty else _position.c.quantity > 0)
    for column, wanted in (
        (_position.c.part_id, query.part_id), (_position.c.station_id, query.station_id), (_place.c.kind, query.kind),
        (LEVEL, query.level),
    ):  # fmt: skip
        if wanted is not None:
            statement = statement.where(column == wanted)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _shaped(unit, row))


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One position as `PositionRead`."""
    row = visible(unit, id)
    found = unit.first(_selected().where(_position.c.id == id))
    assert found
    pieces = unit.rows(
        select(_serial.c.serial, _serial.c.received_at)
        .where(_serial.c.part_id == row.part_id, _serial.c.place_id == row.place_id)
        .order_by(_serial.c.received_at, _serial.c.serial)
        .limit(1000)
    )
    return _shaped(unit, found) | {"serials": pieces}


def _shaped(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    quantity = row["quantity"]
    return row | {
        "part": catalogue.ref(row), "place": places.ref(row, "place"),
        "average_fen": (2 * row["value_fen"] + quantity) // (2 * quantity) if quantity else None,
        "level_label": unit.say(LEVELS[row["level"]]) if row["level"] else None,
    }  # fmt: skip


def card(unit: Unit, id: str, query: schemas.CardQuery) -> dict[str, Any]:
    """The stock card of a position: each movement with the balance after it, the newest first."""
    row = visible(unit, id)
    here = and_(
        _movement.c.part_id == row.part_id,
        or_(_movement.c.from_place_id == row.place_id, _movement.c.to_place_id == row.place_id),
    )
    sign = case((_movement.c.to_place_id == row.place_id, 1), else_=-1)
    lines = (
        select(
            *(_movement.c[name] for name in (
                "id", "number", "kind", "order_id", "order_number", "serials", "reason", "occurred_at", "created_by_id",
            )),
            _movement.c.created_at.label("recorded_at"), (sign * _movement.c.quantity).label("change"),
            (sign * _movement.c.value_fen).label("change_fen"),
            func.sum(sign * _movement.c.quantity).over(order_by=_movement.c.id).label("balance"),
            func.sum(sign * _movement.c.value_fen).over(order_by=_movement.c.id).label("balance_fen"),
            case(
                (_movement.c.to_place_id == row.place_id, _movement.c.from_place_id), else_=_movement.c.to_place_id
            ).label("other_id"),
        )
        .where(here)
        .subquery()
    )  # fmt: skip
    statement = (
        select(*(column for column in lines.c if column.key not in ("other_id",)),
               _employee.c.name.label("employee_name"), *places.refs(_place, "other"))
        .outerjoin(_place, _place.c.id == lines.c.other_id)
        .outerjoin(_employee, _employee.c.id == lines.c.created_by_id)
        .where(literal(True))
    )  # fmt: skip
    orders = {"-id": Order(lines.c.id, lines.c.id, descending=True)}
    return listing.page(unit, statement, query, orders, sort="-id", shape=lambda line: _card_line(unit, line))


def _card_line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    employee, name = row.pop("created_by_id"), row.pop("employee_name")
    return row | {
        "kind_label": unit.say(KINDS[row["kind"]]), "other_place": places.ref(row, "other"),
        "employee": {"id": employee, "name": name} if employee and name else None,
        "balance": int(row["balance"]), "balance_fen": int(row["balance_fen"]),
    }  # fmt: skip
