"""Devices, products and agreements through the API, and the check built on them (R4, R47, D1, D2)."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine

from api.customers.entitlements import repairs
from api.kit.db import Database
from tests.client import Api
from tests.customers.digest import digest
from tests.world import World

As = Callable[..., Api]
Device = Callable[..., dict[str, Any]]
Recorded = Callable[..., list[str]]


@pytest.fixture
def meter(as_role: As) -> dict[str, Any]:
    """A model with two years of warranty and half a year on site."""
    return as_role("HQ", "C").act(
        "products",
        {
            "model": "PH-200",
            "name": "酸度计",
            "family": "电化学",
            "serial_prefix": "PH2",
            "warranty_months": 24,
            "on_site_months": 6,
        },
    )


@pytest.fixture
def device(as_role: As, world: World, meter: dict[str, Any]) -> Device:
    def register(**more: Any) -> dict[str, Any]:
        body = {"serial": "X-0001", "product_id": meter["id"], "customer_id": world.customers["A1"]}
        return as_role("CO").act("assets", body | {"site_id": world.sites["A1"]} | more)

    return register


def test_d1_the_periods_follow_from_the_dates(device: Device, as_role: As, recorded: Recorded) -> None:
    made = device(factory_date="2026-01-01")
    assert (made["warranty_basis"], made["warranty_starts_on"]) == ("factory_plus_90", "2026-04-01")
    assert (made["warranty_ends_on"], made["on_site_ends_on"]) == ("2028-03-31", "2026-09-30")
    path = f"assets/{made['id']}"
    invoiced = as_role("CO").patch(path, json={"invoice_date": "2026-05-01"}, headers={"If-Match": '"1"'}).json()
    assert (invoiced["warranty_basis"], invoiced["warranty_ends_on"]) == ("invoice", "2028-04-30")
    accepted = as_role("CO").patch(path, json={"accepted_on": "2026-05-20"}, headers={"If-Match": '"2"'}).json()
    assert (accepted["warranty_basis"], accepted["warranty_ends_on"]) == ("accepted", "2028-05-19")
    nothing = {"accepted_on": None, "invoice_date": None, "factory_date": None}
    bare = as_role("CO").patch(path, json=nothing, headers={"If-Match": '"3"'}).json()
    assert (bare["warranty_basis"], bare["warranty_ends_on"], bare["version"]) == ("none", None, 4)
    assert recorded(made["id"]) == ["asset.registered", *["asset.changed"] * 3]


def test_d1_the_serial_tells_the_model_and_the_month_of_making(device: Device, as_role: As, world: World) -> None:
    made = device(serial="ph2-2510-0007")
    assert (made["serial"], made["factory_date"]) == ("PH2-2510-0007", "2025-10-31")
    wrong = {"serial": "PH2-2510-0008", "product_id": world.products["WQ-5100"], "customer_id": world.customers["A1"]}
    refused = as_role("CO").act("assets", wrong, status=422)
    assert refused["errors"][0]["code"] == "serial_of_other_model"


def test_d2_a_changed_policy_leaves_sold_devices_alone(device: Device, as_role: As, meter: dict[str, Any]) -> None:
    made = device(accepted_on="2026-05-20")
    changed = as_role("HQ", "C").patch(
        f"products/{meter['id']}", json={"warranty_months": 12}, headers={"If-Match": '"1"'}
    )
    assert changed.status_code == 200, changed.text
    assert as_role("CO").read(f"assets/{made['id']}")["warranty_ends_on"] == made["warranty_ends_on"]
    longer = as_role("HQ", "C").patch(
        f"products/{meter['id']}", json={"on_site_months": 13}, headers={"If-Match": '"2"'}
    )
    assert longer.json()["errors"][0]["code"] == "on_site_longer"


def test_a_product_without_periods_takes_the_networks(as_role: As) -> None:
    made = as_role("HQ", "C").act("products", {"model": "TB-1", "name": "浊度仪", "family": "光学"})
    assert (made["warranty_months"], made["on_site_months"], made["active"]) == (12, 12, True)
    again = as_role("HQ", "C").act("products", {"model": "TB-1", "name": "浊度仪", "family": "光学"}, status=409)
    assert again["type"] == "/problems/duplicate"
    assert [p["model"] for p in as_role("FE").read("products", q="zhuodu")["items"]] == ["TB-1"]


def test_a_serial_is_registered_once(
    device: Device, as_role: As, world: World, meter: dict[str, Any], db: Database
) -> None:
    made = device()
    stranger = as_role("CO", "B1")
    before = digest(db)
    body = {"serial": "x-0001", "product_id": meter["id"], "customer_id": world.customers["B1"]}
    mine = as_role("CO").act("assets", body | {"customer_id": world.customers["A1"]}, status=409)
    assert (mine["type"], mine["asset_id"]) == ("/problems/duplicate-serial", made["id"])
    assert stranger.act("assets", body, status=409)["asset_id"] is None, "a foreign device has no id here"
    assert digest(db) == before


def test_a_device_moves_with_its_owner(device: Device, as_role: As) -> None:
    made = device()
    other = as_role("CO").act("customers", {"kind": "person", "name": "马小军"})
    moved = (
        as_role("CO")
        .patch(f"assets/{made['id']}", json={"customer_id": other["id"]}, headers={"If-Match": '"1"'})
        .json()
    )
    assert (moved["customer"]["name"], moved["site"]) == ("马小军", None)
    assert [row["serial"] for row in as_role("CO").read("assets", q="马小")["items"]] == ["X-0001"]


def test_the_list_finds_devices(device: Device, as_role: As, world: World) -> None:
    device(serial="X-0001", accepted_on="2020-01-01", location_note="二楼机房")
    agent = as_role("HL")
    for q in ("X-00", "0001", "x0001", "PH-200", "酸度", "机房", "X-0001 绿源"):
        assert [row["serial"] for row in agent.read("assets", q=q)["items"]] == ["X-0001"], q
    assert agent.read("assets", serial="x-0001")["items"][0]["verdict"] == "paid"
    assert len(agent.read("assets", customer_id=world.customers["A1"])["items"]) == 2
    assert len(agent.read("assets", q="2245")["items"]) == 1, "half a serial"


def test_r47_the_check_speaks_to_the_customer(as_role: As, world: World) -> None:
    serial = "wq51-2509-002245"
    agent = as_role("HL")
    found = agent.read("entitlements", serial=serial, on="2027-05-31")
    assert (found["verdict"], found["mode"], found["code"], found["asset_id"]) == (
        "free",
        "on_site",
        "in_warranty_on_site",
        world.assets["A1"],
    )
    assert found["warranty"] == {"starts_on": "2026-06-01", "starts_basis": "accepted", "ends_on": "2027-05-31"}
    assert found["explanation"] == "您的设备保修到2027年5月31日，上门服务期到2027年5月31日，这次工程师上门维修不收费。"
    english = agent.get(
        "entitlements", params={"serial": serial, "on": "2027-06-01"}, headers={"Accept-Language": "en"}
    ).json()
    assert (english["verdict"], english["code"]) == ("paid", "out_of_warranty")
    assert english["explanation"].startswith("The warranty of your device ended on 31 May 2027")
    assert [reason["rule"] for reason in english["reasons"]] == ["D1", "R4", "R6"]
    assert english["reasons"][0] == {
        "rule": "D1", "text": "Warranty from 1 June 2026 (the day of acceptance) to 31 May 2027", "from": "2026-06-01",
        "to": "2027-05-31",
    }  # fmt: skip
    excluded = agent.read("entitlements", asset_id=world.assets["A1"], exclusion="liquid_or_power", on="2026-12-01")
    assert (excluded["verdict"], excluded["code"]) == ("paid", "excluded")
    assert agent.read("entitlements", serial="NO-SUCH-1")["code"] == "unknown_serial"


def test_the_day_asked_for_is_the_local_one(as_role: As, world: World) -> None:
    """Without a day it is today's in the station's zone: in Shanghai the warranty ends eight hours before UTC's day."""
    for moment, code in (("2027-05-31T15:59:00Z", "in_warranty_on_site"), ("2027-05-31T16:01:00Z", "out_of_warranty")):
        with time_machine.travel(moment, tick=False):
            client = as_role("HL", "A1" if code == "in_warranty_on_site" else "A2")
            found = client.read("entitlements", asset_id=world.assets["A1"])
            assert found["code"] == code, moment


