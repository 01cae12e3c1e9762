"""Calls as exchanges tell them: once each, with the right end, in whatever order, and on the right agent's screen."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api import models
from api.intake.telephony.events import service
from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import take_in
from tests.intake.telephony.exchange import Exchange
from tests.world import World

Role = Callable[..., Api]


def answered(exchange: Exchange, call: str = "c1", at: float = -20, **more: Any) -> list[dict[str, Any]]:
    """A call that rings at 1001 and is answered there after six seconds."""
    return [
        exchange.event(
            call, "new_call", at, direction="inbound", from_number="13800004410", to_number="4008081234", **more
        ),
        exchange.event(call, "ringing", at + 1, extension="1001"),
        exchange.event(call, "answered", at + 7, extension="1001", rings=2),
    ]


def only(client: Api, **query: Any) -> dict[str, Any]:
    items = client.read("calls", **query)["items"]
    assert len(items) == 1, items
    return client.read(f"calls/{items[0]['id']}")


def test_r39_d11_a_call_is_kept_with_ring_answer_and_end(
    exchange: Exchange, as_role: Role, world: World, recorded: Callable[..., list[str]]
) -> None:
    exchange.send(*answered(exchange), exchange.event("c1", "hung_up", 0))
    call = only(as_role("HL"))
    moments = [datetime.fromisoformat(call[name]) for name in ("rang_at", "answered_at", "ended_at")]
    assert moments == [exchange.now + timedelta(seconds=s) for s in (-20, -13, 0)]
    assert (call["wait_seconds"], call["rings"], call["within_limit"]) == (7, 2, True)
    assert (call["status"], call["direction"], call["outcome"]) == ("answered", "inbound", None)
    assert call["agent"]["id"] == world.employees["HL@A1"]
    assert call["phone"] == {"value": "+8613800004410", "masked": "138****4410"}
    assert call["number"].startswith("CL-A1-")
    assert "我是HL A1" in call["greeting"]
    assert recorded(call["id"]) == ["call.rang", "call.answered", "call.hung_up"]


@pytest.mark.parametrize(("seconds", "kept"), [(15, True), (16, False)])
def test_d11_where_rings_are_not_told_seconds_are_counted(
    exchange: Exchange, as_role: Role, seconds: int, kept: bool
) -> None:
    exchange.send(
        exchange.event("c1", "ringing", -60, extension="1001"),
        exchange.event("c1", "answered", seconds - 60, extension="1001"),
    )
    assert only(as_role("HL"))["within_limit"] is kept


def test_a_call_that_nobody_took_is_missed_and_is_nobodys(
    exchange: Exchange, as_role: Role, recorded: Callable[..., list[str]]
) -> None:
    exchange.send(*answered(exchange)[:2], exchange.event("c1", "hung_up", 0))
    call = only(as_role("HL"), outcome="missed")
    assert (call["status"], call["agent"], call["answered_at"], call["within_limit"]) == ("closed", None, None, None)
    assert call["outcome_label"] == "未接"
    assert recorded(call["id"]) == ["call.rang", "call.missed"]


@pytest.mark.parametrize("seed", range(6))
def test_events_tripled_shuffled_and_late_give_each_call_once_with_the_right_end(
    exchange: Exchange, as_role: Role, world: World, seed: int
) -> None:
    chance = random.Random(seed)
    told: list[dict[str, Any]] = []
    for number in range(6):
        at = -3600 * chance.random() - 200
        events = answered(exchange, f"c{number}", at, caller_name=f"第 {number} 位")
        if number % 3 == 0:  # missed
            events.pop()
        told += [*events, exchange.event(f"c{number}", "hung_up", at + 60 + number)] * 3
    chance.shuffle(told)
    while told:
        many = chance.randint(1, 7)
        exchange.send(*told[:many])
        told = told[many:]
    calls = {
        row["caller_name"]: as_role("HL").read(f"calls/{row['id']}") for row in as_role("HL").read("calls")["items"]
    }
    assert len(calls) == 6
    for number in range(6):
        call = calls[f"第 {number} 位"]
        missed = number % 3 == 0
        assert (call["status"], call["outcome"]) == (("closed", "missed") if missed else ("answered", None))
        assert (call["agent"] is None) is missed
        lasted = datetime.fromisoformat(call["ended_at"]) - datetime.fromisoformat(call["rang_at"])
        assert lasted == timedelta(seconds=60 + number)


def test_a_call_told_as_missed_is_found_to_have_been_answered(
    exchange: Exchange, as_role: Role, recorded: Callable[..., list[str]]
) -> None:
    ring, ringing, answer = answered(exchange)
    exchange.send(ring, ringing, exchange.event("c1", "hung_up", 0))
    assert only(as_role("HL"))["outcome"] == "missed"
    exchange.send(answer)
    call = only(as_role("HL"))
    assert (call["status"], call["outcome"], call["wait_seconds"]) == ("answered", None, 7)
    assert call["agent"]["name"] == "HL A1"
    assert recorded(call["id"]) == ["call.rang", "call.missed", "call.answered"]


def test_an_earlier_ring_told_late_sets_the_wait_right(
    exchange: Exchange, as_role: Role, recorded: Callable[..., list[str]]
) -> None:
    exchange.send(exchange.event("c1", "answered", -13, extension="1001"))
    assert only(as_role("HL"))["wait_seconds"] == 0
    exchange.send(exchange.event("c1", "new_call", -40, from_number="13800004410"))
    call = only(as_role("HL"))
    assert (call["wait_seconds"], call["within_limit"]) == (27, False)
    assert recorded(call["id"]) == ["call.rang", "call.answered", "call.corrected"]


def test_what_is_known_changes_nothing(exchange: Exchange, as_role: Role, recorded: Callable[..., list[str]]) -> None:
    events = answered(exchange)
    assert exchange.send(*events) == {"received": 3, "new": 3}
    before = only(as_role("HL"))["version"]
    assert exchange.send(*events, *events) == {"received": 6, "new": 0}
    assert only(as_role("HL"))["version"] == before


@pytest.mark.parametrize(
    ("told", "masked"),
    [
        ("13800004410", "138****4410"), ("+86 138 0000 4410", "138****4410"), ("62584417", "010-6258****"),
        ("anonymous", ""), ("1002", ""), ("031162584417", "0311-6258****"), ("4008081234", "400-808-****"),
    ],
)  # fmt: skip
def test_numbers_as_exchanges_write_them(exchange: Exchange, as_role: Role, told: str, masked: str) -> None:
    exchange.send(exchange.event("c1", "new_call", -1, from_number=told))
    assert only(as_role("CO"))["phone"] == {"value": None, "masked": masked}


def test_t9_a_hostile_name_is_kept_as_plain_text(exchange: Exchange, as_role: Role, world: World) -> None:
    name = "<img src=x onerror=alert(1)>\u202e\x00\r\nX: y\ud800" + "长" * 200
    exchange.send(exchange.event("c1", "new_call", -1, from_number="13900001234", caller_name=name))
    call = only(as_role("HL"))
    assert call["caller_name"].startswith("<img src=x onerror=alert(1)> X: y长长")
    assert len(call["caller_name"]) == 80
    assert call["customer"] is None


def test_an_unknown_extension_is_nobodys(exchange: Exchange, as_role: Role) -> None:
    exchange.send(
        exchange.event("c1", "ringing", -9, extension="7777"), exchange.event("c1", "answered", -3, extension="7777")
    )
    call = only(as_role("HL"))
    assert (call["status"], call["agent"]) == ("answered", None)
    assert as_role("SM").read("call-legs")["items"] == []


def test_who_sat_there_when_it_rang_is_its_agent(exchange: Exchange, as_role: Role, world: World) -> None:
    """Told an hour late, after another has sat down."""
    seat = {"exchange_id": exchange.id, "number": "1001", "employee_id": world.employees["RE@A1"], "take_over": True}
    as_role("SM").act("extensions", seat)
    exchange.send(*answered(exchange, "old", -3600), *answered(exchange, "new", 1))
    agents = {row["rang_at"]: row["agent"]["name"] for row in as_role("HL").read("calls")["items"]}
    assert [agents[at] for at in sorted(agents)] == ["HL A1", "RE A1"]


def test_two_exchanges_may_use_the_same_ids(exchange: Exchange, as_role: Role, anonymous: Api, world: World) -> None:
    from tests.intake.telephony.exchange import registered

    other = registered(as_role("SA", "C"), anonymous, world.stations["B1"])
    event = exchange.event("same", "new_call", -1, from_number="13900001234")
    assert exchange.send(event)["new"] == other.send(event)["new"] == 1
    assert {row["station"]["code"] for row in as_role("HL").read("calls")["items"]} == {"A1", "B1"}


def test_r41_the_agent_writes_down_after_hanging_up(exchange: Exchange, as_role: Role, world: World) -> None:
    """After-call work: the need is taken in though the line is gone, and the exchange never undoes what he wrote."""
    hotline = as_role("HL")
    end = exchange.event("c1", "hung_up", 0)
    exchange.send(*answered(exchange), end)
    call = only(hotline)
    hotline.act(f"calls/{call['id']}/identify", {"customer_id": world.customers["A1"]})
    case = take_in(hotline, world, channel="call", call_id=call["id"])
    closed = hotline.act(f"calls/{call['id']}/close", {"outcome": "request"})
    assert closed["ended_at"] == call["ended_at"]
    exchange.send(exchange.event("c1", "hung_up", 5))
    after = hotline.read(f"calls/{call['id']}")
    assert (after["status"], after["outcome"], after["service_request"]["id"]) == ("closed", "request", case["id"])
    assert datetime.fromisoformat(after["ended_at"]) == exchange.now + timedelta(seconds=5)


def test_a_call_about_a_matter_ends_with_its_line(exchange: Exchange, as_role: Role, world: World) -> None:
    hotline = as_role("HL")
    case = take_in(hotline, world)
    exchange.send(*answered(exchange))
    call = only(hotline)
    hotline.act(f"calls/{call['id']}/same-matter", {"service_request_id": case["id"]})
    exchange.send(exchange.event("c1", "hung_up", 0))
    after = hotline.read(f"calls/{call['id']}")
    assert (after["status"], after["outcome"]) == ("closed", "request")


def test_r57_a_call_that_is_passed_on_is_the_next_agents(
    exchange: Exchange, as_role: Role, world: World, recorded: Callable[..., list[str]]
) -> None:
    exchange.send(*answered(exchange), exchange.event("c1", "transferred", -5, extension="1002"))
    call = only(as_role("HL"))
    assert (call["status"], call["agent"]["name"]) == ("transferred", "HL A1")
    exchange.send(exchange.event("c1", "answered", -2, extension="1002"))
    call = only(as_role("HL"))
    assert call["agent"]["id"] == world.employees["HL2@A1"]
    assert recorded(call["id"])[-1] == "call.transferred"


def test_an_event_of_its_own_is_append_only(exchange: Exchange, db: Database) -> None:
    exchange.send(*answered(exchange))
    table = models.telephony.TelephonyEvent.__table__
    for statement in (table.update().values(kind="hung_up"), table.delete()):
        with pytest.raises(Exception, match="append-only"), db.write() as conn:
            conn.execute(statement)


def test_a_batch_is_whole_or_not_at_all(exchange: Exchange, as_role: Role) -> None:
    late = exchange.event("c1", "hung_up", 0) | {"occurred_at": (datetime.now(UTC) + timedelta(hours=1)).isoformat()}
    assert exchange.post("telephony/events", {"events": [*answered(exchange), late]}).status_code == 422
    assert as_role("HL").read("calls")["items"] == []


def test_a_call_that_never_ends_telling_is_left_out_and_the_rest_is_taken(
    exchange: Exchange, as_role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_MOST", 5)
    mad = [exchange.event("mad", "ringing", -50 + n, extension="1001") for n in range(4)]
    exchange.send(*mad)
    more = [exchange.event("mad", "ringing", -40 + n, extension="1001") for n in range(3)]
    answer = exchange.post("telephony/events", {"events": [*more, *answered(exchange, "sane")]})
    assert answer.status_code == 422
    error = answer.json()["errors"][0]
    assert (error["code"], error["pointer"]) == ("too_many", "/body/events/0/call_id")
    calls = as_role("HL").read("calls")["items"]
    assert sorted(call["status"] for call in calls) == ["answered", "ringing"]  # the sane call was taken
    assert exchange.send(*mad)["new"] == 0  # what is known stays known
    assert exchange.send(more[0])["new"] == 1  # and up to the measure there is room
    assert exchange.post("telephony/events", {"events": more[1:]}).status_code == 422
