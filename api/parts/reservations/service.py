"""Verbs on reservations."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.events import log
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.parts import orders
from api.parts.numbers import draw
from api.parts.places import queries as places
from api.parts.problems import StockShort
from api.parts.reservations import facts, following, queries, schemas
from api.parts.reservations.model import StockReservation
from api.parts.reservations.workflow import WORKFLOW
from api.parts.stock.ledger import Line, Slip, post
from api.parts.taking import part_for, place_for


def reserve(unit: Unit, command: schemas.ReservationCreate) -> dict[str, Any]:
    """Keep pieces for an order, or request what is not there (D26, R107, R182).

    :raises OrderClosed: the order is over.
    :raises StockShort: more than is free, and it is not to be waited for (R166).
    """
    order = orders.known(unit, command.order_id)
    _may(unit, order)
    part = part_for(unit, command.part_id)
    place = _place(unit, command, order, part)
    free = queries.free_at(unit, part.id, place.id)
    held = command.quantity <= free
    if not held and not command.wait:
        raise StockShort(
            Words("{place}的{part}只有 {n} {unit}可留", "Only {n} of {part} can be reserved at {place}").format(
                place=place.name, part=part.name, n=free, unit=part.unit
            ),
            short={
                "part_id": part.id, "part": part.name, "place_id": place.id, "place": place.name,
                "wanted": command.quantity, "available": free,
            },
        )  # fmt: skip
    row = unit.insert(
        StockReservation, id=command.id, created_by_id=unit.actor.employee_id,
        number=draw(unit, "RV", order.station_id), station_id=place.station_id, status="held" if held else "waiting",
        part_id=part.id, place_id=place.id, quantity=command.quantity, issued=0, order_id=order.id,
        order_number=order.number, case_id=order.case_id, engineer_id=order.engineer_id,
        needed_on=command.needed_on and command.needed_on.isoformat(), note=command.note,
    )  # fmt: skip
    told: dict[str, Any] = {
        "part": part.name, "part_id": part.id, "quantity": row.quantity, "place_id": place.id, "order_id": order.id,
        "order_number": order.number,
    }  # fmt: skip
    log.append(unit, row, facts.StockReserved(**told) if held else facts.StockRequested(**told, note=command.note))
    return queries.read(unit, row.id)


def _may(unit: Unit, order: orders.Order) -> None:
    reach = unit.actor.reach(P.STOCK_RESERVATIONS_CREATE)
    own = reach.own and order.engineer_id is not None and order.engineer_id == unit.actor.employee_id
    if not (reach.everywhere or order.station_id in reach.stations or own):
        raise Forbidden(permission=str(P.STOCK_RESERVATIONS_CREATE))


def _place(unit: Unit, command: schemas.ReservationCreate, order: orders.Order, part: Row) -> Row:
    if command.place_id:
        return place_for(
            unit, P.STOCK_RESERVATIONS_CREATE, command.place_id, "place_id", ("centre", "store", "bin", "van", "bench")
        )
    store = places.store_of(unit, order.station_id)
    if store is None:
        words = Words("这个站还没有站库，请写从哪个库位留", "The station has no store yet; name a place")
        raise Invalid.field("/body/place_id", "missing", words)
    return queries.best_place(unit, part.id, store.id) or store


def issue(unit: Unit, id: str, command: schemas.Issue) -> dict[str, Any]:
    """Issue what is outstanding against the order (R108, R148, R184).

    :raises OrderClosed: the order is over.
    """
    row = queries.one(unit, id)
    WORKFLOW.fire(unit, "issue", row, queries.BASE)
    order = orders.known(unit, row.order_id)
    part, place = part_for(unit, row.part_id), places.known(unit, row.place_id)
    outstanding = row.quantity - row.issued
    following.let_go(unit, row, outstanding)
    serials = None if command.serials is None else tuple(command.serials)
    slip = Slip("issue", place, None, order, reservation_id=row.id)
    post(unit, slip, [Line(part, outstanding, serials)])
    return queries.read(unit, id)


def expect(unit: Unit, id: str, command: schemas.Expect) -> dict[str, Any]:
    """Say when what is waited for will be here (R107)."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "expect", row, queries.BASE)
    day = command.expected_on.isoformat()
    log.append(
        unit, row, facts.StockReservationExpected(expected_on=day, order_id=row.order_id), **changes, expected_on=day
    )
    return queries.read(unit, id)


def release(unit: Unit, id: str, command: schemas.Release) -> dict[str, Any]:
    """It is not wanted any more; who waits for the same is served."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "release", row, queries.BASE)
    held = row.status == "held"
    fact = facts.StockReservationReleased(reason=command.reason, order_id=row.order_id)
    log.append(unit, row, fact, **changes, reason=command.reason)
    if held:
        following.serve(unit, row.part_id, row.place_id)
    return queries.read(unit, id)
