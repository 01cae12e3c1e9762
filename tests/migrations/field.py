"""Rows of the field for the test that goes up, down and up again."""

from __future__ import annotations

from sqlalchemy import insert

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.contract import field_samples
from tests.world import World


def in_the_field(db: Database, world: World) -> None:
    """A phone with its numbers and its push service, what it sent, what is held, what clashed, and a sealed queue."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        phone = field_samples.device(unit, world, "A1", world.employees["FE@A1"])
        field_samples.held(unit, world, "A1", None)
        field_samples.conflict(unit, world, "A1", None)
        unit.insert(
            models.held_commands.FieldCommandTaken, device_id=phone, seq=1, path="/api/v1/payments",
            corrected_at=unit.now, recorded_at=unit.now, outcome="applied",
        )  # fmt: skip
        unit.insert(
            models.devices.PushSubscription, device_id=phone, endpoint="https://push.example.com/a", p256dh="A",
            auth="A",
        )  # fmt: skip
        conn.execute(
            insert(models.sealed_queues.SealedQueue.__table__),
            {"id": new_id(), "created_at": unit.now, "device_id": phone, "digest": "0" * 64, "received": 1,
             "applied": 1, "held": 0},
        )  # fmt: skip
