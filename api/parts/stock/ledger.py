"""The one door through which stock moves (P15): it looks before it moves, and the database's triggers and checks stand
behind it.

Positions are held in the order of their ids and parts moved in the order of theirs, so that two who want the same pieces
wait for one another and one of them is told what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update

from api.events import log
from api.kit.ids import new_id
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.parts.numbers import draw
from api.parts.orders import Order
from api.parts.problems import SerialElsewhere, StockShort
from api.parts.stock import queries
from api.parts.stock.facts import StockMoved
from api.parts.stock.model import StockMovement, StockSerial

MOST = 1_000_000_000
"""Pieces of one part that a place may hold: what more would come to is a mistake of typing, and the database counts no
further than twice that."""
_serial = StockSerial.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """One part of a slip. `value_fen` is what comes in with it from outside, in all; what leaves a place takes the
    moving average with it."""

    part: Row
    quantity: int
    serials: tuple[str, ...] | None = None
    value_fen: int | None = None
    pointer: str = "/body/quantity"


@dataclass(frozen=True, slots=True)
class Slip:
    """What the lines of one paper share."""

    kind: str
    source: Row | None
    target: Row | None
    order: Order | None = None
    reason: str | None = None
    occurred_at: datetime | None = None
    reservation_id: str | None = None
    transfer_id: str | None = None
    count_id: str | None = None
    exception_id: str | None = None
    reverses_id: str | None = None


def leaving(quantity: int, of_quantity: int, of_value: int) -> int:
    """What so many pieces of a position are worth, to the nearest fen; the last pieces take the rest (D26)."""
    if quantity >= of_quantity:
        return of_value
    return (2 * of_value * quantity + of_quantity) // (2 * of_quantity)


def at_average(quantity: int, pieces: int, value: int) -> int:
    """What so many found pieces are worth at the average of these; where nobody has any, nothing."""
    return (2 * value * quantity + pieces) // (2 * pieces) if pieces else 0


def post(unit: Unit, slip: Slip, lines: Sequence[Line]) -> list[Row]:
    """Move all lines or none; gives the movements.

    :raises StockShort: more is wanted than is there and free.
    :raises SerialElsewhere: a named piece does not lie at the source, or lies somewhere although it comes from outside.
    :raises Invalid: a part tracked by serial number comes without as many numbers as pieces, or names one on two lines.
    """
    _name_once(lines)
    station_id = (slip.source or slip.target).station_id  # type: ignore[union-attr]
    places = [place.id for place in (slip.source, slip.target) if place]
    positions = queries.held(unit, [line.part.id for line in lines], places)
    weighed = [_weighed(unit, slip, line, positions) for line in sorted(lines, key=lambda line: line.part.id)]
    number = draw(unit, "SM", station_id)
    made = []
    for index, (line, value) in enumerate(weighed):
        _move_serials(unit, slip, line)
        made.append(_written(unit, slip, line, station_id, number, index + 1, value))
    return made


def _name_once(lines: Sequence[Line]) -> None:
    """One piece stands on one line only: on two it would count twice and move once."""
    seen: set[tuple[str, str]] = set()
    for line in lines:
        named = {(line.part.id, serial) for serial in line.serials or ()}
        if named & seen:
            words = Words("同一个序列号写了两行", "The same serial number stands on two lines")
            raise Invalid.field(line.pointer.replace("quantity", "serials"), "serials_differ", words)
        seen |= named


def _weighed(unit: Unit, slip: Slip, line: Line, positions: dict[tuple[str, str], dict[str, Any]]) -> tuple[Line, int]:
    """The line with the value that goes with it; refused before anything is written if it cannot be moved."""
    _check_serials(line)
    _find_serials(unit, slip, line)
    _check_room(slip, line, positions)
    if slip.source is None:
        return line, line.value_fen or 0
    position = positions.get((line.part.id, slip.source.id))
    value = _taken(slip, line, position)
    assert position
    position["quantity"] -= line.quantity  # a further line of the same part finds the rest
    position["value_fen"] -= value
    return line, value


def _check_room(slip: Slip, line: Line, positions: dict[tuple[str, str], dict[str, Any]]) -> None:
    """:raises Invalid: the place would hold more pieces than anybody has."""
    position = positions.get((line.part.id, slip.target.id)) if slip.target else None
    if position is None:
        return
    position["quantity"] += line.quantity
    if position["quantity"] > MOST:
        words = Words("一个库位最多放 {most} 件", "A place holds at most {most} pieces of a part").format(most=MOST)
        raise Invalid.field(line.pointer, "too_many", words)


def _check_serials(line: Line) -> None:
    given = line.serials or ()
    if not line.part.serial_tracked and not given:
        return
    if not line.part.serial_tracked:
        words = Words("这个件不按序列号管", "This part is not tracked by serial number")
        raise Invalid.field(line.pointer.replace("quantity", "serials"), "not_tracked", words)
    if len(given) != line.quantity or len(set(given)) != len(given):
        words = Words("按序列号管的件，每件写一个不同的序列号", "Name one serial number for each piece, all different")
        raise Invalid.field(line.pointer.replace("quantity", "serials"), "serials_differ", words)


def _taken(slip: Slip, line: Line, position: dict[str, Any] | None) -> int:
    """The value that leaves the position with the pieces."""
    available = position["quantity"] - position["reserved"] if position else 0
    if position is None or line.quantity > available:
        assert slip.source
        raise StockShort(
            Words("{place}的{part}只有 {n} {unit}可用", "Only {n} of {part} are available at {place}").format(
                place=slip.source.name, part=line.part.name, n=available, unit=line.part.unit
            ),
            short={
                "part_id": line.part.id, "part": line.part.name, "place_id": slip.source.id, "place": slip.source.name,
                "wanted": line.quantity, "available": available,
            },
        )  # fmt: skip
    if line.value_fen is not None:  # a reversal takes back what it brought, as far as it is still there
        rest = position["quantity"] - line.quantity
        return min(line.value_fen, position["value_fen"]) if rest else position["value_fen"]
    return leaving(line.quantity, position["quantity"], position["value_fen"])


def _find_serials(unit: Unit, slip: Slip, line: Line) -> None:
    """Each named piece lies where it is taken from; what comes from outside lies nowhere yet."""
    if not line.serials:
        return
    if slip.source:
        here = queries.serials_at(unit, line.part.id, slip.source.id, line.serials)
        if lacking := sorted(set(line.serials) - set(here)):
            raise SerialElsewhere(serials=lacking)
        return
    known = queries.serials_known(unit, line.part.id, line.serials)
    if lying := sorted(serial for serial, state in known.items() if state == "in_stock"):
        raise SerialElsewhere(Words("这些序列号已经在库里", "These serial numbers lie in stock already"), serials=lying)


def _move_serials(unit: Unit, slip: Slip, line: Line) -> None:
    """Each named piece is afterwards in one place or out of stock."""
    if not line.serials:
        return
    if slip.target:
        after: dict[str, Any] = {"state": "in_stock", "place_id": slip.target.id, "order_id": None}
    else:
        order_id = slip.order.id if slip.order else None
        after = {"state": "used" if order_id else "gone", "place_id": None, "order_id": order_id}
    known = set(queries.serials_known(unit, line.part.id, line.serials))
    chosen = (_serial.c.part_id == line.part.id, _serial.c.serial.in_(sorted(known)))
    unit.conn.execute(update(_serial).where(*chosen).values(**after))
    fresh = sorted(set(line.serials) - known)
    rows = [{"id": new_id(), "part_id": line.part.id, "serial": s, "received_at": unit.now, **after} for s in fresh]
    unit.insert_many(StockSerial, rows)


def _written(unit: Unit, slip: Slip, line: Line, station_id: str, number: str, index: int, value: int) -> Row:
    source, target, order = slip.source, slip.target, slip.order
    own = next((place.employee_id for place in (source, target) if place and place.employee_id), None)
    row = unit.insert(
        StockMovement, number=number, line=index, kind=slip.kind, station_id=station_id, part_id=line.part.id,
        quantity=line.quantity, value_fen=value, from_place_id=source and source.id, to_place_id=target and target.id,
        serials=list(line.serials) if line.serials else None, order_id=order and order.id,
        order_number=order and order.number, case_id=order and order.case_id, reservation_id=slip.reservation_id,
        transfer_id=slip.transfer_id, count_id=slip.count_id, exception_id=slip.exception_id,
        reverses_id=slip.reverses_id, reason=slip.reason, occurred_at=slip.occurred_at or unit.occurred_at or unit.now,
        created_by_id=unit.actor.employee_id, employee_id=own,
    )  # fmt: skip
    fact = StockMoved(
        kind=row.kind, number=number, part=line.part.name, part_id=row.part_id, quantity=row.quantity,
        value_fen=value, from_place_id=row.from_place_id, to_place_id=row.to_place_id, serials=row.serials,
        order_id=row.order_id,
    )  # fmt: skip
    return log.append(unit, row, fact)
