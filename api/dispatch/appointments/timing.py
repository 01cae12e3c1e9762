"""The clocks of an appointment (D32): reconfirmed a working day ahead and on the morning, missed 30 minutes after its time.

They hang on the appointment and not on the case, whose own promise (the arrival) already stands in its clocks.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from api.kit.unit import Row, Unit
from api.network.calendars.counting import work_calendar
from api.network.calendars.worktime import NoWorkingTimeError
from api.network.clocks import service as clocks
from api.network.settings import limits
from api.network.stations import queries as stations


def begin(unit: Unit, row: Row) -> None:
    """Start what still lies ahead."""
    for kind, due in (("reconfirm", ahead(unit, row)), ("reconfirm_day", morning(unit, row))):
        if due and due > unit.now:
            clocks.start(unit, kind, row, due_at=due, owner_id=row.employee_id, alone=True)  # type: ignore[arg-type]
    wait = timedelta(seconds=limits.get(unit, "appointment.missed_seconds", row.station_id))
    clocks.start(unit, "attend", row, due_at=row.starts_at + wait, owner_id=row.employee_id, alone=True)


def end(unit: Unit, row: Row, at: datetime | None = None, *, kept: bool = False) -> None:
    """Nothing is to be done any more; the attendance is met or late if it was kept."""
    if kept:
        clocks.stop(unit, row, "attend", at)
    clocks.cancel(unit, row)


def reconfirmed(unit: Unit, row: Row, *, on_the_day: bool) -> None:
    """One of the two reconfirmations is done."""
    clocks.stop(unit, row, "reconfirm_day" if on_the_day else "reconfirm")


def ahead(unit: Unit, row: Row) -> datetime | None:
    """The end of the working day before the appointment's (D32: one working day ahead)."""
    days = limits.get(unit, "appointment.reconfirm_working_days", row.station_id)
    calendar = work_calendar(unit, stations.calendar_id(unit, row.station_id))
    zone = ZoneInfo(stations.zone_of(unit, row.station_id))
    try:
        return calendar.add_working_days(row.starts_at.astimezone(zone).date(), -days) if days else None
    except NoWorkingTimeError:
        return None


def morning(unit: Unit, row: Row) -> datetime:
    """An hour after the station opens on the appointment's day, and never after its time (D32: on the morning)."""
    after = timedelta(seconds=limits.get(unit, "appointment.morning_seconds", row.station_id))
    calendar = work_calendar(unit, stations.calendar_id(unit, row.station_id))
    zone = ZoneInfo(stations.zone_of(unit, row.station_id))
    midnight = row.starts_at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        opens = calendar.next_opening(midnight)
    except NoWorkingTimeError:
        opens = row.starts_at
    return min(opens + after, row.starts_at)
