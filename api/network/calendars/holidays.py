"""Seed of the working calendar: the hours of D7, and the public holidays and make-up workdays (调休) of China.

The days are those of the State Council's yearly notices. They are written down here so that the arithmetic needs no
package and a station's table starts complete; from then on the table in the database is edited, and this file is only
the seed. A year appears when its notice is out: until then there is no table, the weekly hours count, and a warning
says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from api.network.calendars.worktime import DayName, SpecialDay, WorkCalendar, hours

SEED_TIME_ZONE = "Asia/Shanghai"

_D7_DAY = (("08:30", "12:00"), ("13:00", "17:30"))
SEED_WEEKLY_HOURS: Mapping[str, Sequence[tuple[str, str]]] = dict.fromkeys(
    ("mon", "tue", "wed", "thu", "fri", "sat"), _D7_DAY
)
"""D7: Monday to Saturday 08:30 to 17:30, lunch 12:00 to 13:00."""

SEED_MAKE_UP_HOURS = _D7_DAY
"""A make-up workday, Saturday or Sunday, is worked like a Monday."""


class PublicDay(NamedTuple):
    """A day on which the whole country rests (holiday) or works in exchange for one (workday)."""

    on: date
    kind: Literal["holiday", "workday"]
    name: DayName
    """The festival it belongs to."""


_NEW_YEAR = DayName("元旦", "New Year's Day")
_SPRING_FESTIVAL = DayName("春节", "Spring Festival")
_TOMB_SWEEPING = DayName("清明节", "Tomb-sweeping Day")
_LABOUR_DAY = DayName("劳动节", "Labour Day")
_DRAGON_BOAT = DayName("端午节", "Dragon Boat Festival")
_NATIONAL_DAY = DayName("国庆节", "National Day")
_MID_AUTUMN = DayName("中秋节", "Mid-autumn Festival")

PUBLIC_DAYS: tuple[PublicDay, ...] = (
    PublicDay(date(2025, 1, 1), "holiday", _NEW_YEAR),
    PublicDay(date(2025, 1, 26), "workday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 1, 28), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 1, 29), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 1, 30), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 1, 31), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 2, 1), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 2, 2), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 2, 3), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 2, 4), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 2, 8), "workday", _SPRING_FESTIVAL),
    PublicDay(date(2025, 4, 4), "holiday", _TOMB_SWEEPING),
    PublicDay(date(2025, 4, 5), "holiday", _TOMB_SWEEPING),
    PublicDay(date(2025, 4, 6), "holiday", _TOMB_SWEEPING),
    PublicDay(date(2025, 4, 27), "workday", _LABOUR_DAY),
    PublicDay(date(2025, 5, 1), "holiday", _LABOUR_DAY),
    PublicDay(date(2025, 5, 2), "holiday", _LABOUR_DAY),
    PublicDay(date(2025, 5, 3), "holiday", _LABOUR_DAY),
    PublicDay(date(2025, 5, 4), "holiday", _LABOUR_DAY),
    PublicDay(date(2025, 5, 5), "holiday", _LABOUR_DAY),
    PublicDay(date(2025, 5, 31), "holiday", _DRAGON_BOAT),
    PublicDay(date(2025, 6, 1), "holiday", _DRAGON_BOAT),
    PublicDay(date(2025, 6, 2), "holiday", _DRAGON_BOAT),
    PublicDay(date(2025, 9, 28), "workday", _NATIONAL_DAY),
    PublicDay(date(2025, 10, 1), "holiday", _NATIONAL_DAY),
    PublicDay(date(2025, 10, 2), "holiday", _NATIONAL_DAY),
    PublicDay(date(2025, 10, 3), "holiday", _NATIONAL_DAY),
    PublicDay(date(2025, 10, 4), "holiday", _NATIONAL_DAY),
    PublicDay(date(2025, 10, 5), "holiday", _NATIONAL_DAY),
    PublicDay(date(2025, 10, 6), "holiday", _MID_AUTUMN),
    PublicDay(date(2025, 10, 7), "holiday", _NATIONAL_DAY),
    PublicDay(date(2025, 10, 8), "holiday", _NATIONAL_DAY),
    PublicDay(date(2025, 10, 11), "workday", _NATIONAL_DAY),
    PublicDay(date(2026, 1, 1), "holiday", _NEW_YEAR),
    PublicDay(date(2026, 1, 2), "holiday", _NEW_YEAR),
    PublicDay(date(2026, 1, 3), "holiday", _NEW_YEAR),
    PublicDay(date(2026, 1, 4), "workday", _NEW_YEAR),
    PublicDay(date(2026, 2, 14), "workday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 15), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 16), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 17), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 18), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 19), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 20), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 21), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 22), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 23), "holiday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 2, 28), "workday", _SPRING_FESTIVAL),
    PublicDay(date(2026, 4, 4), "holiday", _TOMB_SWEEPING),
    PublicDay(date(2026, 4, 5), "holiday", _TOMB_SWEEPING),
    PublicDay(date(2026, 4, 6), "holiday", _TOMB_SWEEPING),
    PublicDay(date(2026, 5, 1), "holiday", _LABOUR_DAY),
    PublicDay(date(2026, 5, 2), "holiday", _LABOUR_DAY),
    PublicDay(date(2026, 5, 3), "holiday", _LABOUR_DAY),
    PublicDay(date(2026, 5, 4), "holiday", _LABOUR_DAY),
    PublicDay(date(2026, 5, 5), "holiday", _LABOUR_DAY),
    PublicDay(date(2026, 5, 9), "workday", _LABOUR_DAY),
    PublicDay(date(2026, 6, 19), "holiday", _DRAGON_BOAT),
    PublicDay(date(2026, 6, 20), "holiday", _DRAGON_BOAT),
    PublicDay(date(2026, 6, 21), "holiday", _DRAGON_BOAT),
    PublicDay(date(2026, 9, 20), "workday", _NATIONAL_DAY),
    PublicDay(date(2026, 9, 25), "holiday", _MID_AUTUMN),
    PublicDay(date(2026, 9, 26), "holiday", _MID_AUTUMN),
    PublicDay(date(2026, 9, 27), "holiday", _MID_AUTUMN),
    PublicDay(date(2026, 10, 1), "holiday", _NATIONAL_DAY),
    PublicDay(date(2026, 10, 2), "holiday", _NATIONAL_DAY),
    PublicDay(date(2026, 10, 3), "holiday", _NATIONAL_DAY),
    PublicDay(date(2026, 10, 4), "holiday", _NATIONAL_DAY),
    PublicDay(date(2026, 10, 5), "holiday", _NATIONAL_DAY),
    PublicDay(date(2026, 10, 6), "holiday", _NATIONAL_DAY),
    PublicDay(date(2026, 10, 7), "holiday", _NATIONAL_DAY),
    PublicDay(date(2026, 10, 10), "workday", _NATIONAL_DAY),
)

PUBLISHED_YEARS = frozenset({2025, 2026})
"""The years whose notice is in the table."""


def seed_calendar(version: int = 1) -> WorkCalendar:
    """The calendar of D7 for a station in China, as it is before anybody edits it."""
    return WorkCalendar.of(
        SEED_TIME_ZONE,
        SEED_WEEKLY_HOURS,
        holidays={day.on: day.name for day in PUBLIC_DAYS if day.kind == "holiday"},
        special_days={
            day.on: SpecialDay(hours(SEED_MAKE_UP_HOURS), day.name, make_up=True)
            for day in PUBLIC_DAYS
            if day.kind == "workday"
        },
        version=version,
        years=PUBLISHED_YEARS,
    )