def test_d2_an_agreement_lengthens_the_on_site_period(
    device: Device, as_role: As, world: World, recorded: Recorded
) -> None:
    made = device(accepted_on="2025-01-01")
    manager = as_role("SM")
    body = {
        "customer_id": world.customers["A1"], "asset_ids": [made["id"], made["id"]], "starts_on": "2026-01-01",
        "ends_on": "2026-12-31", "covers_on_site": True,
    }  # fmt: skip
    contract = manager.act("contracts", body)
    assert contract["number"].startswith("SC-A1-")
    assert [asset["serial"] for asset in contract["assets"]] == ["X-0001"]
    check = {"asset_id": made["id"], "on": "2026-12-31"}
    found = as_role("HL").read("entitlements", **check)
    assert (found["code"], found["contract"]) == (
        "contract",
        {"id": contract["id"], "number": contract["number"], "ends_on": "2026-12-31"},
    )
    ended = manager.act(f"contracts/{contract['id']}/end", {"on": "2026-12-30", "reason": "客户停产"})
    assert (ended["ended_on"], ended["version"]) == ("2026-12-30", 2)
    assert as_role("HL").read("entitlements", **check)["code"] == "in_warranty_carry_in"
    assert as_role("HL").read("entitlements", **check | {"on": "2026-12-30"})["contract"]["ends_on"] == "2026-12-30"
    assert recorded(contract["id"]) == ["contract.signed", "contract.ended"]
    assert manager.read("contracts", customer_id=world.customers["A1"])["items"] == [ended]


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"ends_on": "2025-12-31"}, "/body", "ends_before_start"),
        ({"ends_on": "2026-02-30"}, "/body/ends_on", None),
        ({"asset_ids": []}, "/body/asset_ids", "too_short"),
        ({"asset_ids": ["B1"]}, "/body/asset_ids/0", "unknown"),
        ({"customer_id": "B1"}, "/body/customer_id", "unknown"),
        ({"starts_on": 20260101}, "/body/starts_on", None),
        ({"covers_parts": "maybe"}, "/body/covers_parts", None),
    ],
)
def test_an_impossible_agreement_is_refused(
    as_role: As, world: World, db: Database, change: dict[str, Any], pointer: str, code: str | None
) -> None:
    body = {
        "customer_id": world.customers["A1"], "asset_ids": [world.assets["A1"]], "starts_on": "2026-01-01",
        "ends_on": "2026-12-31",
    } | change  # fmt: skip
    if body["asset_ids"] == ["B1"]:
        body["asset_ids"] = [world.assets["B1"]]
    if body["customer_id"] == "B1":
        body["customer_id"] = world.customers["B1"]
    manager = as_role("SM")
    before = digest(db)
    refused = manager.act("contracts", body, status=422)
    assert refused["errors"][0]["pointer"] == pointer
    assert code is None or refused["errors"][0]["code"] == code
    assert digest(db) == before


