"""Working-time arithmetic: when a promise counted in working time falls due, and why.

Pure functions of an immutable `WorkCalendar`; no database, no clock, no settings. D7 gives the seed hours; D9, D12,
D13, D16, D17, D24 and D32 count in working time. The natural hours of D8 (the 24 and 48 hours, which do not stop at
night) need none of this: `received_at + timedelta(hours=48)` on aware UTC times is the whole arithmetic.

One definition carries everything: a moment is working time when some opening has taken effect and its closing has not
(opening included, closing excluded). From it follow

- `due(start, amount)`: the earliest moment at which `amount` has passed. Time that runs out exactly at closing is due
  at the closing itself, not at the next opening; an amount of zero is due at `start`.
- `back(start, amount)`: the latest moment from which `amount` lies before `start`; the mirror of `due`.
- An opening or closing takes effect the first moment the calendar's clock shows it or has passed it. So an hour skipped
  by summer time does not count, a repeated one counts twice inside a span, and nothing opens or closes twice.

Moments come in aware (a naive one is refused) and go out in UTC, so that their differences are real durations: Python
subtracts two times of the same zone by their wall clocks. A year without a holiday table is counted by the weekly
hours; `missing_years` and `Span.tabled` say so, because the promise may then be wrong by the holidays nobody entered.
Every search ends: it looks at most `HORIZON_DAYS` days ahead or back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from api.network.calendars.hours import (
    DAY,
    FIRST_YEAR,
    FOREVER,
    LAST_YEAR,
    DayName,
    Held,
    Hours,
    Pause,
    Reason,
    Span,
    SpecialDay,
    WrittenHours,
    check_hours,
    date_at,
    hours,
    in_order,
    instant_of,
    length_of,
    month_day,
    split,
    utc,
)

__all__ = [
    "HORIZON_DAYS",
    "DayName",
    "NoWorkingTimeError",
    "Pause",
    "Reason",
    "Span",
    "SpecialDay",
    "StillPausedError",
    "WorkCalendar",
    "hours",
]

HORIZON_DAYS = 20 * 366
"""How far a search or a measured span may reach, in days; beyond it, `NoWorkingTimeError` or `ValueError`."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CACHED_DAYS = 4096
_Key = TypeVar("_Key")


class NoWorkingTimeError(ValueError):
    """The calendar has not (enough) working time within the horizon."""


class StillPausedError(ValueError):
    """A pause without an end began before the time ran out: there is no due time yet."""


class _Day(NamedTuple):
    on: date
    begin: datetime
    end: datetime
    open: tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True)
