"""Verbs that move stock; each is one slip (R188: the position changes at once)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from api.access import scope
from api.access.policy import P
from api.kit.problems import Clash, Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.parts import orders
from api.parts.catalogue import queries as catalogue
from api.parts.movements import queries, schemas
from api.parts.orders import Order
from api.parts.places import queries as places
from api.parts.reservations import following
from api.parts.stock import queries as stock
from api.parts.stock.ledger import Line, Slip, leaving, post
from api.parts.taking import lines_of, place_for

USABLE = catalogue.USABLE
SHELVES = ("centre", "store", "bin", "bench", "defective")


def receive(unit: Unit, command: schemas.Receive) -> dict[str, Any]:
    """Goods come in from outside, at what they cost (R185); who waits for them is served at once."""
    place = place_for(unit, P.STOCK_MOVEMENTS_CREATE, command.to_place_id, "to_place_id", ("centre", "store", "bin"))
    lines = lines_of(unit, command.lines, tell_value=True)
    return _slip(unit, post(unit, Slip("receipt", None, place, reason=command.reason), lines))


def issue(unit: Unit, command: schemas.Issue) -> dict[str, Any]:
    """Parts leave stock for a job (R108, R148, R184); what is reserved for it is taken first.

    :raises OrderClosed: the order is over.
    :raises StockShort: more than is free, reservations of others left alone.
    """
    order = orders.known(unit, command.order_id)
    place = place_for(unit, P.STOCK_MOVEMENTS_CREATE, command.from_place_id, "from_place_id", USABLE)
    return _slip(unit, issued(unit, order, place, lines_of(unit, command.lines)))


def issued(unit: Unit, order: Order, place: Row, lines: Sequence[Line], **more: Any) -> list[Row]:
    """The movements of an issue for an order, after what is kept for it was let go of."""
    for line in lines:
        following.take_for(unit, order.id, line.part.id, place.id, line.quantity)
    return post(unit, Slip("issue", place, None, order, **more), lines)


def take_back(unit: Unit, command: schemas.Return) -> dict[str, Any]:
    """What was issued for a job and not needed comes back, at what it left for.

    :raises Clash: more than is out for the job.
    """
    order = orders.known(unit, command.order_id, must_be_open=False)
    place = place_for(unit, P.STOCK_MOVEMENTS_EDIT, command.to_place_id, "to_place_id", (*USABLE, "defective"))
    lines = []
    out: dict[str, tuple[int, int]] = {}
    for line in lines_of(unit, command.lines):
        quantity, value = out.get(line.part.id) or stock.of_order(unit, order.id, line.part.id)
        if line.quantity > quantity:
            raise _too_many(order, line.part, quantity)
        used = set(stock.serials_of_order(unit, line.part.id, order.id)) if line.serials else set()
        if line.serials and not set(line.serials) <= used:
            words = Words("这些序列号不是这张单领的", "These serial numbers were not issued for this order")
            raise Invalid.field(line.pointer.replace("quantity", "serials"), "not_issued", words)
        back = leaving(line.quantity, quantity, value)
        out[line.part.id] = (quantity - line.quantity, value - back)
        lines.append(replace(line, value_fen=back))
    return _slip(unit, post(unit, Slip("return", None, place, order, reason=command.reason), lines))


def _too_many(order: Order, part: Row, out: int) -> Clash:
    words = Words("{number} 只领了 {n} {unit}{part}", "Only {n} of {part} are out for {number}")
    return Clash(
        words.format(number=order.number, n=out, unit=part.unit, part=part.name),
        clash={"part_id": part.id, "order_id": order.id, "issued": out},
    )


def move(unit: Unit, command: schemas.Move) -> dict[str, Any]:
    """From one shelf to another of the same station (R188); between stations and to vans goes a transfer.

    :raises Invalid: the places are the same, or of two stations.
    """
    source = place_for(unit, P.STOCK_MOVEMENTS_ASSIGN, command.from_place_id, "from_place_id", SHELVES)
    target = place_for(unit, P.STOCK_MOVEMENTS_ASSIGN, command.to_place_id, "to_place_id", SHELVES)
    if source.id == target.id or source.station_id != target.station_id:
        words = Words(
            "移位只在本站两个货位之间；跨站或上车请用调拨", "A move stays within a station; otherwise transfer it"
        )
        raise Invalid.field("/body/to_place_id", "misplaced", words)
    return _slip(unit, post(unit, Slip("move", source, target), lines_of(unit, command.lines)))


def scrap(unit: Unit, command: schemas.Scrap) -> dict[str, Any]:
    """Written off, with a reason."""
    place = place_for(unit, P.STOCK_MOVEMENTS_APPROVE, command.from_place_id, "from_place_id")
    if place.kind == "in_transit":
        words = Words("在途的先收货或退回", "What is on its way is received or taken back first")
        raise Invalid.field("/body/from_place_id", "wrong_kind", words)
    slip = Slip("scrap", place, None, reason=command.reason)
    return _slip(unit, post(unit, slip, lines_of(unit, command.lines)))


def reverse(unit: Unit, id: str, command: schemas.Reverse) -> dict[str, Any]:
    """Post the opposite of a movement that was wrong; by another than who made it (separate hands).

    :raises Forbidden: it is the caller's own movement, or not his to approve.
    :raises Clash: it was reversed already, is a reversal, is half of a transfer, or is an issue that came back since.
    """
    row = queries.visible(unit, id)
    scope.demand(unit, P.STOCK_MOVEMENTS_APPROVE, row)
    if row.created_by_id is not None and row.created_by_id == unit.actor.employee_id:
        raise Forbidden(
            Words("自己记的要由别人冲销", "Somebody else reverses what you entered"),
            permission=str(P.STOCK_MOVEMENTS_APPROVE),
        )
    if row.kind == "reversal" or row.transfer_id or queries.reversal_of(unit, id):
        raise Clash(Words("这一笔不能冲销，或已经冲销", "It cannot be reversed, or was already"))
    source = places.known(unit, row.to_place_id) if row.to_place_id else None
    target = places.known(unit, row.from_place_id) if row.from_place_id else None
    order = orders.known(unit, row.order_id, must_be_open=False) if row.order_id else None
    part = catalogue.known(unit, [row.part_id])[row.part_id]
    if order and row.kind == "issue" and row.quantity > (out := stock.of_order(unit, order.id, part.id)[0]):
        raise _too_many(order, part, out)  # what came back already would come back twice
    line = Line(part, row.quantity, tuple(row.serials) if row.serials else None, row.value_fen)
    slip = Slip("reversal", source, target, order, reason=command.reason, reverses_id=row.id)
    return _slip(unit, post(unit, slip, [line]))


def _slip(unit: Unit, made: list[Row]) -> dict[str, Any]:
    return queries.slip(unit, made[0].number)
