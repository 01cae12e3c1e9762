"""Going on without a password: rotation, the grace of 60 s, reuse, idle and absolute limits, cookies."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine

from tests.access.forms import bearer, refresh, sign_in
from tests.client import Api
from tests.world import World

START = "2026-11-21T09:00:00+08:00"


@pytest.fixture
def hours() -> Callable[..., None]:
    """Moves the clock on by minutes or seconds."""
    with time_machine.travel(START, tick=False) as traveller:

        def later(minutes: float = 0, seconds: float = 0) -> None:
            traveller.shift(minutes * 60 + seconds)

        yield later


def test_rotation_gives_a_new_token_each_time(anonymous: Api, world: World) -> None:
    first = sign_in(anonymous, "fe.a1", world.password).json()
    second = refresh(anonymous, first["refresh_token"]).json()
    assert second["refresh_token"] != first["refresh_token"]
    assert anonymous.get("me", headers=bearer(second["access_token"])).json()["account"] == "fe.a1"
    assert refresh(anonymous, second["refresh_token"]).status_code == 200


def test_lost_answer_is_repeated_for_60_s(anonymous: Api, world: World, hours: Callable[..., None]) -> None:
    """The phone that never got the answer asks again and gets the same successor."""
    first = sign_in(anonymous, "fe.a1", world.password).json()["refresh_token"]
    second = refresh(anonymous, first).json()["refresh_token"]
    hours(seconds=60)
    assert refresh(anonymous, first).json()["refresh_token"] == second
    assert refresh(anonymous, second).status_code == 200


def test_ten_refreshes_at_once_agree(anonymous: Api, world: World) -> None:
    first = sign_in(anonymous, "fe.a1", world.password).json()["refresh_token"]
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: refresh(anonymous, first), range(10)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1


def test_reuse_after_the_grace_ends_the_family(
    anonymous: Api, world: World, hours: Callable[..., None], recorded: Callable[..., list[str]]
) -> None:
    """RFC 9700: whoever comes second, thief or owner, nobody keeps the session."""
    first = sign_in(anonymous, "fe.a1", world.password).json()["refresh_token"]
    second = refresh(anonymous, first).json()
    hours(seconds=61)
    assert refresh(anonymous, first).status_code == 401
    assert refresh(anonymous, second["refresh_token"]).status_code == 401
    assert anonymous.get("me", headers=bearer(second["access_token"])).status_code == 401
    assert recorded()[-1] == "account.session_ended"


def test_reuse_of_an_older_token_ends_the_family_at_once(anonymous: Api, world: World) -> None:
    first = sign_in(anonymous, "fe.a1", world.password).json()["refresh_token"]
    second = refresh(anonymous, first).json()["refresh_token"]
    third = refresh(anonymous, second).json()["refresh_token"]
    assert refresh(anonymous, first).status_code == 401
    assert refresh(anonymous, third).status_code == 401


def test_an_invented_token_ends_nobody(anonymous: Api, world: World) -> None:
    """Knowing a session's id is not enough to end it."""
    token = sign_in(anonymous, "fe.a1", world.password).json()["refresh_token"]
    session_id, secret, tag = token.split(".")
    for invented in (f"{session_id}.{'x' * 32}.{tag}", f"{session_id}.{secret}.{'0' * 32}", session_id, "..", "é"):
        assert refresh(anonymous, invented).status_code == 401
    assert refresh(anonymous, token).status_code == 200


def test_browser_ends_after_30_idle_minutes(anonymous: Api, world: World, hours: Callable[..., None]) -> None:
    for idle, expected in ((30, 200), (31, 401)):
        cookie = cookie_of(sign_in(anonymous, "co.a1", world.password, "browser"))
        hours(minutes=idle)
        assert by_cookie(anonymous, cookie).status_code == expected


def test_browser_ends_after_12_hours_at_work(anonymous: Api, world: World, hours: Callable[..., None]) -> None:
    cookie = cookie_of(sign_in(anonymous, "co.a1", world.password, "browser"))
    for _ in range(28):
        hours(minutes=25)
        answer = by_cookie(anonymous, cookie)
        assert answer.status_code == 200
        cookie = cookie_of(answer)
    access = answer.json()["access_token"]
    hours(minutes=14)
    assert anonymous.get("me", headers=bearer(access)).status_code == 200
    hours(minutes=6.1)
    assert by_cookie(anonymous, cookie).status_code == 401


def test_phone_stays_14_days(anonymous: Api, world: World, hours: Callable[..., None]) -> None:
    token = sign_in(anonymous, "fe.a1", world.password).json()["refresh_token"]
    hours(minutes=13 * 24 * 60)
    token = refresh(anonymous, token).json()["refresh_token"]
    hours(minutes=24 * 60 - 1)
    token = refresh(anonymous, token).json()["refresh_token"]
    hours(minutes=1)
    assert refresh(anonymous, token).status_code == 401


