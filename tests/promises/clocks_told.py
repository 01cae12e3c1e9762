"""Workers in separate processes tell of clocks that time has come for: each once, across restarts."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.network.clocks.scan import scan_clocks
from tests.processes import context

_clock = models.clocks.Clock.__table__
_event = models.events.Event.__table__
_station = models.stations.Station.__table__
BEGUN = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def run(db_url: str, clocks: int, workers: int = 3) -> dict[str, Any]:
    """So many clocks, half of them due and half nearly; each worker process is stopped and started anew half-way, and
    at the last moment, when all that is missed is reported to the manager, one of them is killed at its work.

    Gives how many facts of each kind were written and how many clocks were told of otherwise than exactly once.
    """
    db = Database(db_url, pool=4)
    with db.write() as conn:
        station = conn.execute(select(_station.c.id, _station.c.calendar_id).limit(1)).one()
        conn.execute(insert(_clock), [_made(index, station) for index in range(clocks)])
    moments = (BEGUN + timedelta(hours=1, seconds=30), BEGUN + timedelta(hours=4))
    for moment in moments:
        barrier, at_work = context.Barrier(workers), context.Event()
        people = [
            context.Process(target=work, args=(db_url, moment, barrier, at_work), daemon=True) for _ in range(workers)
        ]
        for person in people:
            person.start()
        if moment is moments[-1]:
            at_work.wait(120)
            people[0].join(0.05)
            people[0].kill()
        for person in people:
            person.join(120)
    with db.read() as conn:
        types = ("clock.warned", "clock.missed", "clock.escalated")
        found = conn.execute(
            select(_event.c.subject_id, _event.c.type, _event.c.data).where(_event.c.type.in_(types))
        ).all()
        states = Counter(conn.execute(select(_clock.c.state)).scalars())
    db.dispose()
    told = Counter((row.subject_id, row.type) for row in found)
    return {
        "warned": sum(row.type == "clock.warned" for row in found),
        "missed": sum(row.type == "clock.missed" for row in found),
        "escalated": sum(row.type == "clock.escalated" for row in found),
        "late": sum(row.data.get("late", False) for row in found),
        "more_than_once": sum(count > 1 for count in told.values()),
        "states": dict(states),
    }


def work(db_url: str, now: datetime, barrier: Any, at_work: Any) -> None:
    """One worker's life: looks until nothing is left."""
    db = Database(db_url, pool=2)

    @contextmanager
    def unit() -> Any:
        with db.write() as conn:
            yield Unit(db, conn, SYSTEM, now=now)

    barrier.wait(120)
    at_work.set()
    while scan_clocks(db, unit, now):
        pass
    db.dispose()


def _made(index: int, station: Any) -> dict[str, Any]:
    """Nearly due within the first hour; every second one is due within it too, the others two hours on."""
    due = BEGUN + (timedelta(hours=1) if index % 2 else timedelta(hours=2, minutes=30))
    return {
        "id": new_id(), "version": 1, "created_at": BEGUN, "kind": "contact", "subject": "service_request",
        "subject_id": new_id(), "case_id": new_id(), "station_id": station.id, "owner_id": None, "state": "running",
        "open": True, "started_at": BEGUN, "due_at": due, "due_soon_at": BEGUN + timedelta(hours=1), "stopped_at": None,
        "policy": {"basis": "limit", "setting": "dispatch.contact_seconds", "rule": "D9", "runs": "staffed",
                   "limit_seconds": 7200, "working_days": None, "moves": []},
        "pauses": [], "calendar_id": station.calendar_id, "calendar_version": 1, "warned_at": None, "missed_at": None,
        "escalations": 0,
    }  # fmt: skip
