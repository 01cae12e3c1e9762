"""Until when cash may stay in somebody's hands (D24): the day of receipt, else by 10:00 of the next working day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from api.kit.unit import Row, Unit
from api.network.calendars.counting import work_calendar
from api.network.clocks import service as clocks
from api.network.settings import limits
from api.network.stations import queries as stations


def due(unit: Unit, station_id: str, collected_at: datetime) -> datetime:
    """The last moment to hand over cash that was collected then."""
    calendar = work_calendar(unit, stations.calendar_id(unit, station_id))
    zone = ZoneInfo(calendar.tz)
    day = collected_at.astimezone(zone).date()
    until = limits.get(unit, "cash.hand_over_seconds", station_id)
    return datetime.combine(calendar.working_date(day, 1), time(), zone) + timedelta(seconds=until)


def begin(unit: Unit, payment: Row) -> None:
    """The clock of one payment's cash runs; it is the collector's, and outlives the case."""
    clocks.start(
        unit, "hand_over", payment, started_at=payment.occurred_at, owner_id=payment.collected_by_id,
        due_at=due(unit, payment.station_id, payment.occurred_at), alone=True,
    )  # fmt: skip


def end(unit: Unit, payment: Row) -> None:
    """The cash was received by the admin specialist (R157)."""
    clocks.stop(unit, payment, "hand_over")


def drop(unit: Unit, payment: Row) -> None:
    """There is no such cash: the payment was voided."""
    clocks.cancel(unit, payment, "hand_over")
