"""Calls: answered in time, recognised, counted when they come again, ended with an outcome."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import act, digest, take_in
from tests.world import World

INBOUND = {"direction": "inbound", "from_number": "138 0000 4410"}
Role = Callable[..., Api]


def ago(seconds: float) -> str:
    return (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat()


@pytest.mark.parametrize(("rings", "kept"), [(0, True), (3, True), (4, False)])
def test_r39_a_call_is_answered_within_three_rings(as_role: Role, rings: int, kept: bool) -> None:
    call = as_role("HL").act("calls", INBOUND | {"rings": rings})
    assert (call["rings"], call["within_limit"]) == (rings, kept)


@pytest.mark.parametrize(("seconds", "kept"), [(15, True), (16, False)])
def test_r39_d11_three_rings_are_fifteen_seconds(as_role: Role, seconds: int, kept: bool) -> None:
    answered = datetime.now(UTC)
    times = {
        "rang_at": (answered - timedelta(seconds=seconds)).isoformat(),
        "answered_at": answered.isoformat(),
    }
    call = as_role("HL").act("calls", INBOUND | times)
    assert (call["wait_seconds"], call["within_limit"]) == (seconds, kept)


def test_r39_the_limit_is_a_setting(as_role: Role, world: World) -> None:
    answer = as_role("SM").put("settings/call.rings", json={"value": 5, "station_id": world.stations["A1"]})
    assert answer.status_code == 200, answer.text
    assert as_role("HL").act("calls", INBOUND | {"rings": 5})["within_limit"] is True
    assert as_role("HL", "B1").act("calls", INBOUND | {"rings": 5})["within_limit"] is False


def test_a_wait_that_nobody_measured_is_not_judged(as_role: Role) -> None:
    assert as_role("HL").act("calls", INBOUND)["within_limit"] is None
    assert as_role("HL").act("calls", INBOUND | {"direction": "outbound", "rings": 9})["within_limit"] is None


def test_r40_the_greeting_carries_the_agents_own_name(as_role: Role) -> None:
    call = as_role("HL").act("calls", INBOUND)
    assert call["agent"]["name"] == "HL A1"
    assert call["greeting"].startswith("您好，A1 服务站")
    assert "我是HL A1" in call["greeting"]


def test_a_call_has_a_number_and_a_fact(as_role: Role, recorded: Callable[..., list[str]]) -> None:
    call = as_role("HL").act("calls", INBOUND)
    assert call["number"].startswith("CL-A1-")
    assert call["number"].endswith("-0001")
    assert recorded(call["id"]) == ["call.answered"]


def test_the_number_is_shown_to_the_agent_alone(as_role: Role) -> None:
    call = as_role("HL").act("calls", INBOUND)
    assert call["phone"] == {"value": "+8613800004410", "masked": "138****4410"}
    for other in (as_role("HL", "A2"), as_role("CO"), as_role("AU", "C")):
        assert other.read(f"calls/{call['id']}")["phone"] == {"value": None, "masked": "138****4410"}
        assert other.read("calls")["items"][0]["phone"]["value"] is None


def test_r41_the_caller_is_identified(as_role: Role, world: World, recorded: Callable[..., list[str]]) -> None:
    agent = as_role("HL")
    call = agent.act("calls", INBOUND)
    who = {"customer_id": world.customers["A1"], "contact_id": world.contacts["A1"]}
    call = agent.act(f"calls/{call['id']}/identify", who)
    assert (call["customer"]["id"], call["contact"]["id"]) == (who["customer_id"], who["contact_id"])
    assert call["version"] == 2
    assert recorded(call["id"]) == ["call.answered", "call.identified"]


def test_r41_somebody_elses_contact_is_refused(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    call = agent.act("calls", INBOUND)
    before = digest(db)
    for who, pointer in (
        ({"customer_id": world.customers["A1"], "contact_id": world.contacts["A2"]}, "/body/contact_id"),
        ({"customer_id": world.contacts["A1"]}, "/body/customer_id"),
    ):
        answer = agent.post(f"calls/{call['id']}/identify", json=who)
        assert answer.status_code == 422
        assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert digest(db) == before


def test_r42_a_second_call_on_an_open_matter_is_flagged_and_counted(
    as_role: Role, world: World, recorded: Callable[..., list[str]]
) -> None:
    agent = as_role("HL")
    case = take_in(agent, world)
    call = agent.act("calls", INBOUND)
    body = {"service_request_id": case["id"], "note": "说好两点到，还没来"}
    call = agent.act(f"calls/{call['id']}/same-matter", body)
    assert call["repeat_of"]["id"] == call["service_request"]["id"] == case["id"]
    assert call["repeat_count"] == 1
    assert call["customer"]["id"] == world.customers["A1"]
    after = agent.read(f"service-requests/{case['id']}")
    assert after["repeat_calls"] == 1
    assert [told["id"] for told in after["calls"]] == [call["id"]]
    assert agent.read("service-requests")["items"][0]["calls"] == 2
    assert recorded(case["id"])[-1] == "service_request.called_again"
    assert recorded(call["id"])[-1] == "call.matched"


def test_r42_one_call_counts_once(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world)
    call = agent.act("calls", INBOUND)
    agent.act(f"calls/{call['id']}/same-matter", {"service_request_id": case["id"]})
    again = agent.post(f"calls/{call['id']}/same-matter", json={"service_request_id": case["id"]})
    assert again.status_code == 409
    assert again.json()["type"] == "/problems/transition-refused"
    assert agent.read(f"service-requests/{case['id']}")["repeat_calls"] == 1


def test_r42_a_matter_that_is_over_or_anothers_is_not_the_same(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    over = act(agent, take_in(agent, world), "cancel")
    others = take_in(agent, world, "A2")
    call = agent.act("calls", INBOUND)
    agent.act(f"calls/{call['id']}/identify", {"customer_id": world.customers["A1"]})
    before = digest(db)
    for id, status, slug in (
        (over["id"], 409, "matter-over"),
        (others["id"], 422, "invalid"),
        (call["id"], 422, "invalid"),
    ):
        answer = agent.post(f"calls/{call['id']}/same-matter", json={"service_request_id": id})
        assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}")
    assert digest(db) == before


def test_a_call_turns_into_a_request(as_role: Role, world: World, recorded: Callable[..., list[str]]) -> None:
    agent = as_role("HL")
    call = agent.act("calls", INBOUND)
    case = take_in(agent, world, channel="call", call_id=call["id"])
    after = agent.read(f"calls/{call['id']}")
    assert (after["status"], after["service_request"]["id"]) == ("turned_into_request", case["id"])
    assert (after["repeat_of"], after["repeat_count"]) == (None, 0)
    assert [told["id"] for told in case["calls"]] == [call["id"]]
    assert recorded(call["id"]) == ["call.answered", "call.turned_into_request"]
    ended = agent.act(f"calls/{call['id']}/close", {"outcome": "request"})
    assert (ended["status"], ended["outcome"]) == ("closed", "request")


def test_a_call_becomes_one_request_of_its_own_customer(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    call = agent.act("calls", INBOUND)
    agent.act(f"calls/{call['id']}/identify", {"customer_id": world.customers["A2"]})
    before = digest(db)
    for other, status in ((call["id"], 422), (world.customers["A1"], 422)):
        body = {"channel": "call", "call_id": other, "customer_id": world.customers["A1"], "subject": "坏了"}
        assert agent.post("service-requests", json=body | {"group": "hardware_repair"}).status_code == status
    assert digest(db) == before
    take_in(agent, world, "A2", channel="call", call_id=call["id"])
    again = agent.post(
        "service-requests",
        json={"channel": "call", "call_id": call["id"], "customer_id": world.customers["A2"], "subject": "又坏了",
              "group": "hardware_repair"},
    )  # fmt: skip
    assert again.status_code == 409


@pytest.mark.parametrize("outcome", ["answered", "wrong_number", "information"])
def test_r53_a_call_ends_with_its_outcome(as_role: Role, outcome: str) -> None:
    agent = as_role("HL")
    call = agent.act("calls", INBOUND)
    call = agent.act(f"calls/{call['id']}/close", {"outcome": outcome, "note": "问校准周期，答每季度一次"})
    assert (call["status"], call["outcome"], call["note"]) == ("closed", outcome, "问校准周期，答每季度一次")
    assert call["ended_at"]
    assert call["offered"] == []


def test_r53_an_answer_is_written_down_and_a_request_exists(as_role: Role, db: Database) -> None:
    agent = as_role("HL")
    call = agent.act("calls", INBOUND)
    before = digest(db)
    for body, pointer in (({"outcome": "answered"}, "/body/note"), ({"outcome": "request"}, "/body/outcome")):
        answer = agent.post(f"calls/{call['id']}/close", json=body)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == pointer
    assert digest(db) == before


def test_an_ended_call_takes_no_step(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    call = agent.act("calls", INBOUND)
    agent.act(f"calls/{call['id']}/close", {"outcome": "wrong_number"})
    bodies: dict[str, dict[str, Any]] = {
        "identify": {"customer_id": world.customers["A1"]},
        "same-matter": {"service_request_id": take_in(agent, world)["id"]},
        "close": {"outcome": "wrong_number"},
    }
    for action, body in bodies.items():
        answer = agent.post(f"calls/{call['id']}/{action}", json=body)
        assert answer.status_code == 409
        assert answer.json()["offered"] == []


def test_only_the_agent_acts_on_his_call(as_role: Role, world: World) -> None:
    call = as_role("HL").act("calls", INBOUND)
    body = {"customer_id": world.customers["A1"]}
    statuses = {
        (role, station): as_role(role, station).post(f"calls/{call['id']}/identify", json=body).status_code
        for role, station in (("HL", "A2"), ("CO", "A1"), ("RE", "A1"), ("RE", "A2"), ("CO", "B1"), ("FE", "A1"))
    }
    assert statuses == {
        ("HL", "A2"): 403, ("CO", "A1"): 403, ("RE", "A1"): 403, ("RE", "A2"): 403, ("CO", "B1"): 403, ("FE", "A1"): 404,
    }  # fmt: skip
    assert as_role("RE", "A2").get(f"calls/{call['id']}").status_code == 404


def test_the_list_finds_calls(as_role: Role, world: World) -> None:
    agent, other = as_role("HL"), as_role("HL", "B1")
    mine = agent.act("calls", INBOUND)
    agent.act(f"calls/{mine['id']}/identify", {"customer_id": world.customers["A1"]})
    theirs = other.act("calls", {"direction": "inbound", "from_number": "13800009999"})
    other.act(f"calls/{theirs['id']}/close", {"outcome": "wrong_number"})

    def found(**query: str) -> set[str]:
        return {item["id"] for item in agent.read("calls", **query)["items"]}

    assert found() == {mine["id"], theirs["id"]}
    assert found(mine="true") == {mine["id"]}
    assert found(mine="false") == {theirs["id"]}
    assert found(status="closed") == {theirs["id"]}
    assert found(q="13800009999") == found(q="9999") == found(q=theirs["number"]) == {theirs["id"]}


WRONG: list[dict[str, Any]] = [
    {},
    {"direction": "sideways"},
    INBOUND | {"from_number": "not a number"},
    INBOUND | {"from_number": "1380000\x00441"},
    INBOUND | {"rings": -1},
    INBOUND | {"rings": 2.5},
    INBOUND | {"rings": "2"},
    INBOUND | {"rang_at": "yesterday"},
    INBOUND | {"rang_at": "2026-11-22T10:00:00"},
    INBOUND | {"rang_at": ago(5), "answered_at": ago(10)},
    INBOUND | {"answered_at": ago(-3600)},
    INBOUND | {"status": "closed"},
    INBOUND | {"id": "1"},
]


@pytest.mark.parametrize("body", WRONG)
def test_a_wrong_call_changes_nothing(as_role: Role, db: Database, body: dict[str, Any]) -> None:
    agent = as_role("HL")
    before = digest(db)
    answer = agent.post("calls", json=body)
    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"]
    assert digest(db) == before
