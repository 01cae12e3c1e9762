"""T19: a key is a client times scopes times stations times expiry times addresses, and no more.

After Frappe CVE-2026-39351 (any doctype by a key of the API) and Chatwoot CVE-2026-115725 (a bot's tokens): keys of a few
scopes try routes of all kinds; a key in the address, after its rotation, or from elsewhere opens nothing; no key makes
keys or accounts, whatever it was granted.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import insert

from api import models
from api.access import tokens
from api.access.policy import RIGHTS, SHORT
from api.kit.db import Database
from api.kit.ids import new_id
from api.main import create_app
from api.settings import Settings
from tests.client import Api
from tests.contract.routes import declared
from tests.world import BORN, World

NOW = datetime(2026, 11, 21, 1, tzinfo=UTC)
KEYS = 20
EACH = 1 if os.environ.get("SIBU_TEST_COUNTS") == "full" else KEYS
"""Every how-manieth route each key tries; the keys begin at different ones, so that all routes are tried."""
GRANTABLE = sorted(RIGHTS[SHORT["IC"]])


def key_of(db: Database, world: World, scopes: list[str], **other: Any) -> str:
    """The id of a client with these scopes at A1."""
    row = {
        "id": new_id(), "version": 1, "created_at": BORN, "name": "IC", "scopes": scopes, "active": True,
        "station_ids": [world.stations["A1"]], "secret_hash": "", "ends_at": NOW + timedelta(days=300),
        "created_by_id": world.accounts["SA@C"], "per_minute": 60_000, "approval": "approved",
    } | other  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.access.ApiClient.__table__), row)
    return str(row["id"])


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def test_no_key_opens_what_its_scopes_do_not_say(
    anonymous: Api, db: Database, world: World, settings: Settings, clock: time_machine.Traveller
) -> None:
    chance, wrong, tried = random.Random(19), [], 0
    routes = [route for route in declared() if route.guarded and not route.path.endswith("/stream")]
    for number in range(KEYS):
        scopes = chance.sample(GRANTABLE, chance.randint(1, 4))
        client = anonymous.bearing(tokens.issue(settings.secret, "client", key_of(db, world, scopes)))
        for route in routes[number % EACH :: EACH]:
            if route.permission in scopes:
                continue
            seen = f"{str(route.permission).partition(':')[0]}:view" in scopes
            path = (
                route.path.strip("/").replace("{id}", new_id()).replace("{key}", "a.b").replace("{day}", "2026-11-21")
            )
            answer = client.request(route.method, path, headers={"If-Match": '"1"', "Idempotency-Key": new_id()})
            tried += 1
            if answer.status_code != (403 if seen else 404):
                wrong.append(f"{route} with {scopes}: {answer.status_code}")
    assert wrong == []
    assert tried > KEYS * len(routes) / EACH * 0.8


def test_no_key_makes_keys_or_accounts(anonymous: Api, db: Database, world: World, settings: Settings) -> None:
    """Also not if its row says so: what the policy gives no integration, no scope gives."""
    every = sorted({permission for rights in RIGHTS.values() for permission in rights})
    client = anonymous.bearing(tokens.issue(settings.secret, "client", key_of(db, world, every)))
    assert client.read("me")["permissions"] == GRANTABLE
    for path in ("api-clients", "accounts", "settings", "employees"):
        assert client.post(path, json={}).status_code in (403, 404, 405)
    assert client.post("me/password", json={"old": "x", "new": "y" * 12}).status_code == 403


def test_a_key_carried_off_opens_nothing(
    settings: Settings, db: Database, world: World, clock: time_machine.Traveller
) -> None:
    """From another address, in the address bar, under another name, after its time: 401 each, and at the token's door too."""
    with Api(create_app(settings, db)) as home:
        boss = home.signed_in("sa.c", world.password)
        made = boss.act(
            "api-clients",
            {
                "name": "呼叫中心", "scopes": ["stations:view"], "station_ids": [world.stations["A1"]],
                "addresses": ["203.0.113.0/24", "2001:db8::/32"], "ends_at": (NOW + timedelta(days=1)).isoformat(),
            },
        )  # fmt: skip
        form = {"grant_type": "client_credentials", "client_id": made["id"], "client_secret": made["client_secret"]}

        def at(address: str, **headers: str) -> Api:
            return Api(home.app, headers, client=(address, 1))  # type: ignore[arg-type]

        here = at("203.0.113.7").post("auth/token", data=form)
        assert here.status_code == 200
        bearer = f"Bearer {here.json()['access_token']}"
        for address, status in {
            "203.0.113.254": 200, "::ffff:203.0.113.9": 200, "2001:db8:ffff::1": 200, "203.0.114.7": 401, "::1": 401,
            "127.0.0.1": 401, "2001:db9::1": 401, "": 401, "::ffff:198.51.100.1": 401, "testclient": 401,
        }.items():  # fmt: skip
            assert at(address, Authorization=bearer).get("stations").status_code == status, address
        elsewhere, wrong = (
            at("198.51.100.1").post("auth/token", data=form | more) for more in ({}, {"client_secret": "x"})
        )
        assert elsewhere.status_code == 401
        assert elsewhere.json() | {"request_id": ""} == wrong.json() | {"request_id": ""}, "not even that it was right"
        told = boss.read(f"api-clients/{made['id']}/events")["items"]
        assert [fact["sentence"] for fact in told][-2:] == [
            "从 198.51.100.1 要令牌，没有给：不是登记的地址", "从 198.51.100.1 要令牌，没有给：密钥不对",
        ]  # fmt: skip
        # T13: what a stranger says of his own address counts for nothing
        for name in ("X-Forwarded-For", "X-Real-IP", "CF-Connecting-IP", "Forwarded", "X-Original-Forwarded-For"):
            lie = {"Authorization": bearer, name: "203.0.113.7"}
            assert at("198.51.100.1", **lie).get("stations").status_code == 401, name
        token = here.json()["access_token"]
        for query in ({"access_token": token}, {"token": token}, {"client_secret": made["client_secret"]}):
            assert at("203.0.113.7").get("stations", params=query).status_code == 401
        for credentials in (f"Bearer {made['client_secret']}", f"Basic {token}", f"Token {token}", bearer[:-2]):
            assert at("203.0.113.7", Authorization=credentials).get("stations").status_code == 401
        boss.act(f"api-clients/{made['id']}/rotate", {"overlap_hours": 0})
        assert at("203.0.113.7").post("auth/token", data=form).status_code == 401, "the old secret"
        clock.shift(timedelta(days=1))
        assert at("203.0.113.7", Authorization=bearer).get("stations").status_code == 401, "its time is over"
