"""The clocks of an order: contact and arrival (D9), the service record (D13), and the order's copy of the nearest one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import update

from api.events import log
from api.events.facts import Fact
from api.intake.service_requests.model import NEVER
from api.kit.unit import Row, Unit
from api.network.clocks import service as clocks
from api.network.clocks.facts import CHANGES
from api.network.clocks.policy import KindName
from api.work.work_orders import queries
from api.work.work_orders.model import WorkOrder

_order = WorkOrder.__table__  # type: ignore[attr-defined]
NONE: dict[str, Any] = {
    "due_kind": None, "due_at": NEVER, "due_soon_at": None, "due_started_at": None, "due_state": None
}  # fmt: skip
"""The copy where there is no clock; a time that never comes keeps such orders last in the queue, and paused ones."""


def begin(unit: Unit, order: Row, since: datetime, *, in_area: bool) -> None:
    """Both promises of D9 run from the customer's first request: contact in 2 hours, arrival in 2 or 3 working days."""
    clocks.start(unit, "contact", order, started_at=since)
    clocks.start(unit, "arrive", order, started_at=since, variant=None if in_area else "outside")


def stop(unit: Unit, order: Row, kind: KindName, at: datetime | None = None) -> bool:
    """The promise was kept or missed at this moment; whether it was missed."""
    stopped = clocks.stop(unit, order, kind, at)
    return stopped is not None and stopped.state == "late_met"


def aim(unit: Unit, order: Row, promised_at: datetime, reason: str) -> None:
    """What was promised to the customer is the arrival's due time from now on (R105); a second visit has its own."""
    clock = clocks.find(unit, order, "arrive")
    if clock is None:
        clocks.start(unit, "arrive", order, due_at=promised_at)
    elif clock.due_at != promised_at or clock.state == "paused":
        clocks.retarget(unit, clock, promised_at, reason)


def pause(unit: Unit, order: Row, reason: str) -> None:
    """Waiting for a part does not count against the arrival (R107)."""
    clocks.pause(unit, order, "arrive", reason)


def resume(unit: Unit, order: Row) -> None:
    """The part is there."""
    clocks.resume(unit, order, "arrive")


def start_record(unit: Unit, order: Row, done_at: datetime) -> None:
    """The record is due by the end of the working day of completion, or 24 hours after a far visit (R79, D13)."""
    away = queries.is_outside(unit, order.site_id)
    clocks.start(unit, "record", order, started_at=done_at, variant="overnight" if away else None)


def cancel(unit: Unit, order: Row) -> None:
    """No promise of this order runs any more."""
    clocks.cancel(unit, order)


@log.react(*CHANGES)
def keep_copy(unit: Unit, clock: Row, fact: Fact) -> None:
    """After every change of a clock: the order repeats its most urgent one, so that lists need no join."""
    if clock.subject == "work_order":
        copy = clocks.next_due_of(unit, clock.subject_id)
        copy |= {"due_at": copy["due_at"] or NEVER}
        unit.conn.execute(update(_order).where(_order.c.id == clock.subject_id), copy)
