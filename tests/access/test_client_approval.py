"""An integration sees personal fields masked unless its scope says otherwise and headquarters approved it (promises D, T19).

The creator never approves, nor does whoever widened it; what reaches further than was approved is approved anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.world import World

REVEAL = "customers:reveal"


def terms(world: World, **other: Any) -> dict[str, Any]:
    return {
        "name": "短信平台", "scopes": ["customers:view", REVEAL], "station_ids": [world.stations["A1"]],
        "addresses": None, "ends_at": (datetime.now(UTC) + timedelta(days=30)).isoformat(),
    } | other  # fmt: skip


def version(who: Api, path: str) -> str:
    return f'"{who.read(path)["version"]}"'


def approve(who: Api, path: str, body: dict[str, str], status: int | None = None) -> Any:
    return who.act(f"{path}/approve", body, status=status, If_Match=version(who, path))


class Desk:
    """Who changes and who approves one integration, and what that may see meanwhile."""

    def __init__(self, as_role: Callable[..., Api], anonymous: Api, world: World) -> None:
        self.keeper, self.chief, self.anonymous = as_role("SA", "C"), as_role("HQ", "C"), anonymous
        self.contact = f"contacts/{world.contacts['A1']}"
        self.made = self.keeper.act("api-clients", terms(world))
        self.path = f"api-clients/{self.made['id']}"
        self.client = anonymous.bearing(self.token().json()["access_token"])

    def token(self, **form: str) -> Any:
        credentials = {"client_id": self.made["id"], "client_secret": self.made["client_secret"]}
        return self.anonymous.post("auth/token", data={"grant_type": "client_credentials"} | credentials | form)

    def change(self, **terms: Any) -> Any:
        version = self.keeper.read(self.path)["version"]
        answer = self.keeper.patch(self.path, json=terms, headers={"If-Match": f'"{version}"'})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def sees(self) -> bool:
        """Whether the token it got in the beginning shows a whole number now."""
        answer = self.client.post(f"{self.contact}/reveal", json={"reason": "提醒短信"})
        assert answer.status_code in (200, 403), answer.text
        if answer.status_code == 403:
            assert answer.json()["permission"] == REVEAL
        held = self.client.read("me")["permissions"]
        assert (REVEAL in held) is (answer.status_code == 200)
        return answer.status_code == 200 and answer.json()["phones"][0]["value"] == "+8613800004410"

    def sentences(self) -> list[str]:
        return [fact["sentence"] for fact in self.keeper.read(f"{self.path}/events")["items"]]


def test_numbers_stay_masked_until_another_hand_approves(
    as_role: Callable[..., Api], anonymous: Api, world: World, db: Database
) -> None:
    desk = Desk(as_role, anonymous, world)
    # asked for, not held: no number whole, none found by its digits, no token that says so
    assert desk.made["approval"] == "waiting"
    assert desk.client.read("me")["permissions"] == ["customers:view"]
    phone = desk.client.read(desk.contact)["phones"][0]
    assert (phone["value"], phone["masked"]) == (None, "138****4410")
    assert not desk.sees()
    assert desk.client.read("customers", q="13800004410")["items"] == []
    assert desk.token(scope=REVEAL).json()["error"] == "invalid_scope"
    assert desk.token().json()["scope"] == "customers:view"

    # who registered it may not, whatever posts he holds besides
    assert approve(desk.keeper, desk.path, {"reason": "x"}, status=403)["permission"] == "api-clients:approve"
    post = {
        "id": new_id(), "employee_id": world.employees["SA@C"], "role": "hq_service",
        "station_id": world.stations["C"], "starts_on": date(2026, 1, 1),
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.access.Post.__table__), post)
    both = anonymous.signed_in("sa.c", world.password)
    assert "approve" not in {one["action"] for one in both.read(desk.path)["offered"]}
    refused = both.post(
        f"{desk.path}/approve",
        json={"reason": "x"},
        headers={"Accept-Language": "en", "If-Match": version(both, desk.path)},
    )
    assert (refused.status_code, refused.json()["detail"]) == (
        409, "You registered or widened it: somebody else must approve",
    )  # fmt: skip

    # headquarters finds it, says why, and it holds at once, also for tokens that live
    assert [one["id"] for one in desk.chief.read("api-clients", approval="waiting")["items"]] == [desk.made["id"]]
    assert [one["action"] for one in desk.chief.read(desk.path)["offered"]] == ["approve"]
    assert approve(desk.chief, desk.path, {}, status=422)["errors"][0]["pointer"] == "/body/reason"
    seen = version(desk.chief, desk.path)
    desk.change(per_minute=60)
    stale = desk.chief.post(f"{desk.path}/approve", json={"reason": "x"}, headers={"If-Match": seen})
    assert stale.status_code == 412, "what was changed after it was read is not approved unseen"
    approved = approve(desk.chief, desk.path, {"reason": "上门前提醒"})
    assert (approved["approval"], approved["approver"]["name"], approved["offered"]) == ("approved", "HQ C", [])
    assert desk.sees()
    assert desk.client.post(f"contacts/{world.contacts['B1']}/reveal", json={"reason": "x"}).status_code == 404
    assert desk.token(scope=REVEAL).json()["scope"] == REVEAL
    assert "批准它查看完整号码：上门前提醒" in desk.sentences()
    assert "批准过" in approve(desk.chief, desk.path, {"reason": "x"}, status=409)["detail"]


def test_what_reaches_further_is_approved_anew(as_role: Callable[..., Api], anonymous: Api, world: World) -> None:
    desk = Desk(as_role, anonymous, world)
    lapsed = "范围扩大了，查看完整号码要重新批准"
    both = [world.stations["A1"], world.stations["B1"]]
    wide = (datetime.now(UTC) + timedelta(days=60)).isoformat()
    narrow = (datetime.now(UTC) + timedelta(days=20)).isoformat()
    times = 0
    for change, holds in (
        ({"name": "短信", "per_minute": 60, "scopes": ["customers:view", "events:view", REVEAL]}, True),
        ({"station_ids": both}, False), ({"station_ids": both[:1]}, True),
        ({"addresses": ["203.0.113.0/24"]}, True), ({"addresses": None}, False),
        ({"ends_at": wide}, False), ({"ends_at": narrow}, True),
    ):  # fmt: skip
        if desk.keeper.read(desk.path)["approval"] == "waiting":
            approve(desk.chief, desk.path, {"reason": "x"})
        assert desk.change(**change)["approval"] == ("approved" if holds else "waiting"), change
        times += not holds
        assert desk.sentences().count(lapsed) == times
        if desk.keeper.read(desk.path)["addresses"] is None:
            assert desk.sees() is holds, change
    assert desk.change(scopes=["customers:view"])["approval"] == "none"
    assert "没有要批准的" in approve(desk.chief, desk.path, {"reason": "x"}, status=409)["detail"]
    assert not desk.sees()
    asks = desk.change(scopes=["customers:view", REVEAL])
    assert (asks["approval"], asks["approver"]) == ("waiting", None)
    assert not desk.sees()
    desk.keeper.act(f"{desk.path}/disable", {"reason": "x"})
    assert approve(desk.chief, desk.path, {"reason": "x"}, status=409)["offered"] == []


def test_who_widened_it_does_not_approve(
    as_role: Callable[..., Api], anonymous: Api, world: World, db: Database
) -> None:
    """Also where somebody else registered it: he would approve what he asked for."""
    made = as_role("SA", "C").act("api-clients", terms(world, scopes=["customers:view"]))
    assert made["approval"] == "none"
    post = {
        "id": new_id(), "employee_id": world.employees["HQ@C"], "role": "system_administrator",
        "station_id": world.stations["C"], "starts_on": date(2026, 1, 1),
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.access.Post.__table__), post)
    path, both = f"api-clients/{made['id']}", anonymous.signed_in("hq.c", world.password)
    scopes = {"scopes": ["customers:view", REVEAL]}
    assert both.patch(path, json=scopes, headers={"If-Match": '"1"'}).json()["approval"] == "waiting"
    assert "别人" in approve(both, path, {"reason": "x"}, status=409)["detail"]
