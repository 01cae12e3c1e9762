"""What the working calendar is made of: opening hours as people write them, named days, pauses, and explained spans.

Pure values and the arithmetic of a single line of time; `worktime.py` puts them on a calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

DAY = 86_400
"""The end of a local day, in seconds after midnight by the clock on the wall."""
FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years that can be counted; it keeps every step of a search inside what Python can tell."""
FOREVER = datetime(9000, 1, 1, tzinfo=UTC)
"""Where a pause without an end ends."""

Hours = tuple[int, int]
"""An opening and a closing, in seconds after local midnight; 86400 is the end of the day ("24:00")."""
WrittenHours = tuple[str, str] | Sequence[str]
"""The same as people write it: ("08:30", "12:00"), seconds optional."""
Held = tuple[datetime, datetime, str]
"""A pause in UTC: start, end, reason."""


class DayName(NamedTuple):
    """What a holiday or special day is called."""

    zh: str = ""
    en: str = ""


class Pause(NamedTuple):
    """A span that does not count, such as waiting for the customer; without an end it is still going on."""

    start: datetime
    end: datetime | None = None
    reason: str = ""


class SpecialDay(NamedTuple):
    """Hours that replace those of one date; none means closed. `make_up` marks a make-up workday (调休)."""

    hours: tuple[Hours, ...] = ()
    name: DayName = DayName()
    make_up: bool = False


class Reason(StrEnum):
    """Why an interval counts or does not."""

    WORKING_HOURS = "working_hours"
    MAKE_UP_DAY = "make_up_day"
    SPECIAL_HOURS = "special_hours"
    PAUSE = "pause"
    BREAK = "break"
    OUTSIDE_HOURS = "outside_hours"
    REST_DAY = "rest_day"
    HOLIDAY = "holiday"
    SPECIAL_CLOSED = "special_closed"


_COUNTING = frozenset({Reason.WORKING_HOURS, Reason.MAKE_UP_DAY, Reason.SPECIAL_HOURS})


class Span(NamedTuple):
    """One interval of an explanation, in UTC, never longer than a local day."""

    start: datetime
    end: datetime
    reason: Reason
    name: DayName | None = None
    """The holiday or special day of that date, if any."""
    note: str = ""
    """The reason of the pause."""
    tabled: bool = True
    """False when the year of that date has no holiday table."""

    @property
    def counts(self) -> bool:
        """Whether the interval is working time."""
        return self.reason in _COUNTING


def hours(spans: Iterable[WrittenHours]) -> tuple[Hours, ...]:
    """Read opening hours as people write them, in any order.

    Hours across midnight are two spans, one ending "24:00" and one beginning "00:00" on the next day, so that each
    day's holidays are its own. ValueError when one ends before it begins or two overlap.
    """
    read = tuple(sorted((_seconds(opening), _seconds(closing)) for opening, closing in spans))
    check_hours(read)
    return read


def utc(moment: datetime) -> datetime:
    """The moment in UTC. ValueError when it is naive or too far off to be meant."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError("a time without a zone says nothing: give it an offset")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"only the years {FIRST_YEAR} to {LAST_YEAR} are counted")
    return moment.astimezone(UTC)


def length_of(amount: timedelta | float) -> timedelta:
    """An amount of working time, given as such or in seconds. ValueError when negative or not a number."""
    try:
        length = amount if isinstance(amount, timedelta) else timedelta(seconds=amount)
    except OverflowError as error:
        raise ValueError("the amount of working time is too large") from error
    if length < timedelta():
        raise ValueError("an amount of working time cannot be negative")
    return length


def _seconds(text: str) -> int:
    match = re.fullmatch(r"(\d\d):([0-5]\d)(?::([0-5]\d))?", text, re.ASCII)
    if match is None:
        raise ValueError(f"not a time of day: {text!r}")
    hour, minute, second = (int(part or 0) for part in match.groups())
    seconds = hour * 3600 + minute * 60 + second
    if seconds > DAY:
        raise ValueError(f"not a time of day: {text!r}")
    return seconds


def check_hours(spans: Iterable[Hours]) -> None:
    """Refuse hours (ValueError) that end before they begin, overlap, are out of order or leave the day."""
    since = 0
    for opening, closing in spans:
        if not since <= opening < closing <= DAY:
            raise ValueError("opening hours must end after they begin, in order and without overlap")
        since = closing


def month_day(text: str) -> tuple[int, int]:
    """Read "MM-DD"; 29 February is one."""
    day = date.fromisoformat(f"2000-{text}")
    return day.month, day.day


def in_order(pauses: Iterable[Pause]) -> list[Held]:
    """The pauses in UTC, by their beginning. ValueError when one ends before it begins."""
    held = sorted(
        (utc(pause.start), FOREVER if pause.end is None else utc(pause.end), pause.reason) for pause in pauses
    )
    if any(end < start for start, end, _ in held):
        raise ValueError("a pause ends before it begins")
    return held


def split(start: datetime, end: datetime, held: Iterable[Held]) -> Iterator[tuple[datetime, datetime, str | None]]:
    """Cut an interval at the pauses in it, in order: the last item is the pause's reason, None where none holds.

    The pauses come by their beginning; where two overlap the earlier one is told.
    """
    since = start
    for pause_start, pause_end, reason in held:
        if max(since, pause_start) < min(pause_end, end):
            if since < pause_start:
                yield since, pause_start, None
            yield max(since, pause_start), min(pause_end, end), reason
            since = min(pause_end, end)
    if since < end:
        yield since, end, None


def instant_of(zone: ZoneInfo, day: date, seconds: int) -> datetime:
    """The first moment, in UTC, at which the zone's clock shows `seconds` after midnight of `day` or has passed it."""
    wall = datetime.combine(day, time()) + timedelta(seconds=seconds)
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    # the clock skips this time: the skip lies between its readings by the offsets after and before it
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    low, high = 0, int((instant - early).total_seconds())
    while low < high:
        middle = (low + high) // 2
        shown = (early + timedelta(seconds=middle)).astimezone(zone).replace(tzinfo=None)
        low, high = (low, middle) if shown >= wall else (middle + 1, high)
    return early + timedelta(seconds=low)


def date_at(zone: ZoneInfo, instant: datetime) -> date:
    """The local date a moment belongs to.

    It is the date the clock shows, except where clocks go back over midnight: there the next date has begun already,
    though the old one is shown once more.
    """
    shown = instant.astimezone(zone).date()
    following = shown + timedelta(days=1)
    return following if instant_of(zone, following, 0) <= instant else shown
