"""Every SELECT on sealed queues."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from api.field.sealed_queues.model import SealedQueue
from api.kit.unit import Unit

_queue = SealedQueue.__table__  # type: ignore[attr-defined]


def known(unit: Unit, id: str) -> dict[str, Any] | None:
    """The queue, if it came before."""
    return unit.first(select(*_queue.c).where(_queue.c.id == id))
