"""Somebody who has no account yet."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from api import models
from api.kit.db import Database
from tests.world import World


@pytest.fixture
def newcomer(world: World, db: Database) -> str:
    """An employee of A1 without an account."""
    table = models.access.Account.__table__
    with db.write() as conn:
        conn.execute(delete(table).where(table.c.account == "ca.a1"))
    return world.employees["CA@A1"]
