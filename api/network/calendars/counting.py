"""From the rows of a calendar to the arithmetic of `worktime`, kept for 5 s per process."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from api.kit.unit import Unit
from api.kit.words import Words
from api.network.calendars import queries
from api.network.calendars.worktime import DayName, SpecialDay, WorkCalendar, hours


def work_calendar(unit: Unit, calendar_id: str, *, staffed: bool = False) -> WorkCalendar:
    """The calendar as it stands (its version says which); `staffed` opens the breaks, as the hotline is (D7).

    :raises NotFound: there is no such calendar.
    """
    return unit.db.keep(("calendar", calendar_id), lambda: both(queries.whole(unit, calendar_id)))[staffed]


def forget(unit: Unit, calendar_id: str) -> None:
    """After a change: count anew once it is committed."""
    unit.after_commit.append(lambda: unit.db.forget(("calendar", calendar_id)))


def missing_year_warning(years: tuple[int, ...] | list[int]) -> Words | None:
    """What to say where years without a holiday table are touched: their holidays count as work."""
    if not years:
        return None
    named = ", ".join(map(str, years))
    return Words(
        "{years} 年的节假日表还没有录入，按每周工时计算", "No holiday table for {years} yet: weekly hours are counted"
    ).format(years=named)


def zone_of(calendar: WorkCalendar, moment: datetime) -> datetime:
    """The moment by the clock on the calendar's wall."""
    return moment.astimezone(ZoneInfo(calendar.tz))


def of_values(values: dict[str, Any], *, staffed: bool = False) -> WorkCalendar:
    """A calendar of a row's values and its days.

    :raises ValueError: unknown zone or impossible hours.
    """
    widen = _without_breaks if staffed else (lambda spans: spans)
    special = {
        row["day"]: SpecialDay(
            hours(widen(row["spans"])), DayName(row["name"], row["name_en"]), make_up=row["kind"] == "workday"
        )
        for row in values["days"]
        if row["spans"]
    }
    return WorkCalendar.of(
        values["time_zone"],
        {day: widen(spans) for day, spans in values["weekly"].items()},
        holidays={row["day"]: DayName(row["name"], row["name_en"]) for row in values["days"] if not row["spans"]},
        special_days=special,
        version=values["version"],
        years=values["years"],
    )


def both(values: dict[str, Any]) -> dict[bool, WorkCalendar]:
    """Without and with the breaks open."""
    return {staffed: of_values(values, staffed=staffed) for staffed in (False, True)}


def _without_breaks(spans: list[list[str]]) -> list[list[str]]:
    return [[min(span[0] for span in spans), max(span[1] for span in spans)]] if spans else []
