"""The seed of Chinese working days against the package that collects the State Council's notices."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from chinese_calendar.constants import Holiday, holidays, workdays

from api.network.calendars.holidays import PUBLIC_DAYS, PUBLISHED_YEARS, seed_calendar


@pytest.mark.parametrize(("kind", "source"), [("holiday", holidays), ("workday", workdays)])
def test_table_equals_the_published_days(kind: str, source: dict[date, str]) -> None:
    table = {day.on: day.name.en for day in PUBLIC_DAYS if day.kind == kind}
    assert table == {day: name for day, name in source.items() if day.year in PUBLISHED_YEARS}


def test_table_is_in_order_and_has_every_day_once() -> None:
    days = [day.on for day in PUBLIC_DAYS]
    assert days == sorted(set(days))
    assert {day.year for day in days} == PUBLISHED_YEARS


def test_chinese_names_are_those_of_the_festivals() -> None:
    chinese = {festival.value: festival.chinese for festival in Holiday}
    for day in PUBLIC_DAYS:
        assert day.name.zh.removesuffix("节") == chinese[day.name.en].removesuffix("节")


def test_d7_working_days_differ_from_the_office_week_only_by_plain_saturdays() -> None:
    """The package counts Monday to Friday, D7 Monday to Saturday: every other difference would be a fault."""
    calendar = seed_calendar()
    day, last = date(2025, 1, 1), date(2026, 12, 31)
    while day <= last:
        works = calendar.working_date(day, 0) == day
        plain_saturday = day.weekday() == 5 and day not in holidays and day not in workdays
        assert works == (chinese_calendar.is_workday(day) or plain_saturday), day
        day += timedelta(days=1)
