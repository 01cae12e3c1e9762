"""A clock with pauses against a count of every minute: whatever happens in whatever order, the minutes agree."""

from __future__ import annotations

import os
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.kit.db import Database
from api.network.calendars.worktime import WorkCalendar
from api.network.clocks import counting, explain, service
from api.network.clocks.policy import KindName
from tests.network.clocks.desk import at, case_row, clock_row, cn
from tests.world import World

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


EXAMPLES = 200 if os.environ.get("SIBU_TEST_COUNTS") == "full" else 12


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(["contact", "pass", "follow_up"]), begin=st.integers(0, 6 * 1440), held=pauses_of)
def test_d7_d9_a_stored_clock_counts_like_the_wall(
    db: Database, world: World, kind: KindName, begin: int, held: list[tuple[int, int]]
) -> None:
    """Started, held and resumed through the service, and read back from the database, minute by minute."""
    minutes, runs = {"contact": (120, "staffed"), "pass": (30, "staffed"), "follow_up": (4320, "natural")}[kind]
    case, edge, pauses = case_row(db, world), MONDAY + begin * MINUTE, []
    start = edge
    with at(db, start) as unit:
        service.start(unit, kind, case)
    for gap, length in held:
        since = edge + gap * MINUTE
        edge = since + length * MINUTE
        pauses.append((since, edge))
        with at(db, since) as unit:
            service.pause(unit, case, kind, "等客户")
        with at(db, edge) as unit:
            service.resume(unit, case, kind)
    row = clock_row(db, case)
    assert row.due_at == brute(runs, start, minutes, pauses)
    with at(db, edge) as unit:
        [shown] = explain.read(unit, case_id=case.id)
    counts = [span for span in shown["intervals"] if span["counts"]]
    assert sum(((span["to"] - span["from"]) for span in counts), timedelta()) == minutes * MINUTE
    assert shown["breakdown"][-1]["kind"] in ("due", "told")
