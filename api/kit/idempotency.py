"""Retrying is safe (P5): the answer to a write is kept with its key in the work's own transaction and given again.

Keys belong to the caller, live 30 days, and remember successes only. A twin that is still running is refused on
PostgreSQL by an advisory lock; on SQLite it waits for the writer and then finds the answer.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, LargeBinary, String, delete, func, insert, select
from sqlmodel import SQLModel

from api.kit.columns import column
from api.kit.db import UTCDateTime
from api.kit.problems import KeyReused, StillRunning
from api.kit.unit import Unit

KEPT = timedelta(days=30)


class IdempotencyRecord(SQLModel, table=True):
    """One remembered success."""

    __tablename__ = "idempotency_record"
    owner_id: str = column(String(36), primary_key=True)
    key: str = column(String(255), primary_key=True)
    fingerprint: str = column(String(64))
    subject_id: str | None = column(String(36), null=True)
    status: int = column(Integer)
    etag: str | None = column(String(40), null=True)
    location: str | None = column(String(200), null=True)
    body: bytes = column(LargeBinary, of="personal")
    created_at: datetime = column(UTCDateTime, index=True)


_table = IdempotencyRecord.__table__  # type: ignore[attr-defined]


def fingerprint(method: str, path: str, body: bytes) -> str:
    """What must be equal for a repeat to be a repeat."""
    return hashlib.sha256(b"\0".join((method.encode(), path.encode(), body))).hexdigest()


def recall(unit: Unit, key: str, print_: str) -> dict[str, Any] | None:
    """The answer given before under this key, or None for a first time.

    :raises KeyReused: the key was used with other content.
    :raises StillRunning: a twin is being worked on right now.
    """
    if not unit.db.is_sqlite:
        lock = int.from_bytes(hashlib.sha256(f"{unit.actor.id}\0{key}".encode()).digest()[:8], signed=True)
        if not unit.conn.execute(select(func.pg_try_advisory_xact_lock(lock))).scalar():
            raise StillRunning(headers={"Retry-After": "1"})
    known = unit.first(select(_table).where(_table.c.owner_id == unit.actor.id, _table.c.key == key))
    if known and known["fingerprint"] != print_:
        raise KeyReused
    return known


def known(unit: Unit, key: str) -> bool:
    """Whether the caller's key is that of a success."""
    return unit.value(select(_table.c.key).where(_table.c.owner_id == unit.actor.id, _table.c.key == key)) is not None


def remember(unit: Unit, key: str, print_: str, **answer: object) -> None:
    """Keep a success (status, etag, location, body, subject_id)."""
    unit.conn.execute(
        insert(_table), {"owner_id": unit.actor.id, "key": key, "fingerprint": print_, "created_at": unit.now} | answer
    )


def forget_old(unit: Unit) -> int:
    """Drop keys older than 30 days; returns how many. Run daily by the worker."""
    return unit.conn.execute(delete(_table).where(_table.c.created_at < unit.now - KEPT)).rowcount
