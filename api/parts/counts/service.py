"""Verbs on stock-takes (R189): count, hand in, and let a second person settle the differences."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update

from api.access import scope
from api.access.policy import P
from api.events import log
from api.kit.ids import new_id
from api.kit.problems import Clash, Invalid, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.parts.catalogue import queries as catalogue
from api.parts.counts import answers, facts, queries, schemas
from api.parts.counts.model import StockCount, StockCountLine
from api.parts.counts.workflow import WORKFLOW
from api.parts.numbers import draw
from api.parts.places import queries as places
from api.parts.reservations import following
from api.parts.stock import queries as stock
from api.parts.stock.ledger import Line, Slip, at_average, post
from api.parts.taking import place_for

_line = StockCountLine.__table__  # type: ignore[attr-defined]


def open_count(unit: Unit, command: schemas.CountOpen) -> dict[str, Any]:
    """Open a sheet of a place with all below it, with one line for everything that the book has there.

    :raises Clash: the place, or one below or above it, is being counted: what is missing would be posted twice.
    """
    place = place_for(unit, P.STOCK_COUNTS_CREATE, command.place_id, "place_id")
    if place.kind == "in_transit":
        words = Words("在途的不盘，先收货", "What is on its way is not counted; receive it first")
        raise Invalid.field("/body/place_id", "wrong_kind", words)
    drawn = draw(unit, "ST", place.station_id)  # first, so that two who open at once wait for one another
    if number := queries.under_way(unit, place.id):
        raise Clash(Words("{number} 正在盘这里", "{number} counts this place").format(number=number))
    row = unit.insert(
        StockCount, id=command.id, created_by_id=unit.actor.employee_id, number=drawn,
        station_id=place.station_id, status="counting", place_id=place.id, holder_id=place.employee_id,
        note=command.note,
    )  # fmt: skip
    lying = queries.lying_below(unit, place.id)
    unit.insert_many(StockCountLine, [_blank(row.id, each["part_id"], each["place_id"]) for each in lying])
    fact = facts.StockCountOpened(number=row.number, place=place.name, place_id=place.id, lines=len(lying))
    log.append(unit, row, fact)
    return answers.read(unit, row.id)


def _blank(count_id: str, part_id: str, place_id: str) -> dict[str, Any]:
    return {
        "id": new_id(), "count_id": count_id, "part_id": part_id, "place_id": place_id, "expected": None,
        "counted": None, "missing": None, "found": None, "counted_at": None,
    }  # fmt: skip


def enter(unit: Unit, id: str, command: schemas.Enter) -> dict[str, Any]:
    """Write down what was found; the book of this very moment is kept beside it.

    :raises TransitionRefused: the sheet is handed in.
    :raises Invalid: a part or place that is not there, or a part tracked by serial number without its numbers.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.STOCK_COUNTS_EDIT, row)
    if row.status != "counting":
        raise TransitionRefused(
            Words("已经交批，要改先退回重盘", "It is handed in; have it counted again to change it"),
            offered=WORKFLOW.offered(unit, row, queries.BASE),
        )
    known = catalogue.known(unit, {line.part_id for line in command.lines})
    inside = queries.places_below(unit, row.place_id)
    there = {(line.part_id, line.place_id): line for line in queries.lines(unit, id)}
    positions = stock.held(unit, known, inside)
    for index, line in enumerate(command.lines):
        part = known.get(line.part_id)
        if part is None or line.place_id not in inside:
            words = Words("没有这个件，或不在这次盘点的库位里", "No such part, or a place outside this stock-take")
            raise Invalid.field(f"/body/lines/{index}", "unknown", words)
        if (line.part_id, line.place_id) not in there:
            fresh = _blank(id, line.part_id, line.place_id)
            unit.insert_many(StockCountLine, [fresh])
            there[line.part_id, line.place_id] = Row(_line, fresh)
        position = positions.get((line.part_id, line.place_id))
        values = _compared(unit, part, line, position["quantity"] if position else 0, index)
        unit.conn.execute(update(_line).where(_line.c.id == there[line.part_id, line.place_id].id).values(**values))
    log.append(unit, row, facts.StockCounted(lines=len(command.lines)))
    return answers.read(unit, id)


