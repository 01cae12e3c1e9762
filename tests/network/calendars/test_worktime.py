"""Working-time arithmetic: cases of other projects, the hours of D7 with China's calendar, summer time, pauses."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from api.network.calendars import worktime
from api.network.calendars.holidays import seed_calendar
from api.network.calendars.worktime import (
    DayName,
    Pause,
    Reason,
    SpecialDay,
    StillPausedError,
    WorkCalendar,
    hours,
)
from tests.network.calendars.worktime_cases import D7_CASES, OTHERS_CASES, Case, d7, local, run_d7, run_others, works
from tests.shared_data import MISSING

D7 = seed_calendar()
ALL_DAY = {weekday: [("00:00", "24:00")] for weekday in range(7)}
NIGHTS = {weekday: [("00:00", "06:00"), ("22:00", "24:00")] for weekday in range(7)}


def at(text: str) -> datetime:
    return local(D7, text)


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case["id"]) for case in OTHERS_CASES]
    or [pytest.param({}, marks=pytest.mark.skip(reason=MISSING))],
)
def test_cases_of_other_projects(case: dict) -> None:
    result, accepted = run_others(worktime, case)
    assert result in accepted


@pytest.mark.parametrize("case", D7_CASES, ids=lambda case: f"{case.operation} {case.start} {case.argument}")
def test_d7_hours_with_the_holidays_of_china(case: Case) -> None:
    """D7, D9, D13, D32."""
    result, expected = run_d7(D7, case)
    assert result == expected, case.why


def test_seed_calendar_is_the_one_the_cases_use() -> None:
    assert d7(worktime) == D7
    assert hash(d7(worktime)) == hash(D7)
    assert seed_calendar(version=2) != D7


def test_results_are_utc_so_that_their_differences_are_durations() -> None:
    results = [
        D7.due(at("2025-03-03 09:00"), 60),
        D7.due(at("2025-03-03 09:00"), 0),
        D7.back(at("2025-03-03 09:00"), 60),
        D7.next_opening(at("2025-03-03 09:00")),
        D7.working_day_end(at("2025-03-03 09:00")),
        D7.add_working_days(date(2025, 3, 3), 1),
        D7.explain(at("2025-03-03 09:00"), at("2025-03-03 10:00"))[0].start,
    ]
    assert {result.tzinfo for result in results} == {UTC}


def test_microseconds_are_exact() -> None:
    last = at("2025-03-03 17:29:59.999999")
    assert D7.due(last, timedelta(microseconds=1)) == at("2025-03-03 17:30")
    assert D7.due(last, timedelta(microseconds=2)) == at("2025-03-04 08:30:00.000001")
    assert D7.back(at("2025-03-04 08:30:00.000001"), timedelta(microseconds=2)) == last
    assert D7.elapsed(last, at("2025-03-04 08:30:00.000001")) == timedelta(microseconds=2)
    assert D7.due(at("2025-03-03 09:00"), 0.5) == at("2025-03-03 09:00:00.500000")


def test_opening_is_working_time_and_closing_is_not() -> None:
    working = [works(D7, at(f"2025-03-03 {clock}")) for clock in ("08:30", "11:59:59.999999", "13:00", "17:29")]
    closed = [works(D7, at(f"2025-03-03 {clock}")) for clock in ("08:29:59.999999", "12:00", "12:59", "17:30")]
    assert (working, closed) == ([True] * 4, [False] * 4)
    assert works(D7, at("2025-01-26 09:00"))
    assert not works(D7, at("2025-01-28 09:00"))


def test_the_callers_zone_does_not_matter() -> None:
    """The same moment, told in London, in UTC or in Shanghai, falls due at the same moment."""
    there = at("2025-03-03 17:00")
    for zone in (UTC, ZoneInfo("Europe/London"), ZoneInfo("Asia/Shanghai")):
        assert D7.due(there.astimezone(zone), timedelta(hours=2)) == at("2025-03-04 10:00")


def test_time_crosses_midnight_where_hours_do() -> None:
    night = WorkCalendar.of("Asia/Shanghai", NIGHTS)
    assert night.due(at("2025-03-03 23:00"), timedelta(hours=2)) == at("2025-03-04 01:00")
    assert night.due(at("2025-03-03 23:00"), timedelta(hours=8)) == at("2025-03-04 23:00")
    assert night.back(at("2025-03-04 01:00"), timedelta(hours=2)) == at("2025-03-03 23:00")
    assert night.due(at("2025-03-03 23:00"), timedelta(hours=1)) == at("2025-03-04 00:00")
    assert night.elapsed(at("2025-03-03 12:00"), at("2025-03-04 12:00")) == timedelta(hours=8)


def test_working_days_may_be_counted_from_a_date() -> None:
    assert D7.add_working_days(date(2025, 3, 3), 0) == at("2025-03-03 17:30")
    assert D7.add_working_days(date(2025, 3, 9), 0) == at("2025-03-10 17:30")
    assert D7.working_date(date(2025, 9, 30), 1) == date(2025, 10, 9)
    assert D7.working_date(at("2025-10-09 23:59"), -1) == date(2025, 9, 30)
    # 16:30 UTC is already the next day in Shanghai
    assert D7.working_date(datetime(2025, 3, 3, 16, 30, tzinfo=UTC), 1) == date(2025, 3, 5)


class TestHolidays:
    def test_special_day_beats_holiday_beats_week(self) -> None:
        monday = date(2025, 3, 3)
        week = {"mon": [("09:00", "17:00")], "tue": [("09:00", "17:00")]}
        special = {monday: [("10:00", "11:00")]}
        start, end = at("2025-03-03 00:00"), at("2025-03-04 00:00")
        for holidays, special_days, expected in (
            ([], {}, 8),
            ([monday], {}, 0),
            ([monday], special, 1),
            ([], special, 1),
            ([], {monday: []}, 0),
        ):
            calendar = WorkCalendar.of("Asia/Shanghai", week, holidays=holidays, special_days=special_days)
            assert calendar.elapsed(start, end) == timedelta(hours=expected)

    def test_yearly_holidays_return_every_year(self) -> None:
        calendar = WorkCalendar.of("Asia/Shanghai", ALL_DAY, yearly_holidays=["10-01", "02-29"])
        assert calendar.elapsed(at("2025-01-01 00:00"), at("2026-01-01 00:00")) == timedelta(days=364)
        assert calendar.elapsed(at("2028-01-01 00:00"), at("2029-01-01 00:00")) == timedelta(days=364)
        assert not works(calendar, at("2031-10-01 12:00"))
        assert not works(calendar, at("2028-02-29 12:00"))

    def test_a_year_without_table_is_named_and_never_an_error(self) -> None:
        """D7: the weekly hours count, and a screen can say so."""
        start = at("2026-12-31 17:00")
        assert D7.missing_years(start, D7.due(start, timedelta(minutes=30))) == ()
        assert D7.missing_years(start, D7.due(start, timedelta(hours=1))) == (2027,)
        assert D7.missing_years(at("2028-01-01 00:00"), at("2024-12-31 23:59")) == (2024, 2027, 2028)
        # 16:30 UTC on 31 December is New Year in Shanghai
        new_year = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
        assert D7.missing_years(new_year, new_year) == (2027,)


class TestSummerTime:
    """Hours that do not exist do not count, hours that come twice count twice, nothing opens twice."""

    def test_berlin_skips_an_hour_and_repeats_one(self) -> None:
        calendar = WorkCalendar.of("Europe/Berlin", ALL_DAY)
        for day, length in (("2025-03-30", 23), ("2025-10-26", 25), ("2025-10-27", 24)):
            midnight = local(calendar, f"{day} 00:00")
            following = (midnight + timedelta(days=1)).replace(hour=0)
            assert calendar.elapsed(midnight, following) == timedelta(hours=length)
            assert calendar.due(midnight, timedelta(hours=length)) == following
            assert calendar.back(following, timedelta(hours=length)) == midnight

    def test_opening_inside_the_skipped_hour_is_when_the_clock_has_passed_it(self) -> None:
        calendar = WorkCalendar.of("Europe/Berlin", {"sun": [("02:30", "03:30")]})
        skipped = datetime(2025, 3, 30, 1, 0, tzinfo=UTC)  # 02:00 becomes 03:00
        assert calendar.next_opening(skipped - timedelta(hours=1)) == skipped
        assert calendar.working_day_end(skipped) == skipped + timedelta(minutes=30)
        assert calendar.elapsed(skipped - timedelta(hours=3), skipped + timedelta(hours=3)) == timedelta(minutes=30)
        inside = WorkCalendar.of("Europe/Berlin", {"sun": [("02:15", "02:45")]})
        assert inside.elapsed(skipped - timedelta(hours=3), skipped + timedelta(hours=3)) == timedelta()

    def test_repeated_hour_opens_and_closes_once(self) -> None:
        night = datetime(2025, 10, 26, 0, 0, tzinfo=UTC)  # 02:00 summer time; 03:00 becomes 02:00 at 01:00 UTC
        around = (night - timedelta(hours=1), night + timedelta(hours=5))
        for spans, minutes in (
            ([("02:15", "02:45")], 30),  # first showing only
            ([("02:00", "03:00")], 120),  # both showings
            ([("02:30", "04:00")], 150),
            ([("01:00", "02:30")], 90),
        ):
            calendar = WorkCalendar.of("Europe/Berlin", {"sun": spans})
            assert calendar.elapsed(*around) == timedelta(minutes=minutes)
            assert calendar.due(around[0], timedelta(minutes=minutes)) == calendar.working_day_end(around[0])

    def test_ambiguous_times_of_the_caller_keep_their_fold(self) -> None:
        calendar = WorkCalendar.of("Europe/Berlin", ALL_DAY)
        first = datetime(2025, 10, 26, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
        assert calendar.elapsed(first, first.replace(fold=1)) == timedelta(hours=1)
        assert calendar.due(first, timedelta(hours=1)) == first.replace(fold=1).astimezone(UTC)

    def test_clocks_that_go_back_over_midnight(self) -> None:
        """St John's in 2010: 00:01 on Sunday became 23:01 on Saturday; Sunday had begun and stays."""
        calendar = WorkCalendar.of("America/St_Johns", {"sun": [("00:00", "24:00")]}, holidays=[date(2010, 11, 6)])
        sunday = datetime(2010, 11, 7, 2, 30, tzinfo=UTC)
        assert not works(calendar, sunday - timedelta(microseconds=1))
        assert works(calendar, sunday + timedelta(minutes=30))
        assert calendar.elapsed(sunday, sunday + timedelta(days=3)) == timedelta(hours=25)
        assert calendar.explain(sunday, sunday + timedelta(hours=25))[0].counts

    def test_a_date_that_never_was(self) -> None:
        """Samoa went from 29 to 31 December 2011."""
        calendar = WorkCalendar.of("Pacific/Apia", ALL_DAY)
        start = datetime(2011, 12, 29, 0, 0, tzinfo=ZoneInfo("Pacific/Apia"))
        end = datetime(2012, 1, 1, 0, 0, tzinfo=ZoneInfo("Pacific/Apia"))
        assert calendar.elapsed(start, end) == timedelta(days=2)
        assert calendar.working_date(date(2011, 12, 29), 1) == date(2011, 12, 31)


