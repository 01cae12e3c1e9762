"""Using parts in the field, and settling what the book could not carry (P15, D41)."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.kit.db import savepoint
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.parts import orders
from api.parts.exceptions import facts, queries, schemas
from api.parts.exceptions.model import StockException
from api.parts.exceptions.workflow import WORKFLOW
from api.parts.movements.service import issued
from api.parts.numbers import draw
from api.parts.orders import Order
from api.parts.places import queries as places
from api.parts.problems import SerialElsewhere, StockShort
from api.parts.reservations import queries as reservations
from api.parts.stock import queries as stock
from api.parts.stock.ledger import Line, Slip, at_average, post
from api.parts.taking import part_for


def use(unit: Unit, order: Order, part_id: str, quantity: int, serials: list[str] | None) -> Row:
    """The engineer uses a part from his own van for his job; gives the movement, or the exception that took its place.

    A phone reports what has happened (D41): if the van does not have it by the book, it is kept for a person to settle
    and nothing is posted. Somebody at a desk, who reports no deed of a device, is refused instead.

    :raises Invalid: he has no van, or there is no such part.
    :raises StockShort: not from a phone, and not there.
    """
    van = places.van_of(unit, unit.actor.employee_id) if unit.actor.employee_id else None
    if van is None:
        raise Invalid.field("/body/part_id", "no_van", Words("您还没有车上库位", "You have no van in the system yet"))
    part = part_for(unit, part_id)
    line = Line(part, quantity, None if serials is None else tuple(serials))
    try:
        with savepoint(unit.conn):
            return issued(unit, order, van, [line])[0]
    except (StockShort, SerialElsewhere):
        if unit.occurred_at is None:
            raise
    free = reservations.free_at(unit, part.id, van.id)
    row = unit.insert(
        StockException, number=draw(unit, "SX", van.station_id), station_id=van.station_id, status="open",
        part_id=part.id, place_id=van.id, quantity=quantity, there=max(free, 0), serials=serials, order_id=order.id,
        order_number=order.number, case_id=order.case_id, employee_id=unit.actor.employee_id,
        occurred_at=min(unit.occurred_at, unit.now),
    )  # fmt: skip
    fact = facts.StockOversold(
        part=part.name, part_id=part.id, place_id=van.id, quantity=quantity, there=row.there, order_id=order.id,
        order_number=order.number,
    )  # fmt: skip
    return log.append(unit, row, fact)


def book(unit: Unit, id: str, command: schemas.Settle) -> dict[str, Any]:
    """The van has it by now: the use is posted with its own time.

    :raises StockShort: it has not.
    """
    return _posted(unit, id, "book", command, found=False)


def book_found(unit: Unit, id: str, command: schemas.Settle) -> dict[str, Any]:
    """The book lacked what was there: the missing pieces are found at the network's average, then the use is posted."""
    return _posted(unit, id, "book-found", command, found=True)


def _posted(unit: Unit, id: str, action: str, command: schemas.Settle, *, found: bool) -> dict[str, Any]:
    row = queries.one(unit, id)
    changes: dict[str, Any] = WORKFLOW.fire(unit, action, row, queries.BASE)
    order = orders.known(unit, row.order_id, must_be_open=False)
    part, place = part_for(unit, row.part_id), places.known(unit, row.place_id)
    assert place
    serials = tuple(row.serials) if row.serials else None
    missing = _find_missing(unit, row, part, place, serials) if found else 0
    issued(unit, order, place, [Line(part, row.quantity, serials)], exception_id=row.id, occurred_at=row.occurred_at)
    changes |= {"settled_by_id": unit.actor.employee_id, "settled_at": unit.now, "reason": command.reason}
    log.append(unit, row, facts.StockExceptionPosted(found=missing, reason=command.reason), **changes)
    return queries.read(unit, id)


def _find_missing(unit: Unit, row: Row, part: Row, place: Row, serials: tuple[str, ...] | None) -> int:
    """Post as surplus what the book lacks of the pieces that were used."""
    lacking: tuple[str, ...] | None = None
    if serials:
        here = set(stock.serials_at(unit, part.id, place.id, serials))
        lacking = tuple(serial for serial in serials if serial not in here)
        missing = len(lacking)
    else:
        kept = sum(r.quantity - r.issued for r in reservations.held_for(unit, row.order_id, part.id, place.id))
        missing = max(row.quantity - kept - reservations.free_at(unit, part.id, place.id), 0)
    if missing:
        worth = at_average(missing, *stock.average(unit, part.id))
        slip = Slip("surplus", None, place, reason=row.number, exception_id=row.id)
        post(unit, slip, [Line(part, missing, lacking, worth)])
    return missing


def dismiss(unit: Unit, id: str, command: schemas.Settle) -> dict[str, Any]:
    """The part was not used after all, or another was: nothing is posted."""
    row = queries.one(unit, id)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "dismiss", row, queries.BASE)
    changes |= {"settled_by_id": unit.actor.employee_id, "settled_at": unit.now, "reason": command.reason}
    log.append(unit, row, facts.StockExceptionDismissed(reason=command.reason), **changes)
    return queries.read(unit, id)
