"""T15: the code with which a person sets his first password, or another, works once, for half an hour, for him.

Inviting is the same door as resetting: an account is made without a password, and its code is shown once to who made it. No
address is mailed with a code in it, so that no forged `Host` leads anybody elsewhere.

FreeScout CVE-2026-53595 (a blank invitation opened the first account), Odoo #32510 (secrets that staff could read).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine

from api import models
from api.kit.db import Database
from tests.access.forms import NEW, made, reset, sign_in
from tests.client import Api
from tests.world import World

TWINS = 20
BLANK: tuple[object, ...] = ("", " ", "0", "null", "None", "undefined", None, 0, False, [], {}, "%", "\u3000")


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-11-21T09:00:00+08:00", tick=False) as traveller:
        yield traveller


def test_t15_code_works_once_for_30_minutes(
    as_role: Callable[..., Api], anonymous: Api, world: World, newcomer: str, clock: time_machine.Traveller
) -> None:
    account = made(as_role("SA", "C"), newcomer)
    code = account["code"]
    assert len(code.replace("-", "")) == 26, "128 bits in Base32"
    for wrong in BLANK:
        assert reset(anonymous, wrong).status_code in (403, 422), wrong
    clock.shift(900)  # eight wrong ones in a quarter of an hour, and the right one is not asked for either
    for wrong in (code.swapcase(), code.replace("-", ""), f" {code}", code[:-1], f"{code}\0"):
        assert reset(anonymous, wrong).status_code in (403, 422), wrong
    assert reset(anonymous, code, account="co.a1").status_code == 403
    clock.shift(899)
    assert reset(anonymous, code).status_code == 204
    assert reset(anonymous, code, NEW + "x").status_code == 403
    boss = anonymous.signed_in("sa.c", world.password)
    again = boss.act(f"accounts/{account['id']}/start-reset", {})["code"]
    clock.shift(1800)
    assert reset(anonymous, again, NEW + "x").status_code == 403


def test_t15_of_twenty_at_once_one_wins(as_role: Callable[..., Api], anonymous: Api, newcomer: str) -> None:
    code = made(as_role("SA", "C"), newcomer)["code"]
    with ThreadPoolExecutor(TWINS) as pool:
        answers = Counter(pool.map(lambda n: reset(anonymous, code, f"{NEW}{n}").status_code, range(TWINS)))
    assert answers[204] == 1
    assert set(answers) <= {204, 403, 429}


def test_t15_a_new_code_voids_the_one_before(as_role: Callable[..., Api], anonymous: Api, newcomer: str) -> None:
    account = made(as_role("SA", "C"), newcomer)
    second = as_role("SA", "C").act(f"accounts/{account['id']}/start-reset", {})["code"]
    assert reset(anonymous, account["code"]).status_code == 403
    assert reset(anonymous, second).status_code == 204


def test_t15_nobody_is_invited_by_nothing(
    anonymous: Api, as_role: Callable[..., Api], newcomer: str, world: World
) -> None:
    """An account that waits for no code takes none, blank ones included; nor does one that is not there."""
    for account in ("co.a1", "nobody"):
        for blank in BLANK[:6]:
            assert reset(anonymous, blank, account=account).status_code in (403, 422, 429), (account, blank)
    assert sign_in(anonymous, "co.a1", NEW).status_code == 401


def test_t15_a_forged_host_leads_nowhere(as_role: Callable[..., Api], anonymous: Api, newcomer: str) -> None:
    """What is answered holds no address made of what the request claims, and the code is kept hashed."""
    account = made(as_role("SA", "C"), newcomer)
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Origin": "https://evil.example"}
    path = f"accounts/{account['id']}/start-reset"
    answer = as_role("SA", "C").post(path, json={}, headers=forged)
    assert answer.status_code == 200
    assert "evil.example" not in answer.text + str(answer.headers)
    assert reset(anonymous, answer.json()["code"], **forged).status_code == 204


def test_t15_a_code_is_kept_hashed(as_role: Callable[..., Api], newcomer: str, db: Database) -> None:
    """Whoever reads the database, a copy of it, or the staff's pages finds no code."""
    boss = as_role("SA", "C")
    account = made(boss, newcomer)
    shown = boss.get(f"accounts/{account['id']}").text + boss.get("accounts").text + boss.get("events").text
    with db.read() as conn:
        kept = "".join(str(conn.execute(table.select()).all()) for table in models.metadata.tables.values())
    for text in (account["code"], account["code"].replace("-", "")):
        assert text not in shown
        assert text not in kept
