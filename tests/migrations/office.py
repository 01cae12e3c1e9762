"""Rows of exports for the test that goes up, down and up again."""

from __future__ import annotations

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from tests.contract import office_samples
from tests.world import World


def taken_out(db: Database, world: World) -> None:
    """An export and an import that wait, what came in before, and the address of a calendar."""
    with db.write() as conn:
        office_samples.export(Unit(db, conn, SYSTEM), world, "A1", None)
        unit = Unit(db, conn, SYSTEM)
        brought = office_samples.import_(unit, world, "A1", None)
        unit.insert(models.imports.ImportContent, import_id=brought, content=b"a,b")
        unit.insert(
            models.imports.ImportRecord, station_id=world.stations["A1"], source="ours", path="/parts", key="1",
            subject_id=brought, fields={"name": "x"},
        )  # fmt: skip
        unit.insert(
            models.calendar_feeds.CalendarFeed, station_id=world.stations["A1"],
            employee_id=world.employees["FE@A1"], account_id=world.accounts["FE@A1"], secret_hash="0" * 64,
            made_at=unit.now,
        )  # fmt: skip
