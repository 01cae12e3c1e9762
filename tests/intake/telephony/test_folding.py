"""No order, no repetition and no delay changes what became of a call: the same events tell the same story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.intake.telephony.events.folding import RANK, Known, fold

START = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
EXTENSIONS = ("1001", "1002", "1003")


def known(number: int, kind: str, seconds: float, **more: Any) -> Known:
    return Known(id=f"e{number}", kind=kind, at=START + timedelta(seconds=seconds), **more)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


CALL = (
    known(1, "new_call", 0, direction="inbound", from_number="13800004410", caller_name="陈"),
    known(2, "queued", 1, queue="热线"),
    known(3, "ringing", 2, extension="1001"),
    known(4, "ringing", 2, extension="1002"),
    known(5, "answered", 9, extension="1002", rings=2),
    known(6, "held", 30, extension="1002"),
    known(7, "resumed", 40, extension="1002"),
    known(8, "hung_up", 100),
)


@st.composite
def retold(draw: st.DrawFn) -> list[Known]:
    """The events of a call, each up to three times, in any order."""
    told = list(CALL) + draw(st.lists(st.sampled_from(CALL), max_size=16))
    return draw(st.permutations(told))


@given(retold())
def test_any_order_and_any_repetition_tell_the_same(told: list[Known]) -> None:
    story = fold(told)
    assert (story.rang_at, story.answered_at, story.ended_at) == (START, after(9), after(100))
    assert (story.talker, story.rings, story.queue, story.number, story.caller_name) == (
        "1002",
        2,
        "热线",
        "13800004410",
        "陈",
    )
    assert {n: (leg.status, leg.ending, leg.ended_at) for n, leg in story.legs.items()} == {
        "1001": ("over", "elsewhere", after(9)), "1002": ("over", "talked", after(100)),
    }  # fmt: skip


@st.composite
def anything(draw: st.DrawFn) -> list[Known]:
    """Events of whatever kinds at whatever times, equal times among them."""
    return [
        known(
            number, draw(st.sampled_from(sorted(RANK))), draw(st.integers(0, 5)),
            extension=draw(st.sampled_from((*EXTENSIONS, None))),
            direction=draw(st.sampled_from(("inbound", "outbound", None))),
        )
        for number in range(draw(st.integers(1, 9)))
    ]  # fmt: skip


@given(anything(), st.randoms(use_true_random=False))
def test_whatever_an_exchange_tells_has_one_story_and_an_end_ends_it(events: list[Known], chance: Any) -> None:
    story = fold(events)
    mixed = events * 2
    chance.shuffle(mixed)
    assert fold(mixed) == story
    if any(event.kind == "hung_up" for event in events):
        assert story.ended_at is not None
        assert {leg.status for leg in story.legs.values()} <= {"over"}
    for leg in story.legs.values():
        assert (leg.ended_at is not None) == (leg.status == "over") == (leg.ending is not None)
    assert sum(leg.status in ("talking", "held") for leg in story.legs.values()) <= 1


def test_the_end_is_the_end_whatever_clocks_say() -> None:
    """The exchange's second machine is a second ahead: it answered after it hung up."""
    story = fold(
        [known(1, "hung_up", 9), known(2, "answered", 10, extension="1001"), known(3, "ringing", 0, extension="1001")]
    )
    assert (story.ended_at, story.answered_at) == (after(9), after(10))
    assert story.legs["1001"].status == "over"


def test_a_call_that_nobody_took_was_missed_by_each_who_rang() -> None:
    story = fold([known(1, "ringing", 0, extension="1001"), known(2, "ring_stopped", 15, extension="1001"),
                  known(3, "ringing", 15, extension="1002"), known(4, "hung_up", 25)])  # fmt: skip
    assert story.answered_at is None
    assert {n: leg.ending for n, leg in story.legs.items()} == {"1001": "passed", "1002": "missed"}


def test_a_call_that_is_passed_on_rings_at_the_next_and_is_his_when_he_answers() -> None:
    told = [known(1, "ringing", 0, extension="1001"), known(2, "answered", 3, extension="1001"),
            known(3, "transferred", 60, extension="1002")]  # fmt: skip
    story = fold(told)
    assert {n: leg.status for n, leg in story.legs.items()} == {"1001": "over", "1002": "ringing"}
    assert story.legs["1001"].ending == "transferred"
    story = fold([*told, known(4, "answered", 65, extension="1002")])
    assert (story.talker, story.legs["1002"].status, story.answered_at) == ("1002", "talking", after(3))


def test_an_outgoing_call_talks_when_the_other_side_answers() -> None:
    told = [
        known(1, "new_call", 0, direction="outbound", extension="1001", from_number="1001", to_number="13800004410")
    ]
    assert fold(told).legs["1001"].status == "dialling"
    story = fold([*told, known(2, "answered", 12)])
    assert (story.talker, story.number, story.legs["1001"].status) == ("1001", "13800004410", "talking")


def test_nothing_tells_no_story() -> None:
    with pytest.raises(ValueError, match="nothing is known"):
        fold([])
