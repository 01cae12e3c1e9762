"""Rows of integrations for the test that goes up, down and up again."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World


def registered(db: Database, world: World) -> None:
    """An integration that came on one day, from networks of both kinds."""
    id = new_id()
    client = {
        "id": id, "version": 1, "created_at": BORN, "name": "呼叫中心", "scopes": ["customers:reveal"],
        "station_ids": [world.stations["A1"]], "secret_hash": "", "ends_at": BORN + timedelta(days=300), "active": True,
        "created_by_id": world.accounts["SA@C"], "purpose": "来电弹屏", "addresses": ["203.0.113.0/24", "2001:db8::/32"],
        "per_minute": 60, "approval": "approved", "asked_by_ids": [world.accounts["SA@C"]],
        "approved_by_id": world.accounts["HQ@C"], "approved_at": BORN,
    }  # fmt: skip
    use = {"client_id": id, "day": BORN.date(), "requests": 7, "refused": 1, "last_at": BORN}
    with db.write() as conn:
        conn.execute(insert(models.access.ApiClient.__table__), client)
        conn.execute(insert(models.access.ApiClientUse.__table__), use)
