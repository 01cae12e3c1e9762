"""Rows of the papers for the test that goes up, down and up again."""

from __future__ import annotations

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World


def printed(db: Database, world: World) -> None:
    """One printing with what stood on it; the record need not be there, since it may be of any table."""
    id = new_id()
    row = {
        "id": id, "version": 1, "created_at": BORN, "kind": "repair_work_order", "subject": "work_order",
        "subject_id": new_id(), "number": "WO-A1-20260105-0001", "station_id": world.stations["A1"], "copy": "customer",
        "language": "zh", "nth": 1, "fingerprint": "0" * 64, "printed_by_id": world.employees["CO@A1"], "batch_id": id,
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.documents.Document), row)
        told = {"document_id": id, "salt": b"0" * 16, "told": {"fields": {"customer": "绿源"}}}
        conn.execute(insert(models.documents.DocumentContent), told)
