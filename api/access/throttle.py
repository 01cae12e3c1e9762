"""Counters of tries, shared by all replicas: a try is counted before it is weighed, in one statement (T16)."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import case, delete, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from api.access.model import Throttle
from api.kit.unit import Unit

_table = Throttle.__table__  # type: ignore[attr-defined]


def key(kind: str, value: str) -> str:
    """The counter's name; what was typed is hashed, because people type passwords into the wrong field."""
    return f"{kind}:{hashlib.sha256(value.encode('utf-8', 'replace')).hexdigest()[:40]}"


def count(unit: Unit, counter: str, window: timedelta, by: int = 1) -> tuple[int, datetime]:
    """Count one more, or `by`; gives the count within the window and the window's end. A window starts with its first."""
    insert = sqlite_insert if unit.db.is_sqlite else postgres_insert
    over = _table.c.ends_at <= unit.now
    statement = (
        insert(_table)
        .values(key=counter, count=by, ends_at=unit.now + window)
        .on_conflict_do_update(
            index_elements=["key"],
            set_={
                "count": case((over, by), else_=_table.c.count + by),
                "ends_at": case((over, unit.now + window), else_=_table.c.ends_at),
            },
        )
        .returning(_table.c.count, _table.c.ends_at)
    )
    row = unit.conn.execute(statement).one()
    return row[0], row[1]


def reset(unit: Unit, counter: str) -> None:
    """Start over: the password was right."""
    unit.conn.execute(delete(_table).where(_table.c.key == counter))


def give_back(unit: Unit, counter: str) -> None:
    """Take one counted try back."""
    unit.conn.execute(update(_table).where(_table.c.key == counter).values(count=_table.c.count - 1))


def forget_old(unit: Unit) -> int:
    """Drop windows that are over; returns how many."""
    return unit.conn.execute(delete(_table).where(_table.c.ends_at <= unit.now)).rowcount
