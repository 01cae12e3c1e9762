"""Working time the slow way: look at every minute by the clock on the wall, and add up what is open.

It knows nothing of spans, caches or searches, so that it agrees with the arithmetic only when both are right.
"""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
Minutes = tuple[tuple[int, int], ...]
"""Opening hours as minutes of the day."""


class Plan(NamedTuple):
    """A calendar as plain data."""

    tz: str
    weekly: tuple[Minutes, ...]
    holidays: frozenset[date]
    special_days: dict[date, Minutes]

    def on(self, day: date) -> Minutes:
        if day in self.special_days:
            return self.special_days[day]
        return () if day in self.holidays else self.weekly[day.weekday()]


class Brute:
    """Every minute from `first` to `last` (UTC, whole minutes), each open or not, with the date it belongs to."""

    def __init__(self, plan: Plan, first: datetime, last: datetime) -> None:
        self.minutes: list[tuple[datetime, bool, date]] = []
        zone, reached = ZoneInfo(plan.tz), datetime.min
        moment = first
        while moment < last:
            # what the clock has shown already does not happen a second time
            reached = max(reached, moment.astimezone(zone).replace(tzinfo=None))
            minute = reached.hour * 60 + reached.minute
            is_open = any(opening <= minute < closing for opening, closing in plan.on(reached.date()))
            self.minutes.append((moment, is_open, reached.date()))
            moment += MINUTE

    def pieces(
        self, start: datetime, end: datetime, pauses: list[tuple[datetime, datetime]] = ()
    ) -> list[tuple[datetime, datetime]]:
        """The working time between two moments, in pieces of at most a minute, cut at the pauses."""
        edges = sorted({start, end, *(edge for pause in pauses for edge in pause)})
        found = []
        for moment, is_open, _ in self.minutes:
            if not is_open or moment + MINUTE <= start or moment >= end:
                continue
            cuts = [moment, *(edge for edge in edges if moment < edge < moment + MINUTE), moment + MINUTE]
            found += [
                (since, until)
                for since, until in itertools.pairwise(cuts)
                if start <= since < end and not any(held <= since < free for held, free in pauses)
            ]
        return found

    def elapsed(self, *span: object) -> timedelta:
        return sum((until - since for since, until in self.pieces(*span)), timedelta())

    def is_working(self, at: datetime) -> bool:
        return next(is_open for moment, is_open, _ in self.minutes if moment <= at < moment + MINUTE)

    def date_of(self, at: datetime) -> date:
        return next(day for moment, _, day in self.minutes if moment <= at < moment + MINUTE)

    def closings(self) -> dict[date, datetime]:
        """The end of the last open minute of each date that has one, in order."""
        return {day: moment + MINUTE for moment, is_open, day in self.minutes if is_open}


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


# zone and a moment of interest: summer time begins, ends (by 30 minutes, at midnight, over midnight), a date is skipped
SCENES = [
    ("Asia/Shanghai", utc(2025, 1, 27, 8)),
    ("Asia/Shanghai", utc(2026, 2, 28, 16)),
    ("UTC", utc(2024, 2, 29, 0)),
    ("Europe/Berlin", utc(2025, 3, 30, 1)),
    ("Europe/Berlin", utc(2025, 10, 26, 1)),
    ("America/New_York", utc(2025, 3, 9, 7)),
    ("America/New_York", utc(2025, 11, 2, 6)),
    ("Australia/Lord_Howe", utc(2025, 4, 5, 15)),
    ("Australia/Lord_Howe", utc(2025, 10, 4, 15)),
    ("America/Havana", utc(2025, 11, 2, 5)),
    ("America/Sao_Paulo", utc(2018, 2, 18, 2)),
    ("America/Sao_Paulo", utc(2018, 11, 4, 3)),
    ("America/St_Johns", utc(2010, 11, 7, 2, 31)),
    ("Pacific/Apia", utc(2011, 12, 30, 10)),
    ("Asia/Kathmandu", utc(2025, 6, 1, 0)),
]
