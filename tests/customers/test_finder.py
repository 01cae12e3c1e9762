"""The global search: grouped, scoped, with its reason; numbers only for those who may reveal them (T2, T7)."""

from collections.abc import Callable

import pytest

from api.access.actor import SYSTEM
from api.customers.finder import entries
from api.kit.db import Database
from api.kit.unit import Unit
from tests.client import Api
from tests.world import World

As = Callable[..., Api]


def found(client: Api, q: str) -> dict[str, list[tuple[str, str]]]:
    return {g["kind"]: [(hit["id"], hit["why"]) for hit in g["items"]] for g in client.read("search", q=q)["groups"]}


def test_every_group_says_why(as_role: As, world: World) -> None:
    desk = as_role("CO")
    customer, asset = world.customers["A1"], world.assets["A1"]
    assert found(desk, "绿源") == {
        "customer": [(customer, "名称含“绿源”")],
        "asset": [(asset, "型号、客户或地点含“绿源”")],
    }
    assert found(desk, "lyhj") == {"customer": [(customer, "拼音“lyhj”")], "asset": [(asset, "拼音“lyhj”")]}
    assert found(desk, "张家湾") == {"customer": [(customer, "地址或联系人含“张家湾”")]}
    assert found(desk, "2245") == {"asset": [(asset, "序列号含“2245”")]}
    assert found(desk, "4410") == {"customer": [(customer, "尾号 4410")]}
    assert found(desk, "138 0000 4410") == {"customer": [(customer, "电话号码")]}
    assert found(desk, "没有") == {}
    english = desk.get("search", params={"q": "4410"}, headers={"Accept-Language": "en"}).json()
    assert english["groups"][0]["items"][0]["why"] == "Phone ending in 4410"
    assert english["groups"][0]["label"] == "Customers"


def test_t2_hits_inherit_the_scope(as_role: As, world: World) -> None:
    assert found(as_role("CO", "B1"), "绿源")["customer"][0][0] == world.customers["B1"]
    assert len(found(as_role("CO", "B1"), "绿源")["customer"]) == 1
    assert len(found(as_role("RM", "A"), "绿源")["customer"]) == 2
    assert len(found(as_role("HL"), "绿源")["customer"]) == 4
    assert found(as_role("FE"), "绿源") == {}, "an engineer without jobs has no customers"
    assert found(as_role("SA", "C"), "绿源") == {}, "no cell, no group"
    assert found(as_role("PC"), "绿源").keys() == {"asset"}


@pytest.mark.parametrize(("role", "station"), [("CA", "A1"), ("FI", "C"), ("AU", "C")])
def test_t7_who_may_not_reveal_cannot_search_by_number(as_role: As, role: str, station: str) -> None:
    client = as_role(role, station)
    for q in ("4410", "13800004410", "+8613800004410"):
        assert found(client, q) == {}
        assert client.read("customers", q=q)["items"] == []


@pytest.mark.parametrize("q", ["138", "1380", "13800", "1380000441", "+86138", "800004410"])
def test_t7_part_of_a_number_is_no_search(as_role: As, q: str) -> None:
    """Only the whole number or its last four, or a masked number could be guessed digit by digit."""
    assert found(as_role("CO"), q) == {}
    assert as_role("CO").read("customers", q=q)["items"] == []


def test_open_ones_come_first_and_a_group_is_cut(as_role: As) -> None:
    agent = as_role("HL")
    for n in range(10):
        agent.act("customers", {"kind": "person", "name": f"郝晓东{n}", "confirmed_new": True})
    assert len(found(agent, "郝晓")["customer"]) == 8
    assert len(agent.read("search", q="hxd", limit=3)["groups"][0]["items"]) == 3


def test_what_is_wrongly_asked_is_refused(as_role: As) -> None:
    agent = as_role("HL")
    for query in ({}, {"q": ""}, {"q": "x" * 81}, {"q": "a", "limit": "21"}, {"q": "a", "kind": "customer"}):
        assert agent.get("search", params=query).status_code == 422, query
    for q in ("'", '"', "%", "\\", "*", "NEAR(", "a\u0000b", "\u2028", "🙂", "(((("):
        assert agent.get("search", params={"q": q}).status_code in (200, 422), q


def test_an_index_put_anew_is_the_same(as_role: As, db: Database) -> None:
    before = found(as_role("HL"), "绿源")
    with db.write() as conn:
        assert entries.reindex(Unit(db, conn, SYSTEM)) == 8
    after = found(as_role("HL"), "绿源")
    assert {kind: sorted(hits) for kind, hits in after.items()} == {kind: sorted(hits) for kind, hits in before.items()}
