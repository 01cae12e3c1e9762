"""Working calendars over the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints

from api.kit.ids import Id
from api.kit.text import Answer, Body, line
from api.kit.validation import Said
from api.kit.words import Words
from api.network.calendars.worktime import WorkCalendar, hours

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Edge = Annotated[str, StringConstraints(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$")]
Span = Annotated[list[Edge], Field(min_length=2, max_length=2)]


def _in_order(spans: list[list[str]]) -> list[list[str]]:
    try:
        hours([(opens, closes) for opens, closes in spans])
    except ValueError as error:
        words = Words("时段要先开后关、依次、不重叠", "Spans open before they close, in order, without overlap")
        raise Said("hours", words) from error
    return sorted(spans)


Spans = Annotated[list[Span], Field(max_length=6), AfterValidator(_in_order)]


def _whole_week(weekly: dict[str, list[list[str]]]) -> dict[str, list[list[str]]]:
    if set(weekly) != set(WEEKDAYS) or not any(weekly.values()):
        words = Words("要写全周一到周日，至少一天开门", "All of mon to sun, at least one of them open")
        raise Said("weekly", words)
    return {day: weekly[day] for day in WEEKDAYS}


Weekly = Annotated[dict[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], Spans], AfterValidator(_whole_week)]


def _known_zone(name: str) -> str:
    try:
        WorkCalendar.of(name, {})
    except ValueError as error:
        raise Said("time_zone", Words("没有这个时区", "There is no such time zone")) from error
    return name


Zone = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_+\-/]{1,40}$"), AfterValidator(_known_zone)]
Years = Annotated[list[Annotated[int, Field(strict=True, ge=2000, le=2100)]], Field(max_length=60)]
Name: Any = line(80)
DayName: Any = line(60)


class CalendarCreate(Body):
    """A calendar of weekly hours; days that differ are set one by one."""

    id: Id | None = None
    name: Name
    time_zone: Zone = "Asia/Shanghai"
    weekly: Weekly
    years: Years = []


class CalendarChange(Body):
    """What to change; what is left out stays."""

    name: Name = None
    weekly: Weekly = None  # type: ignore[assignment]
    years: Years = None  # type: ignore[assignment]


class DaySet(Body):
    """A day that differs: a holiday has no spans, a make-up workday has."""

    kind: Literal["holiday", "workday"]
    name: DayName
    name_en: DayName = None
    spans: Spans = []


class CalendarDayRead(Answer):
    date: date
    kind: Literal["holiday", "workday"]
    name: str
    spans: list[list[str]]


class CalendarRow(Answer):
    """A calendar; the warning speaks of years that come without a holiday table."""

    id: str
    version: int
    name: str
    time_zone: str
    weekly: dict[str, list[list[str]]]
    years: list[int]
    missing_years_warning: str | None


class CalendarRead(CalendarRow):
    """The same with the days that differ."""

    days: list[CalendarDayRead]
