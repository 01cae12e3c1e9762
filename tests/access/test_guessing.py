"""T16 and T13: guessing passwords and names does not pay, from wherever it seems to come."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import select, update

from api import models
from api.kit.db import Database
from api.main import create_app
from api.settings import Settings
from tests.access.forms import sign_in
from tests.client import Api
from tests.world import World

LIMIT = 8


@pytest.mark.slow
def test_t16_200_parallel_guesses_over_two_replicas(anonymous: Api, settings: Settings, world: World) -> None:
    """A try is counted before it is weighed, in one statement, so that being quick does not help."""
    with Api(create_app(settings, Database(settings.database_url))) as other, ThreadPoolExecutor(16) as pool:
        guesses = pool.map(lambda n: sign_in((anonymous, other)[n % 2], "sm.a1", f"guess-{n}"), range(200))
        answers = list(guesses)
        counted = Counter(answer.status_code for answer in answers)
        assert counted == {401: LIMIT, 429: 200 - LIMIT}
        assert sorted(a.json()["tries_left"] for a in answers if a.status_code == 401) == list(range(LIMIT))
        assert all(int(a.headers["retry-after"]) > 0 for a in answers if a.status_code == 429)
        assert sign_in(other, "sm.a1", world.password).status_code == 429
        other.app.state.sibu.close()


def test_t16_window_ends_after_15_minutes(anonymous: Api, world: World) -> None:
    with time_machine.travel("2026-11-21T09:00:00+08:00", tick=False) as clock:
        for _ in range(LIMIT):
            assert sign_in(anonymous, "co.a1", "wrong").status_code == 401
        refused = sign_in(anonymous, "co.a1", world.password)
        assert (refused.status_code, refused.json()["type"]) == (429, "/problems/too-many-tries")
        assert refused.headers["retry-after"] == "900"
        clock.shift(901)
        assert sign_in(anonymous, "co.a1", world.password).status_code == 200


def test_t16_a_right_password_starts_the_count_over(anonymous: Api, world: World) -> None:
    for _ in range(3):
        for _ in range(LIMIT - 1):
            sign_in(anonymous, "co.a1", "wrong")
        assert sign_in(anonymous, "co.a1", world.password).status_code == 200
    assert sign_in(anonymous, "co.a1", "wrong").json()["tries_left"] == LIMIT - 1


def test_t16_one_address_has_100_tries(anonymous: Api, world: World) -> None:
    """Spraying one password over many names ends too; people who sign in rightly are not counted."""
    for n in range(50):
        assert sign_in(anonymous, f"nobody{n}", "Spring2026!!").status_code == 401
        assert n or sign_in(anonymous, "co.a1", world.password).status_code == 200
    for n in range(50, 101):
        answer = sign_in(anonymous, f"nobody{n}", "Spring2026!!")
    assert answer.status_code == 429
    assert sign_in(anonymous, "co.a1", world.password).status_code == 429


def test_t16_unknown_disabled_and_wrong_look_alike(
    anonymous: Api, world: World, db: Database, recorded: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same status, body and headers; the same work is done, and the same is written, so that time is equal too."""
    accounts = models.access.Account.__table__
    with db.write() as conn:
        conn.execute(update(accounts).where(accounts.c.account == "hl.a1").values(active=False))
        conn.execute(update(accounts).where(accounts.c.account == "re.a1").values(password_hash=None))
    weighed: list[str] = []
    verify = Argon2Hasher.verify
    monkeypatch.setattr(Argon2Hasher, "verify", lambda *a: weighed.append("hash") or verify(*a))
    seen = []
    for name, password in (
        ("co.a1", "wrong"), ("nobody", "wrong"), ("hl.a1", world.password), ("hl.a1 ", "wrong"), ("re.a1", "wrong"),
    ):  # fmt: skip
        facts, work = len(recorded()), len(weighed)
        answer = sign_in(anonymous, name, password)
        body = answer.json() | {"request_id": None, "tries_left": None, "detail": answer.json()["detail"][:7]}
        headers = sorted(set(answer.headers) - {"content-length"})
        seen.append((answer.status_code, body, headers, len(recorded()) - facts, len(weighed) - work))
    assert seen.count(seen[0]) == len(seen), seen
    assert seen[0][3:] == (1, 1)
    assert set(recorded()) == {"account.sign_in_refused"}


def test_t13_forwarding_headers_of_strangers_are_ignored(anonymous: Api, db: Database) -> None:
    """Inventing addresses gives no more tries, and the log names the true one."""
    answers = [
        sign_in(anonymous, f"nobody{n}", "wrong", **{
            "X-Forwarded-For": f"203.0.113.{n}", "X-Real-IP": f"203.0.113.{n}", "CF-Connecting-IP": f"203.0.113.{n}",
            "Forwarded": f"for=203.0.113.{n}", "X-Remote-User": "sa.c", "X-Original-URL": "/api/v1/me",
            "X-HTTP-Method-Override": "GET",
        })
        for n in range(101)
    ]  # fmt: skip
    assert [answer.status_code for answer in answers[-2:]] == [401, 429]
    assert addresses(db) == {"testclient"}


def test_t13_headers_give_no_identity(anonymous: Api) -> None:
    for name in ("X-Remote-User", "Remote-User", "X-Forwarded-User", "X-Authenticated-User"):
        assert anonymous.get("me", headers={name: "sa.c"}).status_code == 401


def test_t13_a_trusted_proxy_is_believed_one_hop_only(settings: Settings, db: Database, world: World) -> None:
    """What the client wrote before the proxy's own entry may be invented."""
    trusting = dataclasses.replace(settings, trusted_proxies=("10.0.0.0/8",))
    app = create_app(trusting, db)
    with Api(app, client=("10.0.0.5", 4711)) as client:
        sign_in(client, "co.a1", "wrong", **{"X-Forwarded-For": "192.0.2.1, 198.51.100.7, 10.0.0.9"})
        sign_in(client, "co.a1", "wrong", **{"X-Forwarded-For": "not an address"})
    with Api(app, client=("198.51.100.8", 4711)) as client:
        sign_in(client, "co.a1", "wrong", **{"X-Forwarded-For": "192.0.2.1"})
    assert addresses(db) == {"198.51.100.7", "10.0.0.5", "198.51.100.8"}


def addresses(db: Database) -> set[str]:
    """The addresses in the log of refused sign-ins."""
    table = models.events.EventPersonal.__table__
    with db.read() as conn:
        return {row.data["address"] for row in conn.execute(select(table.c.data))}