class TestPauses:
    MORNING = (at("2025-03-03 09:00"), at("2025-03-03 11:00"))

    def test_pauses_do_not_count_and_put_the_due_time_off(self) -> None:
        pause = Pause(at("2025-03-03 10:00"), at("2025-03-03 10:30"), "waiting for the customer")
        assert D7.elapsed(*self.MORNING, [pause]) == timedelta(minutes=90)
        assert D7.due(self.MORNING[0], timedelta(hours=1), [pause]) == at("2025-03-03 10:00")
        assert D7.due(self.MORNING[0], timedelta(hours=2), [pause]) == at("2025-03-03 11:30")

    def test_overlapping_pauses_are_subtracted_once(self) -> None:
        pauses = [
            Pause(at("2025-03-03 10:15"), at("2025-03-03 10:45")),
            Pause(at("2025-03-03 10:00"), at("2025-03-03 10:30")),
            Pause(at("2025-03-03 10:20"), at("2025-03-03 10:25")),
            Pause(at("2025-03-03 10:50"), at("2025-03-03 10:50")),
        ]
        assert D7.elapsed(*self.MORNING, pauses) == timedelta(minutes=75)

    def test_a_pause_over_closed_time_saves_only_working_time(self) -> None:
        pause = Pause(at("2025-03-03 17:00"), at("2025-03-04 09:00"))
        assert D7.due(at("2025-03-03 16:30"), timedelta(hours=1), [pause]) == at("2025-03-04 09:30")

    def test_open_pause(self) -> None:
        pause = Pause(at("2025-03-03 10:00"))
        assert D7.elapsed(*self.MORNING, [pause]) == timedelta(hours=1)
        assert D7.due(self.MORNING[0], timedelta(hours=1), [pause]) == at("2025-03-03 10:00")
        with pytest.raises(StillPausedError):
            D7.due(self.MORNING[0], timedelta(hours=1, seconds=1), [pause])

    def test_a_pause_that_ends_before_it_begins_is_refused(self) -> None:
        with pytest.raises(ValueError, match="pause"):
            D7.elapsed(*self.MORNING, [Pause(at("2025-03-03 10:00"), at("2025-03-03 09:00"))])


