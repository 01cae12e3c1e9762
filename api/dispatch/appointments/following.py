"""A visit's appointment follows its order, in the same transaction: promised, moved, arrived at, called off (R80, R105)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.dispatch.appointments import facts, queries, service
from api.events import log
from api.events.facts import Fact
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.clocks.facts import ClockMissed
from api.work.work_orders import facts as orders

AGREED = Words("和客户另约了时间", "another time was agreed")


@log.react(
    orders.WorkOrderPromised, orders.WorkOrderRescheduled, orders.WorkOrderPutOff, orders.WorkOrderMoved,
    orders.WorkOrderAssigned, orders.WorkOrderReassigned, orders.WorkOrderUnassigned, orders.WorkOrderRefused,
)  # fmt: skip
def follow(unit: Unit, order: Row, fact: Fact) -> None:
    """The promised time and the engineer are the order's."""
    row = queries.of_order(unit, order.id)
    if order.promised_at is None:
        return
    span: dict[str, Any] = {
        "starts_at": order.promised_at, "ends_at": order.promised_at + timedelta(seconds=order.duration_seconds),
    }  # fmt: skip
    if row is None:
        service.insert(
            unit, station_id=order.station_id, case_id=order.case_id, work_order_id=order.id, kind="visit",
            customer_id=order.customer_id, employee_id=order.engineer_id, need=order.subject, **span,
        )  # fmt: skip
        return
    if row.employee_id != order.engineer_id:
        log.append(unit, row, facts.AppointmentGiven(employee_id=order.engineer_id), employee_id=order.engineer_id)
    if row.starts_at != order.promised_at:
        service.move(unit, row, **span, reason=getattr(fact, "reason", None) or unit.say(AGREED))


@log.react(orders.WorkOrderArrived)
def arrived(unit: Unit, order: Row, fact: Fact) -> None:
    """The engineer is there: the appointment is kept, however late."""
    if row := queries.of_order(unit, order.id):
        service.kept(unit, row, order.arrived_at)


@log.react(orders.WorkOrderCancelled)
def called_off(unit: Unit, order: Row, fact: Fact) -> None:
    """The order came to its end without a visit."""
    if row := queries.of_order(unit, order.id):
        service.cancelled(unit, row, getattr(fact, "reason", None))


@log.react(ClockMissed)
def not_kept(unit: Unit, clock: Row, fact: Fact) -> None:
    """Thirty minutes after its time nobody had come (D32)."""
    if clock.kind == "attend" and (row := queries.open_one(unit, clock.subject_id)):
        service.missed(unit, row)
