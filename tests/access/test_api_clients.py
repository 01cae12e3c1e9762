"""Integrations: named rights at named stations until a day, by a secret that is shown once (T19, ASVS 10.4)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from api.access.policy import RIGHTS, SHORT
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
        "addresses": None,
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
    assert anonymous.get("me/calendar-feed", headers=headers).json()["active"] is False


def test_wrong_unknown_disabled_and_expired_look_alike(
    anonymous: Api, client: dict[str, Any], world: World, clock: time_machine.Traveller
) -> None:
    def shape(answer: Any) -> tuple[Any, ...]:
        return answer.status_code, answer.json() | {"request_id": ""}

    wrong, unknown = token(anonymous, client, "guess"), token(anonymous, client | {"id": world.calendar})
    nonsense = token(anonymous, client | {"id": "no id"})
    clock.shift(timedelta(days=30))
    expired = token(anonymous, client)
    boss(anonymous, world).post(f"api-clients/{client['id']}/disable", json={"reason": "x"})
    assert {json.dumps(shape(a)) for a in (wrong, unknown, nonsense, expired)} == {json.dumps(shape(wrong))}
    assert (wrong.status_code, wrong.json()["error"]) == (401, "invalid_client")


def test_t3_disabled_client_is_out_at_once(anonymous: Api, client: dict[str, Any], world: World) -> None:
    headers = bearer(token(anonymous, client).json()["access_token"])
    assert anonymous.get("me", headers=headers).status_code == 200
    answer = boss(anonymous, world).act(f"api-clients/{client['id']}/disable", {"reason": "停用"})
    assert (answer["status"], answer["offered"]) == ("disabled", [])
    assert [one["id"] for one in boss(anonymous, world).read("api-clients", status="ended")["items"]] == [client["id"]]
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
        ({"addresses": []}, "/body/addresses"), ({"addresses": ["10.0.0.0/33"]}, "/body/addresses/0"),
        ({"addresses": ["example.com"]}, "/body/addresses/0"), ({"per_minute": 0}, "/body/per_minute"),
    ],
)  # fmt: skip
def test_no_client_beyond_the_policy(
    anonymous: Api, client: dict[str, Any], world: World, other: dict[str, Any], pointer: str
) -> None:
    """Only what the policy lets integrations hold, only real stations, at most a year."""
    answer = boss(anonymous, world).post("api-clients", json=body(world, **other))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


def test_a_token_narrowed_to_some_scopes_stays_narrow(
    anonymous: Api, client: dict[str, Any], world: World, recorded: Callable[..., Any]
) -> None:
    """RFC 6749, 3.3 and 4.4: what is asked for is given and said, or refused by its own code."""
    form = {"grant_type": "client_credentials"}
    basic = (client["id"], client["client_secret"])
    narrow = anonymous.post("auth/token", data=form | {"scope": "stations:view"}, auth=basic)
    assert (narrow.status_code, narrow.json()["scope"]) == (200, "stations:view")
    assert narrow.headers["pragma"] == "no-cache"
    me = anonymous.get("me", headers=bearer(narrow.json()["access_token"])).json()
    assert me["permissions"] == ["stations:view"]
    whole = token(anonymous, client).json()
    assert whole["scope"] == "calls:create stations:view"
    beyond = anonymous.post("auth/token", data=form | {"scope": "stations:view customers:view"}, auth=basic)
    assert (beyond.status_code, beyond.json()["error"], beyond.json()["scopes"]) == (
        400, "invalid_scope", ["customers:view"],
    )  # fmt: skip
    twice = token(Api(anonymous.app, {"Authorization": "Basic eDp5"}), client)  # type: ignore[arg-type]
    lacking = anonymous.post("auth/token", data=form)
    assert [(a.status_code, a.json()["error"]) for a in (twice, lacking)] == [(400, "invalid_request")] * 2
    wrong = anonymous.post("auth/token", data=form, auth=(client["id"], "guess"))
    assert (wrong.status_code, wrong.headers["www-authenticate"][:5]) == (401, "Basic")
    assert recorded(client["id"])[-1] == "api_client.sign_in_refused"
    boss(anonymous, world).patch(
        f"api-clients/{client['id']}", json={"scopes": ["calls:create"]}, headers={"If-Match": '"1"'}
    )
    me = anonymous.get("me", headers=bearer(narrow.json()["access_token"])).json()
    assert me["permissions"] == [], "what its key lost, no token of it keeps"


def test_strangers_keep_no_integration_out(anonymous: Api, client: dict[str, Any]) -> None:
    """Wrong tries are counted for id and address together, so guessing from elsewhere locks nobody out (T16)."""
    stranger = Api(anonymous.app, client=("198.51.100.9", 1))  # type: ignore[arg-type]
    assert [token(stranger, client, "guess").status_code for _ in range(10)] == [401] * 8 + [429] * 2
    assert token(anonymous, client).status_code == 200


def test_terms_change_for_tokens_that_live(
    anonymous: Api, client: dict[str, Any], world: World, recorded: Callable[..., Any], clock: time_machine.Traveller
) -> None:
    sa, path = boss(anonymous, world), f"api-clients/{client['id']}"
    headers = bearer(token(anonymous, client).json()["access_token"])
    assert len(anonymous.get("stations", headers=headers).json()["items"]) == 1
    terms = {
        "station_ids": [world.stations["A1"], world.stations["B1"]], "purpose": "来电弹屏", "name": "呼叫中心",
        "addresses": ["203.0.113.7", "2001:DB8::1/32", "203.0.113.7/32"], "per_minute": 90,
    }  # fmt: skip
    changed = sa.patch(path, json=terms, headers={"If-Match": '"1"'}).json()
    assert changed["addresses"] == ["203.0.113.7/32", "2001:db8::/32"]
    assert (changed["per_minute"], changed["purpose"], changed["version"]) == (90, "来电弹屏", 2)
    assert (changed["registrar"]["name"], changed["registrar"]["active"]) == ("SA C", True)
    assert anonymous.get("stations", headers=headers).status_code == 401, "not from here any more"
    there = Api(anonymous.app, client=("203.0.113.7", 1))  # type: ignore[arg-type]
    assert len(there.get("stations", headers=headers).json()["items"]) == 2
    fact = sa.read(f"{path}/events")["items"]
    assert fact[-1]["data"]["fields"] == ["addresses", "per_minute", "purpose", "station_ids"]
    assert "purpose" not in {**fact[-1]["data"]["now"], **fact[-1]["data"]["before"]}  # free text may name people
    assert fact[-1]["data"]["before"]["station_ids"] == [world.stations["A1"]]
    for body, status in (
        ({"name": None}, 422), ({"scopes": ["accounts:view"]}, 422), ({"ends_at": "2028-01-01T00:00:00Z"}, 422),
        ({"station_ids": [world.calendar]}, 422), ({"id": world.calendar}, 422), ({}, 200),
    ):  # fmt: skip
        assert sa.patch(path, json=body, headers={"If-Match": '"2"'}).status_code == status, body
    clock.shift(timedelta(days=31))
    late = boss(anonymous, world).patch(path, json={"ends_at": "2027-06-01T00:00:00Z"}, headers={"If-Match": '"2"'})
    assert late.status_code == 409, "an ended key does not come back"
    assert [c["name"] for c in boss(anonymous, world).read("api-clients", status="expired")["items"]] == ["呼叫中心"]
    assert boss(anonymous, world).read("api-clients", status="active")["items"] == []


def test_every_scope_has_words(anonymous: Api, world: World) -> None:
    zh = boss(anonymous, world).read("api-clients/scopes")["items"]
    assert [one["scope"] for one in zh] == sorted(RIGHTS[SHORT["IC"]])
    calls = {"label": "新建来电", "action_label": "新建", "resource": "calls", "resource_label": "来电", "writes": True}
    assert {"scope": "calls:create", "needs_approval": False} | calls in zh
    assert [(one["label"], one["writes"]) for one in zh if one["needs_approval"]] == [("查看客户的完整号码", False)]
