"""The arithmetic against a count of every minute, on calendars, zones and moments nobody thought of.

Few examples by default, always the same; `SIBU_TEST_COUNTS=full` tries many.
"""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.network.calendars.worktime import Pause, Reason, WorkCalendar
from tests.network.calendars.worktime_brute import SCENES, Brute, Minutes, Plan
from tests.network.calendars.worktime_cases import works

EXAMPLES = 1500 if os.environ.get("SIBU_TEST_COUNTS") == "full" else 40
many = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


class Scene(NamedTuple):
    plan: Plan
    calendar: WorkCalendar
    brute: Brute
    start: datetime
    end: datetime
    pauses: list[tuple[datetime, datetime]]

    @property
    def held(self) -> list[Pause]:
        return [Pause(*pause) for pause in self.pauses]


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def written(spans: Minutes) -> list[tuple[str, str]]:
    return [(clock(opening), clock(closing)) for opening, closing in spans]


def paired(edges: list[int]) -> Minutes:
    edges = sorted(edges)
    return tuple(zip(edges[::2], edges[1::2], strict=False))


# around midnight and the small hours, where clocks change, as often as anywhere else
minutes_of_day = st.one_of(st.sampled_from([0, 1, 60, 90, 120, 150, 180, 510, 720, 1380, 1440]), st.integers(0, 1440))
day_hours = st.lists(minutes_of_day, max_size=6, unique=True).map(paired)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    tz, interest = draw(st.sampled_from(SCENES))
    first, last = interest - timedelta(days=3), interest + timedelta(days=4)
    near = [interest.date() + timedelta(days=distance) for distance in range(-2, 4)]
    weekly = draw(st.lists(day_hours, min_size=7, max_size=7))
    holidays: list[date] = draw(st.lists(st.sampled_from(near), max_size=2))
    special = draw(st.dictionaries(st.sampled_from(near), day_hours, max_size=2))
    plan = Plan(tz, tuple(weekly), frozenset(holidays), special)
    calendar = WorkCalendar.of(
        tz,
        {weekday: written(spans) for weekday, spans in enumerate(weekly)},
        holidays=holidays,
        special_days={day: written(spans) for day, spans in special.items()},
    )
    within = st.integers(-36 * 3600 * 10**6, 36 * 3600 * 10**6)
    moments = st.one_of(
        within.map(lambda micro: interest + timedelta(microseconds=micro)),
        within.map(lambda micro: interest + timedelta(minutes=micro // 60_000_000)),
    )
    start, end = sorted((draw(moments), draw(moments)))
    pauses = draw(st.lists(st.tuples(moments, moments).map(lambda pair: tuple(sorted(pair))), max_size=3))
    return Scene(plan, calendar, Brute(plan, first, last), start, end, pauses)


@many
@given(scenes())
def test_elapsed_is_the_sum_of_the_open_minutes(scene: Scene) -> None:
    calendar, start, end = scene.calendar, scene.start, scene.end
    assert calendar.elapsed(start, end, scene.held) == scene.brute.elapsed(start, end, scene.pauses)
    assert calendar.elapsed(end, start, scene.held) == -calendar.elapsed(start, end, scene.held)


@many
@given(scenes(), st.data())
def test_due_is_the_first_moment_by_which_the_amount_has_passed(scene: Scene, data: st.DataObject) -> None:
    pieces = scene.brute.pieces(scene.start, scene.end, scene.pauses)
    if not pieces:
        return
    whole, taken = st.integers(1, len(pieces)), st.booleans()
    until = pieces[data.draw(whole) - 1]
    exact = data.draw(taken)
    last = until[1] - until[0] if exact else max((until[1] - until[0]) / 3, timedelta(microseconds=1))
    amount = sum((end - since for since, end in pieces if end <= until[0]), timedelta()) + last
    assert scene.calendar.due(scene.start, amount, scene.held) == until[0] + last


@many
@given(scenes(), st.data())
def test_back_is_the_last_moment_from_which_the_amount_passes(scene: Scene, data: st.DataObject) -> None:
    pieces = scene.brute.pieces(scene.start, scene.end)
    if not pieces:
        return
    since = pieces[data.draw(st.integers(1, len(pieces))) - 1]
    exact = data.draw(st.booleans())
    part = since[1] - since[0] if exact else max((since[1] - since[0]) / 3, timedelta(microseconds=1))
    amount = sum((end - start for start, end in pieces if start >= since[1]), timedelta()) + part
    assert scene.calendar.back(scene.end, amount) == since[1] - part


@many
@given(scenes())
def test_openings_and_closings_are_where_the_minutes_say(scene: Scene) -> None:
    brute, calendar = scene.brute, scene.calendar
    window_end = brute.minutes[-1][0]
    closings = brute.closings()
    for moment in (scene.start, scene.end):
        assert works(calendar, moment) == brute.is_working(moment)
        rest = [(start, is_open) for start, is_open, _ in brute.minutes if is_open and start > moment]
        if brute.is_working(moment):
            assert calendar.next_opening(moment) == moment
        elif rest:
            assert calendar.next_opening(moment) == rest[0][0]
        today = brute.date_of(moment)
        later = [closing for day, closing in closings.items() if day >= today and closing >= moment]
        # the last days of the window may be cut off
        if later and later[0] < window_end - timedelta(days=1):
            assert calendar.working_day_end(moment) == later[0]
        following = [closing for day, closing in closings.items() if day > today]
        for count, closing in enumerate(following, start=1):
            if closing < window_end - timedelta(days=1):
                assert calendar.add_working_days(moment, count) == closing
                assert calendar.working_date(today, count) == list(closings)[list(closings.values()).index(closing)]


@many
@given(scenes())
def test_explanation_tiles_the_time_and_agrees_with_the_sum(scene: Scene) -> None:
    spans = scene.calendar.explain(scene.start, scene.end, scene.held)
    edges = [scene.start, *(span.end for span in spans)]
    assert [span.start for span in spans] == edges[:-1]
    assert edges[-1] == scene.end
    assert all(span.start < span.end for span in spans)
    counted = sum((span.end - span.start for span in spans if span.counts), timedelta())
    paused = sum((span.end - span.start for span in spans if span.reason is Reason.PAUSE), timedelta())
    assert counted == scene.brute.elapsed(scene.start, scene.end, scene.pauses)
    assert counted + paused == scene.brute.elapsed(scene.start, scene.end)


@many
@given(scenes(), st.integers(1, 10 * 3600 * 10**6))
def test_due_and_back_undo_each_other(scene: Scene, micro: int) -> None:
    """Back from the due time lies the last moment with as much working time ahead, and from there the same due time."""
    if not any(scene.plan.weekly):
        return
    amount = timedelta(microseconds=micro)
    due = scene.calendar.due(scene.start, amount)
    assert scene.calendar.elapsed(scene.start, due) == amount
    origin = scene.calendar.back(due, amount)
    assert origin >= scene.start
    assert scene.calendar.elapsed(scene.start, origin) == timedelta()
    assert scene.calendar.due(origin, amount) == due
