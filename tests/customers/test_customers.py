"""The customer file through the API: found, masked, shown one by one, and never twice (R386, R2, T31)."""

from collections.abc import Callable
from typing import Any

import pytest

from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.customers.digest import digest
from tests.world import World

As = Callable[..., Api]


def company(**more: Any) -> dict[str, Any]:
    return {
        "kind": "company",
        "name": "清泉水务有限公司",
        "contacts": [
            {"name": "单晓明", "title": "站长",
             "phones": [{"value": "139 1234 5678", "label": "手机"}, {"value": "010-62581234"}]},
            {"name": "曾丽", "preferred": True, "phones": [{"value": "13700001111"}]},
        ],
        "sites": [
            {"label": "一号泵房", "address": "北京市通州区宋庄镇小堡村 8 号", "latitude": 39.95, "longitude": 116.65},
            {"label": "二号泵房", "address": "北京市海淀区西三旗 3 号"},
        ],
    } | more  # fmt: skip


def test_r386_a_file_with_contacts_and_sites_in_one_go(
    as_role: As, world: World, recorded: Callable[..., list[str]]
) -> None:
    """R386, R2: each site resolves to its station; the customer belongs to the main site's."""
    made = as_role("HL").act("customers", company())
    assert made["station"]["code"] == "A1"
    assert [site["station"]["code"] for site in made["sites"]] == ["A1", "A2"]
    assert made["sites"][0]["in_area"] is True
    assert 6 < made["sites"][0]["distance_km"] < 8
    assert made["sites"][1]["distance_km"] is None
    assert [contact["name"] for contact in made["contacts"]] == ["曾丽", "单晓明"], "the preferred one first"
    phones = made["contacts"][1]["phones"]
    assert [phone["masked"] for phone in phones] == ["139****5678", "010-6258****"]
    assert made["class"] == "C"
    assert recorded(made["id"]) == ["customer.registered"]
    assert as_role("CO").read(f"customers/{made['id']}") == made


def test_r2_an_address_without_station_falls_to_the_region_and_lies_outside(as_role: As) -> None:
    site = {"label": "库房", "address": "北京市密云区水库路 1 号"}
    made = as_role("HL").act("customers", company(sites=[site]))
    assert made["sites"][0]["station"]["code"] == "A"
    assert made["sites"][0]["in_area"] is False


def test_who_walks_in_from_another_town_belongs_to_the_station_that_took_him(as_role: As) -> None:
    made = as_role("RE").act("customers", company(sites=[{"label": "家", "address": "上海市徐汇区龙华路 1 号"}]))
    assert made["station"]["code"] == "A1"
    assert made["sites"][0]["station"]["code"] == "B2"


@pytest.mark.parametrize(
    ("field", "value", "same"),
    [
        ("contacts", [{"name": "别人", "phones": [{"value": "+86 13912345678"}]}], "phone"),
        ("name", "清泉水务", "name"),
        ("name", "清泉 水务（有限）公司", "name"),
        ("name", "清泉水务股份有限公司", "name"),
    ],
)
def test_a_known_customer_is_warned_of(as_role: As, db: Database, field: str, value: Any, same: str) -> None:
    made = as_role("HL").act("customers", company())
    again = company(**{"name": "全新公司", "contacts": [], "sites": []} | {field: value})
    before = digest(db)
    refused = as_role("HL").act("customers", again, status=409)
    assert refused["type"] == "/problems/duplicate-customer"
    assert [(found["id"], found["same"]) for found in refused["candidates"]] == [(made["id"], same)]
    assert "+86" not in str(refused)
    assert digest(db) == before
    confirmed = as_role("HL").act("customers", again | {"confirmed_new": True})
    assert confirmed["id"] != made["id"]


def test_t1_a_duplicate_at_a_foreign_station_is_not_told(as_role: As, world: World) -> None:
    """The warning never tells of a customer whom the caller cannot see."""
    other = as_role("CO", "B1").act("customers", company(sites=[]))
    mine = as_role("CO", "A1").act("customers", company(sites=[]))
    assert (other["station"]["code"], mine["station"]["code"]) == ("B1", "A1")


def test_only_what_is_sent_changes(as_role: As, recorded: Callable[..., list[str]]) -> None:
    coordinator = as_role("CO")
    made = coordinator.act("customers", company())
    path = f"customers/{made['id']}"
    changed = coordinator.patch(path, json={"note": "周末勿扰", "class": "A"}, headers={"If-Match": '"1"'}).json()
    assert (changed["version"], changed["note"], changed["class"], changed["name"]) == (
        2,
        "周末勿扰",
        "A",
        made["name"],
    )
    assert coordinator.patch(path, json={"note": "x"}, headers={"If-Match": '"1"'}).status_code == 412
    assert coordinator.patch(path, json={"note": "x"}).status_code == 428
    cleared = coordinator.patch(path, json={"note": None}, headers={"If-Match": '"2"'}).json()
    assert cleared["note"] is None
    assert coordinator.patch(path, json={}, headers={"If-Match": '"3"'}).json()["version"] == 3
    assert recorded(made["id"]) == ["customer.registered", "customer.changed", "customer.changed"]


