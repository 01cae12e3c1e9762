"""The simulator plays calls through the signed doors, and does what agents ask for on their screens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from api.intake.telephony.exchange_side import playing
from api.intake.telephony.exchange_side.sender import Outbox, Sender, Unreachable
from api.intake.telephony.exchange_side.simulator import Manner, Simulator, turn
from tests.client import Api
from tests.intake.telephony.exchange import Exchange
from tests.world import World

Role = Callable[..., Api]
START = datetime(2026, 11, 28, 1, 0, tzinfo=UTC)


@pytest.fixture
def sender(exchange: Exchange) -> Sender:
    """Through the test's own client, which is one of httpx2's making."""
    return Sender("http://testserver", exchange.id, exchange.secret, exchange.api)  # type: ignore[arg-type]


def played(seed: int, **manner: Any) -> list[dict[str, Any]]:
    simulator = Simulator(["1001", "1002"], seed, Manner(**manner), START)
    told: list[dict[str, Any]] = []
    for second in range(3600):
        told += simulator.step(START + timedelta(seconds=second))
        if simulator.over:
            return told
    raise AssertionError("it does not end")


def test_the_same_seed_plays_the_same_calls() -> None:
    assert played(7, calls=9) == played(7, calls=9)
    assert played(7, calls=9) != played(8, calls=9)


@pytest.mark.parametrize("seed", range(5))
def test_every_call_begins_and_ends_once_and_nobody_talks_twice_at_a_time(seed: int) -> None:
    told = played(seed, calls=12, per_minute=20)
    assert len({event["event_id"] for event in told}) == len(told)
    by_kind = {kind: [e["call_id"] for e in told if e["kind"] == kind] for kind in ("new_call", "answered", "hung_up")}
    assert len(by_kind["new_call"]) == len(set(by_kind["new_call"])) == 12
    assert sorted(by_kind["hung_up"]) == sorted(by_kind["new_call"])
    talking: dict[str, str] = {}
    for event in sorted(told, key=lambda e: e["occurred_at"]):
        if event["kind"] == "answered":
            assert event["extension"] not in talking.values()
            talking[event["call_id"]] = event["extension"]
        elif event["kind"] == "hung_up":
            talking.pop(event["call_id"], None)


def test_a_call_is_taken_held_passed_on_and_ended_on_the_screen(
    sender: Sender, exchange: Exchange, as_role: Role, world: World
) -> None:
    now = datetime.now(UTC) - timedelta(seconds=60)
    simulator = Simulator(["1001", "1002"], 1, Manner(by_screen=True, calls=1, numbers=("13800004410",)), now)
    outbox = Outbox(sender)

    def look(seconds: float = 1) -> None:
        nonlocal now
        now += timedelta(seconds=seconds)
        outbox.add(turn(simulator, sender, now))
        assert outbox.flush()

    def leg(role: str) -> dict[str, Any]:
        (found,) = as_role(role).read("call-legs", live="true")["items"]
        return dict(found)

    look()
    first = leg("HL")
    assert (first["status"], first["queue"]) == ("ringing", "热线")
    for action, status in (("answer", "talking"), ("hold", "held"), ("resume", "talking")):
        as_role("HL").act(f"call-legs/{first['id']}/{action}", {})
        look()
        assert leg("HL")["status"] == status
    body = {"to_extension": "1002", "statement": "零点漂移，已换滤芯"}
    as_role("HL").act(f"call-legs/{first['id']}/transfer", body)
    look()
    second = leg("HL2")
    as_role("HL2").act(f"call-legs/{second['id']}/answer", {})
    look()
    as_role("HL2").act(f"call-legs/{second['id']}/hang-up", {})
    look()
    (call,) = as_role("HL").read("calls")["items"]
    assert (call["status"], call["agent"]["name"]) == ("transferred", "HL2 A1")
    assert call["ended_at"]


def test_what_is_passed_on_rings_at_the_next(sender: Sender, exchange: Exchange, as_role: Role) -> None:
    now = datetime.now(UTC)
    simulator = Simulator(["1001", "1002"], 1, Manner(by_screen=True, calls=1), now)
    sender.tell(turn(simulator, sender, now))
    (leg,) = as_role("HL").read("call-legs", live="true")["items"]
    as_role("HL").act(f"call-legs/{leg['id']}/pass-on", {})
    sender.tell(turn(simulator, sender, now + timedelta(seconds=1)))
    assert as_role("HL").read(f"call-legs/{leg['id']}")["ending"] == "passed"
    assert as_role("HL2").read("call-legs", live="true")["items"][0]["status"] == "ringing"


def test_it_dials_at_a_click(sender: Sender, exchange: Exchange, as_role: Role, world: World) -> None:
    sender.tell([])
    call = as_role("HL").act("calls/dial", {"contact_id": world.contacts["A1"]})
    now = datetime.now(UTC)
    simulator = Simulator(["1001"], 1, Manner(by_screen=True, calls=1), now + timedelta(hours=1))
    sender.tell(turn(simulator, sender, now))
    sender.tell(turn(simulator, sender, now + timedelta(seconds=4)))
    assert as_role("HL").read(f"calls/{call['id']}")["status"] == "answered"


def test_what_the_exchange_cannot_do_it_says(sender: Sender, exchange: Exchange) -> None:
    simulator = Simulator(["1001"], 1, Manner(), START)
    request = {"id": "x", "kind": "hold", "extension": "1001", "call_id": "nothing"}
    assert simulator.ask(request, START) == ([], False)


def test_it_plays_in_real_time_until_the_calls_are_over(
    sender: Sender, exchange: Exchange, as_role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC) - timedelta(hours=2)

    def sleep(seconds: float) -> None:
        nonlocal now
        now += timedelta(seconds=20)

    monkeypatch.setattr(playing, "clock", _Played(sleep, lambda: now))
    playing.play(sender, ["1001", "1002"], 3, Manner(calls=3, per_minute=6))
    calls = as_role("HL").read("calls")["items"]
    assert len(calls) == 3
    assert all(call["ended_at"] for call in calls)


def test_an_exchange_that_is_stopped_leaves_nobody_on_the_line(
    sender: Sender, exchange: Exchange, as_role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    live = []

    def sleep(seconds: float) -> None:
        live.extend(as_role("HL").read("call-legs", live="true")["items"])
        raise KeyboardInterrupt

    monkeypatch.setattr(playing, "clock", _Played(sleep, lambda: now))
    playing.play(sender, ["1001"], 3, Manner(by_screen=True))
    assert live
    assert all(call["ended_at"] for call in as_role("HL").read("calls")["items"])


class _Played:
    def __init__(self, sleep: Callable[[float], None], now: Callable[[], datetime]) -> None:
        self.sleep, self.now = sleep, now


# -- what is sent ---------------------------------------------------------------------------------------------------------
class _Answering:
    """Answers posts with these, in turn; keeps what was sent."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.sent = list(answers), []  # type: ignore[var-annotated]

    def post(self, url: str, *, content: bytes, headers: dict[str, str]) -> httpx.Response:
        self.sent.append((content, headers))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer, json={"type": "/problems/invalid", "received": 0, "new": 0})


