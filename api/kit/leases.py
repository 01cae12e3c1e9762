"""Leases: one process at a time does what must not be done twice, and another takes over when it falls silent.

The token rises with every change of hands. A holder renews inside the very transaction of its work, which locks the
row: whoever slept through its lease finds another holder there and writes nothing.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Integer, String, case, or_, update
from sqlmodel import SQLModel

from api.kit.columns import column
from api.kit.db import UTCDateTime, insert_unless_there

LENGTH = timedelta(seconds=20)
"""How long a silent holder keeps its lease; with the contenders' look every 3 s a takeover stays under 30 s (P30)."""


class LeaseRow(SQLModel, table=True):
    """Who holds which duty until when; `note` is what the holder hands to its successor."""

    __tablename__ = "lease"
    name: str = column(String(40), primary_key=True)
    holder: str = column(String(80))
    token: int = column(Integer)
    ends_at: datetime = column(UTCDateTime)
    note: str = column(String(200))


_table = LeaseRow.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Lease:
    """A lease as its holder knows it."""

    name: str
    holder: str
    token: int
    ends_at: datetime
    note: str


def hold(conn: Connection, name: str, holder: str, now: datetime) -> Lease | None:
    """Take or renew the lease in this transaction; None while somebody else holds it.

    Until the transaction ends nobody else can take it, so what is written beside it is fenced.
    """
    table = _table
    mine = table.c.holder == holder
    statement = (
        update(table)
        .where(table.c.name == name, or_(mine, table.c.ends_at <= now))
        .values(holder=holder, ends_at=now + LENGTH, token=table.c.token + case((mine, 0), else_=1))
        .returning(table.c.name, table.c.holder, table.c.token, table.c.ends_at, table.c.note)
    )
    row = conn.execute(statement).first()
    if row is None:
        fresh = Lease(name, holder, 1, now + LENGTH, "")
        made = insert_unless_there(conn, table).values(asdict(fresh)).returning(table.c.name)
        return fresh if conn.execute(made).first() else None
    return Lease(*row)


def leave(conn: Connection, lease: Lease, note: str) -> None:
    """Keep this note for the next turn, or for the successor; inside the transaction of `hold`."""
    conn.execute(update(_table).where(_table.c.name == lease.name).values(note=note))


def release(conn: Connection, name: str, holder: str, now: datetime) -> None:
    """Give the lease up, so that a successor need not wait; nothing happens if it is not ours."""
    conn.execute(update(_table).where(_table.c.name == name, _table.c.holder == holder).values(ends_at=now))
