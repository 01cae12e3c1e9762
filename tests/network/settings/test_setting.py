"""Setting limits through the API: who may, for which station, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from api.network.settings import limits
from tests.client import Api
from tests.world import World

As = Callable[..., Api]


def put(api: Api, key: str, body: Any, status: int = 200) -> Any:
    answer = api.put(f"settings/{key}", json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_a_figure_is_set_for_a_station_and_holds_at_once(
    as_role: As, world: World, db: Database, recorded: Callable[..., list[str]]
) -> None:
    a1 = world.stations["A1"]
    with db.read() as conn:
        assert limits.get(Unit(db, conn, SYSTEM), "call.rings", a1) == 3
    found = put(as_role("SM"), "call.rings", {"value": 4, "station_id": a1})
    assert (found["value"], found["default"], found["rule"]) == (4, 3, "R39")
    with db.read() as conn:
        unit = Unit(db, conn, SYSTEM)
        assert [limits.get(unit, "call.rings", station) for station in (a1, world.stations["A2"])] == [4, 3]
    assert put(as_role("SM"), "call.rings", {"value": 5, "station_id": a1})["set_for"][0]["version"] == 2
    assert recorded().count("setting.changed") == 2


def test_a_manager_sets_his_station_and_headquarters_the_network(as_role: As, world: World) -> None:
    put(as_role("SM"), "call.rings", {"value": 4, "station_id": world.stations["A2"]}, 403)
    put(as_role("SM"), "call.rings", {"value": 4}, 403)
    put(as_role("AU", "C"), "call.rings", {"value": 4}, 403)
    assert as_role("FE").get("settings").status_code == 404
    put(as_role("HQ", "C"), "call.rings", {"value": 4})
    put(as_role("HQ", "C"), "call.rings", {"value": 6, "station_id": world.stations["B1"]})
    seen = {row["key"]: row for row in as_role("SM").read("settings")["items"]}["call.rings"]
    assert seen["value"] == 4
    assert [figure["station"] for figure in seen["set_for"]] == [None]  # B1's figure is not his to see
    shown = as_role("HQ", "C").read("settings", station_id=world.stations["B1"])["items"]
    assert {row["key"]: row["value"] for row in shown}["call.rings"] == 6
    assert sorted(row["key"] for row in shown) == sorted(limits.LIMITS)


@pytest.mark.parametrize(
    ("key", "body", "status"),
    [
        ("call.rings", {"value": 0}, 422), ("call.rings", {"value": 21}, 422), ("call.rings", {"value": 2.5}, 422),
        ("call.rings", {"value": "3"}, 422), ("call.rings", {"value": True}, 422), ("call.rings", {"value": 2**63}, 422),
        ("call.rings", {"value": [["09:00", "12:00"]]}, 422), ("call.rings", {}, 422),
        ("call.rings", {"value": 3, "x": 1}, 422), ("no.such", {"value": 3}, 404), ("NoSuch", {"value": 3}, 422),
        ("clock.warn_share", {"value": 1.5}, 422), ("clock.warn_share", {"value": 0.5}, 200),
        ("clock.warn_share", {"value": 1}, 200), ("follow_up.hours", {"value": 9}, 422),
        ("follow_up.hours", {"value": [["12:00", "09:00"]]}, 422),
        ("follow_up.hours", {"value": [["09:00", "12:00"], ["11:00", "13:00"]]}, 422),
        ("follow_up.hours", {"value": [["09:00", "12:00"], ["13:00", "20:00"]]}, 200),
        ("follow_up.hours", {"value": [["25:00", "26:00"]]}, 422),
        ("call.rings", {"value": 3, "station_id": "11111111-1111-7111-8111-111111111111"}, 422),
    ],
)  # fmt: skip
def test_a_figure_must_fit(as_role: As, key: str, body: Any, status: int) -> None:
    put(as_role("HQ", "C"), key, body, status)


def test_what_is_no_figure_is_told_once(as_role: As) -> None:
    told = as_role("HQ", "C").put("settings/call.rings", json={"value": "drei"}).json()["errors"]
    assert [(one["pointer"], one["code"]) for one in told] == [("/body/value", "setting_value")]


def test_some_figures_are_the_same_for_all(as_role: As, world: World) -> None:
    put(as_role("HQ", "C"), "repair.part_days", {"value": 120, "station_id": world.stations["A1"]}, 422)
    assert put(as_role("HQ", "C"), "repair.part_days", {"value": 120})["value"] == 120
