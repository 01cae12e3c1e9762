"""What everybody may do with himself: language, password, devices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import insert

from api import models
from api.access.strength import weakness
from api.kit.db import Database
from tests.access.forms import bearer, refresh, sign_in
from tests.client import Api
from tests.world import BORN, World

NEW = "copper-lantern-71-orchard"


def test_language_is_kept_with_the_account(as_role: Callable[..., Api]) -> None:
    me = as_role("CO")
    version = me.get("me").headers["etag"]
    answer = me.patch("me", json={"locale": "en"}, headers={"If-Match": version})
    assert (answer.status_code, answer.json()["locale"]) == (200, "en")
    assert me.read("me")["locale"] == "en"
    assert me.patch("me", json={"locale": "zh-CN"}, headers={"If-Match": version}).status_code == 412
    assert me.patch("me", json={"locale": "zh-CN"}).status_code == 428
    assert me.patch("me", json={"locale": "de"}, headers={"If-Match": '"2"'}).status_code == 422


def test_new_password_ends_the_other_devices(anonymous: Api, world: World, recorded: Callable[..., list[str]]) -> None:
    here, there = (sign_in(anonymous, "co.a1", world.password).json() for _ in range(2))
    headers = bearer(here["access_token"])
    assert anonymous.post("me/password", json={"old": world.password, "new": NEW}, headers=headers).status_code == 204
    assert anonymous.get("me", headers=headers).status_code == 200
    assert anonymous.get("me", headers=bearer(there["access_token"])).status_code == 401
    assert refresh(anonymous, there["refresh_token"]).status_code == 401
    assert sign_in(anonymous, "co.a1", world.password).status_code == 401
    assert sign_in(anonymous, "co.a1", NEW).status_code == 200
    assert "account.password_set" in recorded()


def test_old_password_is_asked_and_counted(anonymous: Api, world: World) -> None:
    """A borrowed screen is no way to guess: the tries are those of signing in (T16)."""
    headers = bearer(sign_in(anonymous, "co.a1", world.password).json()["access_token"])
    answers = [anonymous.post("me/password", json={"old": "x", "new": NEW}, headers=headers) for _ in range(9)]
    assert [answer.status_code for answer in answers] == [422] * 8 + [429]
    assert answers[0].json()["errors"][0]["pointer"] == "/body/old"
    assert anonymous.post("me/password", json={"old": world.password, "new": NEW}).status_code == 401


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short-one-1", "string_too_short"), ("x" * 129, "string_too_long"), ("password1234", "weak"),
        ("Passw0rd!2026", "weak"), ("123456789012", "weak"), ("aaaaaaaaaaaaaaaa", "weak"), ("Sibu2026Sibu", "weak"),
        ("CO A1co.a1CO A1", "weak"), ("qwertyuiopasdfgh", "weak"),
    ],
)  # fmt: skip
def test_weak_passwords_are_refused(as_role: Callable[..., Api], world: World, password: str, code: str) -> None:
    answer = as_role("CO").post("me/password", json={"old": world.password, "new": password})
    assert answer.status_code == 422
    assert [(e["pointer"], e["code"]) for e in answer.json()["errors"]] == [("/body/new", code)]


@pytest.mark.parametrize(
    "password",
    [
        "  spaces are fine  ",
        "四步走完再回访一次客户满意",
        "🦊🦉🐢🐙🦀🐝🦋🐌🐞🦗🐜🦟",
        "\ttab\x00and nul!",
        "".join(chr(0x4E00 + 7 * n) for n in range(128)),
    ],
)
def test_any_characters_are_welcome(anonymous: Api, world: World, password: str) -> None:
    """Exactly as typed, up to 128 characters (ASVS 6.2.5 to 6.2.10)."""
    headers = bearer(sign_in(anonymous, "co.a1", world.password).json()["access_token"])
    answer = anonymous.post("me/password", json={"old": world.password, "new": password}, headers=headers)
    assert answer.status_code == 204, answer.text
    assert sign_in(anonymous, "co.a1", password).status_code == 200
    assert sign_in(anonymous, "co.a1", password.strip() + "!").status_code == 401


def test_names_count_only_as_whole_parts() -> None:
    """A short name inside good words is no reason to refuse them."""
    assert weakness("copper-lantern-71-orchard", "li", "李") is None


def test_own_devices_are_seen_and_ended(anonymous: Api, world: World) -> None:
    here, there = (
        sign_in(anonymous, "co.a1", world.password, **{"User-Agent": agent}).json() for agent in ("desk", "phone\t1")
    )
    stranger = sign_in(anonymous, "co.a2", world.password).json()
    headers = bearer(here["access_token"])
    items = anonymous.get("me/sessions", headers=headers).json()["items"]
    assert {(item["agent"], item["current"]) for item in items} == {("desk", True), ("phone1", False)}
    other = next(item["id"] for item in items if not item["current"])
    assert anonymous.delete(f"me/sessions/{other}", headers=bearer(stranger["access_token"])).status_code == 404
    assert anonymous.delete(f"me/sessions/{other}", headers=headers).status_code == 204
    assert anonymous.get("me", headers=bearer(there["access_token"])).status_code == 401
    assert anonymous.delete(f"me/sessions/{other}", headers=headers).status_code == 404
    assert len(anonymous.get("me/sessions", headers=headers).json()["items"]) == 1


def test_t27_plain_text_is_no_json(as_role: Callable[..., Api], anonymous: Api, world: World) -> None:
    """A foreign page can send text/plain or a form without asking; neither is read (CVE-2021-32677)."""
    body = f'{{"old": "{world.password}", "new": "{NEW}"}}'
    for media in ("text/plain", "application/x-www-form-urlencoded", ""):
        answer = as_role("CO").post("me/password", content=body, headers={"Content-Type": media})
        assert answer.status_code == 415
    assert anonymous.post("auth/reset", content=body, headers={"Content-Type": "text/plain"}).status_code == 415


def test_roles_are_the_policy(as_role: Callable[..., Api], anonymous: Api) -> None:
    roles = {role["short"]: role for role in as_role("HL").read("roles")["items"]}
    assert {"permission": "work-orders:assign", "scope": "station"} in roles["CO"]["permissions"]
    assert roles["CO"]["label"] == "协调员"
    assert anonymous.get("roles").status_code == 401


def test_demo_accounts_are_named_only_on_a_demo(anonymous: Api, db: Database) -> None:
    """T29: nothing about accounts is told on a database that is not marked."""
    assert anonymous.get("demo").status_code == 404
    with db.write() as conn:
        conn.execute(insert(models.access.DemoMark.__table__), {"id": 1, "made_at": BORN})
        conn.execute(models.access.Account.__table__.update().values(demo=True))
    accounts = anonymous.read("demo")["accounts"]
    assert accounts[0]["role"] == "hotline_engineer"
    assert {"account", "name", "role", "role_label", "station"} == set(accounts[0])
