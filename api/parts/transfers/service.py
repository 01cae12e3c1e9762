"""Verbs on transfers: between the two steps the parts lie in transit, and are nobody's to issue."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.events import log
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.parts.numbers import draw
from api.parts.places import queries as places
from api.parts.places import service as place_service
from api.parts.stock.ledger import Line, Slip, post
from api.parts.taking import part_for, place_for
from api.parts.transfers import facts, queries, schemas
from api.parts.transfers.model import StockTransfer
from api.parts.transfers.workflow import WORKFLOW

FROM = ("centre", "store", "bin", "van", "bench", "defective")


def send(unit: Unit, command: schemas.Send) -> dict[str, Any]:
    """Send a part on its way; it leaves the place at once (R188).

    :raises StockShort: more than is free.
    :raises Invalid: there is no such place to send it to.
    """
    source = place_for(unit, P.STOCK_TRANSFERS_CREATE, command.from_place_id, "from_place_id", FROM)
    target = places.known(unit, command.to_place_id)  # another station's store may be sent to without being seen
    if target is None or not target.active or target.kind == "in_transit" or target.id == source.id:
        raise Invalid.field("/body/to_place_id", "unknown", Words("不能发到那里", "It cannot be sent there"))
    part = part_for(unit, command.part_id)
    transit = place_service.in_transit(unit, source.station_id)
    serials = None if command.serials is None else tuple(command.serials)
    row = unit.insert(
        StockTransfer, id=command.id, number=draw(unit, "TR", source.station_id), status="sent",
        station_id=target.station_id, from_station_id=source.station_id, part_id=part.id, quantity=command.quantity,
        serials=list(serials) if serials else None, from_place_id=source.id, transit_place_id=transit.id,
        to_place_id=target.id, sent_by_id=unit.actor.employee_id,
        sender_id=source.employee_id or unit.actor.employee_id, receiver_id=target.employee_id, note=command.note,
    )  # fmt: skip
    post(unit, Slip("transfer", source, transit, transfer_id=row.id), [Line(part, command.quantity, serials)])
    fact = facts.StockSent(
        part=part.name, part_id=part.id, quantity=row.quantity, from_place_id=source.id, to_place_id=target.id,
        to_place=target.name,
    )  # fmt: skip
    log.append(unit, row, fact)
    return queries.read(unit, row.id)


def receive(unit: Unit, id: str, command: schemas.Receive) -> dict[str, Any]:
    """It is here: by another person than who sent it."""
    row = queries.one(unit, id)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "receive", row, queries.BASE)
    _arrive(unit, row, row.to_place_id)
    changes |= {"received_by_id": unit.actor.employee_id, "received_at": unit.now}
    log.append(unit, row, facts.StockArrived(quantity=row.quantity), **changes)
    return queries.read(unit, id)


def take_back(unit: Unit, id: str, command: schemas.TakeBack) -> dict[str, Any]:
    """It goes back to where it came from."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "take-back", row, queries.BASE)
    _arrive(unit, row, row.from_place_id)
    log.append(unit, row, facts.StockTakenBack(reason=command.reason), **changes, reason=command.reason)
    return queries.read(unit, id)


def _arrive(unit: Unit, row: Row, place_id: str) -> None:
    transit, target = places.known(unit, row.transit_place_id), places.known(unit, place_id)
    line = Line(part_for(unit, row.part_id), row.quantity, tuple(row.serials) if row.serials else None)
    post(unit, Slip("transfer", transit, target, transfer_id=row.id), [line])
