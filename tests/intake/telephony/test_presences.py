"""Who is there for calls, by his own word and by his telephone's; who sits where, dated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.client import Api
from tests.intake.telephony.exchange import Exchange
from tests.world import World

Role = Callable[..., Api]


def mine(client: Api) -> dict[str, Any]:
    presence: dict[str, Any] = client.read("telephony/line")["presence"]
    return presence


def talk(exchange: Exchange, call: str = "c1", at: float = 0) -> None:
    exchange.send(
        exchange.event(call, "ringing", at, extension="1001"),
        exchange.event(call, "answered", at + 3, extension="1001"),
    )


@pytest.fixture
def hotline(as_role: Role, exchange: Exchange) -> Api:
    signed = as_role("HL")
    assert signed.act("presences", {})["status"] == "available"
    exchange.now = datetime.now(UTC)
    return signed


def test_an_agent_is_there_and_away_and_gone(hotline: Api, recorded: Callable[..., list[str]]) -> None:
    own = mine(hotline)
    assert [offer["action"] for offer in own["offered"]] == ["away", "sign-off"]
    own = hotline.act(f"presences/{own['id']}/away", {"reason": "meal"})
    assert (own["status"], own["reason_label"], own["extension"]) == ("away", "用餐", "1001")
    assert hotline.act(f"presences/{own['id']}/available", {})["reason"] is None
    assert hotline.act(f"presences/{own['id']}/sign-off", {})["status"] == "off"
    assert hotline.act("presences", {})["status"] == "available"
    assert recorded(own["id"]) == ["presence.changed"] * 5
    told = [event["sentence"] for event in hotline.read(f"presences/{own['id']}/events")["items"]]
    assert told == ["空闲", "小休", "空闲", "已签退", "空闲"]


def test_the_telephone_says_that_he_talks_and_writes_down(hotline: Api, exchange: Exchange, world: World) -> None:
    talk(exchange)
    assert mine(hotline)["status"] == "on_call"
    exchange.send(exchange.event("c1", "hung_up", 30))
    own = mine(hotline)
    assert own["status"] == "after_call"
    hotline.act(f"calls/{own['call_id']}/close", {"outcome": "information"})
    assert mine(hotline)["status"] == "available"


def test_what_is_told_late_undoes_nothing_newer(hotline: Api, exchange: Exchange) -> None:
    exchange.send(
        exchange.event("c1", "ringing", -3600, extension="1001"),
        exchange.event("c1", "answered", -3590, extension="1001"),
    )
    assert mine(hotline)["status"] == "available"
    exchange.send(exchange.event("x", "agent_away", -5, extension="1001") | {"call_id": None})
    assert mine(hotline)["status"] == "available"
    exchange.send(exchange.event("x", "agent_away", 1, extension="1001") | {"call_id": None})
    assert mine(hotline)["status"] == "away"


def test_an_end_told_before_its_answer_leaves_nobody_talking(hotline: Api, exchange: Exchange) -> None:
    exchange.send(exchange.event("c1", "hung_up", 30))
    talk(exchange)
    assert mine(hotline)["status"] == "available"


def test_only_oneself_and_the_manager_move_a_presence(hotline: Api, as_role: Role) -> None:
    own = mine(hotline)
    for other, status in (
        (as_role("HL2"), 403),
        (as_role("HL", "B1"), 403),
        (as_role("FE"), 404),
        (as_role("AU", "C"), 403),
    ):
        assert other.post(f"presences/{own['id']}/away", json={"reason": "meal"}).status_code == status
    assert as_role("SM").act(f"presences/{own['id']}/away", {"reason": "meeting"})["status"] == "away"
    assert as_role("HL", "B1").read("presences")["items"][0]["status"] == "away"


def test_the_line_counts_the_calls_that_wait(hotline: Api, exchange: Exchange) -> None:
    for number in range(3):
        exchange.send(exchange.event(f"w{number}", "queued", -20 - number, queue="热线"))
    talk(exchange)
    line = hotline.read("telephony/line")
    assert line["waiting"] == 3
    assert line["waiting_since"] == exchange.event("w2", "queued", -22)["occurred_at"].replace("+00:00", "Z")


def test_an_extension_is_one_persons_at_a_time(exchange: Exchange, as_role: Role, world: World) -> None:
    manager = as_role("SM")
    seat = {"exchange_id": exchange.id, "number": "1001", "employee_id": world.employees["RE@A1"]}
    taken = manager.post("extensions", json=seat)
    assert (taken.status_code, taken.json()["employee_id"]) == (409, world.employees["HL@A1"])
    made = manager.act("extensions", seat | {"take_over": True})
    assert manager.act("extensions", seat)["id"] == made["id"]
    seats = manager.read("extensions")["items"]
    assert (seats[0]["employee"]["name"], seats[0]["ends_at"]) == ("RE A1", None)
    assert {s["number"] for s in manager.read("extensions", current="true")["items"]} == {"1001", "1002"}
    moved = manager.act("extensions", seat | {"number": "1003"})
    assert [s["number"] for s in manager.read("extensions", current="true")["items"]] == ["1003", "1002"]
    ended = manager.act(f"extensions/{moved['id']}/end", {})
    assert ended["ends_at"]
    assert manager.act(f"extensions/{moved['id']}/end", {})["ends_at"] == ended["ends_at"]


def test_a_seat_is_refused_where_it_cannot_be(exchange: Exchange, as_role: Role, world: World) -> None:
    manager = as_role("SM")
    seat = {"exchange_id": exchange.id, "number": "1009", "employee_id": world.employees["RE@A1"]}
    for wrong, status in (
        ({"exchange_id": world.stations["A1"]}, 422),
        ({"employee_id": world.stations["A1"]}, 422),
        ({"employee_id": world.employees["HL@B1"]}, 422),  # out of sight is nobody
        ({"starts_at": "2099-01-01T00:00:00Z"}, 422),
        ({"number": "1001", "take_over": True, "starts_at": "2026-01-04T00:00:00Z"}, 422),
    ):
        assert manager.post("extensions", json=seat | wrong).status_code == status, wrong
    assert as_role("HL").post("extensions", json=seat).status_code == 403


def test_an_agent_sits_down_at_a_free_telephone(exchange: Exchange, as_role: Role) -> None:
    reception = as_role("RE")
    body = {"exchange_id": exchange.id, "extension": "1001"}
    assert reception.post("presences", json=body).status_code == 409
    assert reception.act("presences", body | {"extension": "1005"})["extension"] == "1005"
    assert reception.act("presences", body | {"take_over": True})["extension"] == "1001"
    assert as_role("HL").read("telephony/line")["extension"] is None
    assert reception.post("presences", json={"extension": "1001"}).status_code == 422
    assert as_role("FE").post("presences", json={}).status_code == 404


def test_exchanges_are_the_administrators(exchange: Exchange, as_role: Role, world: World) -> None:
    administrator = as_role("SA", "C")
    body = {"name": "分机", "station_id": world.stations["A2"]}
    for role, station, status in (("HL", "A1", 404), ("SM", "A1", 404), ("HQ", "C", 403), ("AU", "C", 403)):
        assert as_role(role, station).post("telephony-exchanges", json=body).status_code == status
    assert administrator.post("telephony-exchanges", json=body | {"station_id": exchange.id}).status_code == 422
    row = administrator.read(f"telephony-exchanges/{exchange.id}")
    headers = {"If-Match": f'"{row["version"]}"'}
    changed = administrator.patch(f"telephony-exchanges/{exchange.id}", json={"area_code": "021"}, headers=headers)
    assert (changed.json()["area_code"], changed.json()["version"]) == ("021", 2)
    headers = {"If-Match": '"2"'}
    assert (
        administrator.patch(f"telephony-exchanges/{exchange.id}", json={"name": None}, headers=headers).status_code
        == 422
    )
    assert [offer["action"] for offer in row["offered"]] == ["rotate", "disable"]
