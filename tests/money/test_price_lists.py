"""Price lists by class and date: what holds when, what is never changed, who may what (R155, R159, R62)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.world import World

Role = Callable[..., Api]
ITEM = {"kind": "labour", "code": "LAB-01", "name": "上门维修工时", "unit": "小时", "unit_price_fen": 28000}


def today() -> date:
    return datetime.now(UTC).astimezone(ZoneInfo("Asia/Shanghai")).date()


def day(ahead: int) -> str:
    return (today() + timedelta(days=ahead)).isoformat()


def draft(api: Api, items: list[dict[str, Any]] | None = None, **over: Any) -> dict[str, Any]:
    body = {"name": "价目表", "customer_class": "B", "starts_on": day(0)} | over
    made = api.act("price-lists", body)
    if items is None:
        items = [ITEM]
    if not items:
        return made
    answer = api.put(f"price-lists/{made['id']}/items", json={"items": items})
    assert answer.status_code == 200, answer.text
    return answer.json()


def published(api: Api, items: list[dict[str, Any]] | None = None, **over: Any) -> dict[str, Any]:
    return api.act(f"price-lists/{draft(api, items, **over)['id']}/publish")


def price(api: Api, code: str = "LAB-01", **asked: Any) -> tuple[int, str] | None:
    found = [item for item in api.read("price-lists/prices", q=code, **asked)["items"] if item["code"] == code]
    return (found[0]["unit_price_fen"], found[0]["price_list"]["number"]) if found else None


def test_r159_the_class_has_its_own_price_and_the_rest_is_everybodys(as_role: Role, world: World) -> None:
    boss, agent = as_role("HQ", "C"), as_role("HL")
    made = published(boss)
    assert price(agent, **{"class": "B"}) == (28000, made["number"])
    assert price(agent, **{"class": "A"}) == price(agent, **{"class": "C"}) == (30000, "PL-C-20260101-0001")
    assert price(agent, customer_id=world.customers["A1"]) == (28000, made["number"])
    assert price(agent, "CALL-01", **{"class": "B"}) == (17000, "PL-C-20260101-0001")


def test_a_new_list_holds_from_its_day_and_the_former_stays_on_file(as_role: Role) -> None:
    boss, agent = as_role("HQ", "C"), as_role("HL")
    old = published(boss)
    new = published(boss, [ITEM | {"unit_price_fen": 29000}], starts_on=day(10), from_id=old["id"])
    asked = {"class": "B"}
    assert price(agent, on=day(9), **asked) == (28000, old["number"])
    assert price(agent, on=day(10), **asked) == price(agent, on=day(400), **asked) == (29000, new["number"])
    former = agent.read(f"price-lists/{old['id']}")
    assert (former["holds_until"], former["in_force"], former["superseded_by"]["id"]) == (day(9), True, new["id"])
    assert agent.read(f"price-lists/{new['id']}")["supersedes"]["id"] == old["id"]
    held = agent.read("price-lists", on=day(10), **{"class": "B"})["items"]
    assert [row["id"] for row in held] == [new["id"]]
    changes = agent.read(f"price-lists/{new['id']}/changes")
    assert changes["against"]["id"] == old["id"]
    assert [(item["code"], item["former_fen"], item["new_fen"]) for item in changes["items"]] == [
        ("LAB-01", 28000, 29000)
    ]


def test_a_copy_begins_with_the_prices_and_the_compare_names_what_came_and_went(as_role: Role) -> None:
    boss = as_role("HQ", "C")
    old = published(boss, [ITEM, ITEM | {"code": "X-1"}])
    new = draft(boss, [], from_id=old["id"], starts_on=day(3))
    assert new["items"] == 2
    items = [ITEM, ITEM | {"code": "X-2"}]
    assert boss.put(f"price-lists/{new['id']}/items", json={"items": items}).status_code == 200
    found = boss.read(f"price-lists/{new['id']}/changes")["items"]
    assert [(item["code"], item["former_fen"], item["new_fen"]) for item in found] == [
        ("X-1", 28000, None),
        ("X-2", None, 28000),
    ]


def test_a_published_list_is_not_changed_by_anybody(as_role: Role, world: World, db: Database) -> None:
    boss = as_role("HQ", "C")
    made = published(boss)
    path = f"price-lists/{made['id']}"
    answer = boss.put(f"{path}/items", json={"items": []})
    assert (answer.status_code, answer.json()["detail"]) == (409, "“已发布”的价目表不再改动，请另起一张")
    assert boss.patch(path, json={"name": "x"}, headers={"If-Match": f'"{made["version"]}"'}).status_code == 409
    lists, items = models.price_lists.PriceList.__table__, models.price_lists.PriceItem.__table__
    row = ITEM | {"id": new_id(), "price_list_id": made["id"], "position": 9, "code": "Z", "terms": ""}
    for statement in (
        update(items).where(items.c.price_list_id == made["id"]).values(unit_price_fen=1),
        items.delete().where(items.c.price_list_id == made["id"]),
        insert(items).values(row),
        update(lists).where(lists.c.id == made["id"]).values(starts_on=date(2026, 1, 1)),
        update(lists).where(lists.c.id == made["id"]).values(status="draft"),
        lists.delete().where(lists.c.id == made["id"]),
    ):
        with pytest.raises(DBAPIError), db.write() as conn:
            conn.execute(statement)


def test_a_withdrawn_list_held_until_the_day_before(as_role: Role) -> None:
    boss = as_role("HQ", "C")
    made = published(boss)
    boss.act(f"price-lists/{made['id']}/withdraw", {"reason": "定价有误"})
    assert price(boss, **{"class": "B"}) == (30000, "PL-C-20260101-0001")
    assert boss.read(f"price-lists/{made['id']}")["withdrawn_reason"] == "定价有误"


def test_nothing_is_published_into_the_past_or_empty(as_role: Role) -> None:
    boss = as_role("HQ", "C")
    for body, detail in (
        ({"starts_on": day(-1)}, "开始日已过，请改为今天或以后"), ({"items": []}, "还没有价目"),
    ):  # fmt: skip
        made = draft(boss, **body)
        answer = boss.post(f"price-lists/{made['id']}/publish", json={})
        assert (answer.status_code, answer.json()["detail"]) == (409, detail)


def test_the_same_code_stands_once(as_role: Role) -> None:
    boss = as_role("HQ", "C")
    made = draft(boss, [])
    answer = boss.put(f"price-lists/{made['id']}/items", json={"items": [ITEM, ITEM]})
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/body/items/1/code"]


def test_prices_are_found_by_name_sound_and_device(as_role: Role, world: World) -> None:
    boss, agent = as_role("HQ", "C"), as_role("HL")
    items = [
        ITEM, ITEM | {"code": "P-1", "name": "采样泵组件", "kind": "part", "family": "烟气"},
        ITEM | {"code": "P-2", "name": "光源模块", "kind": "part", "model": "WQ-5100"},
    ]  # fmt: skip
    published(boss, items)
    asked = {"customer_id": world.customers["A1"]}
    for q, codes in (("caiyang", ["P-1"]), ("cyb", ["P-1"]), ("光源", ["LS-5100", "P-2"]), ("p-2", ["P-2"]), ("%", [])):
        assert [item["code"] for item in agent.read("price-lists/prices", q=q, **asked)["items"]] == codes, q
    device = agent.read("price-lists/prices", asset_id=world.assets["A1"], kind="part", **asked)["items"]
    assert [item["code"] for item in device] == ["LS-5100", "P-2"]


def test_prices_need_a_customer_or_a_class(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    assert agent.get("price-lists/prices").status_code == 422
    both = {"class": "A", "customer_id": world.customers["A1"]}
    assert agent.get("price-lists/prices", params=both).status_code == 422
    assert as_role("RE").get("price-lists/prices", params={"customer_id": world.customers["B1"]}).status_code == 422


def test_only_headquarters_sets_prices_and_finance_checks_them(as_role: Role) -> None:
    boss, finance = as_role("HQ", "C"), as_role("FI", "C")
    made = draft(boss)
    assert as_role("SM").post("price-lists", json={"name": "x", "starts_on": day(0)}).status_code == 403
    assert finance.post("price-lists", json={"name": "x", "starts_on": day(0)}).status_code == 403
    assert finance.put(f"price-lists/{made['id']}/items", json={"items": [ITEM]}).status_code == 200
    assert finance.post(f"price-lists/{made['id']}/withdraw", json={"reason": "x"}).status_code == 403
    assert finance.post(f"price-lists/{made['id']}/publish", json={}).status_code == 200
