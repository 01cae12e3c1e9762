"""What follows for reservations when stock moves: who waits is served, what is issued is let go of."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.events.facts import Fact
from api.kit.unit import Row, Unit
from api.parts.catalogue import queries as catalogue
from api.parts.places import queries as places
from api.parts.reservations import facts, queries
from api.parts.stock.facts import StockMoved


@log.react(StockMoved)
def serve_who_waits(unit: Unit, movement: Row, fact: Fact) -> None:
    """What has come is held for whoever waits for it, the oldest request first (R107).

    Not what a report of a use that the book lacked finds: those pieces are used already (P15).
    """
    if movement.to_place_id and movement.exception_id is None:
        serve(unit, movement.part_id, movement.to_place_id)


def serve(unit: Unit, part_id: str, place_id: str) -> None:
    """Hold what is free at the place for those who wait, in their order; a request for a store takes from its bins too."""
    place = places.known(unit, place_id)
    if place is None or place.kind not in ("centre", "store", "bin", "van", "bench"):
        return
    above = [place.parent_id] if place.kind == "bin" else []
    waiting = queries.waiting(unit, part_id, [place.id, *above])
    if not waiting:
        return
    free = queries.free_at(unit, part_id, place.id)
    part = catalogue.known(unit, [part_id])[part_id]
    for row in waiting:
        wanted = row.quantity - row.issued
        if wanted > free:  # the oldest first: a small request does not overtake a large one
            break
        free -= wanted
        fact = facts.StockReserved(
            part=part.name, part_id=part_id, quantity=wanted, place_id=place.id, order_id=row.order_id,
            order_number=row.order_number,
        )  # fmt: skip
        log.append(unit, row, fact, status="held", place_id=place.id)


def let_go(unit: Unit, row: Row, quantity: int) -> None:
    """So many of the held pieces are about to be issued for their order."""
    issued = row.issued + quantity
    changes: dict[str, Any] = {"issued": issued} | ({"status": "issued"} if issued == row.quantity else {})
    fact = facts.StockReservationIssued(quantity=quantity, outstanding=row.quantity - issued, order_id=row.order_id)
    log.append(unit, row, fact, **changes)


def take_for(unit: Unit, order_id: str, part_id: str, place_id: str, quantity: int) -> None:
    """Let go of what is held for this order before so many pieces are issued for it, up to that many."""
    left = quantity
    for row in queries.held_for(unit, order_id, part_id, place_id):
        if left <= 0:
            return
        taken = min(left, row.quantity - row.issued)
        let_go(unit, row, taken)
        left -= taken


def make_room(unit: Unit, part_id: str, place_id: str, missing: int) -> None:
    """A stock-take finds fewer pieces than are held: the newest reservations wait again until it fits (R189)."""
    short = missing - queries.free_at(unit, part_id, place_id)
    for row in queries.held_at(unit, part_id, place_id):
        if short <= 0:
            return
        short -= row.quantity - row.issued
        log.append(unit, row, facts.StockReservationDisplaced(order_id=row.order_id), status="waiting")


def release_all(unit: Unit, order_id: str, reason: str) -> None:
    """The order is over: what is kept for it is free again."""
    for row in queries.open_of_order(unit, order_id):
        held = row.status == "held"
        fact = facts.StockReservationReleased(reason=reason, order_id=order_id)
        log.append(unit, row, fact, status="released", reason=reason)
        if held:
            serve(unit, row.part_id, row.place_id)