def test_d5_repairs_told_by_the_room_that_does_them(
    device: Device, as_role: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    made = device(accepted_on="2020-01-01")
    done = repairs.Done("01a2009f-96b9-7000-95c1-d5a2241ccce8", "WO-A1-20261001-0001", date(2026, 10, 1))
    monkeypatch.setattr(repairs, "_TELLERS", [lambda unit, id: [done] if id == made["id"] else []])
    agent = as_role("HL")
    ask = {"asset_id": made["id"], "same_fault_as": done.number}
    again = agent.read("entitlements", on="2026-10-31", **ask)
    assert (again["verdict"], again["code"]) == ("free", "repair_warranty")
    assert again["repaired"] == {"work_order_number": done.number, "done_on": "2026-10-01", "ends_on": "2026-10-31"}
    assert agent.read("entitlements", on="2026-11-01", **ask)["code"] == "out_of_warranty"
    as_role("HQ", "C").put("settings/repair.same_fault_days", json={"value": 31})
    assert agent.read("entitlements", on="2026-11-01", **ask)["code"] == "repair_warranty", "a setting, not a literal"


def test_d9_a_site_outside_the_area_is_said(as_role: As, world: World) -> None:
    site = as_role("CO").act(
        f"customers/{world.customers['A1']}/sites", {"label": "库房", "address": "北京市密云区 1 号"}
    )
    found = as_role("HL").read("entitlements", asset_id=world.assets["A1"], site_id=site["id"], on="2026-12-01")
    assert found["reasons"][-1]["rule"] == "D9"
