"""Signing in with name and password, and what it opens."""

from collections.abc import Callable

from tests.client import Api
from tests.world import World


def test_password_opens_me(as_role: Callable[..., Api], world: World) -> None:
    me = as_role("CO", "A1").read("me")
    assert me["account"] == "co.a1"
    assert [(role["role"], role["station"]["code"], role["scope"]) for role in me["roles"]] == [
        ("coordinator", "A1", "station")
    ]
    assert "work-orders:assign" in me["permissions"]
    assert me["employee"]["id"] == world.employees["CO@A1"]


def test_no_token_is_401_with_a_challenge(anonymous: Api) -> None:
    answer = anonymous.get("me")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"
