"""Reports: what they count, in whose sight, and at what cost (R11, R406)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from tests.contract.test_query_counts import least
from tests.paper.test_boards import case
from tests.work.steps import AsRole
from tests.world import World

BEGINS = datetime(2026, 9, 30, 16, tzinfo=UTC)
"""October in China; its last moment is 2026-10-31T15:59:59.999999Z."""
ENDS = datetime(2026, 10, 31, 16, tzinfo=UTC)


def opened(unit: Unit, world: World, number: int, station: str, at: datetime, **more: Any) -> None:
    """An order of this station opened then."""
    unit.now = at
    made = case(unit, world, station, number=f"SR-{number}")
    unit.insert(
        models.work_orders.WorkOrder, number=f"WO-{number}", kind="on_site", case_id=made.id, open=True,
        station_id=world.stations[station], customer_id=world.customers[station], subject="x", paid=False, verdict="free",
        duration_seconds=1, travel_seconds=1, due_at=at, **({"status": "contacted"} | more),
    )  # fmt: skip


def test_r406_a_month_by_state_and_engineer_in_ones_own_sight(db: Database, world: World, as_role: AsRole) -> None:
    first, second, other = (world.employees[name] for name in ("FE@A1", "FE2@A1", "FE@B1"))
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        opened(unit, world, 1, "A1", BEGINS, engineer_id=first, status="assigned")
        opened(unit, world, 2, "A1", ENDS - timedelta(microseconds=1), engineer_id=first, status="on_site")
        opened(unit, world, 3, "A1", BEGINS + timedelta(days=9), engineer_id=second, status="assigned")
        opened(unit, world, 4, "A1", BEGINS + timedelta(days=9))
        opened(unit, world, 5, "B1", BEGINS, engineer_id=other, status="on_site")
        for number, outside in enumerate((BEGINS - timedelta(microseconds=1), ENDS)):
            opened(unit, world, 6 + number, "A1", outside, engineer_id=first, status="assigned")
    path, october = "reports/work-by-month", {"month": "2026-10"}
    report = as_role("CO", "A1").read(path, **october)
    assert (report["since"], report["until"], report["count"]) == ("2026-09-30T16:00:00Z", "2026-10-31T16:00:00Z", 4)
    assert [(one["status"], one["label"], one["count"]) for one in report["states"]] == [
        ("contacted", "已联系", 1), ("assigned", "已派", 2), ("on_site", "现场", 1),
    ]  # fmt: skip
    found = [
        ((one["engineer"] or {}).get("id"), one["count"], {s["status"]: s["count"] for s in one["states"]})
        for one in report["items"]
    ]
    assert found == [
        (first, 2, {"assigned": 1, "on_site": 1}), (second, 1, {"assigned": 1}), (None, 1, {"contacted": 1}),
    ]  # fmt: skip
    # each sees his own, his station's, his region's or all
    for role, station, count in (("FE", "A1", 2), ("HL", "A1", 0), ("RM", "A", 4), ("RM", "B", 1), ("HQ", "C", 5)):
        assert as_role(role, station).read(path, **october)["count"] == count, role
    assert as_role("HQ", "C").read(path, **october, station_id=world.stations["B1"])["count"] == 1
    assert as_role("CO", "A1").read(path, **october, station_id=world.stations["B1"])["count"] == 0
    assert as_role("CO", "A1").read(path, month="2026-12")["until"] == "2026-12-31T16:00:00Z"
    assert as_role("SA", "C").get(path, params=october).status_code == 404
    for wrong in ({}, {"month": "2026-13"}, {"month": "2026-1"}, {"month": "0000-01"}, october | {"by": "state"}):
        assert as_role("CO", "A1").get(path, params=wrong).status_code == 422, wrong
    assert len(least(db, lambda: as_role("CO", "A1").read(path, **october))) == 1
