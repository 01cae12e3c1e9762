"""Working on clocks as the rooms above do: one transaction at a chosen moment, about a case of no importance."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from api import models
from api.access.actor import SYSTEM
from api.kit import clock, jobs
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Row, Unit
from api.worker import unit_of
from tests.world import World

CN = ZoneInfo("Asia/Shanghai")
_case = models.service_requests.ServiceRequest.__table__
_clock = models.clocks.Clock.__table__
_event = models.events.Event.__table__


def cn(text: str) -> datetime:
    """`2026-11-21 16:40` by the clock on the wall in Beijing."""
    return datetime.fromisoformat(text).replace(tzinfo=CN).astimezone(UTC)


@contextmanager
def at(db: Database, moment: datetime, locale: str = "zh-CN") -> Iterator[Unit]:
    """One transaction at this moment."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM, now=moment, locale=locale)
        yield unit
    for follow in unit.after_commit:
        follow()


def replayed(db: Database) -> None:
    """Let a worker do the replays that changed calendars and limits have queued, the later passes too."""
    while taken := jobs.claim(db, clock.now() + timedelta(minutes=1), 20):
        for job in taken:
            assert jobs.run(db, job, unit_of), job


def case_row(db: Database, world: World, station: str = "A1") -> Row:
    """What clocks must know of a case: its id and station. It stands in no table, so no other room minds."""
    return Row(_case, {"id": new_id(), "station_id": world.stations[station], "version": 1})


def clock_row(db: Database, subject: Row) -> Any:
    """The newest clock about the subject as it is stored."""
    with db.read() as conn:
        return conn.execute(
            select(_clock)
            .where(_clock.c.subject_id == subject.id)
            .order_by(_clock.c.created_at.desc(), _clock.c.id.desc())
        ).first()


def told(db: Database, subject: Row) -> list[tuple[str, dict[str, Any]]]:
    """Type and data of the facts about the subject's clocks, oldest first."""
    with db.read() as conn:
        found = conn.execute(
            select(_event.c.type, _event.c.data).where(_event.c.case_id == subject.id).order_by(_event.c.seq)
        )
        return [(row.type, row.data) for row in found]
