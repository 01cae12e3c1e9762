"""The station tree (R1) and who answers for an address (R2), through the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from api.network.stations.responsible import find
from tests.client import Api
from tests.network.clocks.desk import at, cn
from tests.world import World

As = Callable[..., Api]


def new(world: World, **changes: Any) -> dict[str, Any]:
    return {
        "code": "A3", "name": "朝阳服务站", "kind": "office", "parent_id": world.stations["A"],
        "address": "北京市朝阳区光华路 1 号", "phone": "010-6555 1200", "opening_text": "周一至周六",
        "calendar_id": world.calendar,
    } | changes  # fmt: skip


def changed(api: Api, id: str, body: Any, status: int = 200) -> Any:
    version = api.read(f"stations/{id}")["version"]
    answer = api.patch(f"stations/{id}", json=body, headers={"If-Match": f'"{version}"'})
    assert answer.status_code == status, answer.text
    return answer.json()


def test_r1_three_levels(as_role: As, world: World) -> None:
    hq = as_role("HQ", "C")
    region = hq.act("stations", new(world, code="D", name="华南", kind="region", parent_id=world.stations["C"]))
    assert (region["level"], region["parent"]["code"]) == ("region", "C")
    station = hq.act("stations", new(world, code="D1", parent_id=region["id"], districts=["广东省 广州市"]))
    assert (station["level"], station["parent"]["id"], station["districts"]) == (
        "station",
        region["id"],
        ["广东省广州市"],
    )
    for wrong in (
        {"kind": "centre", "parent_id": None},
        {"kind": "centre"},
        {"kind": "region"},
        {"kind": "region", "parent_id": None},
        {"kind": "office", "parent_id": world.stations["C"]},
        {"kind": "office", "parent_id": world.stations["A1"]},
        {"kind": "authorised", "parent_id": None},
        {"kind": "office", "parent_id": new_id()},
    ):
        hq.act("stations", new(world, code="X1", **wrong), status=422)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("北京市通州区张家湾镇光华路甲 16 号", "A1"),
        ("北京市海淀区中关村 1 号", "A2"),
        (" 中国 北京市 通州区 张家湾", "A1"),
        ("通州区张家湾镇", "C"),
        ("北京市朝阳区光华路", "A"),  # the region's own district
        ("上海市浦东新区世纪大道", "B1"),
        ("上海市静安区南京西路", "B"),  # nobody named: the region around
        ("西藏自治区拉萨市城关区", "C"),
        ("Unter den Linden 1", "C"),
        ("x", "C"),
    ],
)
def test_r2_every_address_has_a_station(as_role: As, address: str, code: str) -> None:
    found = as_role("HL").read("stations/responsible", address=address)
    assert found["station"]["code"] == code
    assert found["why"]


def test_r2_the_longest_district_wins(as_role: As, world: World) -> None:
    hq = as_role("HQ", "C")
    hq.act("stations", new(world, districts=["北京市通州区张家湾镇", "河北省廊坊市", "三河市"]))
    for address, code in (
        ("北京市通州区张家湾镇 1 号", "A3"), ("北京市通州区梨园镇 1 号", "A1"), ("河北省廊坊市广阳区", "A3"),
        ("河北省三河市燕郊镇", "A3"), ("三河市燕郊镇", "A3"),
    ):  # fmt: skip
        assert hq.read("stations/responsible", address=address)["station"]["code"] == code


def test_r2_a_closed_station_leaves_its_addresses_to_its_region(as_role: As, world: World) -> None:
    hq = as_role("HQ", "C")
    changed(hq, world.stations["B2"], {"active": False})
    found = hq.read("stations/responsible", address="上海市徐汇区漕溪路")
    assert found["station"]["code"] == "B"
    assert "停用" in found["why"]
    changed(hq, world.stations["C"], {"active": False}, 409)
    changed(hq, world.stations["B"], {"active": False}, 409)


def test_r2_a_district_has_one_station(as_role: As, world: World) -> None:
    refused = changed(as_role("HQ", "C"), world.stations["A2"], {"districts": ["北京市海淀区", "北京市通州区"]}, 409)
    assert refused["type"] == "/problems/clash"
    assert refused["clash"]["district"] == "北京市通州区"
    assert as_role("HQ", "C").read(f"stations/{world.stations['A2']}")["districts"] == ["北京市海淀区"]


def test_a_station_that_moves_is_counted_by_its_posting_date(
    as_role: As, world: World, db: Database, recorded: Callable[..., list[str]]
) -> None:
    a2, hq = world.stations["A2"], as_role("HQ", "C")
    moved = changed(hq, a2, {"parent_id": world.stations["B"]})
    assert moved["parent"]["code"] == "B"
    assert recorded(a2) == ["station.moved"]
    assert lines(db, a2) == [(world.stations["A"], True), (world.stations["B"], False)]
    changed(hq, a2, {"parent_id": world.stations["A"]})  # the same day: no line of a day that never was
    assert lines(db, a2) == [(world.stations["A"], True), (world.stations["A"], False)]
    changed(hq, a2, {"parent_id": world.stations["C"]}, 422)


def lines(db: Database, station_id: str) -> list[tuple[str, bool]]:
    """Under whom the station stood, oldest first, and whether that has ended."""
    table = models.stations.StationRegion.__table__
    statement = select(table).where(table.c.station_id == station_id).order_by(table.c.starts_on)
    with db.read() as conn:
        return [(row.parent_id, row.ends_on is not None) for row in conn.execute(statement)]


def test_who_may_change_a_station(as_role: As, world: World) -> None:
    assert changed(as_role("RM", "A"), world.stations["A1"], {"name": "通州站"})["name"] == "通州站"
    foreign = as_role("RM", "A").patch(
        f"stations/{world.stations['B1']}", json={"name": "x"}, headers={"If-Match": '"1"'}
    )
    assert foreign.status_code == 404
    changed(as_role("RM", "A"), world.stations["A1"], {"parent_id": world.stations["B"]}, 403)
    changed(as_role("SM"), world.stations["A1"], {"name": "x"}, 403)
    as_role("RM", "A").act("stations", new(world), status=403)


def test_listing_by_name_code_and_level(as_role: As, world: World) -> None:
    hq = as_role("HQ", "C")
    hq.act("stations", new(world))
    assert [row["code"] for row in hq.read("stations", level="station")["items"]] == ["A1", "A2", "A3", "B1", "B2"]
    for q in ("朝阳", "chaoyang", "cyfwz", "a3"):
        assert [row["code"] for row in hq.read("stations", q=q)["items"]] == ["A3"]
    first = hq.read("stations", limit=3, count="exact")
    assert (len(first["items"]), first["total"]) == (3, 8)
    assert len(hq.read("stations", limit=10, cursor=first["next_cursor"])["items"]) == 5
    assert [row["code"] for row in hq.read("stations", parent_id=world.stations["B"])["items"]] == ["B1", "B2"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"code": "a 1"}, "/body/code"), ({"name": ""}, "/body/name"), ({"latitude": 91}, "/body/latitude"),
        ({"kind": "shop"}, "/body/kind"), ({"districts": ["京"]}, "/body/districts/0"), ({"region": 1}, "/body/region"),
        ({"calendar_id": "11111111-1111-7111-8111-111111111111"}, "/body/calendar_id"), ({"name": None}, "/body/name"),
    ],
)  # fmt: skip
def test_wrong_input_is_named_and_changes_nothing(as_role: As, world: World, body: Any, pointer: str) -> None:
    refused = as_role("HQ", "C").act("stations", new(world) | body, status=422)
    assert [error["pointer"] for error in refused["errors"]] == [pointer]
    assert len(as_role("HQ", "C").read("stations")["items"]) == 7


def test_the_reason_is_told_in_both_languages(db: Database) -> None:
    with at(db, cn("2026-11-20 09:00")) as unit:
        _, why = find(unit, "北京市通州区")
    assert why.zh != why.en
