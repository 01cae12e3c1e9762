"""Fact → what follows at once in another room: the only wiring between rooms that runs upwards (house rule 12)."""

from __future__ import annotations

from api.aftercare.follow_ups import service as follow_ups
from api.aftercare.follow_ups import telling as _follow_ups_told
from api.customers import telling as _customers_told
from api.events import log
from api.events.facts import Fact
from api.field import telling as _field_told
from api.field.push import service as notices
from api.forms.entries import telling as _entries_told
from api.intake.calls import telling as _calls_told
from api.intake.service_requests import telling as _cases_told
from api.intake.service_requests.facts import (
    ServiceRequestAnswered,
    ServiceRequestCancelled,
    ServiceRequestCarryInAdvised,
    ServiceRequestClosed,
    ServiceRequestDeclined,
    ServiceRequestDispatched,
    ServiceRequestEdited,
    ServiceRequestJudged,
    ServiceRequestReopened,
)
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money import telling as _money_told
from api.money.quotes import following as quotes
from api.parts.reservations import following as reservations
from api.parts.reservations.facts import (
    StockReservationIssued,
    StockReservationReleased,
    StockReserved,
)
from api.work.work_orders import opening
from api.work.work_orders import parts as order_parts
from api.work.work_orders import telling as _orders_told
from api.work.work_orders.facts import (
    WorkOrderAssigned,
    WorkOrderCancelled,
    WorkOrderClosed,
    WorkOrderMoved,
    WorkOrderReassigned,
    WorkOrderRecordHandedIn,
    WorkOrderRescheduled,
    WorkOrderUnassigned,
)

TOLD = (
    _entries_told,
    _customers_told,
    _calls_told,
    _cases_told,
    _money_told,
    _orders_told,
    _follow_ups_told,
    _field_told,
)
"""Rooms that answer questions of the rooms below."""


@log.react(ServiceRequestDispatched)
def open_work_order(unit: Unit, case: Row, fact: Fact) -> None:
    """A case passed on for a visit stands before the coordinator in the same moment (R48, R103)."""
    assert isinstance(fact, ServiceRequestDispatched)
    opening.open_from_case(unit, case, fact.note, fact.preferred_at)


@log.react(ServiceRequestEdited)
def correct_work_orders(unit: Unit, case: Row, fact: Fact) -> None:
    """A corrected case corrects its open visits."""
    opening.keep_in_step(unit, case)


@log.react(StockReserved, StockReservationIssued, StockReservationReleased)
def parts_have_come(unit: Unit, reservation: Row, fact: Fact) -> None:
    """What an order waited for is there, or is not wanted any more: it waits no longer (R108)."""
    order_parts.have_come(unit, reservation.order_id)


@log.react(WorkOrderCancelled, WorkOrderClosed)
def free_what_was_kept(unit: Unit, order: Row, fact: Fact) -> None:
    """An order that is over keeps no parts from others."""
    reservations.release_all(unit, order.id, unit.say(Words("单已结束", "The order is over")))


@log.react(
    WorkOrderAssigned, WorkOrderCancelled, WorkOrderMoved, WorkOrderReassigned, WorkOrderRescheduled,
    WorkOrderUnassigned,
)  # fmt: skip
def tell_phones(unit: Unit, order: Row, fact: Fact) -> None:
    """A new job, another time, a job that is gone: the engineer's phones are told (Web Push)."""
    notices.tell(unit, order)


@log.react(WorkOrderRecordHandedIn)
def plan_follow_up(unit: Unit, order: Row, fact: Fact) -> None:
    """No finished visit without its follow-up (R9, D14)."""
    follow_ups.open_from_order(unit, order)


@log.react(ServiceRequestDeclined)
def decline_quote(unit: Unit, case: Row, fact: Fact) -> None:
    """Whoever does not want paid service does not want what was quoted either (R51)."""
    assert isinstance(fact, ServiceRequestDeclined)
    quotes.case_declined(unit, case, fact.reason)


@log.react(
    ServiceRequestAnswered, ServiceRequestCancelled, ServiceRequestCarryInAdvised, ServiceRequestClosed,
    ServiceRequestReopened,
)  # fmt: skip
def void_quote(unit: Unit, case: Row, fact: Fact) -> None:
    """A quote nobody decided on ends with its case; its number stays (R164)."""
    quotes.case_over(unit, case, Words("需求已结束", "The case ended"))


@log.react(ServiceRequestJudged)
def void_quote_of_former_judgement(unit: Unit, case: Row, fact: Fact) -> None:
    """Another judgement asks for another quote."""
    quotes.case_over(unit, case, Words("已重新判断", "The case was judged anew"))


@log.react(ServiceRequestEdited)
def void_quote_of_another_device(unit: Unit, case: Row, fact: Fact) -> None:
    """Another device or place asks for another judgement, and so for another quote."""
    if case.judged_at is None and case.status != "new":
        quotes.case_over(unit, case, Words("设备或地点已改", "The device or place was changed"))
