"""Each integration has its minute's quota, the same for all replicas together, and is told how it stands.

`RateLimit` and `RateLimit-Policy` as draft-ietf-httpapi-ratelimit-headers-10 writes them; 429 with `Retry-After`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import event, insert

from api import models
from api.access import tokens
from api.access.limits import SHARE, Limiter
from api.kit.db import Database
from api.kit.ids import new_id
from api.settings import Settings
from tests.client import Api
from tests.world import BORN, World

START = datetime(2026, 11, 21, 1, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def register(db: Database, world: World, per_minute: int) -> str:
    """A client for stations of A1, from anywhere."""
    id = new_id()
    row = {
        "id": id, "version": 1, "created_at": BORN, "name": "IC", "scopes": ["stations:view"],
        "station_ids": [world.stations["A1"]], "secret_hash": "", "ends_at": START + timedelta(days=30), "active": True,
        "created_by_id": world.accounts["SA@C"], "per_minute": per_minute,
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.access.ApiClient.__table__), row)
    return id


def test_the_quota_and_what_is_said_of_it(
    anonymous: Api, db: Database, world: World, settings: Settings, clock: time_machine.Traveller
) -> None:
    id = register(db, world, 20)
    key = anonymous.bearing(tokens.issue(settings.secret, "client", id))
    answers: list[Any] = [key.get("stations") for _ in range(20)]
    assert [answer.status_code for answer in answers] == [200] * 20
    assert {answer.headers["ratelimit-policy"] for answer in answers} == {'"minute";q=20;w=60'}
    assert [answer.headers["ratelimit"] for answer in answers] == [
        f'"minute";r={left};t=60' for left in range(19, -1, -1)
    ]
    clock.shift(timedelta(seconds=45))
    over = key.get("accounts", headers={"Accept-Language": "en"})
    assert (over.status_code, over.headers["retry-after"], over.headers["ratelimit"]) == (
        429,
        "15",
        '"minute";r=0;t=15',
    )
    assert over.headers["content-type"] == "application/problem+json"
    said = over.json()
    assert (said["type"], said["quota"], said["window_seconds"], said["violated_policies"]) == (
        "/problems/too-many-requests", 20, 60, ["minute"],
    )  # fmt: skip
    assert said["detail"] == "The 20 requests of this minute are used up; come back in 15 s"
    assert key.get("stations").json()["detail"] == "这一分钟的 20 次已经用完，15 秒后再来"
    boss = Api(anonymous.app).signed_in("sa.c", world.password)  # type: ignore[arg-type]
    assert "ratelimit" not in boss.get("stations").headers, "people have none"
    anonymous.app.state.sibu.limiter.tell()  # type: ignore[attr-defined]
    seen = boss.read(f"api-clients/{id}")
    assert (seen["this_minute"], seen["recent_requests"], seen["recent_refused"]) == (20, 20, 2)
    assert seen["days"] == [{"day": "2026-11-21", "requests": 20, "refused": 2}]
    assert datetime.fromisoformat(seen["used_at"]) == START + timedelta(seconds=45)
    assert [len(boss.read("api-clients", limited=limited)["items"]) for limited in (True, False)] == [1, 0]
    assert boss.read("api-clients", ends_before="2026-11-22T00:00:00Z")["items"] == []
    found = [
        len(boss.read("api-clients", q=q, sort="ends_at")["items"]) for q in (seen["name"].lower()[:2], "100%", "_")
    ]
    assert found == [1, 0, 0]
    clock.shift(timedelta(seconds=15))
    again = key.get("accounts")
    assert (again.status_code, again.headers["ratelimit"]) == (404, '"minute";r=19;t=60'), "refusals count and are told"


def test_replicas_share_one_quota(db: Database, world: World) -> None:
    """Never more than the quota together, whatever the order; at worst an eighth less for each other replica."""
    for quota in (1, 7, 100):
        id, replicas = register(db, world, quota), [Limiter(db) for _ in range(3)]
        in_turn = [replicas[number % 3].spend(id, quota).allowed for number in range(quota + 60)]
        assert sum(in_turn) == quota, "spread evenly, nothing is left over"
    id, (idle, busy) = register(db, world, 100), [Limiter(db), Limiter(db)]
    assert idle.spend(id, 100).allowed
    alone = sum(busy.spend(id, 100).allowed for _ in range(150))
    assert 99 - 100 // SHARE <= alone <= 99
    id, got = register(db, world, 200), [0, 0, 0, 0]
    both = [Limiter(db), Limiter(db)]

    def hurry(number: int) -> None:
        got[number] = sum(both[number % 2].spend(id, 200).allowed for _ in range(100))

    threads = [threading.Thread(target=hurry, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 200 - 200 // SHARE <= sum(got) <= 200


def test_an_ordinary_request_asks_no_database(db: Database, world: World, clock: time_machine.Traveller) -> None:
    """What it costs: of a steady 600 a minute, one in sixty asks the shared count; of a steady 20, one a minute."""
    written: list[Any] = []

    def heard(conn: Any) -> None:
        written.append(conn)

    event.listen(db.writer, "commit", heard)
    try:
        for quota, steady in ((600, 600), (600, 20)):
            id, limiter = register(db, world, quota), Limiter(db)
            for _ in range(2):
                written.clear()
                assert all(limiter.spend(id, quota).allowed for _ in range(steady))
                clock.shift(timedelta(minutes=1))
            assert len(written) <= max(1, steady // 60)
        refused = [limiter.spend(id, 5).allowed for _ in range(200)]
        assert (sum(refused), len(written) < 10) == (5, True), "who is over asks no more until the minute is over"
    finally:
        event.remove(db.writer, "commit", heard)


def test_other_terms_hold_at_once(db: Database, world: World, clock: time_machine.Traveller) -> None:
    id, limiter = register(db, world, 5), Limiter(db)
    assert [limiter.spend(id, 5).allowed for _ in range(6)] == [True] * 5 + [False]
    assert sum(limiter.spend(id, 50).allowed for _ in range(60)) >= 40, "a wider quota opens in the same minute"
