"""Rows of the files room for the test that goes up, down and up again."""

from __future__ import annotations

from datetime import timedelta

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.files.rows import attached_to, content
from tests.world import World


def sent(db: Database, world: World) -> None:
    """A photo on a device, with its thumbnail; a draft; and an upload on its way."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        attached_to(unit, "asset", world.assets["A1"], thumbnail_id=content(unit))
        attached_to(unit, "asset", world.assets["A1"], status="draft", parent_kind=None, parent_id=None)
        unit.insert(
            models.attachments.Upload, expires_at=unit.now + timedelta(days=7), owner_id=new_id(), length=9, name="a.jpg",
            purpose="photo", announced="filename YS5qcGc=",
        )  # fmt: skip
