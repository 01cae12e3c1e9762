"""Background work that survives the process: rows with a lease and a fencing token (stack.md).

A job is claimed by pushing its `due_at` ahead and counting its attempt; the count is the token. Its slow part (HTTP,
drawing a paper) runs without a transaction, its effects on the database are written together with `done`, and only if
the token still holds: after a crash another worker does the job, and its effects happen exactly once.
"""

from __future__ import annotations

import logging
import random
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, Connection, Index, Integer, String, delete, literal, select, update
from sqlmodel import SQLModel

from api.kit import clock
from api.kit.columns import column
from api.kit.db import Database, Json, UTCDateTime, insert_unless_there
from api.kit.unit import Unit

LEASE = timedelta(seconds=30)
"""How long a claimed job is left alone; the heartbeat renews it while the slow part runs."""
KEPT = timedelta(days=30)
"""How long a finished job is remembered, and with it its key."""
MAX_ATTEMPTS = 8
LONGEST_WAIT = 3600
log = logging.getLogger("sibu.jobs")


class Job(SQLModel, table=True):
    """One piece of background work. States: open, done, dead (given up after `max_attempts`)."""

    __tablename__ = "job"
    id: int | None = column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)
    kind: str = column(String(80))
    key: str | None = column(String(160), null=True, unique=True)
    payload: dict[str, Any] = column(Json, of="personal")
    state: str = column(String(4))
    due_at: datetime = column(UTCDateTime)
    attempts: int = column(Integer)
    max_attempts: int = column(Integer)
    error: str | None = column(String(300), null=True)
    created_at: datetime = column(UTCDateTime)
    ended_at: datetime | None = column(UTCDateTime, null=True)


_table = Job.__table__  # type: ignore[attr-defined]
_open = _table.c.state == literal(
    "open", literal_execute=True
)  # written out, else SQLite could not use its partial index
Index("ix_job_due", _table.c.due_at, _table.c.id, sqlite_where=_open, postgresql_where=_open)


@dataclass(frozen=True, slots=True)
class Claim:
    """A job in the hands of one worker; `attempts` is its fencing token."""

    id: int
    kind: str
    key: str | None
    payload: dict[str, Any]
    attempts: int
    max_attempts: int


Apply = Callable[[Unit], None]
Handler = Callable[[Claim], Apply | None]
_handlers: dict[str, Callable[..., Apply | None]] = {}
_with_system: set[str] = set()


class LostLease(RuntimeError):
    """Another worker has the job; what this one wrote is rolled back."""


class UnknownKind(RuntimeError):
    """No handler of this program knows the job; a newer one may."""


def handler(kind: str, *, with_system: bool = False) -> Callable[[Any], Any]:
    """Register who does jobs of this kind: the slow part, which may return what to write to the database.

    `with_system`: it is also given the process's system, for what it asks outside of any transaction.
    """

    def register(do: Any) -> Any:
        _handlers[kind] = do
        (_with_system.add if with_system else _with_system.discard)(kind)
        return do

    return register


def enqueue(conn: Connection, now: datetime, jobs: Iterable[dict[str, Any]]) -> None:
    """Add jobs in the caller's transaction: `kind`, and where wished `payload`, `key`, `due_at`, `max_attempts`.

    A key that is known already adds nothing, whatever became of that job.
    """
    rows = [
        {"key": None, "payload": {}, "due_at": now, "max_attempts": MAX_ATTEMPTS, "created_at": now}
        | job
        | {"state": "open", "attempts": 0, "error": None, "ended_at": None}
        for job in jobs
    ]
    if rows:
        conn.execute(insert_unless_there(conn, _table), rows)


