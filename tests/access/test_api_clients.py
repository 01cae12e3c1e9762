"""Integrations: named rights at named stations until a day, by a secret that is shown once (T19, ASVS 10.4)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from tests.access.forms import bearer
from tests.client import Api
from tests.world import World

START = datetime(2026, 11, 21, 1, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def client(clock: time_machine.Traveller, as_role: Callable[..., Api], world: World) -> dict[str, Any]:
    """A client for customers and calls of A1, for 30 days."""
    return as_role("SA", "C").act("api-clients", body(world))


def body(world: World, **other: Any) -> dict[str, Any]:
    return {
        "name": "呼叫中心",
        "scopes": ["calls:create", "stations:view"],
        "station_ids": [world.stations["A1"]],
        "ends_at": (START + timedelta(days=30)).isoformat(),
    } | other


def token(anonymous: Api, client: dict[str, Any], secret: str | None = None) -> Any:
    form = {
        "grant_type": "client_credentials",
        "client_id": client["id"],
        "client_secret": secret or client["client_secret"],
    }
    return anonymous.post("auth/token", data=form)


def boss(anonymous: Api, world: World) -> Api:
    return Api(anonymous.app).signed_in("sa.c", world.password)  # type: ignore[arg-type]


def test_client_gets_what_its_key_says(anonymous: Api, client: dict[str, Any], recorded: Callable[..., Any]) -> None:
    answer = token(anonymous, client)
    assert answer.status_code == 200
    assert answer.json()["refresh_token"] is None
    assert "set-cookie" not in answer.headers
    me = anonymous.get("me", headers=bearer(answer.json()["access_token"])).json()
    assert (me["permissions"], me["employee"], me["account"]) == (["calls:create", "stations:view"], None, None)
    assert [station["code"] for station in me["stations"]] == ["A1"]
    assert recorded(client["id"]) == ["api_client.made", "api_client.signed_in"]


def test_client_is_no_person(anonymous: Api, client: dict[str, Any]) -> None:
    headers = bearer(token(anonymous, client).json()["access_token"])
    assert anonymous.post("me/password", json={"old": "x", "new": "y" * 12}, headers=headers).status_code == 403
    assert anonymous.patch("me", json={"locale": "en"}, headers=headers | {"If-Match": '"1"'}).status_code == 404
    assert anonymous.get("accounts", headers=headers).status_code == 404


def test_wrong_unknown_disabled_and_expired_look_alike(
    anonymous: Api, client: dict[str, Any], world: World, clock: time_machine.Traveller
) -> None:
    def shape(answer: Any) -> tuple[Any, ...]:
        return answer.status_code, answer.json() | {"request_id": "", "tries_left": 0, "detail": ""}

    wrong, unknown = token(anonymous, client, "guess"), token(anonymous, client | {"id": world.calendar})
    nonsense = token(anonymous, client | {"id": "no id"})
    clock.shift(timedelta(days=30))
    expired = token(anonymous, client)
    boss(anonymous, world).post(f"api-clients/{client['id']}/disable", json={"reason": "x"})
    assert {json.dumps(shape(a)) for a in (wrong, unknown, nonsense, expired)} == {json.dumps(shape(wrong))}
    assert wrong.status_code == 401


def test_t3_disabled_client_is_out_at_once(anonymous: Api, client: dict[str, Any], world: World) -> None:
    headers = bearer(token(anonymous, client).json()["access_token"])
    assert anonymous.get("me", headers=headers).status_code == 200
    answer = boss(anonymous, world).act(f"api-clients/{client['id']}/disable", {"reason": "停用"})
    assert (answer["status"], answer["offered"]) == ("disabled", [])
    assert anonymous.get("me", headers=headers).status_code == 401
    assert token(anonymous, client).status_code == 401


def test_rotation_overlaps_up_to_a_day(
    anonymous: Api, client: dict[str, Any], world: World, clock: time_machine.Traveller
) -> None:
    path = f"api-clients/{client['id']}/rotate"
    second = boss(anonymous, world).act(path, {"overlap_hours": 2})["client_secret"]
    assert [token(anonymous, client, s).status_code for s in (client["client_secret"], second)] == [200, 200]
    clock.shift(timedelta(hours=2))
    assert [token(anonymous, client, s).status_code for s in (client["client_secret"], second)] == [401, 200]
    third = boss(anonymous, world).act(path, {"overlap_hours": 0})["client_secret"]
    assert [token(anonymous, client, s).status_code for s in (second, third)] == [401, 200]
    assert boss(anonymous, world).post(path, json={"overlap_hours": 25}).status_code == 422


def test_secret_is_shown_once(anonymous: Api, client: dict[str, Any], world: World) -> None:
    sa = boss(anonymous, world)
    assert len(client["client_secret"]) == 43, "256 bits"
    text = json.dumps([sa.read("api-clients"), sa.read(f"api-clients/{client['id']}")])
    assert client["client_secret"] not in text
    assert "hash" not in text


@pytest.mark.parametrize(
    ("other", "pointer"),
    [
        ({"scopes": ["accounts:create"]}, "/body/scopes/0"), ({"scopes": []}, "/body/scopes"),
        ({"station_ids": ["00000000-0000-7000-8000-000000000000"]}, "/body/station_ids"),
        ({"ends_at": "2026-11-20T00:00:00Z"}, "/body/ends_at"), ({"ends_at": "2028-01-01T00:00:00Z"}, "/body/ends_at"),
    ],
)  # fmt: skip
def test_no_client_beyond_the_policy(
    anonymous: Api, client: dict[str, Any], world: World, other: dict[str, Any], pointer: str
) -> None:
    """Only what the policy lets integrations hold, only real stations, at most a year."""
    answer = boss(anonymous, world).post("api-clients", json=body(world, **other))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer
