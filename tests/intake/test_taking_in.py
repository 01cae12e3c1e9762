"""Taking a need in: customer, device and problem in one go, at the station that answers for the place."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.intake.steps import NEED, act, device, digest, need, take_in
from tests.world import World

Role = Callable[..., Api]


def test_r41_customer_device_and_problem_in_one_go(
    as_role: Role, world: World, recorded: Callable[..., list[str]]
) -> None:
    case = take_in(as_role("HL"), world, description="昨天夜里开始", urgency="urgent")
    assert case["number"].startswith("SR-A1-")
    assert (case["status"], case["step"], case["version"]) == ("new", 1, 1)
    assert case["customer"]["id"] == world.customers["A1"]
    assert case["asset"]["id"] == world.assets["A1"]
    assert case["site"]["id"] == world.sites["A1"]
    assert case["contact"]["phone"] == {"value": None, "masked": "138****4410"}
    assert (case["description"], case["urgency"]) == ("昨天夜里开始", "urgent")
    assert case["owner"]["id"] == world.employees["HL@A1"]
    assert [step["state"] for step in case["steps"]] == ["current", "todo", "todo", "todo"]
    assert recorded(case["id"]) == ["service_request.created"]


def test_r2_the_station_that_answers_for_the_place(as_role: Role, world: World, db: Database) -> None:
    sites = models.customers.Site.__table__
    with db.write() as conn:
        conn.execute(update(sites).where(sites.c.id == world.sites["A1"]).values(station_id=world.stations["B2"]))
    agent = as_role("HL")
    assert take_in(agent, world)["station"]["code"] == "B2"
    # the device's own place counts where none is named, the customer's station where there is no place at all
    assert take_in(agent, world, site_id=None)["station"]["code"] == "B2"
    assert take_in(agent, world, site_id=None, asset_id=None)["station"]["code"] == "A1"


def test_what_does_not_belong_together_is_refused(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    wrong = {
        "/body/contact_id": {"contact_id": world.contacts["A2"]},
        "/body/site_id": {"site_id": world.sites["A2"]},
        "/body/asset_id": {"asset_id": world.assets["A2"]},
        "/body/customer_id": {"customer_id": world.contacts["A1"]},
    }
    before = digest(db)
    for pointer, over in wrong.items():
        answer = agent.post("service-requests", json=need(world, **over))
        assert answer.status_code == 422, answer.text
        assert pointer in [error["pointer"] for error in answer.json()["errors"]]
    everything = {"contact_id": world.contacts["B1"], "site_id": world.sites["B1"], "asset_id": world.assets["B1"]}
    answer = agent.post("service-requests", json=need(world, **everything))
    assert len(answer.json()["errors"]) == 3
    for unknown in ("contact_id", "site_id", "asset_id", "customer_id"):
        assert agent.post("service-requests", json=need(world, **{unknown: new_id()})).status_code == 422
    assert digest(db) == before


def test_a_device_at_another_site_is_refused(as_role: Role, world: World, db: Database) -> None:
    sites = models.customers.Site.__table__
    with db.write() as conn:
        conn.execute(update(sites).where(sites.c.id == world.sites["A2"]).values(customer_id=world.customers["A1"]))
    answer = as_role("HL").post("service-requests", json=need(world, site_id=world.sites["A2"]))
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/body/asset_id"]


@pytest.mark.parametrize("group", ["hardware_repair", "consultation", "paid_service"])
def test_r3_one_of_three_groups(as_role: Role, world: World, group: str) -> None:
    case = take_in(as_role("HL"), world, group=group)
    assert case["group"] == group


def test_r3_no_other_group_and_never_none(as_role: Role, world: World, db: Database) -> None:
    before = digest(db)
    for group in ("repair", "", None, ["hardware_repair", "consultation"]):
        answer = as_role("HL").post("service-requests", json=need(world, group=group))
        assert (answer.status_code, [error["pointer"] for error in answer.json()["errors"]]) == (422, ["/body/group"])
    assert as_role("HL").post("service-requests", json={k: v for k, v in need(world).items() if k != "group"}).is_error
    assert digest(db) == before


def test_r45_a_third_party_accessory_is_recorded(as_role: Role, world: World) -> None:
    assert take_in(as_role("HL"), world, third_party_accessory=True)["third_party_accessory"] is True
    assert take_in(as_role("HL"), world)["third_party_accessory"] is False


def test_d9_the_job_is_to_be_passed_on_within_thirty_minutes(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world)
    assert case["clock"]["kind"] == "pass"
    clocks = agent.read(f"service-requests/{case['id']}/clocks")["items"]
    assert [(clock["kind"], clock["limit_seconds"], clock["rule"]) for clock in clocks] == [("pass", 1800, "D9")]
    counted = sum(
        (datetime.fromisoformat(span["to"]) - datetime.fromisoformat(span["from"]) for span in clocks[0]["intervals"]
         if span["counts"]),
        timedelta(),
    )  # fmt: skip
    assert counted == timedelta(minutes=30)
    assert clocks[0]["started_at"] == case["created_at"]
    assert case["clocks"] == clocks


def test_d9_a_question_is_passed_to_nobody(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world, group="consultation")
    assert case["clock"] is None
    assert case["clocks"] == []
    # it turns out to be a repair: it was asked for just as early
    case = act(agent, case, "judge")
    assert case["clock"]["kind"] == "pass"
    assert case["clock"]["started_at"] == case["created_at"]
    # and back: no promise is left
    assert act(agent, case, "judge", group="consultation", mode=None)["clock"] is None


def test_d9_the_clock_ends_with_the_case(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "cancel")
    assert (case["clock"], case["clocks"][0]["state"]) == (None, "cancelled")
    case = act(agent, case, "reopen")
    assert (case["clock"]["kind"], case["clock"]["started_at"]) == ("pass", case["created_at"])


def test_a_case_is_found_by_what_people_type(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world)
    other = take_in(agent, world, "B1", subject="屏幕不亮")
    for text, wanted in (
        ("零点", {case["id"]}), ("屏幕", {other["id"]}), ("绿源", {case["id"], other["id"]}),
        ("lyhj", {case["id"], other["id"]}), ("002245", {case["id"]}), (case["number"], {case["id"]}),
        ("光华", {case["id"], other["id"]}), ("没有的", set()),
    ):  # fmt: skip
        assert {row["id"] for row in agent.read("service-requests", q=text)["items"]} == wanted, text
    coordinator = as_role("CO", "B1")
    assert [row["id"] for row in coordinator.read("service-requests", q="绿源")["items"]] == [other["id"]]


def test_a_client_may_bring_the_id_and_repeat_safely(as_role: Role, world: World, db: Database) -> None:
    agent, id = as_role("HL"), new_id()
    body = need(world, id=id)
    first = agent.post("service-requests", json=body, headers={"Idempotency-Key": "a-1"})
    assert first.status_code == 201
    assert first.headers["Location"].endswith(f"/service-requests/{id}")
    assert first.headers["ETag"] == '"1"'
    before = digest(db)
    again = agent.post("service-requests", json=body, headers={"Idempotency-Key": "a-1"})
    assert (again.content, again.headers["Idempotent-Replayed"]) == (first.content, "true")
    assert agent.post("service-requests", json=body).status_code == 409
    assert agent.post("service-requests", json=body | {"subject": "另"}, headers={"Idempotency-Key": "a-1"}).is_error
    assert digest(db) == before


def test_numbers_count_up_per_station_and_day(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    numbers = [take_in(agent, world, station)["number"] for station in ("A1", "A1", "B1")]
    assert [number[-4:] for number in numbers] == ["0001", "0002", "0001"]


def test_who_may_take_in(as_role: Role, world: World) -> None:
    """Scope of `service-requests:create`: HL everywhere, CO and RE at their station, FE what is his own."""
    statuses = {
        (role, home, place): as_role(role, home).post("service-requests", json=need(world, place)).status_code
        for role, home, place in (
            ("HL", "A1", "B2"), ("CO", "A1", "A1"), ("RE", "A1", "A1"), ("SM", "A1", "A1"), ("FU", "A1", "A1"),
            ("CO", "A1", "A2"), ("CO", "A1", "B1"), ("BE", "A1", "A1"), ("AU", "C", "A1"), ("HR", "C", "A1"),
            ("SA", "C", "A1"),
        )
    }  # fmt: skip
    assert statuses == {
        ("HL", "A1", "B2"): 201, ("CO", "A1", "A1"): 201, ("RE", "A1", "A1"): 201, ("SM", "A1", "A1"): 201,
        ("FU", "A1", "A1"): 422,  # sees only customers of his own follow-ups
        ("CO", "A1", "A2"): 422, ("CO", "A1", "B1"): 422,  # customers he cannot see
        ("BE", "A1", "A1"): 403, ("AU", "C", "A1"): 403, ("HR", "C", "A1"): 404, ("SA", "C", "A1"): 404,
    }  # fmt: skip


def test_a_place_of_another_station_is_the_hotlines(as_role: Role, world: World, db: Database) -> None:
    sites = models.customers.Site.__table__
    with db.write() as conn:
        conn.execute(update(sites).where(sites.c.id == world.sites["A1"]).values(station_id=world.stations["B2"]))
    before = digest(db)
    assert as_role("CO").post("service-requests", json=need(world)).status_code == 403
    assert digest(db) == before
    assert as_role("HL").post("service-requests", json=need(world)).status_code == 201


def test_facts_are_corrected(as_role: Role, world: World, recorded: Callable[..., list[str]]) -> None:
    agent = as_role("HL")
    case = take_in(agent, world, "A1", contact_id=None)
    path, current = f"service-requests/{case['id']}", {"If-Match": '"1"'}
    body = {"subject": "氨氮读数不稳", "urgency": "urgent", "contact_id": world.contacts["A1"], "description": None}
    answer = agent.patch(path, json=body, headers=current)
    assert answer.status_code == 200, answer.text
    after = answer.json()
    assert (after["subject"], after["urgency"], after["version"]) == ("氨氮读数不稳", "urgent", 2)
    assert after["contact"]["id"] == world.contacts["A1"]
    assert recorded(case["id"])[-1] == "service_request.edited"
    assert [row["id"] for row in agent.read("service-requests", q="氨氮")["items"]] == [case["id"]]
    # nothing new: no fact, no version
    same = agent.patch(path, json=body, headers={"If-Match": '"2"'})
    assert (same.status_code, same.json()["version"]) == (200, 2)
    assert agent.patch(path, json={"subject": "x"}, headers=current).status_code == 412
    assert agent.patch(path, json={"subject": "x"}).status_code == 428
    for wrong in (
        {"subject": None},
        {"subject": ""},
        {"status": "closed"},
        {"site_id": world.sites["B1"]},
        {"urgency": None},
    ):
        assert agent.patch(path, json=wrong, headers={"If-Match": '"2"'}).status_code == 422


def test_another_device_asks_for_another_judgement(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge")
    answer = agent.patch(f"service-requests/{case['id']}", json={"asset_id": None}, headers={"If-Match": '"2"'})
    after = answer.json()
    assert (after["asset"], after["entitlement"], after["paid"]) == (None, None, None)
    assert "dispatch" not in [offer["action"] for offer in after["offered"]]
    assert agent.post(f"service-requests/{case['id']}/dispatch", json={}).status_code == 409
    assert act(agent, after, "judge")["paid"] is True  # nothing proves a warranty now


def test_what_is_settled_or_over_is_not_edited(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    over = act(agent, take_in(agent, world), "cancel")
    answer = agent.patch(f"service-requests/{over['id']}", json={"subject": "x"}, headers={"If-Match": '"2"'})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/matter-over")
    opened = act(agent, act(agent, take_in(agent, world), "judge"), "dispatch")
    headers = {"If-Match": f'"{opened["version"]}"'}
    path = f"service-requests/{opened['id']}"
    assert agent.patch(path, json={"asset_id": None}, headers=headers).status_code == 422
    assert agent.patch(path, json={"subject": "x"}, headers=headers).status_code == 200


def test_only_whoever_may_edit_edits(as_role: Role, world: World) -> None:
    case = take_in(as_role("HL"), world)
    body, headers = {"subject": "x"}, {"If-Match": '"1"'}
    for (role, station), status in {
        ("HL", "A2"): 403, ("CO", "B1"): 404, ("AU", "C"): 403, ("FE", "A1"): 403, ("CO", "A1"): 200,
    }.items():  # fmt: skip
        answer = as_role(role, station).patch(f"service-requests/{case['id']}", json=body, headers=headers)
        assert answer.status_code == status, (role, station, answer.text)


LONG = "长" * 2001
WRONG: list[dict[str, Any]] = [
    {"subject": ""}, {"subject": "   "}, {"subject": "两\n行"}, {"subject": "x" * 121}, {"subject": "\x00"},
    {"subject": "\ud800"}, {"subject": 7}, {"description": LONG}, {"channel": "fax"}, {"urgency": "very"},
    {"fault_kind": "firmware"}, {"third_party_accessory": "perhaps"}, {"exclusion": "bad luck"},
    {"customer_id": "1"}, {"customer_id": None}, {"asset_id": 5}, {"status": "closed"}, {"owner_id": None},
    {"paid": False}, {"number": "SR-1"}, {"id": "x"}, {"group": "free"},
]  # fmt: skip


@pytest.mark.parametrize("over", WRONG, ids=str)
def test_a_wrong_need_changes_nothing(as_role: Role, world: World, db: Database, over: dict[str, Any]) -> None:
    agent = as_role("HL")
    before = digest(db)
    body = json.dumps(need(world, **over)).encode()
    answer = agent.post("service-requests", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422), answer.text
    assert digest(db) == before


def test_what_is_no_json_object_changes_nothing(as_role: Role, db: Database) -> None:
    agent = as_role("HL")
    before = digest(db)
    for body in (b"", b"{", b"[]", b"null", b'{"a":1,"a":2}', b"\xff", b'{"subject": NaN}', b"[" * 100_000):
        answer = agent.post("service-requests", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in (400, 422), body[:20]
    assert agent.post("service-requests", data=NEED).status_code == 415
    assert digest(db) == before
