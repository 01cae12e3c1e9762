"""What other screens tell of a case: its timeline, the one search, the customer's numbers while he is spoken with."""

from __future__ import annotations

import re
from collections.abc import Callable

from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import act, device, paid, refused, sell, take_in
from tests.world import World

Role = Callable[..., Api]


def test_the_timeline_tells_the_whole_case(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004410", "rings": 2})
    device(db, world, warranty=-30, on_site=-30)
    case = act(agent, take_in(agent, world, channel="call", call_id=call["id"]), "judge")
    case = sell(agent, world, case)
    act(agent, case, "cancel", reason="客户改买新机")
    told = agent.read(f"service-requests/{case['id']}/events")["items"]
    said = [item["sentence"] for item in told if not item["type"].startswith("clock.")]
    quoted = next(item for item in told if item["type"] == "quote.offered")["sentence"]
    number, until = re.fullmatch(r"报出 (\S+)：2330.00 元，(.+) 前有效", quoted).groups()  # type: ignore[union-attr]
    assert said == [
        "受理：COD 读数零点漂移",
        "来电转为需求",
        "初步判断：硬件维修，上门，已过保修期，维修收费",
        "已说明收费政策",
        "客户愿意付费",
        f"起草报价 {number}",
        "报价 3 项，合计 2330.00 元",
        f"报出 {number}：2330.00 元，{until} 前有效",
        "等客户同意报价 2330.00 元",
        f"陈志远 在电话里同意 {number}，最高 2330.00 元",
        "报价已定，这件事最高 2330.00 元",
        "已取消：客户改买新机",
    ]
    assert {item["actor_name"] for item in told} == {"HL A1"}
    english = agent.get(f"service-requests/{case['id']}/events", headers={"Accept-Language": "en"}).json()["items"]
    assert english[-1]["sentence"].startswith(("Cancelled", "Pass")) or "no longer" in english[-1]["sentence"]
    assert as_role("CO", "B1").get(f"service-requests/{case['id']}/events").status_code == 404


def test_a_note_reads_as_it_was_written(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "note", text="客户说 {subject} 下午 3 点在")
    told = agent.read(f"service-requests/{case['id']}/events")["items"]
    assert told[-1]["sentence"] == "客户说 {subject} 下午 3 点在"


def test_the_search_finds_matters(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world)
    for text in ("零点漂移", case["number"], "13800004410", "4410"):
        groups = {group["kind"]: group["items"] for group in agent.read("search", q=text)["groups"]}
        assert [item["id"] for item in groups.get("matter", [])] == [case["id"]], text
    queue = agent.read("service-requests", q="4410")["items"]
    assert [row["id"] for row in queue] == [case["id"]]
    # whoever may reveal no numbers finds nobody by one
    assert as_role("AU", "C").read("service-requests", q="13800004410")["items"] == []


def test_the_entitlement_is_said_in_the_readers_language(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge")
    english = agent.get(f"service-requests/{case['id']}", headers={"Accept-Language": "en"}).json()
    chinese = agent.read(f"service-requests/{case['id']}")["entitlement"]
    assert chinese == case["entitlement"], "as he heard it who judged"
    told = english["entitlement"]
    assert told["explanation"].startswith("Your device is under warranty until")
    for text in (told["headline"], told["explanation"], *(reason["text"] for reason in told["reasons"])):
        assert text.isascii(), text
    assert [reason["rule"] for reason in told["reasons"]] == [reason["rule"] for reason in chinese["reasons"]]
    act(agent, case, "dispatch")
    order = agent.read(f"service-requests/{case['id']}")["orders"][0]
    said = as_role("CO").get(f"work-orders/{order['id']}", headers={"Accept-Language": "en"}).json()
    assert said["entitlement"] == told, "its order says the same"
    assert english["status_label"] == "Judged"
    assert english["steps"][1]["verdict"] == "On site, free"


def test_the_number_is_revealed_inside_the_call_or_the_open_request(as_role: Role, world: World) -> None:
    agent, path = as_role("HL"), f"contacts/{world.contacts['A1']}/reveal"
    reason = {"reason": "回电确认上门时间"}
    assert agent.post(path, json=reason).status_code == 403
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004410"})
    agent.act(f"calls/{call['id']}/identify", {"customer_id": world.customers["A1"]})
    assert agent.post(path, json=reason).status_code == 200
    agent.act(f"calls/{call['id']}/close", {"outcome": "information"})
    assert agent.post(path, json=reason).status_code == 403
    case = take_in(agent, world)
    assert agent.post(path, json=reason).status_code == 200
    act(agent, case, "cancel")
    assert agent.post(path, json=reason).status_code == 403


def test_r9_no_end_while_an_order_is_open(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, act(agent, take_in(agent, world), "judge"), "dispatch")
    assert len(case["orders"]) == 1
    order = case["orders"][0]
    assert refused(agent, case, "cancel")["detail"] == f"派工单 {order['number']} 还没办完"
    as_role("CO").act(f"work-orders/{order['id']}/cancel", {"reason": "客户不修了"})
    assert act(agent, case, "cancel")["status"] == "cancelled"


def test_d9_passing_the_job_on_stops_the_half_hour(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, act(agent, take_in(agent, world), "judge"), "dispatch")
    states = {clock["kind"]: clock["state"] for clock in case["clocks"]}
    assert states == {"pass": "met", "contact": "running", "arrive": "running"}
    nearest = min((clock for clock in case["clocks"] if clock["state"] == "running"), key=lambda clock: clock["due_at"])
    assert case["clock"]["kind"] == nearest["kind"] == "contact"
    assert agent.read("service-requests")["items"][0]["clock"] == case["clock"]


def test_r154_a_paid_order_says_so(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = act(agent, paid(agent, world, db), "dispatch")
    order = as_role("CO").read(f"work-orders/{case['orders'][0]['id']}")
    assert order["paid"] is True