def test_contacts_and_sites_are_added_and_changed(as_role: As) -> None:
    coordinator = as_role("CO")
    made = coordinator.act("customers", company(sites=[]))
    contact = coordinator.act(
        f"customers/{made['id']}/contacts", {"name": "解放", "preferred": True, "phones": [{"value": "13600002222"}]}
    )
    assert coordinator.read(f"contacts/{contact['id']}") == contact
    shown = coordinator.read(f"customers/{made['id']}")["contacts"]
    assert [c["preferred"] for c in shown] == [True, False, False]
    before = {c["id"]: c for c in made["contacts"]}
    moved = {c["id"] for c in shown if c["id"] in before and c["version"] > before[c["id"]]["version"]}
    assert moved == {id for id, c in before.items() if c["preferred"]}, "to be preferred no more is a change"
    kept = contact["phones"][0]["id"]
    changed = coordinator.patch(
        f"contacts/{contact['id']}",
        json={"title": "工程师", "phones": [{"id": kept, "label": "工作"}, {"value": "400-808-1234"}]},
        headers={"If-Match": '"1"'},
    )
    assert changed.status_code == 200, changed.text
    assert [(p["masked"], p["label"]) for p in changed.json()["phones"]] == [
        ("136****2222", "工作"),
        ("400-808-****", None),
    ]
    left = coordinator.patch(f"contacts/{contact['id']}", json={"phones": []}, headers={"If-Match": '"2"'}).json()
    assert (left["version"], left["phones"]) == (3, [])
    answer = coordinator.post(
        f"customers/{made['id']}/sites", json={"label": "新址", "address": "上海市徐汇区龙华路 1 号"}
    )
    site = answer.json()
    assert answer.headers["location"] == f"/api/v1/sites/{site['id']}"
    assert coordinator.read(f"sites/{site['id']}")["station"]["code"] == "B2"
    moved = coordinator.patch(
        f"sites/{site['id']}", json={"address": "北京市海淀区中关村 1 号"}, headers={"If-Match": '"1"'}
    ).json()
    assert (moved["station"]["code"], moved["in_area"]) == ("A2", True)


def test_another_contacts_number_cannot_be_taken_over(as_role: As, world: World) -> None:
    coordinator = as_role("CO")
    made = coordinator.act("customers", company(sites=[]))
    first, second = made["contacts"]
    stolen = {"phones": [{"id": second["phones"][0]["id"]}]}
    answer = coordinator.patch(f"contacts/{first['id']}", json=stolen, headers={"If-Match": '"1"'})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/body/phones/0/id"


def test_the_list_finds_what_people_type(as_role: As) -> None:
    agent = as_role("HL")
    made = agent.act("customers", company())
    for q in (
        "清泉",
        "qqsw",
        "qingquan",
        "单晓",
        "shanxm"[:4],
        "sxm",
        "宋庄",
        "小堡村 清泉",
        "5678",
        "13912345678",
        "139-1234-5678",
        "010-62581234",
    ):
        assert [row["id"] for row in agent.read("customers", q=q)["items"]] == [made["id"]], q
    assert agent.read("customers", q="没有这个")["items"] == []
    row = agent.read("customers", q="清泉")["items"][0]
    assert row == {
        "id": made["id"], "name": "清泉水务有限公司", "kind": "company", "class": "C", "station": made["station"],
        "city": "北京市", "contact_name": "曾丽", "phone": {"value": None, "masked": "137****1111"}, "open_cases": 0,
        "assets": 0,
    }  # fmt: skip
    changed = agent.patch(f"customers/{made['id']}", json={"name": "甘泉水务"}, headers={"If-Match": '"1"'})
    assert changed.status_code == 200, "a hotline engineer edits what he opened himself"
    assert agent.read("customers", q="清泉")["items"] == []
    assert len(agent.read("customers", q="甘泉")["items"]) == 1


def test_filters_sorts_and_pages(as_role: As, world: World) -> None:
    director = as_role("HQ", "C")
    everyone = director.read("customers", count="exact")
    assert everyone["total"] == 4
    assert [row["name"] for row in everyone["items"]] == [f"绿源环境{code}公司" for code in ("A1", "A2", "B1", "B2")]
    first = director.read("customers", limit=3)
    rest = director.read("customers", limit=3, cursor=first["next_cursor"])
    assert first["items"] + rest["items"] == everyone["items"]
    assert rest["next_cursor"] is None
    assert [row["id"] for row in director.read("customers", station_id=world.stations["B1"])["items"]] == [
        world.customers["B1"]
    ]
    assert director.read("customers", **{"class": "A"})["items"] == []
    assert [row["assets"] for row in everyone["items"]] == [1, 1, 1, 1]


def test_an_id_of_the_clients_own_is_kept_and_not_taken_twice(as_role: As) -> None:
    id = new_id()
    assert as_role("HL").act("customers", company(id=id))["id"] == id
    again = as_role("HL").act("customers", company(id=id, confirmed_new=True), status=409)
    assert again["type"] == "/problems/duplicate"
