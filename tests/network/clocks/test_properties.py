"""A clock with pauses against a count of every minute: whatever happens in whatever order, the minutes agree."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from api.network.calendars.worktime import WorkCalendar
from api.network.clocks import counting
from tests.network.clocks.desk import cn

D7 = {day: [("08:30", "12:00"), ("13:00", "17:30")] for day in ("mon", "tue", "wed", "thu", "fri", "sat")}
STAFFED = {day: [("08:30", "17:30")] for day in D7}
MINUTE = timedelta(minutes=1)
MONDAY = cn("2026-11-16 00:00")


def open_minute(moment: datetime, runs: str) -> bool:
    """By the wall clock, knowing nothing of spans."""
    if runs == "natural":
        return True
    since = int((moment - MONDAY).total_seconds()) // 60
    day, minute = divmod(since, 1440)
    if day % 7 == 6:
        return False
    lunch = runs == "working" and 12 * 60 <= minute < 13 * 60
    return 8 * 60 + 30 <= minute < 17 * 60 + 30 and not lunch


def brute(runs: str, start: datetime, minutes: int, pauses: list[tuple[datetime, datetime]]) -> datetime:
    """Walk minute by minute until the limit has passed; pauses that begin after that are not seen."""
    moment, left = start, minutes
    while left:
        held = any(since <= moment < until for since, until in pauses)
        left -= open_minute(moment, runs) and not held
        moment += MINUTE
    return moment


pauses_of = st.lists(st.tuples(st.integers(0, 4000), st.integers(1, 1500)), max_size=4)


@settings(max_examples=300, deadline=None)
@given(
    runs=st.sampled_from(["natural", "working", "staffed"]),
    begin=st.integers(0, 7 * 1440),
    minutes=st.integers(1, 1200),
    held=pauses_of,
)
def test_d7_d8_a_clock_counts_like_the_wall(runs: str, begin: int, minutes: int, held: list[tuple[int, int]]) -> None:
    calendar = WorkCalendar.of("Asia/Shanghai", STAFFED if runs == "staffed" else D7, years=[2026])
    policy = {"runs": runs, "limit_seconds": minutes * 60, "working_days": None}
    start = MONDAY + begin * MINUTE
    pauses, edge = [], start
    for gap, length in held:  # one after the other, as a clock can be paused once at a time
        since = edge + gap * MINUTE
        edge = since + length * MINUTE
        pauses.append((since, edge))
    due = counting.due(policy, start, calendar, pauses)
    expected = brute(runs, start, minutes, pauses)
    assert counted(runs, start, due, pauses) == counted(runs, start, expected, pauses) == minutes
    assert due == expected


def counted(runs: str, start: datetime, end: datetime, pauses: list[tuple[datetime, datetime]]) -> int:
    total, moment = 0, start
    while moment < end:
        held = any(since <= moment < until for since, until in pauses)
        total += open_minute(moment, runs) and not held
        moment += MINUTE
    return total


@settings(max_examples=200, deadline=None)
@given(
    runs=st.sampled_from(["natural", "working", "staffed"]),
    begin=st.integers(0, 7 * 1440),
    minutes=st.integers(4, 1200),
    share=st.sampled_from([0.0, 0.25, 0.5, 1.0]),
)
def test_r81_the_warning_leaves_its_share_of_counted_time(runs: str, begin: int, minutes: int, share: float) -> None:
    calendar = WorkCalendar.of("Asia/Shanghai", STAFFED if runs == "staffed" else D7, years=[2026])
    policy = {"runs": runs, "limit_seconds": minutes * 60, "working_days": None}
    start = MONDAY + begin * MINUTE
    due = counting.due(policy, start, calendar)
    soon = counting.soon(policy, start, due, share, calendar)
    left = (due - soon) if runs == "natural" else calendar.elapsed(soon, due)
    assert left == timedelta(minutes=minutes) * share
    assert start <= soon <= due