def claim(db: Database, now: datetime, limit: int = 1) -> list[Claim]:
    """Take due jobs, oldest first. A look that finds nothing takes no lock."""
    due = select(_table.c.id).where(_open, _table.c.due_at <= now)
    with db.read() as conn:
        if conn.execute(due.limit(1)).first() is None:
            return []
    pick = due.order_by(_table.c.due_at, _table.c.id).limit(limit).with_for_update(skip_locked=True)
    columns = (_table.c[name] for name in Claim.__slots__)
    statement = (
        update(_table)
        .where(_table.c.id.in_(pick))
        .values(due_at=now + LEASE, attempts=_table.c.attempts + 1)
        .returning(*columns)
    )
    with db.write() as conn:
        return [Claim(*row) for row in conn.execute(statement)]


def run(db: Database, job: Claim, unit_of: Callable[[Database, Connection], Unit], system: Any = None) -> bool:
    """Do one claimed job; whether it is done now. A failure is recorded and tried again later, it is not raised."""
    try:
        if job.attempts > job.max_attempts:
            _end(db, job, state="dead", error="its workers died while doing it")
            log.error("job %s (%s) is dead: its workers died while doing it", job.id, job.kind)
            return False
        do = _handlers.get(job.kind)
        if do is None:
            raise UnknownKind(job.kind)
        with _heartbeat(db, job):
            apply = do(job, system) if job.kind in _with_system else do(job)
        with db.write() as conn:
            unit = unit_of(db, conn)
            if apply:
                apply(unit)
            _settle(conn, job, state="done", error=None, ended_at=clock.now())
        for follow in unit.after_commit:
            follow()
    except LostLease:
        log.warning("job %s (%s) went to another worker", job.id, job.kind)
        return False
    except Exception as error:
        _fail(db, job, error)
        return False
    return True


def forget_old(unit: Unit) -> int:
    """Drop jobs that ended over 30 days ago; returns how many. Run daily by the worker."""
    ended = _table.c.ended_at < unit.now - KEPT
    return unit.conn.execute(delete(_table).where(_table.c.state != "open", ended)).rowcount


def _settle(conn: Connection, job: Claim, **values: Any) -> None:
    """Change the job if this claim still holds.

    :raises LostLease: it does not.
    """
    mine = (_table.c.id == job.id, _table.c.attempts == job.attempts, _open)
    if conn.execute(update(_table).where(*mine).values(**values)).rowcount != 1:
        raise LostLease


def _end(db: Database, job: Claim, **values: Any) -> None:
    with db.write() as conn:
        _settle(conn, job, ended_at=clock.now(), **values)


def _fail(db: Database, job: Claim, error: Exception) -> None:
    """Record where it broke, never what it said: messages may carry secrets or personal values (T26)."""
    what = describe(error)
    try:
        if job.attempts >= job.max_attempts:
            _end(db, job, state="dead", error=what)
            log.error("job %s (%s) is dead after %s attempts: %s", job.id, job.kind, job.attempts, what)
            return
        wait = min(LONGEST_WAIT, 2**job.attempts) * random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries
        with db.write() as conn:
            _settle(conn, job, error=what, due_at=clock.now() + timedelta(seconds=wait))
        log.warning("job %s (%s) failed, attempt %s: %s", job.id, job.kind, job.attempts, what)
    except LostLease:
        log.warning("job %s (%s) went to another worker", job.id, job.kind)
    except Exception as second:
        log.warning("job %s (%s): its failure could not be recorded: %s", job.id, job.kind, describe(second))


def describe(error: BaseException) -> str:
    """An error as `Kind at file:line`, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"[:300]


@contextmanager
def _heartbeat(db: Database, job: Claim) -> Iterator[None]:
    """Renew the claim at a third of its length for as long as the slow part runs."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(LEASE.total_seconds() / 3):
            try:
                with db.write() as conn:
                    _settle(conn, job, due_at=clock.now() + LEASE)
            except LostLease:
                return
            except Exception as error:
                log.warning("job %s: no heartbeat: %s", job.id, describe(error))

    thread = threading.Thread(target=beat, name=f"heartbeat-{job.id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