def _compared(unit: Unit, part: Row, line: schemas.CountedLine, book: int, index: int) -> dict[str, Any]:
    values: dict[str, Any] = {
        "expected": book, "counted": line.counted, "missing": None, "found": None, "counted_at": unit.now
    }  # fmt: skip
    if part.serial_tracked:
        named = line.serials or []
        if len(named) != line.counted or len(set(named)) != len(named):
            words = Words(
                "按序列号管的件，盘到的每件都写序列号", "Name the serial number of every piece that was found"
            )
            raise Invalid.field(f"/body/lines/{index}/serials", "serials_differ", words)
        here = stock.serials_at(unit, part.id, line.place_id)
        values["missing"] = sorted(set(here) - set(named)) or None
        values["found"] = sorted(set(named) - set(here)) or None
    elif line.serials:
        words = Words("这个件不按序列号管", "This part is not tracked by serial number")
        raise Invalid.field(f"/body/lines/{index}/serials", "not_tracked", words)
    return values


def submit(unit: Unit, id: str, command: schemas.Submit) -> dict[str, Any]:
    """Everything is counted; it waits for a second person."""
    row = queries.one(unit, id)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "submit", row, queries.BASE)
    fact = facts.StockCountSubmitted(differing=queries.differing(unit, id))
    log.append(unit, row, fact, **changes, submitted_at=unit.now)
    return answers.read(unit, id)


def settle(unit: Unit, id: str, command: schemas.Settle) -> dict[str, Any]:
    """Post the differences as surplus and shortage (R189); a shortage takes from the newest reservations if it must.

    :raises StockShort: pieces that are missing by the sheet have been moved since; count again.
    :raises SerialElsewhere: a piece that was found here lies elsewhere by the book.
    """
    row = queries.one(unit, id)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "settle", row, queries.BASE)
    lines = queries.lines(unit, id)
    known = catalogue.known(unit, {line.part_id for line in lines})
    surplus = shortage = value = 0
    for line in lines:
        part, place = known[line.part_id], places.known(unit, line.place_id)
        assert place
        lacking, extra = _differences(part, line)
        if lacking.quantity:
            following.make_room(unit, part.id, place.id, lacking.quantity)
            slip = Slip("shortage", place, None, reason=row.number, count_id=id)
            value -= post(unit, slip, [lacking])[0].value_fen
            shortage += lacking.quantity
        if extra.quantity:
            worth = at_average(extra.quantity, *stock.average(unit, part.id))
            found = Line(part, extra.quantity, extra.serials, worth)
            slip = Slip("surplus", None, place, reason=row.number, count_id=id)
            value += post(unit, slip, [found])[0].value_fen
            surplus += extra.quantity
    fact = facts.StockCountSettled(surplus=surplus, shortage=shortage, value_fen=value)
    log.append(unit, row, fact, **changes, approved_by_id=unit.actor.employee_id, settled_at=unit.now)
    return answers.read(unit, id)


def _differences(part: Row, line: Row) -> tuple[Line, Line]:
    """What is missing and what is too much."""
    if part.serial_tracked:
        missing, found = tuple(line.missing or ()), tuple(line.found or ())
        return Line(part, len(missing), missing or None), Line(part, len(found), found or None)
    difference = line.counted - line.expected
    return Line(part, max(-difference, 0)), Line(part, max(difference, 0))


def count_again(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """The differences are not believed."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "count-again", row, queries.BASE)
    log.append(unit, row, facts.StockCountReturned(reason=command.reason), **changes, reason=command.reason)
    return answers.read(unit, id)


def cancel(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """The sheet is not needed; nothing is posted."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "cancel", row, queries.BASE)
    log.append(unit, row, facts.StockCountCancelled(reason=command.reason), **changes, reason=command.reason)
    return answers.read(unit, id)
