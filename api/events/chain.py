"""The chain: each fact's hash covers its content and the hash before it, so that no change stays unseen (P27)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from api.events.model import Event

_table = Event.__table__  # type: ignore[attr-defined]
CONTENT = tuple(
    _table.c[name]
    for name in (
        "seq", "id", "type", "subject", "subject_id", "subject_version", "station_id", "case_id", "owner_id",
        "former_owner_id", "actor_kind", "actor_id", "actor_employee_id", "occurred_at", "recorded_at", "data",
        "personal_hash",
    )
)  # fmt: skip
"""What the hash covers, in this order for ever; personal values through their salted hash, so that they can be erased."""
GENESIS = "0" * 64
"""The hash before the first fact."""


def link(previous: str, position: int, content: Sequence[Any]) -> str:
    """The hash of the fact at this position; `content` holds the values of `CONTENT` as the database gives them."""
    text = json.dumps([position, *content], ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(f"{previous}{text}".encode()).hexdigest()


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
