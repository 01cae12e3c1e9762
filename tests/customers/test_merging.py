"""Two files of one customer become one: a manager's act that loses nothing and that both stories tell (R386, R387)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import act, device, sell, take_in
from tests.world import World

Role = Callable[..., Api]


def twin(api: Api, world: World) -> dict[str, Any]:
    """A second file of the same customer with a person, a place and a device of its own."""
    made = api.act(
        "customers",
        {"kind": "company", "name": "华北绿源（重名）", "contacts": [{"name": "周敏", "phones": [{"value": "13911112222"}]}],
         "sites": [{"label": "二厂", "address": "北京市通州区张家湾 9 号"}], "confirmed_new": True, "do_not_call": True},
    )  # fmt: skip
    asset = api.act(
        "assets",
        {"serial": "TWIN-0001", "product_id": world.products["WQ-5100"], "customer_id": made["id"],
         "site_id": made["sites"][0]["id"]},
    )  # fmt: skip
    return made | {"asset": asset}


def test_two_files_become_one_by_the_manager_and_nothing_is_lost(
    as_role: Role, world: World, recorded: Callable[..., list[str]]
) -> None:
    agent, manager = as_role("HL"), as_role("SM")
    former, stays = twin(as_role("CO"), world), world.customers["A1"]
    whose = {"customer_id": former["id"], "contact_id": former["contacts"][0]["id"],
             "site_id": former["sites"][0]["id"], "asset_id": former["asset"]["id"]}  # fmt: skip
    call = agent.act("calls", {"direction": "inbound", "from_number": "13911112222"})
    case = agent.act("service-requests", {"channel": "call", "call_id": call["id"], "subject": "探头报警",
                                          "group": "hardware_repair"} | whose)  # fmt: skip
    into = {"into_customer_id": stays, "reason": "同一家单位，去年换了名称"}
    path = f"customers/{former['id']}"
    assert agent.post(f"{path}/merge", json=into).status_code == 403
    assert manager.post(f"{path}/merge", json=into | {"into_customer_id": former["id"]}).status_code == 422
    merged = manager.act(f"{path}/merge", into)
    assert merged["id"] == stays
    assert "周敏" in {person["name"] for person in merged["contacts"]}
    assert sum(person["preferred"] for person in merged["contacts"]) == 1
    assert merged["do_not_call"] is True  # the stricter wish holds
    assert agent.read(f"service-requests/{case['id']}")["customer_id"] == stays
    assert agent.read(f"calls/{call['id']}")["customer"]["id"] == stays
    match = agent.read("callers", phone="13911112222")["matches"]
    assert [one["customer"]["id"] for one in match] == [stays]
    assert "TWIN-0001" in {one["serial"] for one in match[0]["assets"]}
    assert case["id"] in {one["id"] for one in match[0]["open_matters"]}
    old = manager.read(path)
    assert (old["merged_into"]["id"], old["contacts"]) == (stays, [])
    assert former["id"] not in {row["id"] for row in manager.read("customers", q="重名")["items"]}
    assert recorded(former["id"])[-1] == "customer.merged"
    assert recorded(stays)[-1] == "customer.took_over"
    assert "华北绿源（重名）" in manager.read(f"customers/{stays}/events")["items"][-1]["sentence"]
    assert "同一家单位" in manager.read(f"{path}/events")["items"][-1]["sentence"]
    assert manager.post(f"{path}/merge", json=into).status_code == 404  # there is nothing left to merge


def test_a_file_with_a_quote_under_way_waits(as_role: Role, world: World, db: Database) -> None:
    agent, manager = as_role("HL"), as_role("SM")
    device(db, world, warranty=-30, on_site=-30)
    case = sell(agent, world, act(agent, take_in(agent, world), "judge"), "quote")
    other = twin(as_role("CO"), world)
    body = {"into_customer_id": other["id"], "reason": "重复建档"}
    refused = manager.post(f"customers/{world.customers['A1']}/merge", json=body)
    assert (refused.status_code, case["quote"]["number"] in refused.json()["detail"]) == (409, True)
    assert manager.act(f"customers/{other['id']}/merge", body | {"into_customer_id": world.customers["A1"]})