class WorkCalendar:
    """One version of a station's working calendar. Immutable; `of` builds it from readable values.

    A special day replaces the hours of its date whatever else holds there, a holiday closes it, otherwise the weekly
    hours apply. A yearly holiday of 29 February exists in leap years only.
    """

    tz: str
    weekly: tuple[tuple[Hours, ...], ...]
    """Seven tuples of hours, Monday first."""
    holidays: Mapping[date, DayName] = field(default_factory=dict)
    yearly_holidays: Mapping[tuple[int, int], DayName] = field(default_factory=dict)
    special_days: Mapping[date, SpecialDay] = field(default_factory=dict)
    version: int = 1
    years: frozenset[int] = frozenset()
    """The years that have a holiday table."""
    _zone: ZoneInfo = field(init=False, repr=False, compare=False)
    _days: dict[date, _Day] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Freeze what came in. ValueError for an unknown zone or impossible hours."""
        try:
            zone = ZoneInfo(self.tz)
        except (KeyError, OSError) as error:
            raise ValueError(f"unknown time zone {self.tz!r}") from error
        if len(self.weekly) != len(_WEEKDAYS):
            raise ValueError("weekly hours need seven days")
        for spans in (*self.weekly, *(special.hours for special in self.special_days.values())):
            check_hours(spans)
        put = object.__setattr__
        put(self, "_zone", zone)
        put(self, "holidays", MappingProxyType(dict(self.holidays)))
        put(self, "yearly_holidays", MappingProxyType(dict(self.yearly_holidays)))
        put(self, "special_days", MappingProxyType(dict(self.special_days)))

    def __hash__(self) -> int:
        """Equal calendars hash alike; the mappings themselves cannot be hashed."""
        return hash((self.tz, self.weekly, self.version, self.years))

    @classmethod
    def of(
        cls,
        tz: str,
        weekly: Mapping[str, Iterable[WrittenHours]] | Mapping[int, Iterable[WrittenHours]],
        *,
        holidays: Mapping[date, DayName] | Iterable[date] = (),
        yearly_holidays: Mapping[str, DayName] | Iterable[str] = (),
        special_days: Mapping[date, SpecialDay | Iterable[WrittenHours]] | None = None,
        version: int = 1,
        years: Iterable[int] = (),
    ) -> WorkCalendar:
        """Build a calendar: weekdays as "mon" to "sun" or 0 to 6 (Monday first), yearly holidays as "MM-DD".

        Holidays may carry names or be bare dates. ValueError for anything that cannot be read.
        """
        week: list[tuple[Hours, ...]] = [()] * len(_WEEKDAYS)
        for weekday, spans in weekly.items():
            if weekday not in _WEEKDAYS and weekday not in range(len(_WEEKDAYS)):
                raise ValueError(f"unknown weekday {weekday!r}")
            week[_WEEKDAYS.index(weekday) if isinstance(weekday, str) else weekday] = hours(spans)
        return cls(
            tz=tz,
            weekly=tuple(week),
            holidays=_named(holidays),
            yearly_holidays={month_day(text): name for text, name in _named(yearly_holidays).items()},
            special_days={
                day: special if isinstance(special, SpecialDay) else SpecialDay(hours(special))
                for day, special in (special_days or {}).items()
            },
            version=version,
            years=frozenset(years),
        )

    def due(self, start: datetime, amount: timedelta | float, pauses: Iterable[Pause] = ()) -> datetime:
        """When `amount` (a timedelta or seconds, not negative) of working time after `start` has passed.

        Raises StillPausedError when an open pause holds the clock, NoWorkingTimeError beyond the horizon.
        """
        left, moment, held = length_of(amount), utc(start), in_order(pauses)
        if not left:
            return moment
        paused_from = min((since for since, until, _ in held if until == FOREVER), default=FOREVER)
        for day in self._walk(self._date_of(moment)):
            for opening, closing in self._counted(day, held):
                length = closing - max(opening, moment)
                if length >= left:
                    return max(opening, moment) + left
                left -= max(length, timedelta())
            if day.end >= paused_from:
                raise StillPausedError("the clock is paused: its due time is known when the pause ends")
        raise self._nothing()

    def back(self, start: datetime, amount: timedelta | float) -> datetime:
        """The latest moment from which `amount` (a timedelta or seconds) of working time lies before `start`."""
        left, moment = length_of(amount), utc(start)
        if not left:
            return moment
        for day in self._walk(self._date_of(moment), step=-1):
            for opening, closing in reversed(day.open):
                length = min(closing, moment) - opening
                if length >= left:
                    return min(closing, moment) - left
                left -= max(length, timedelta())
        raise self._nothing()

    def elapsed(self, start: datetime, end: datetime, pauses: Iterable[Pause] = ()) -> timedelta:
        """Working time between two moments, exact to the microsecond, pauses left out.

        Negative when `end` lies before `start`, so that remaining time turns into overdue time.
        """
        since, until = utc(start), utc(end)
        if until < since:
            return -self.elapsed(until, since, pauses)
        total, held = timedelta(), in_order(pauses)
        for day in self._between(since, until):
            for opening, closing in self._counted(day, held):
                total += max(min(closing, until) - max(opening, since), timedelta())
        return total

    def next_opening(self, moment: datetime) -> datetime:
        """The first moment of working time at or after `moment`: itself during working hours."""
        instant = utc(moment)
        for day in self._walk(self._date_of(instant)):
            for opening, closing in day.open:
                if instant < closing:
                    return max(opening, instant)
        raise self._nothing()

    def working_day_end(self, moment: datetime) -> datetime:
        """The end of the same working day (D13, D17): its last closing.

        After closing and on days off there is no such end any more, so the next working day's is meant.
        """
        instant = utc(moment)
        for day in self._walk(self._date_of(instant)):
            if day.open and instant <= day.open[-1][1]:
                return day.open[-1][1]
        raise self._nothing()

    def working_date(self, start: date | datetime, count: int) -> date:
        """The `count`-th working day after the day of `start` (before it when negative), which itself is not counted.

        With 0 the day itself, or the next working day when it is none.
        """
        day = self._date_of(utc(start)) if isinstance(start, datetime) else start
        step, wanted = (-1, -count) if count < 0 else (1, count)
        for plan in self._walk(day, step):
            if plan.open and (plan.on != day or not count):
                wanted -= 1
                if wanted <= 0:
                    return plan.on
        raise self._nothing()

    def add_working_days(self, start: date | datetime, count: int) -> datetime:
        """The end of the hours of the `count`-th working day after `start` (D9: "within 2 working days").

        The day of `start` is not counted and the last day ends with its hours, as the Civil Code counts days (民法典
        第二百零一条, 第二百零三条). With 0 the end of the same working day; negative counts go back (D32).
        """
        if isinstance(start, datetime) and count == 0:
            return self.working_day_end(start)
        return self._day(self.working_date(start, count)).open[-1][1]

    def explain(self, start: datetime, end: datetime, pauses: Iterable[Pause] = ()) -> list[Span]:
        """Every interval between two moments and why it counts or not; the spans tile it without gap or overlap.

        A pause is shown only where it takes working time away, so the spans of PAUSE add up to the time it saved; where
        two pauses overlap the earlier one is shown. ValueError when `end` lies before `start`.
        """
        since, until = utc(start), utc(end)
        if until < since:
            raise ValueError("the end lies before the start")
        held = in_order(pauses)
        explained: list[Span] = []
        for span in (whole for day in self._between(since, until) for whole in self._reasons(day)):
            for start_of, end_of, pause in split(
                max(span.start, since), min(span.end, until), held if span.counts else ()
            ):
                part = span._replace(start=start_of, end=end_of)
                explained.append(part if pause is None else part._replace(reason=Reason.PAUSE, note=pause))
        return explained

    def missing_years(self, start: datetime, end: datetime) -> tuple[int, ...]:
        """The years touched by two moments, ends included, that have no holiday table: their holidays count as work."""
        first, last = sorted((self._date_of(utc(start)).year, self._date_of(utc(end)).year))
        return tuple(year for year in range(first, last + 1) if year not in self.years)

    def _counted(self, day: _Day, held: Iterable[Held]) -> Iterator[tuple[datetime, datetime]]:
        for opening, closing in day.open:
            yield from ((start, end) for start, end, pause in split(opening, closing, held) if pause is None)

    def _reasons(self, day: _Day) -> Iterator[Span]:
        special, holiday = self.special_days.get(day.on), self._holiday(day.on)
        shut, counted, name = Reason.REST_DAY, Reason.WORKING_HOURS, None
        if special is not None:
            shut, name = Reason.SPECIAL_CLOSED, special.name
            counted = Reason.MAKE_UP_DAY if special.make_up else Reason.SPECIAL_HOURS
        elif holiday is not None:
            shut, name = Reason.HOLIDAY, holiday
        tabled = day.on.year in self.years
        since, closed = day.begin, Reason.OUTSIDE_HOURS if day.open else shut
        for opening, closing in day.open:
            if since < opening:
                yield Span(since, opening, closed, name, tabled=tabled)
            yield Span(opening, closing, counted, name, tabled=tabled)
            since, closed = closing, Reason.BREAK
        if since < day.end:
            yield Span(since, day.end, Reason.OUTSIDE_HOURS if day.open else shut, name, tabled=tabled)

    def _holiday(self, day: date) -> DayName | None:
        named = self.holidays.get(day)
        return named if named is not None else self.yearly_holidays.get((day.month, day.day))

    def _hours_on(self, day: date) -> tuple[Hours, ...]:
        if (special := self.special_days.get(day)) is not None:
            return special.hours
        return () if self._holiday(day) is not None else self.weekly[day.weekday()]

    def _day(self, day: date) -> _Day:
        plan = self._days.get(day)
        if plan is None:
            edges = [
                (instant_of(self._zone, day, opens), instant_of(self._zone, day, closes))
                for opens, closes in self._hours_on(day)
            ]
            plan = _Day(
                day,
                instant_of(self._zone, day, 0),
                instant_of(self._zone, day, DAY),
                tuple(edge for edge in edges if edge[0] < edge[1]),
            )
            if len(self._days) >= _CACHED_DAYS:
                self._days.clear()
            self._days[day] = plan
        return plan

    def _walk(self, day: date, step: int = 1) -> Iterator[_Day]:
        if not any(self.weekly) and not any(special.hours for special in self.special_days.values()):
            raise NoWorkingTimeError("the calendar has no working time at all")
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValueError(f"only the years {FIRST_YEAR} to {LAST_YEAR} are counted")
        for distance in range(HORIZON_DAYS):
            yield self._day(day + timedelta(days=step * distance))

    def _between(self, since: datetime, until: datetime) -> Iterator[_Day]:
        first, last = self._date_of(since), self._date_of(until)
        if (last - first).days > HORIZON_DAYS:
            raise ValueError(f"the span is longer than {HORIZON_DAYS} days")
        for distance in range((last - first).days + 1):
            yield self._day(first + timedelta(days=distance))

    def _nothing(self) -> NoWorkingTimeError:
        return NoWorkingTimeError(f"not enough working time within {HORIZON_DAYS} days")

    def _date_of(self, instant: datetime) -> date:
        return date_at(self._zone, instant)


def _named(days: Mapping[_Key, DayName] | Iterable[_Key]) -> dict[_Key, DayName]:
    return dict(days) if isinstance(days, Mapping) else dict.fromkeys(days, DayName())