def told(*answers: Any) -> tuple[_Answering, Outbox]:
    line = _Answering(*answers)
    return line, Outbox(Sender("http://x", "e", "whsec_" + "A" * 43 + "=", line))  # type: ignore[arg-type]


def test_what_cannot_be_sent_waits_and_is_signed_anew() -> None:
    line, outbox = told(httpx.ConnectError("no"), 503, 200)
    outbox.add([{"kind": "hung_up"}])
    assert [outbox.flush(), outbox.flush(), outbox.flush()] == [False, False, True]
    assert len({headers["webhook-id"] for _, headers in line.sent}) == 3
    assert len(outbox) == 0


def test_one_wrong_event_takes_no_other_with_it() -> None:
    line, outbox = told(422, 200, 422, 200)
    outbox.add([{"kind": "a"}, {"kind": "b"}, {"kind": "c"}])
    assert outbox.flush()
    assert (outbox.refused, len(line.sent)) == (1, 4)


def test_the_secret_is_in_no_message(caplog: pytest.LogCaptureFixture) -> None:
    line, outbox = told(422, httpx.ReadTimeout("slow"))
    outbox.add([{"kind": "a", "from_number": "13800004410"}])
    outbox.flush()
    with pytest.raises(Unreachable):
        outbox._sender.tell([])
    assert "AAAA" not in caplog.text
    assert "13800004410" not in caplog.text
    assert len(line.sent) == 2
