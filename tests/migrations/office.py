"""Rows of exports for the test that goes up, down and up again."""

from __future__ import annotations

from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from tests.contract import office_samples
from tests.world import World


def taken_out(db: Database, world: World) -> None:
    """An export that waits."""
    with db.write() as conn:
        office_samples.export(Unit(db, conn, SYSTEM), world, "A1", None)
