"""Who is calling: everything open about him at once, so that nobody has to call twice (R42)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from api.kit.db import Database
from api.kit.pinyin import syllables
from tests.client import Api
from tests.intake.steps import act, device, take_in
from tests.world import World

Role = Callable[..., Api]


def test_r42_the_agent_sees_all_open_matters_of_the_caller(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    first, second = take_in(agent, world), take_in(agent, world, subject="屏幕不亮", asset_id=None)
    take_in(agent, world, "A2")
    over = act(agent, take_in(agent, world, subject="已经好了"), "cancel")
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004410"})
    agent.act(f"calls/{call['id']}/same-matter", {"service_request_id": first["id"]})
    found = agent.read("callers", phone="138 0000 4410")
    assert found["phone"] == {"value": "+8613800004410", "masked": "138****4410"}
    assert len(found["matches"]) == 1
    match = found["matches"][0]
    assert match["customer"]["id"] == world.customers["A1"]
    assert match["customer"]["station"]["code"] == "A1"
    assert match["contact"]["phone"] == {"value": None, "masked": "138****4410"}
    matters = {matter["id"]: matter for matter in match["open_matters"]}
    assert set(matters) == {first["id"], second["id"]}
    assert (matters[first["id"]]["calls"], matters[second["id"]]["calls"]) == (2, 1)
    assert matters[first["id"]]["clock"]["kind"] == "pass"
    assert matters[first["id"]]["asset"]["serial"] == "WQ51-2509-002245"
    assert matters[second["id"]]["asset"] is None
    assert [recent["number"] for recent in match["recent"]] == [over["number"]]
    assert [site["id"] for site in match["sites"]] == [world.sites["A1"]]


@pytest.mark.parametrize(
    ("warranty", "on_site", "verdict", "code"),
    [
        (200, 100, "free", "in_warranty_on_site"),
        (200, -1, "free", "in_warranty_carry_in"),
        (-1, -1, "paid", "out_of_warranty"),
    ],
)
def test_r47_the_devices_show_what_they_are_entitled_to(
    as_role: Role, world: World, db: Database, warranty: int, on_site: int, verdict: str, code: str
) -> None:
    device(db, world, warranty=warranty, on_site=on_site)
    asset = as_role("HL").read("callers", phone="13800004410")["matches"][0]["assets"][0]
    assert (asset["verdict"], asset["code"]) == (verdict, code)
    assert asset["headline"]
    assert asset["site_id"] == world.sites["A1"]


def test_the_hotline_looks_network_wide_others_in_their_scope(as_role: Role, world: World) -> None:
    def seen(role: str, station: str, phone: str) -> list[str]:
        return [m["customer"]["id"] for m in as_role(role, station).read("callers", phone=phone)["matches"]]

    assert seen("HL", "A1", "13800004413") == [world.customers["B2"]]
    assert seen("RE", "A1", "13800004413") == []
    assert seen("RE", "B2", "13800004413") == [world.customers["B2"]]
    for role, station in (("FE", "A1"), ("HR", "C")):
        assert as_role(role, station).get("callers", params={"phone": "13800004413"}).status_code == 404
    assert as_role("CO").get("callers", params={"phone": "13800004413"}).status_code == 403


def test_a_caller_is_also_found_by_name(as_role: Role) -> None:
    agent = as_role("HL")
    site = {"label": "厂区", "address": "北京市通州区潞苑北大街 3 号"}
    contact = {"name": "单晓明", "phones": [{"value": "13912345678"}]}
    made = agent.act(
        "customers", {"kind": "company", "name": "清泉水务有限公司", "contacts": [contact], "sites": [site]}
    )
    for text in ("清泉", "qqsw", "潞苑北"):
        found = agent.read("callers", q=text)
        assert found["phone"] is None
        assert [match["customer"]["id"] for match in found["matches"]] == [made["id"]]
    assert found["matches"][0]["contact"]["name"] == "单晓明"


def test_an_unknown_number_is_nobodys(as_role: Role) -> None:
    assert as_role("HL").read("callers", phone="13912345678")["matches"] == []


@pytest.mark.parametrize(
    "query", [{}, {"phone": "x"}, {"phone": "1"}, {"q": ""}, {"number": "1"}, {"phone": "\x00" * 9}]
)
def test_a_wrong_look_up_is_told_so(as_role: Role, query: dict[str, str]) -> None:
    assert as_role("HL").get("callers", params=query).status_code == 422


def test_r36_a_caller_is_found_by_anything_that_is_known_of_him(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world, subject="荧光法探头读数漂移")
    file = agent.read(f"customers/{world.customers['A1']}")
    name, address = file["name"], file["sites"][0]["address"]
    initials = "".join(sound[0] for sound in syllables(name))

    def found(q: str) -> bool:
        return world.customers["A1"] in {m["customer"]["id"] for m in agent.read("callers", q=q)["matches"]}

    for q in (name[:2], initials[:6], "".join(syllables(name))[:8], "4410", "13800004410", "2245", "WQ51-2509",
              case["number"], case["number"][-8:], address[:4], "荧光"):  # fmt: skip
        assert found(q), q
    assert not found("4411")
    # by a device of which there is no matter
    serial = agent.read(f"assets/{world.assets['A2']}")["serial"]
    others = {one["customer"]["id"] for one in agent.read("callers", q=serial[-6:])["matches"]}
    assert world.customers["A2"] in others
