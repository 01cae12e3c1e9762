"""T16: guessing passwords and names does not pay, from wherever it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import update

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
