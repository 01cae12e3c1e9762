"""T31: a list in bulk is masked, needs a second person above the limit, opens only for its asker, is counted, and ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.contract.samples import SAMPLES
from tests.exports.steps import asked, table, taken, work
from tests.world import World


def test_t31_two_hundred_and_one_people_do_not_leave_by_one_person_s_will(
    as_role: Callable[..., Api], db: Database, world: World, anonymous: Api
) -> None:
    manager = as_role("SM")
    there = manager.read("customers", count="exact", limit=1)["total"]
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        for _ in range(200 - there):
            SAMPLES["customers"].make(unit, world, "A1", None)
    free = asked(manager, "/customers")
    assert (free["total"], free["status"]) == (200, "queued")
    with db.write() as conn:
        SAMPLES["customers"].make(Unit(db, conn, SYSTEM), world, "A1", None)
    held = asked(manager, "/customers")
    assert (held["total"], held["status"]) == (201, "waiting")
    system = anonymous.app.state.sibu  # type: ignore[attr-defined]
    work(db, system)
    assert manager.read(f"exports/{free['id']}")["status"] == "waiting"  # it grew past the limit before it was written
    as_role("RM", "A").act(f"exports/{held['id']}/approve")
    work(db, system)
    rows = table(taken(manager, held["id"]).content)
    assert len(rows) == 202
    numbers = [row[rows[0].index("电话")] for row in rows[1:]]
    assert not [number for number in numbers if number and "*" not in number]
    assert taken(as_role("RM", "A"), held["id"]).status_code == 404
    assert taken(as_role("HQ", "C"), new_id()).status_code == 404
    told = as_role("AU", "C").read(f"exports/{held['id']}/events")["items"]
    assert [entry["data"]["rows"] for entry in told if entry["type"] == "export.taken"] == [201]
    done = as_role("AU", "C").read(f"exports/{held['id']}")
    finished, ends = (datetime.fromisoformat(done[name]) for name in ("finished_at", "expires_at"))
    assert ends - finished == timedelta(hours=24)  # what happens then: test_exports.py
