"""Reporting a missed promise further up: first to the station's manager, then to the region's (R81).

Like the promise itself, the time until a report counts in the calendar of its clock: nobody is rung up at night about
a promise whose time stands still at night.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from api.events import log
from api.kit.unit import Row, Unit
from api.network.calendars.counting import work_calendar
from api.network.clocks import facts
from api.network.settings import limits

LEVELS = (("station_manager", "clock.escalate_seconds"), ("regional_manager", "clock.escalate_again_seconds"))
NONE: dict[str, Any] = {"escalate_at": None, "escalations": 0, "escalated_at": None}
"""For a clock that runs anew."""


def first(unit: Unit, row: Row) -> datetime | None:
    """When the first manager is told of a clock just missed."""
    return _after(unit, row, row.due_at, 0)


def again(unit: Unit, row: Row, since: datetime) -> datetime | None:
    """When the next manager is told of a missed clock whose pause has ended."""
    return _after(unit, row, since, row.escalations)


def report(unit: Unit, row: Row, now: datetime) -> None:
    """Tell the next manager, and say when the one after him would be told."""
    to, _ = LEVELS[row.escalations]
    level = row.escalations + 1
    fact = facts.ClockEscalated(
        kind=row.kind, of=row.subject, of_id=row.subject_id, due_at=row.due_at, to=to, level=level,
        late_seconds=int((now - row.due_at).total_seconds()),
    )  # fmt: skip
    log.append(
        unit, row, fact, escalations=level, escalated_at=now, escalate_at=_after(unit, row, row.escalate_at, level)
    )


def _after(unit: Unit, row: Row, since: datetime, level: int) -> datetime | None:
    if level >= len(LEVELS):
        return None
    seconds = limits.get(unit, LEVELS[level][1], row.station_id)
    if not seconds:
        return None
    if row.policy["runs"] == "natural" or row.calendar_id is None:
        return since + timedelta(seconds=seconds)
    calendar = work_calendar(unit, row.calendar_id, staffed=row.policy["runs"] == "staffed")
    return calendar.due(since, seconds)
