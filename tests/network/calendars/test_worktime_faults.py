"""The tests of working time turn red when the arithmetic is wrong: each planted fault must be noticed by a case.

A fault is one replacement in the source; a replacement that no longer applies fails, so that this list stays true.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from api.network.calendars import hours, worktime
from tests.network.calendars.worktime_brute import SCENES, Brute, Minutes, Plan
from tests.network.calendars.worktime_cases import D7_CASES, d7, local, run_d7, works


class Fault(NamedTuple):
    """What goes wrong, in which file, and the replacement that does it."""

    what: str
    source: ModuleType
    old: str
    new: str


FAULTS = [
    Fault(
        "due at the next opening, not at closing",
        worktime,
        "if length >= left:\n                    return max",
        "if length > left:\n                    return max",
    ),
    Fault(
        "back to the closing before, not the opening",
        worktime,
        "if length >= left:\n                    return min",
        "if length > left:\n                    return min",
    ),
    Fault(
        "due counts the time before its start",
        worktime,
        "length = closing - max(opening, moment)",
        "length = closing - opening",
    ),
    Fault(
        "back counts the time after its start",
        worktime,
        "length = min(closing, moment) - opening",
        "length = closing - opening",
    ),
    Fault(
        "back takes the morning first",
        worktime,
        "reversed(day.open)",
        "day.open",
    ),
    Fault(
        "elapsed ignores its end",
        worktime,
        "min(closing, until) - max(opening, since)",
        "closing - max(opening, since)",
    ),
    Fault(
        "overdue time is not negative",
        worktime,
        "return -self.elapsed(",
        "return self.elapsed(",
    ),
    Fault(
        "the next opening is the last one",
        worktime,
        "if instant < closing:",
        "if instant < opening:",
    ),
    Fault(
        "no day ends at its closing",
        worktime,
        "instant <= day.open[-1][1]",
        "instant < day.open[-1][1]",
    ),
    Fault(
        "the day ends at lunch",
        worktime,
        "return day.open[-1][1]",
        "return day.open[0][1]",
    ),
    Fault(
        "the day of the promise counts",
        worktime,
        "(plan.on != day or not count)",
        "True",
    ),
    Fault(
        "working days stop at noon",
        worktime,
        ".open[-1][1]\n\n    def explain",
        ".open[0][1]\n\n    def explain",
    ),
    Fault(
        "holidays are worked",
        worktime,
        "return () if self._holiday(day) is not None else",
        "return",
    ),
    Fault(
        "make-up days are not worked",
        worktime,
        "return special.hours",
        "return ()",
    ),
    Fault(
        "the horizon is too short",
        worktime,
        "for distance in range(HORIZON_DAYS)",
        "for distance in range(5)",
    ),
    Fault(
        "lunch is called working time",
        worktime,
        "Reason.BREAK",
        "Reason.WORKING_HOURS",
    ),
    Fault(
        "pauses are explained as work",
        worktime,
        "held if span.counts else ()",
        "()",
    ),
    Fault(
        "pauses count",
        worktime,
        "if pause is None)",
        ")",
    ),
    Fault(
        "overlapping pauses are subtracted twice",
        hours,
        "since = min(pause_end, end)",
        "since = pause_start",
    ),
    Fault(
        "what follows a pause is lost",
        hours,
        "if since < end:\n        yield since, end, None",
        "if since == start:\n        yield since, end, None",
    ),
    Fault(
        "what precedes a pause is lost",
        hours,
        "yield since, pause_start, None",
        "yield since, pause_start, reason",
    ),
    Fault(
        "a skipped opening keeps the old offset",
        hours,
        "if instant.astimezone(zone).replace(tzinfo=None) == wall:",
        "if instant:",
    ),
    Fault(
        "the second showing opens",
        hours,
        "wall.replace(tzinfo=zone).astimezone",
        "wall.replace(tzinfo=zone, fold=1).astimezone",
    ),
    Fault(
        "the old date returns with the clock",
        hours,
        "return following if instant_of(zone, following, 0) <= instant else shown",
        "return shown",
    ),
    Fault(
        "pauses are taken in any order",
        hours,
        "held = sorted(",
        "held = list(",
    ),
    Fault(
        "a skipped opening is early",
        hours,
        "return early + timedelta(seconds=low)",
        "return early",
    ),
    Fault(
        "an open pause ends",
        worktime,
        "if until == FOREVER",
        "if until < since",
    ),
]

WEEK: tuple[Minutes, ...] = (((0, 1440),), ((150, 720), (780, 1050)), (), ((0, 30), (1410, 1440)), ((135, 165),)) + (
    ((0, 150), (165, 1440)),
) * 2


def load(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The arithmetic with one replacement in one of its two files."""
    loaded = []
    for original in (hours, worktime):
        text = original.__loader__.get_source(original.__name__)
        if original is fault.source:
            assert text.count(fault.old) == 1, "this fault no longer fits the source: plant it anew"
            text = text.replace(fault.old, fault.new)
        planted = ModuleType(f"planted_{original.__name__.rpartition('.')[2]}")
        monkeypatch.setitem(sys.modules, planted.__name__, planted)
        exec(compile(text.replace(hours.__name__, "planted_hours"), planted.__name__, "exec"), planted.__dict__)
        loaded.append(planted)
    return loaded[1]


