"""Telling what time has done: nearly due, missed. Each is told once, however many workers look and restart (P-clocks)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from api.events import log
from api.kit import clock
from api.kit.db import Database
from api.kit.unit import Row, Unit
from api.network.clocks import escalating, facts, queries

AT_ONCE = 100
"""Clocks told of in one transaction."""
LATE = timedelta(seconds=60)
"""Told later than this, a fact says so: no worker was there to look."""


def scan_clocks(
    db: Database, open_unit: Callable[[], AbstractContextManager[Unit]], now: datetime | None = None
) -> int:
    """Write `clock.warned`, `clock.missed` and `clock.escalated` for all that time has come for; gives how many.

    `open_unit` opens a transaction in the system's name. Nothing is opened for writing when nothing is due.
    """
    moment, told = now or clock.now(), 0
    with db.read() as conn:
        if not queries.anything_to_tell(conn, moment):
            return 0
    while True:
        with open_unit() as unit:
            found = queries.to_tell(unit, moment, AT_ONCE)
            for row in found:
                tell(unit, row, moment)
        told += len(found)
        if len(found) < AT_ONCE:
            return told


def tell(unit: Unit, row: Row, now: datetime) -> None:
    """Missed, if it is due; else warned; reported further, if it is missed still.

    A clock that nobody warned of in time is only told as missed, and one whose reports all fell due meanwhile is
    reported level by level, one in each look.
    """
    if row.state == "missed":
        escalating.report(unit, row, now)
        return
    missed = row.due_at <= now
    at = row.due_at if missed else row.due_soon_at
    known = {"kind": row.kind, "of": row.subject, "of_id": row.subject_id, "due_at": row.due_at}
    known |= {"late": now - at > LATE, "late_seconds": int((now - at).total_seconds())}
    if missed:
        log.append(
            unit, row, facts.ClockMissed(**known), state="missed", missed_at=now,
            escalate_at=escalating.first(unit, row),
        )  # fmt: skip
    else:
        log.append(unit, row, facts.ClockWarned(**known), warned_at=now)
