"""Calling out at a click, and calls that nobody ends: the exchange gets the number, time gets the rest."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api import models, worker
from api.intake.calls.ending import scan_calls
from api.intake.telephony.upkeep import expire_requests
from api.kit.db import Database
from api.kit.unit import Unit
from api.settings import Settings
from api.system import System
from tests.client import Api
from tests.intake.steps import take_in
from tests.intake.telephony.exchange import Exchange
from tests.intake.telephony.test_heard import answered, only
from tests.world import World

Role = Callable[..., Api]
CALL = models.calls.Call.__table__


@pytest.fixture
def units(settings: Settings, db: Database) -> Callable[[], AbstractContextManager[Unit]]:
    return worker.units(System(settings, db))


def later(db: Database, units: Any, **ahead: float) -> int:
    return scan_calls(db, units, datetime.now(UTC) + timedelta(**ahead))


def test_r54_a_contact_is_called_without_showing_his_number(
    exchange: Exchange, as_role: Role, world: World, recorded: Callable[..., list[str]]
) -> None:
    hotline = as_role("HL")
    exchange.send()
    case = take_in(hotline, world)
    body = {"contact_id": world.contacts["A1"], "service_request_id": case["id"]}
    call = hotline.act("calls/dial", body)
    assert (call["direction"], call["status"], call["phone"]) == (
        "outbound",
        "ringing",
        {"value": None, "masked": "138****4410"},
    )
    assert (call["customer"]["id"], call["service_request"]["id"]) == (world.customers["A1"], case["id"])
    (wanted,) = exchange.take()
    assert (wanted["kind"], wanted["extension"], wanted["to_number"]) == ("dial", "1001", "+8613800004410")
    exchange.now = datetime.now(UTC)
    start = exchange.event(
        "o1", "new_call", 0, direction="outbound", extension="1001", to_number="13800004410", request_id=wanted["id"]
    )
    exchange.send(start, exchange.event("o1", "answered", 8))
    after = only(hotline)
    assert (after["id"], after["status"], after["wait_seconds"], after["within_limit"]) == (
        call["id"],
        "answered",
        8,
        None,
    )
    assert after["phone"]["value"] is None
    (leg,) = hotline.read("call-legs", live="true")["items"]
    assert (leg["status"], leg["phone"]["value"]) == ("talking", None)
    exchange.send(exchange.event("o1", "hung_up", 60))
    after = hotline.read(f"calls/{call['id']}")
    assert (after["status"], after["outcome"]) == ("closed", "request")
    assert recorded(call["id"]) == ["call.dialled", "call.answered", "call.hung_up"]


def test_a_missed_caller_is_called_back(exchange: Exchange, as_role: Role) -> None:
    hotline = as_role("HL")
    exchange.send(*answered(exchange)[:2], exchange.event("c1", "hung_up", 0))
    missed = only(hotline)
    hotline.act("calls/dial", {"call_id": missed["id"]})
    assert exchange.take()[0]["to_number"] == "+8613800004410"


def test_whom_to_call_must_be_clear(exchange: Exchange, as_role: Role, world: World) -> None:
    hotline = as_role("HL")
    exchange.send()
    other = take_in(hotline, world, "A2")
    for body, pointer in (
        ({}, "/body/number"),
        ({"number": "13800004410", "contact_id": world.contacts["A1"]}, "/body/number"),
        ({"contact_id": world.customers["A1"]}, "/body/contact_id"),
        ({"call_id": world.customers["A1"]}, "/body/call_id"),
        ({"contact_id": world.contacts["A1"], "service_request_id": other["id"]}, "/body/service_request_id"),
        ({"number": "1"}, "/body/number"),
    ):
        answer = hotline.post("calls/dial", json=body)
        assert answer.status_code == 422, body
        assert answer.json()["errors"][0]["pointer"] == pointer
    assert as_role("RE", "B1").post("calls/dial", json={"contact_id": world.contacts["A1"]}).status_code == 422
    assert as_role("CO").post("calls/dial", json={"number": "13800004410"}).status_code == 403


def test_without_telephone_or_exchange_nothing_is_dialled(exchange: Exchange, as_role: Role) -> None:
    body = {"number": "13800004410"}
    refused = {"RE": as_role("RE").post("calls/dial", json=body), "HL": as_role("HL").post("calls/dial", json=body)}
    assert {k: (a.status_code, a.json()["type"]) for k, a in refused.items()} == {
        "RE": (409, "/problems/no-extension"), "HL": (409, "/problems/line-down"),
    }  # fmt: skip
    assert as_role("HL").read("calls")["items"] == []


def test_a_request_that_was_taken_and_not_settled_comes_again_with_its_id(
    exchange: Exchange, as_role: Role, db: Database
) -> None:
    exchange.send()
    as_role("HL").act("calls/dial", {"number": "13800004410"})
    (wanted,) = exchange.take()
    table = models.telephony.TelephonyRequest.__table__
    with db.write() as conn:
        conn.execute(table.update().values(taken_at=datetime.now(UTC) - timedelta(seconds=11)))
    assert [again["id"] for again in exchange.take()] == [wanted["id"]]
    assert exchange.settle(wanted["id"], "refused").json()["status"] == "refused"
    call = only(as_role("HL"))
    assert (call["status"], call["outcome"]) == ("closed", "no_answer")
    assert as_role("HL").read("call-legs", live="true")["items"] == []
    assert exchange.settle(exchange.id).status_code == 422


def test_a_request_is_only_its_own_exchanges(exchange: Exchange, as_role: Role, anonymous: Api, world: World) -> None:
    from tests.intake.telephony.exchange import registered

    other = registered(as_role("SA", "C"), anonymous, world.stations["A1"])
    exchange.send()
    as_role("HL").act("calls/dial", {"number": "13800004410"})
    assert other.take() == []
    (wanted,) = exchange.take()
    assert other.settle(wanted["id"]).status_code == 422


def test_what_nobody_dials_is_over(exchange: Exchange, as_role: Role, db: Database, units: Any) -> None:
    exchange.send()
    as_role("HL").act("calls/dial", {"number": "13800004410"})
    assert expire_requests(db, units) == 0
    table = models.telephony.TelephonyRequest.__table__
    with db.write() as conn:
        conn.execute(table.update().values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert expire_requests(db, units) == 1
    assert only(as_role("HL"))["outcome"] == "no_answer"
    assert exchange.take() == []


# -- calls that nobody ends ---------------------------------------------------------------------------------------------
def test_a_call_that_only_rings_is_missed_in_time(
    exchange: Exchange, as_role: Role, db: Database, units: Any, recorded: Callable[..., list[str]]
) -> None:
    exchange.send(*answered(exchange, at=0)[:2])
    assert later(db, units, minutes=9) == 0
    assert later(db, units, minutes=11) == 1
    call = only(as_role("HL"))
    assert (call["status"], call["outcome"]) == ("closed", "missed")
    assert as_role("HL").read("call-legs", live="true")["items"] == []
    assert recorded(call["id"]) == ["call.rang", "call.lapsed"]
    exchange.send(answered(exchange, at=0)[2])
    call = only(as_role("HL"))
    assert (call["status"], call["ended_at"]) == ("answered", None)


def test_a_call_that_was_entered_by_hand_and_forgotten_ends(as_role: Role, db: Database, units: Any) -> None:
    hotline = as_role("HL")
    made = hotline.act("calls", {"direction": "inbound", "from_number": "13800004410"})
    assert later(db, units, minutes=119) == 0
    assert later(db, units, minutes=121) == 1
    call = hotline.read(f"calls/{made['id']}")
    assert (call["status"], call["outcome"], call["outcome_label"]) == ("closed", "lapsed", "没等到挂机")
    assert call["ended_at"] is None
    assert later(db, units, minutes=121) == 0


def test_a_forgotten_call_that_became_a_request_ends_as_one(
    as_role: Role, db: Database, units: Any, world: World
) -> None:
    hotline = as_role("HL")
    made = hotline.act("calls", {"direction": "inbound"})
    take_in(hotline, world, channel="call", call_id=made["id"])
    assert later(db, units, hours=3) == 1
    assert hotline.read(f"calls/{made['id']}")["outcome"] == "request"


def test_r53_what_is_not_written_down_in_time_is_told_and_may_be_still(
    exchange: Exchange, as_role: Role, db: Database, units: Any, world: World
) -> None:
    hotline = as_role("HL")
    exchange.send(*answered(exchange), exchange.event("c1", "hung_up", 0))
    assert later(db, units, minutes=29) == 0
    assert later(db, units, minutes=31) == 1
    call = only(hotline)
    assert (call["status"], call["outcome"]) == ("closed", "unrecorded")
    assert datetime.fromisoformat(call["ended_at"]) == exchange.now
    assert [offer["action"] for offer in call["offered"]] == ["identify", "same-matter", "close"]
    case = take_in(hotline, world, channel="call", call_id=call["id"])
    after = hotline.act(f"calls/{call['id']}/close", {"outcome": "request"})
    assert (after["service_request"]["id"], after["outcome"], after["offered"]) == (case["id"], "request", [])


def test_the_figures_are_settings(as_role: Role, db: Database, units: Any) -> None:
    assert as_role("HQ", "C").put("settings/call.longest_seconds", json={"value": 600}).status_code == 200
    as_role("HL").act("calls", {"direction": "inbound"})
    db.forget()
    assert later(db, units, minutes=11) == 1
