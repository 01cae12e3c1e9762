"""What working-time arithmetic refuses, and that it always comes to an end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from api.network.calendars.holidays import seed_calendar
from api.network.calendars.worktime import HORIZON_DAYS, DayName, NoWorkingTimeError, Pause, WorkCalendar
from tests.network.calendars.worktime_cases import local

D7 = seed_calendar()
ALL_DAY = {weekday: [("00:00", "24:00")] for weekday in range(7)}


def at(text: str) -> datetime:
    return local(D7, text)


class TestRefusals:
    @pytest.mark.parametrize("operation", ["next_opening", "working_day_end"])
    def test_naive_times(self, operation: str) -> None:
        with pytest.raises(ValueError, match="zone"):
            getattr(D7, operation)(datetime(2025, 3, 3, 9))

    def test_naive_times_in_every_place(self) -> None:
        naive, aware = datetime(2025, 3, 3, 9), at("2025-03-03 09:00")
        for call in (
            lambda: D7.due(naive, 60),
            lambda: D7.back(naive, 60),
            lambda: D7.elapsed(naive, aware),
            lambda: D7.elapsed(aware, naive),
            lambda: D7.explain(aware, naive),
            lambda: D7.missing_years(naive, aware),
            lambda: D7.add_working_days(naive, 0),
            lambda: D7.add_working_days(naive, 1),
            lambda: D7.elapsed(aware, aware, [Pause(naive)]),
            lambda: D7.elapsed(aware, aware, [Pause(aware, naive)]),
        ):
            with pytest.raises(ValueError, match="zone"):
                call()

    @pytest.mark.parametrize("amount", [-1, timedelta(microseconds=-1), float("nan"), float("inf"), 1e30])
    def test_impossible_amounts(self, amount: float | timedelta) -> None:
        for operation in (D7.due, D7.back):
            with pytest.raises(ValueError, match=r"."):
                operation(at("2025-03-03 09:00"), amount)

    def test_a_calendar_without_working_time_says_so(self) -> None:
        start = at("2025-03-03 09:00")
        never = WorkCalendar.of("Asia/Shanghai", {}, special_days={date(2025, 3, 3): []})
        for call in (
            lambda: never.due(start, 1),
            lambda: never.back(start, 1),
            lambda: never.next_opening(start),
            lambda: never.working_day_end(start),
            lambda: never.add_working_days(start, 1),
            lambda: never.working_date(date(2025, 3, 3), -1),
        ):
            with pytest.raises(NoWorkingTimeError, match="no working time at all"):
                call()
        assert never.elapsed(start, start + timedelta(days=30)) == timedelta()
        assert never.due(start, 0) == start

    def test_every_search_ends(self) -> None:
        """One working hour in the past, or more working time than the horizon holds."""
        start = at("2025-03-03 09:00")
        once = WorkCalendar.of("Asia/Shanghai", {}, special_days={date(2024, 3, 3): [("09:00", "10:00")]})
        assert once.back(start, timedelta(hours=1)) == at("2024-03-03 09:00")
        for call in (
            lambda: once.due(start, 1),
            lambda: once.next_opening(start),
            lambda: once.working_day_end(start),
            lambda: once.working_date(start, 1),
            lambda: once.back(start, 3601),
            lambda: D7.due(start, timedelta(days=HORIZON_DAYS)),
            lambda: D7.due(start, timedelta.max),
            lambda: D7.working_date(start, -10_000_000),
        ):
            with pytest.raises(NoWorkingTimeError, match="within"):
                call()
        with pytest.raises(ValueError, match="longer than"):
            D7.elapsed(start, start + timedelta(days=HORIZON_DAYS + 2))
        with pytest.raises(ValueError, match="longer than"):
            D7.explain(start, start + timedelta(days=HORIZON_DAYS + 2))

    def test_far_away_years(self) -> None:
        for moment in (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)):
            with pytest.raises(ValueError, match="years"):
                D7.next_opening(moment)
        with pytest.raises(ValueError, match="years"):
            D7.working_date(date.max, 1)

    @pytest.mark.parametrize(
        "spans",
        [
            [("9:00", "17:00")],
            [("09:00", "25:00")],
            [("09:00", "24:01")],
            [("09:60", "17:00")],
            [("17:00", "09:00")],
            [("09:00", "09:00")],
            [("09:00", "12:00"), ("11:00", "13:00")],
            [("０９:00", "17:00")],
            [("", "17:00")],
        ],
    )
    def test_impossible_hours(self, spans: list[tuple[str, str]]) -> None:
        with pytest.raises(ValueError, match=r"hours|time of day"):
            WorkCalendar.of("UTC", {"mon": spans})
        with pytest.raises(ValueError, match=r"hours|time of day"):
            WorkCalendar.of("UTC", {}, special_days={date(2025, 3, 3): spans})

    def test_unreadable_calendars(self) -> None:
        for zone in ("Mars/Olympus", "", "../etc/passwd"):
            with pytest.raises(ValueError, match=r"."):
                WorkCalendar.of(zone, {})
        for weekday in ("monday", 7, -1):
            with pytest.raises(ValueError, match="weekday"):
                WorkCalendar.of("UTC", {weekday: [("09:00", "17:00")]})
        with pytest.raises(ValueError, match=r"."):
            WorkCalendar.of("UTC", {}, yearly_holidays=["13-01"])
        with pytest.raises(ValueError, match="seven"):
            WorkCalendar("UTC", ((),))
        with pytest.raises(ValueError, match="hours"):
            WorkCalendar("UTC", ((), (), (), (), (), (), ((10, 5),)))


def test_a_calendar_cannot_be_changed() -> None:
    holidays = {date(2025, 3, 3): DayName("馆庆")}
    calendar = WorkCalendar.of("UTC", ALL_DAY, holidays=holidays)
    holidays.clear()
    assert date(2025, 3, 3) in calendar.holidays
    with pytest.raises(TypeError):
        calendar.holidays[date(2025, 3, 4)] = DayName()  # type: ignore[index]
    with pytest.raises(AttributeError):
        calendar.tz = "Asia/Shanghai"  # type: ignore[misc]


def test_many_days_do_not_pile_up_in_memory() -> None:
    """The days worked out are kept, but not without bound; the answer does not depend on it."""
    calendar = seed_calendar()
    start, end = at("2000-01-01 00:00"), at("2020-01-01 00:00")
    assert calendar.elapsed(start, end) == calendar.elapsed(start, end)
    assert len(calendar._days) < HORIZON_DAYS