@cache
def counted() -> list[tuple[Plan, Brute]]:
    found = []
    for tz, interest in SCENES:
        day = interest.date()
        plan = Plan(tz, WEEK, frozenset({day - timedelta(days=2)}), {day + timedelta(days=2): ((60, 1439),)})
        found.append((plan, Brute(plan, interest - timedelta(days=3), interest + timedelta(days=4))))
    return found


def agrees_with_d7_cases(module: ModuleType) -> bool:
    calendar = d7(module)
    at = [local(calendar, f"2025-03-03 {clock}") for clock in ("09:00", "10:00", "10:30", "11:00", "12:00", "13:00")]
    pauses = [module.Pause(at[2], at[3]), module.Pause(at[1], at[3]), module.Pause(at[1], at[2])]
    return (
        all(result == expected for result, expected in (run_d7(calendar, case) for case in D7_CASES))
        and [works(calendar, moment) for moment in at] == [True, True, True, True, False, True]
        and calendar.due(at[0], timedelta(hours=2), pauses) == at[4]
        and calendar.elapsed(at[0], at[5], pauses) == timedelta(hours=2)
        and [(span.start, span.counts) for span in calendar.explain(at[0], at[5], pauses[1:2])]
        == [(at[0], True), (at[1], False), (at[3], True), (at[4], False)]
        and still_paused(calendar, module)
    )


def still_paused(calendar: Any, module: ModuleType) -> bool:
    start = local(calendar, "2025-03-03 09:00")
    try:
        calendar.due(start, timedelta(hours=2), [module.Pause(start + timedelta(hours=1))])
    except module.StillPausedError:
        return True
    return False


def agrees_with_every_minute(module: ModuleType) -> bool:
    for plan, brute in counted():
        text = {
            weekday: [tuple(f"{edge // 60:02}:{edge % 60:02}" for edge in span) for span in spans]
            for weekday, spans in enumerate(plan.weekly)
        }
        special = {
            day: module.SpecialDay(tuple((opening * 60, closing * 60) for opening, closing in spans))
            for day, spans in plan.special_days.items()
        }
        calendar = module.WorkCalendar.of(plan.tz, text, holidays=plan.holidays, special_days=special)
        # over four days around the change: an end every few hours, and whether it is open every ten minutes
        first = brute.minutes[24 * 60][0]
        ends = [first + timedelta(minutes=149 * step) for step in range(1, 40)]
        if any(calendar.elapsed(first, end) != brute.elapsed(first, end) for end in ends):
            return False
        if any(works(calendar, moment) != is_open for moment, is_open, _ in brute.minutes[24 * 60 : 120 * 60 : 10]):
            return False
    return True


CHECKS: tuple[Callable[[ModuleType], bool], ...] = (agrees_with_d7_cases, agrees_with_every_minute)


def test_without_fault_everything_agrees() -> None:
    assert all(check(worktime) for check in CHECKS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)
def test_fault_is_noticed(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = load(fault, monkeypatch)
    try:
        noticed = not all(check(faulty) for check in CHECKS)
    except (ValueError, ArithmeticError, LookupError):
        noticed = True
    assert noticed