def test_access_token_lives_15_minutes(anonymous: Api, world: World, hours: Callable[..., None]) -> None:
    access = sign_in(anonymous, "fe.a1", world.password).json()["access_token"]
    hours(seconds=899)
    assert anonymous.get("me", headers=bearer(access)).status_code == 200
    hours(seconds=2)
    assert anonymous.get("me", headers=bearer(access)).status_code == 401


# -- cookies ---------------------------------------------------------------------------------------------------


def cookie_of(answer: object) -> str:
    """`name=value` of the refresh cookie just set."""
    return answer.headers["set-cookie"].split(";")[0]  # type: ignore[attr-defined]


def by_cookie(client: Api, cookie: str, **headers: str) -> object:
    client.cookies.clear()
    named = {"Cookie": cookie, "X-Sibu": "1"} | headers
    return client.post("auth/token", data={"grant_type": "refresh_token"}, headers=named)


def test_cookie_is_out_of_reach(anonymous: Api, world: World) -> None:
    """ASVS 3.3: `__Host-`, HttpOnly, Secure, SameSite=Strict, Path=/, no Domain; and no token in the body."""
    answer = sign_in(anonymous, "co.a1", world.password, "browser")
    assert answer.json()["refresh_token"] is None
    name, *attributes = answer.headers["set-cookie"].split("; ")
    assert name.startswith("__Host-refresh=")
    kinds = {attribute.split("=")[0].lower() for attribute in attributes}
    assert kinds == {"httponly", "secure", "samesite", "path", "expires"}
    assert {"Path=/", "SameSite=strict"} <= set(attributes)


def test_cookie_on_this_machine_needs_no_https(anonymous: Api, world: World) -> None:
    form = {"grant_type": "password", "username": "co.a1", "password": world.password, "client_type": "browser"}
    answer = anonymous.post("http://localhost:8000/api/v1/auth/token", data=form)
    assert answer.headers["set-cookie"].startswith("refresh=")
    assert "secure" not in answer.headers["set-cookie"].lower()
    assert "httponly" in answer.headers["set-cookie"].lower()


def test_t27_cookie_alone_is_not_enough(anonymous: Api, world: World) -> None:
    """A foreign page can send a form with our cookie but not our header."""
    cookie = cookie_of(sign_in(anonymous, "co.a1", world.password, "browser"))
    assert by_cookie(anonymous, cookie, **{"X-Sibu": ""}).status_code == 403
    anonymous.cookies.clear()
    out = anonymous.post("auth/sign-out", headers={"Cookie": cookie})
    assert out.status_code == 403
    assert by_cookie(anonymous, cookie).status_code == 200


def test_a_first_visit_has_no_session(anonymous: Api) -> None:
    """A browser asks at every start; without a cookie that is an ordinary "not signed in", no malformed form."""
    anonymous.cookies.clear()
    assert anonymous.post("auth/token", data={"grant_type": "refresh_token"}).status_code == 401
    phone = anonymous.post("auth/token", data={"grant_type": "refresh_token", "client_type": "native"})
    assert phone.status_code == 422


def test_browser_token_is_no_phone_token(anonymous: Api, world: World) -> None:
    """What was in a cookie is refused in a form, so that a leak of one kind does not serve as the other."""
    cookie = cookie_of(sign_in(anonymous, "co.a1", world.password, "browser"))
    assert refresh(anonymous, cookie.partition("=")[2]).status_code == 401
    native = sign_in(anonymous, "co.a1", world.password).json()["refresh_token"]
    assert by_cookie(anonymous, f"__Host-refresh={native}").status_code == 401


def test_sign_out_ends_both_tokens(anonymous: Api, world: World, recorded: Callable[..., list[str]]) -> None:
    signed = sign_in(anonymous, "fe.a1", world.password).json()
    answer = anonymous.post("auth/sign-out", headers=bearer(signed["access_token"]))
    assert answer.status_code == 204
    assert answer.headers["clear-site-data"] == '"cache", "cookies"'
    assert anonymous.get("me", headers=bearer(signed["access_token"])).status_code == 401
    assert refresh(anonymous, signed["refresh_token"]).status_code == 401
    assert recorded()[-2:] == ["account.signed_in", "account.session_ended"]


def test_sign_out_of_a_browser_whose_token_ran_out(anonymous: Api, world: World, hours: Callable[..., None]) -> None:
    signed = sign_in(anonymous, "co.a1", world.password, "browser")
    hours(minutes=20)
    anonymous.cookies.clear()
    headers = {"Cookie": cookie_of(signed), "X-Sibu": "1"} | bearer(signed.json()["access_token"])
    assert anonymous.post("auth/sign-out", headers=headers).status_code == 204
    assert by_cookie(anonymous, cookie_of(signed)).status_code == 401


def test_sign_out_needs_somebody(anonymous: Api) -> None:
    assert anonymous.post("auth/sign-out").status_code == 401
