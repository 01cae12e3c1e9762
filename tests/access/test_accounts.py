"""Accounts: made and ended by administrators, passwords set only by their persons (T6, ASVS 6.4.6); codes: T15."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
import time_machine

from api import models
from api.kit.db import Database
from tests.access.forms import NEW, bearer, made, refresh, reset, sign_in
from tests.client import Api
from tests.world import World


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-11-21T09:00:00+08:00", tick=False) as traveller:
        yield traveller


def test_station_manager_makes_an_account(
    as_role: Callable[..., Api], anonymous: Api, newcomer: str, recorded: Callable[..., list[str]]
) -> None:
    account = made(as_role("SM"), newcomer)
    assert (account["status"], account["has_password"], account["station"]["code"]) == ("active", False, "A1")
    assert [role["role"] for role in account["roles"]] == ["admin_specialist"]
    assert sign_in(anonymous, "xiao.li", NEW).status_code == 401
    assert reset(anonymous, account["code"]).status_code == 204
    assert sign_in(anonymous, "xiao.li", NEW).status_code == 200
    assert recorded(account["id"]) == [
        "account.made", "account.reset_started", "account.sign_in_refused", "account.password_set", "account.signed_in",
    ]  # fmt: skip


def test_no_account_outside_ones_reach(as_role: Callable[..., Api], world: World, newcomer: str) -> None:
    foreign = as_role("SM", "B1").post("accounts", json={"account": "xiao.li", "employee_id": newcomer})
    unknown = as_role("SM", "B1").post("accounts", json={"account": "xiao.li", "employee_id": world.calendar})
    assert foreign.status_code == unknown.status_code == 422
    assert foreign.json()["errors"] == unknown.json()["errors"]


def test_name_and_person_only_once(as_role: Callable[..., Api], world: World, newcomer: str) -> None:
    taken = as_role("SA", "C").post("accounts", json={"account": "co.a1", "employee_id": newcomer})
    second = as_role("SA", "C").post("accounts", json={"account": "new", "employee_id": world.employees["CO@A1"]})
    assert (taken.status_code, second.status_code) == (409, 409)


def test_t6_no_field_carries_rights_or_secrets(as_role: Callable[..., Api], newcomer: str, world: World) -> None:
    """Nobody sets a password, a hash or a role through an account, and none is shown."""
    boss = as_role("SA", "C")
    for name in ("password", "password_hash", "reset_hash", "role", "roles", "station_id", "active", "demo", "version"):
        answer = boss.post("accounts", json={"account": "xiao.li", "employee_id": newcomer, name: "x"})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == f"/body/{name}"
    text = json.dumps([boss.read("accounts"), boss.read(f"accounts/{world.accounts['CO@A1']}"), boss.read("me")])
    assert "argon2" not in text
    assert "hash" not in text


def test_t3_disabled_means_out(
    as_role: Callable[..., Api], anonymous: Api, world: World, recorded: Callable[..., list[str]]
) -> None:
    signed = sign_in(anonymous, "co.a1", world.password).json()
    path = f"accounts/{world.accounts['CO@A1']}"
    answer = as_role("SA", "C").act(f"{path}/disable", {"reason": "离职"})
    assert (answer["status"], [offer["action"] for offer in answer["offered"]]) == ("disabled", ["enable"])
    assert anonymous.get("me", headers=bearer(signed["access_token"])).status_code == 401
    assert refresh(anonymous, signed["refresh_token"]).status_code == 401
    assert sign_in(anonymous, "co.a1", world.password).status_code == 401
    as_role("SA", "C").act(f"{path}/enable", {})
    assert refresh(anonymous, signed["refresh_token"]).status_code == 401
    assert sign_in(anonymous, "co.a1", world.password).status_code == 200
    assert {"account.disabled", "account.enabled"} <= set(recorded(world.accounts["CO@A1"]))


def test_nobody_locks_himself_out(as_role: Callable[..., Api], world: World) -> None:
    path = f"accounts/{world.accounts['SA@C']}"
    answer = as_role("SA", "C").post(f"{path}/disable", json={"reason": "x"})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/transition-refused")


def test_t16_unknown_account_answers_like_a_wrong_code(
    as_role: Callable[..., Api], anonymous: Api, newcomer: str
) -> None:
    made(as_role("SA", "C"), newcomer)
    known, unknown = reset(anonymous, "wrong"), reset(anonymous, "wrong", account="nobody")
    assert known.json() | {"request_id": ""} == unknown.json() | {"request_id": ""}
    weak = reset(anonymous, "wrong", "password12345", account="nobody")
    assert weak.status_code == 403, "only who has the code learns whether the password would do"


def test_t16_three_codes_an_hour(anonymous: Api, world: World, clock: time_machine.Traveller) -> None:
    path = f"accounts/{world.accounts['CO@A1']}/start-reset"
    boss = anonymous.signed_in("sa.c", world.password)
    for _ in range(3):
        boss.act(path, {})
    refused = boss.post(path, json={})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "3601")
    clock.shift(3601)
    anonymous.signed_in("sa.c", world.password).act(path, {})


def test_codes_are_not_kept_for_repeats(as_role: Callable[..., Api], newcomer: str, db: Database, world: World) -> None:
    """A secret that is shown once must not lie in the store of remembered answers."""
    boss = as_role("SA", "C")
    headers = {"Idempotency-Key": "k"}
    account = boss.post("accounts", json={"account": "xiao.li", "employee_id": newcomer}, headers=headers).json()
    boss.post(f"accounts/{account['id']}/start-reset", json={}, headers=headers)
    table = models.idempotency.IdempotencyRecord.__table__
    with db.read() as conn:
        assert conn.execute(table.select()).all() == []


def test_reset_ends_every_session(as_role: Callable[..., Api], anonymous: Api, world: World) -> None:
    signed = sign_in(anonymous, "co.a1", world.password).json()
    code = as_role("SA", "C").act(f"accounts/{world.accounts['CO@A1']}/start-reset", {})["code"]
    assert anonymous.get("me", headers=bearer(signed["access_token"])).status_code == 200
    assert reset(anonymous, code, account="co.a1").status_code == 204
    assert anonymous.get("me", headers=bearer(signed["access_token"])).status_code == 401
    assert sign_in(anonymous, "co.a1", world.password).status_code == 401


def test_list_is_scoped_and_searched(as_role: Callable[..., Api]) -> None:
    assert {row["station"]["code"] for row in as_role("SM", "A1").read("accounts")["items"]} == {"A1"}
    assert {r["station"]["code"] for r in as_role("RM", "A").read("accounts", limit=200)["items"]} == {"A", "A1", "A2"}
    found = as_role("SA", "C").read("accounts", q="co.", count="exact")
    assert found["total"] == 4
    first = as_role("SA", "C").read("accounts", limit=3)
    second = as_role("SA", "C").read("accounts", limit=3, cursor=first["next_cursor"])
    names = [row["account"] for row in first["items"] + second["items"]]
    assert names == sorted(names)
    assert len(set(names)) == 6
