"""T3: who lost an account, a session or a post is out within 60 s on every replica, with living tokens too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from sqlalchemy import delete, update

from api import models
from api.kit.db import Database
from api.main import create_app
from api.settings import Settings
from tests.access.forms import bearer, sign_in
from tests.client import Api
from tests.world import World

account, session, post = (
    models.access.Account.__table__, models.access.Session.__table__, models.access.Post.__table__,
)  # fmt: skip


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-11-21T09:00:00+08:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def replicas(anonymous: Api, settings: Settings) -> Iterator[tuple[Api, Api]]:
    """Two processes on one database."""
    with Api(create_app(settings, Database(settings.database_url))) as other:
        yield anonymous, other
        other.app.state.sibu.close()  # type: ignore[attr-defined]


def test_t3_disabled_account_is_out_everywhere(
    replicas: tuple[Api, Api], clock: time_machine.Traveller, world: World, db: Database
) -> None:
    """Changed by another hand, behind both replicas: known after 10 s, promised after 60."""
    headers = bearer(sign_in(replicas[0], "co.a1", world.password).json()["access_token"])
    assert [replica.get("me", headers=headers).status_code for replica in replicas] == [200, 200]
    with db.write() as conn:
        conn.execute(update(account).where(account.c.account == "co.a1").values(active=False))
    clock.shift(10)
    assert [replica.get("me", headers=headers).status_code for replica in replicas] == [401, 401]


def test_t3_sign_out_on_one_replica_holds_on_the_other(
    replicas: tuple[Api, Api], clock: time_machine.Traveller, world: World
) -> None:
    headers = bearer(sign_in(replicas[0], "co.a1", world.password).json()["access_token"])
    assert replicas[1].get("me", headers=headers).status_code == 200
    assert replicas[0].post("auth/sign-out", headers=headers).status_code == 204
    assert replicas[0].get("me", headers=headers).status_code == 401
    clock.shift(10)
    assert replicas[1].get("me", headers=headers).status_code == 401


@pytest.mark.parametrize("change", ["deleted", "ended"])
def test_t3_lost_post_takes_its_rights(
    anonymous: Api, clock: time_machine.Traveller, world: World, db: Database, change: str
) -> None:
    headers = bearer(sign_in(anonymous, "co.a1", world.password).json()["access_token"])
    assert anonymous.get("me", headers=headers).json()["permissions"]
    mine = post.c.employee_id == world.employees["CO@A1"]
    with db.write() as conn:
        if change == "deleted":
            conn.execute(delete(post).where(mine))
        else:
            conn.execute(update(post).where(mine).values(ends_on=date(2026, 11, 20)))
    clock.shift(10)
    me = anonymous.get("me", headers=headers).json()
    assert (me["permissions"], me["roles"], me["stations"]) == ([], [], [])


def test_posts_begin_and_end_at_local_midnight(
    anonymous: Api, clock: time_machine.Traveller, world: World, db: Database
) -> None:
    """A post's last day counts wholly, by the clock on the wall in China."""
    with db.write() as conn:
        mine = post.c.employee_id == world.employees["CO@A1"]
        conn.execute(update(post).where(mine).values(starts_on=date(2026, 11, 22), ends_on=date(2026, 11, 22)))
    seen = []
    for moment in ("21T23:59:50", "22T00:00:05", "22T23:59:50", "23T00:00:05"):
        clock.move_to(f"2026-11-{moment}+08:00")
        token = sign_in(anonymous, "co.a1", world.password).json()["access_token"]
        seen.append(len(anonymous.get("me", headers=bearer(token)).json()["roles"]))
    assert seen == [0, 1, 1, 0]


def test_region_is_the_tree_below(as_role: Callable[..., Api], world: World) -> None:
    """A regional manager's region is his sub-centre and its stations (R1); `GET /me` names where he stands."""
    me = as_role("RM", "A").read("me")
    assert [role["scope"] for role in me["roles"]] == ["region"]
    assert [station["code"] for station in me["stations"]] == ["A"]
