"""The sequencer: gives committed facts their one order, without gaps, and chains them; it alone wakes the readers.

Writers only insert. One process at a time, the holder of the lease, takes what is committed and has no position yet.
On PostgreSQL transactions commit in another order than their rows are numbered, so a cursor on `seq` would lose facts.
Each fact therefore carries the id of its transaction: everything below the oldest running transaction is settled and
never looked at again, everything above is looked at until it has a position. Inside a batch `seq` is the order, because
a fact about a row can only be inserted after the one before it on that row was committed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnClause, Connection, Select, column, exists, func, insert, select

from api.events.anchors import EVERY, Anchor, Anchors
from api.events.chain import CONTENT, GENESIS, link
from api.events.later import jobs_for
from api.events.model import Event, EventPosition
from api.kit import clock, jobs, leases
from api.kit.bell import Bell
from api.kit.db import Database, xid

LEASE = "sequencer"
CHANNEL = "sibu_positions"
BATCH = 500
LOOK_SECONDS = 0.1
"""How often the holder looks when nobody rings: facts written by other processes are sequenced within 200 ms too."""
CONTEND_SECONDS = 3.0

_event = Event.__table__  # type: ignore[attr-defined]
_position = EventPosition.__table__  # type: ignore[attr-defined]
_tx: ColumnClause[Any] = column("tx")


class Sequencer:
    """One contender for the duty. `step` is called over and over by one thread of the worker."""

    def __init__(self, db: Database, holder: str, *, anchors: Anchors | None = None, done: Bell | None = None) -> None:
        self.db = db
        self.holder = holder
        self.anchors = anchors
        self.done = done
        self.leading = False
        self._renew_at = 0.0
        self._floor: str | None = None
        self._anchored: Anchor | None = None
        self._read_anchor = False

    @property
    def pause(self) -> float:
        """Seconds until the next step, if nobody rings."""
        return LOOK_SECONDS if self.leading else CONTEND_SECONDS

    def step(self) -> int:
        """Give positions to what is waiting; returns how many facts got one."""
        if self.leading and clock.monotonic() < self._renew_at and not self._waiting():
            return 0
        now = clock.now()
        self.leading, given = False, 0
        with self.db.write() as conn:
            lease = leases.hold(conn, LEASE, self.holder, now)
            if lease:
                given, head, floor = self._batch(conn, now, lease.note or None)
                if floor != lease.note:
                    leases.leave(conn, lease, floor or "")
        if not lease:
            return 0
        self.leading, self._floor = True, floor
        self._renew_at = clock.monotonic() + leases.LENGTH.total_seconds() / 3
        if given and self.done:
            self.done.ring()
        self._anchor(head, now)
        return given

    def resign(self) -> None:
        """Anchor the head and give up the lease at a clean stop."""
        if not self.leading:
            return
        self.leading = False
        now = clock.now()
        with self.db.write() as conn:
            head = _head(conn)
            leases.release(conn, LEASE, self.holder, now)
        self._anchor(head, now, always=True)

    def _waiting(self) -> bool:
        with self.db.read() as conn:
            return conn.execute(self._unplaced(self._floor, _event.c.seq).limit(1)).first() is not None

    def _batch(self, conn: Connection, now: datetime, floor: str | None) -> tuple[int, tuple[int, str], str | None]:
        settled = None
        if not self.db.is_sqlite:
            settled = conn.execute(select(xid.text(func.pg_snapshot_xmin(func.pg_current_snapshot())))).scalar_one()
            if floor and int(floor) > int(settled):
                floor = None  # restored into another server, whose transactions count from elsewhere: look at all
        found = conn.execute(self._unplaced(floor, *CONTENT).order_by(_event.c.seq).limit(BATCH)).all()
        position, previous = _head(conn)
        rows: list[dict[str, Any]] = []
        follow: list[dict[str, Any]] = []
        for row in found:
            position, previous = position + 1, link(previous, position + 1, row)
            rows.append({"position": position, "seq": row.seq, "chain_hash": previous})
            follow += jobs_for(row.type, row.id)
        if rows:
            conn.execute(insert(_position), rows)
            jobs.enqueue(conn, now, follow)
            self.db.notify(conn, CHANNEL)
        return len(rows), (position, previous), settled if len(rows) < BATCH else floor

    def _unplaced(self, floor: str | None, *columns: Any) -> Select[Any]:
        """Committed facts without a position; everything below the floor is known to have one."""
        placed = exists().where(_position.c.seq == _event.c.seq)
        statement = select(*columns).where(~placed)
        if self.db.is_sqlite:  # one writer at a time: `seq` is the order of commits
            last = select(func.coalesce(func.max(_position.c.seq), 0)).scalar_subquery()
            return statement.where(_event.c.seq > last)
        if floor is None:
            return statement
        end = func.pg_snapshot_xmax(func.pg_current_snapshot())
        return statement.where(_tx >= xid.value(floor), _tx < end)

    def _anchor(self, head: tuple[int, str], now: datetime, *, always: bool = False) -> None:
        """Write the head outside the database, hourly and at a clean stop."""
        if not self.anchors or not head[0]:
            return
        if not self._read_anchor:
            self._anchored, self._read_anchor = next(reversed(self.anchors.read()), None), True
        last = self._anchored
        if last and (last.position == head[0] or (now - last.at < EVERY and not always)):
            return
        self._anchored = Anchor(now, *head)
        self.anchors.write(self._anchored)


def _head(conn: Connection) -> tuple[int, str]:
    """The last position and its hash."""
    statement = select(_position.c.position, _position.c.chain_hash).order_by(_position.c.position.desc()).limit(1)
    row = conn.execute(statement).first()
    return (row.position, row.chain_hash) if row else (0, GENESIS)
