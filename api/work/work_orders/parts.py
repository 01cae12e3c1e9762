"""Parts on a visit: the engineer uses what his van carries, and the order knows when what it waits for has come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from api.access.actor import SYSTEM
from api.kit.unit import Row, Unit
from api.parts import orders
from api.parts.exceptions import queries as exceptions
from api.parts.exceptions import service as using
from api.parts.movements import queries as movements
from api.parts.reservations import queries as reservations
from api.parts.stock.model import StockMovement
from api.parts.taking import part_for
from api.work.work_orders import answers, commands, facts, queries, timing
from api.work.work_orders.service import done, settle
from api.work.work_orders.workflow import WORKFLOW

_MOVED = StockMovement.__table__  # type: ignore[attr-defined]


def use_part(unit: Unit, id: str, command: commands.UsePart) -> dict[str, Any]:
    """A part from the engineer's own van goes into the device (D41, R184).

    What the van does not have by the book becomes an exception for a person, because the phone reports what has happened.

    :raises StockShort: not reported by a phone, and not there.
    """
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "use-part", order, answers.BASE)
    made = using.use(unit, as_told(order), command.part_id, command.quantity, command.serials)
    fact = facts.WorkOrderPartUsed(
        part=part_for(unit, command.part_id).name, part_id=command.part_id, quantity=command.quantity,
        posted=made._table is _MOVED,
    )  # fmt: skip
    return done(unit, order, fact, **changes)


def as_told(order: Row) -> orders.Order:
    """What the parts room knows of an order."""
    return orders.Order(order.id, order.number, order.case_id, order.station_id, order.engineer_id, order.open)


def find(unit: Unit, id: str) -> orders.Order | None:
    """An order that the caller may see, held until the end of the transaction; the parts room asks."""
    found = queries.seen_or_none(unit, id)
    return None if found is None else as_told(found)


def on_page(unit: Unit, order_id: str) -> dict[str, Any]:
    """What an order's page says of parts: issued and returned, kept and awaited, and what a person must settle."""
    if not movements.touches(unit, order_id):
        return {"movements": [], "reservations": [], "exceptions": []}
    return {
        "movements": movements.of_orders(unit, [order_id]),
        "reservations": reservations.of_orders(unit, [order_id]),
        "exceptions": exceptions.open_of_orders(unit, [order_id]),
    }


def have_come(unit: Unit, order_id: str) -> None:
    """What the order waited for is kept for it or issued (R108): it goes on, and its clock runs again."""
    order = queries.any_one(unit, order_id)
    if order.status == "waiting_for_parts" and not reservations.awaited(unit, order_id):
        system = replace(unit, actor=SYSTEM, match=None, path_id=None, occurred_at=None)
        timing.resume(system, order)
        settle(
            system, order, facts.WorkOrderPartsReady(), **WORKFLOW.fire(system, "parts-came", order),
            parts_expected_on=None,
        )  # fmt: skip
