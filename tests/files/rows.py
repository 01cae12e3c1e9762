"""Rows of files without their bytes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from api import models
from api.access.actor import SYSTEM
from api.kit.ids import new_id
from api.kit.unit import Unit


def content(unit: Unit, used_at: datetime | None = None) -> str:
    """A content that nothing refers to yet."""
    digest = new_id().replace("-", "") * 2
    unit.insert(models.attachments.Content, id=digest, bytes=1, used_at=used_at or unit.now, dropping=False)
    return digest


def attached_to(unit: Unit, kind: str, parent: str, **over: Any) -> str:
    """A photo on this thing."""
    values = {
        "status": "attached", "owner_id": SYSTEM.id, "upload_id": new_id(), "purpose": "photo", "name": "a.jpg",
        "media": "image/jpeg", "bytes": 1, "content_id": content(unit), "parent_kind": kind, "parent_id": parent,
        "attached_at": unit.now,
    }  # fmt: skip
    made = unit.insert(models.attachments.Attachment, **(values | over))
    return str(made.id)
