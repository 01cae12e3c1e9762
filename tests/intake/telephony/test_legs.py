"""What pops up on an agent's screen: on his and nobody else's, with who calls and what is open (R36, R39, R42)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from api import models
from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import take_in
from tests.intake.telephony.exchange import Exchange
from tests.world import World

Role = Callable[..., Api]


def rings(exchange: Exchange, call: str = "c1", extension: str = "1001", number: str = "13800004410") -> None:
    exchange.send(
        exchange.event(call, "new_call", 0, direction="inbound", from_number=number),
        exchange.event(call, "ringing", 1, extension=extension),
    )


def live(client: Api) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.read("call-legs", live="true", mine="true")["items"]
    return items


def only(client: Api) -> dict[str, Any]:
    (leg,) = live(client)
    return leg


def test_r42_the_pop_up_shows_who_calls_and_all_that_is_open(exchange: Exchange, as_role: Role, world: World) -> None:
    cases = [take_in(as_role("HL"), world, subject=f"读数漂移 {number}") for number in range(4)]
    rings(exchange)
    leg = only(as_role("HL"))
    assert (leg["status"], leg["direction"], leg["extension"]) == ("ringing", "inbound", "1001")
    assert leg["customer"]["id"] == world.customers["A1"]
    assert leg["contact"]["name"] == "陈志远"
    assert leg["phone"]["value"] == "+8613800004410"
    assert (leg["matches"], leg["open_matters"], len(leg["matters"])) == (1, 4, 3)
    assert {matter["id"] for matter in leg["matters"]} < {case["id"] for case in cases}


def test_it_pops_up_on_the_right_agents_screen_and_nobody_elses(
    exchange: Exchange, as_role: Role, world: World, db: Database
) -> None:
    rings(exchange)
    leg = only(as_role("HL"))
    for role, station in (("HL2", "A1"), ("HL", "A2"), ("HL", "B1"), ("RE", "A1"), ("CO", "A1")):
        other = as_role(role, station)
        assert live(other) == []
        assert other.get(f"call-legs/{leg['id']}").status_code == 404
        assert other.post(f"call-legs/{leg['id']}/answer", json={}).status_code == 404
    event = models.events.Event.__table__
    with db.read() as conn:
        owners = conn.execute(select(event.c.owner_id).where(event.c.subject == "call_leg")).scalars().all()
    assert set(owners) == {world.employees["HL@A1"]}


def test_each_agent_whose_telephone_rings_sees_it_and_one_takes_it(exchange: Exchange, as_role: Role) -> None:
    rings(exchange)
    exchange.send(exchange.event("c1", "ringing", 1, extension="1002"))
    first, second = only(as_role("HL")), only(as_role("HL2"))
    exchange.send(exchange.event("c1", "answered", 5, extension="1002"))
    assert live(as_role("HL")) == []
    over = as_role("HL").read(f"call-legs/{first['id']}")
    assert (over["status"], over["ending"], over["phone"]["value"], over["offered"]) == ("over", "elsewhere", None, [])
    assert only(as_role("HL2"))["id"] == second["id"]
    assert only(as_role("HL2"))["status"] == "talking"


@pytest.mark.parametrize(("seconds", "shown"), [(110, True), (130, False)])
def test_what_is_told_too_late_pops_up_no_more(exchange: Exchange, as_role: Role, seconds: int, shown: bool) -> None:
    exchange.now = datetime.now(UTC) - timedelta(seconds=seconds)
    exchange.send(exchange.event("c1", "ringing", 0, extension="1001"))
    assert bool(live(as_role("HL"))) is shown


def test_an_exchange_that_fell_silent_leaves_nothing_ringing(exchange: Exchange, as_role: Role, db: Database) -> None:
    rings(exchange)
    table = models.telephony.CallLeg.__table__
    with db.write() as conn:
        conn.execute(table.update().values(rang_at=datetime.now(UTC) - timedelta(seconds=121)))
    assert live(as_role("HL")) == []


def test_an_unknown_number_and_one_of_several_customers(
    exchange: Exchange, as_role: Role, db: Database, world: World
) -> None:
    rings(exchange, number="13977778888")
    leg = only(as_role("HL"))
    assert (leg["matches"], leg["customer"], leg["matters"]) == (0, None, [])
    table = models.customers.Phone.__table__
    with db.write() as conn:
        conn.execute(table.update().values(value="+8613977778888"))
    leg = only(as_role("HL"))
    assert (leg["matches"], leg["customer"]) == (4, None)


def test_a_withheld_number_rings_too(exchange: Exchange, as_role: Role) -> None:
    rings(exchange, number="anonymous")
    leg = only(as_role("HL"))
    assert (leg["phone"], leg["matches"]) == ({"value": None, "masked": ""}, 0)


WAYS = [
    ("ringing", "answer", {}, "answer"), ("ringing", "pass-on", {}, "pass_on"), ("talking", "hold", {}, "hold"),
    ("held", "resume", {}, "resume"), ("talking", "hang-up", {}, "hang_up"),
    ("talking", "transfer", {"to_extension": "1002", "statement": "零点漂移，已换滤芯"}, "transfer"),
]  # fmt: skip


@pytest.mark.parametrize(("state", "action", "body", "kind"), WAYS)
def test_what_is_asked_of_the_exchange_is_taken_once_and_settled(
    exchange: Exchange, as_role: Role, recorded: Callable[..., list[str]], state: str, action: str, body: Any, kind: str
) -> None:
    hotline = as_role("HL")
    rings(exchange)
    for step in {"ringing": (), "talking": ("answered",), "held": ("answered", "held")}[state]:
        exchange.send(exchange.event("c1", step, 4, extension="1001"))
    leg = only(hotline)
    assert leg["status"] == state
    assert action in [offer["action"] for offer in leg["offered"]]
    hotline.act(f"call-legs/{leg['id']}/{action}", body)
    assert recorded(leg["id"])[-1] == "call_leg.asked"
    (wanted,) = exchange.take()
    assert (wanted["kind"], wanted["extension"], wanted["call_id"]) == (kind, "1001", "c1")
    assert wanted["to_extension"] == body.get("to_extension")
    assert exchange.take() == []
    assert exchange.settle(wanted["id"]).json() == {"id": wanted["id"], "status": "done"}
    assert exchange.settle(wanted["id"], "refused").json()["status"] == "done"


def test_r57_nobody_is_passed_on_without_a_statement(exchange: Exchange, as_role: Role) -> None:
    rings(exchange)
    exchange.send(exchange.event("c1", "answered", 2, extension="1001"))
    leg = only(as_role("HL"))
    answer = as_role("HL").post(f"call-legs/{leg['id']}/transfer", json={"to_extension": "1002"})
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/body/statement"]
    needs = {o["action"]: [n["name"] for n in o["needs"] if n["required"]] for o in leg["offered"]}
    assert needs["transfer"] == ["to_extension", "statement"]


def test_without_an_exchange_the_telephone_itself_must_do(exchange: Exchange, as_role: Role, db: Database) -> None:
    rings(exchange)
    leg = only(as_role("HL"))
    table = models.telephony.TelephonyExchange.__table__
    with db.write() as conn:
        conn.execute(table.update().values(heard_at=datetime.now(UTC) - timedelta(seconds=90)))
    answer = as_role("HL").post(f"call-legs/{leg['id']}/answer", json={})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/line-down")


def test_an_action_out_of_turn_is_refused_with_what_is_offered(exchange: Exchange, as_role: Role) -> None:
    rings(exchange)
    leg = only(as_role("HL"))
    answer = as_role("HL").post(f"call-legs/{leg['id']}/hold", json={})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/transition-refused")
    assert [offer["action"] for offer in answer.json()["offered"]] == ["answer", "pass-on"]


def test_r58_a_second_call_rings_beside_the_first(exchange: Exchange, as_role: Role) -> None:
    rings(exchange, "c1")
    exchange.send(exchange.event("c1", "answered", 2, extension="1001"))
    rings(exchange, "c2", number="13800004411")
    assert [leg["status"] for leg in live(as_role("HL"))] == ["ringing", "talking"]