class TestExplanation:
    def test_every_interval_has_its_reason(self) -> None:
        """Sunday 28 September 2025 is made up for National Day; the pause covers a night and half an hour."""
        pause = Pause(at("2025-09-28 17:00"), at("2025-09-29 09:00"), "等客户")
        spans = D7.explain(at("2025-09-28 16:30"), at("2025-09-29 13:30"), [pause])
        told = [(f"{span.start.astimezone(ZoneInfo(D7.tz)):%d %H:%M}", span.reason, span.note) for span in spans]
        assert told == [
            ("28 16:30", Reason.MAKE_UP_DAY, ""),
            ("28 17:00", Reason.PAUSE, "等客户"),
            ("28 17:30", Reason.OUTSIDE_HOURS, ""),
            ("29 00:00", Reason.OUTSIDE_HOURS, ""),
            ("29 08:30", Reason.PAUSE, "等客户"),
            ("29 09:00", Reason.WORKING_HOURS, ""),
            ("29 12:00", Reason.BREAK, ""),
            ("29 13:00", Reason.WORKING_HOURS, ""),
        ]
        assert [span.counts for span in spans] == [True, False, False, False, False, True, False, True]
        assert spans[0].name == DayName("国庆节", "National Day")
        assert spans[-1].end == at("2025-09-29 13:30")

    def test_days_off_say_which(self) -> None:
        days = {
            date(2025, 3, 4): SpecialDay((), DayName("台风", "Typhoon")),
            date(2025, 3, 5): SpecialDay(hours([("10:00", "11:00")]), DayName("盘点", "Stocktaking")),
        }
        week = {"mon": [("09:00", "10:00")], "tue": [("09:00", "10:00")], "wed": [("09:00", "10:00")]}
        calendar = WorkCalendar.of(
            "Asia/Shanghai", week, holidays={date(2025, 3, 3): DayName("馆庆", "Anniversary")}, special_days=days
        )
        spans = calendar.explain(at("2025-03-03 00:00"), at("2025-03-07 00:00"))
        assert [(span.reason, span.name and span.name.en, span.tabled) for span in spans] == [
            (Reason.HOLIDAY, "Anniversary", False),
            (Reason.SPECIAL_CLOSED, "Typhoon", False),
            (Reason.OUTSIDE_HOURS, "Stocktaking", False),
            (Reason.SPECIAL_HOURS, "Stocktaking", False),
            (Reason.OUTSIDE_HOURS, "Stocktaking", False),
            (Reason.REST_DAY, None, False),
        ]

    def test_years_without_table_are_marked(self) -> None:
        spans = D7.explain(at("2026-12-31 13:00"), at("2027-01-01 12:00"))
        assert [span.tabled for span in spans] == [True, True, False, False]

    def test_pauses_that_overlap_are_told_by_the_earlier_one(self) -> None:
        pauses = [
            Pause(at("2025-03-03 10:00"), at("2025-03-03 10:30"), "first"),
            Pause(at("2025-03-03 10:15"), at("2025-03-03 10:45"), "second"),
        ]
        spans = D7.explain(at("2025-03-03 10:00"), at("2025-03-03 11:00"), pauses)
        assert [(span.note, span.end - span.start) for span in spans] == [
            ("first", timedelta(minutes=30)),
            ("second", timedelta(minutes=15)),
            ("", timedelta(minutes=15)),
        ]

    def test_a_pause_around_the_whole_span(self) -> None:
        """A pause that began before and ends after shows nothing of itself outside the span asked for."""
        pause = [Pause(at("2025-03-02 10:00"), at("2025-03-04 10:00"))]
        assert D7.explain(at("2025-03-03 10:00"), at("2025-03-03 10:00"), pause) == []
        spans = D7.explain(at("2025-03-03 14:00"), at("2025-03-03 18:00"), pause)
        assert [(span.reason, span.start, span.end) for span in spans] == [
            (Reason.PAUSE, at("2025-03-03 14:00"), at("2025-03-03 17:30")),
            (Reason.OUTSIDE_HOURS, at("2025-03-03 17:30"), at("2025-03-03 18:00")),
        ]

    def test_nothing_between_a_moment_and_itself(self) -> None:
        assert D7.explain(at("2025-03-03 10:00"), at("2025-03-03 10:00")) == []
        with pytest.raises(ValueError, match="before the start"):
            D7.explain(at("2025-03-03 10:00"), at("2025-03-03 09:00"))
