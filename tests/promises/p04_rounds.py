"""P4: an engineer is never in two places. Dispatchers in separate processes behind a barrier want the same time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection as Pipe
from typing import Any

from sqlalchemy import func, select

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.bookings import service
from tests.processes import context

_booking = models.bookings.Booking.__table__
_employee = models.employees.Employee.__table__
START = datetime(2027, 1, 4, 0, 30, tzinfo=UTC)


@contextmanager
def unit_of(db: Database) -> Any:
    with db.write() as conn:
        yield Unit(db, conn, SYSTEM)


def run(db_url: str, rounds: int, seed: int, dispatchers: int = 2, start: datetime = START) -> dict[str, Any]:
    """Contests of equal and of partly overlapping times, half of each, over a few engineers.

    Each round has its own window after `start`, so exactly one dispatcher can win it. Every second round a dispatcher
    moves a booking of his own instead of making a new one. Gives figures: rounds, won, refused, unnamed, other, overlaps.
    """
    db = Database(db_url, pool=4)
    with db.read() as conn:
        engineers = list(
            conn.execute(select(_employee.c.id).where(_employee.c.active).order_by(_employee.c.id).limit(4)).scalars()
        )
        before = conn.execute(select(func.count()).select_from(_booking)).scalar_one()
    chance = random.Random(seed)
    plans = [_plan(chance, index, engineers, dispatchers, start) for index in range(rounds)]
    barrier = context.Barrier(dispatchers)
    pipes, people = [], []
    for number in range(dispatchers):
        ours, theirs = context.Pipe()
        wanted = [plan[number] for plan in plans]
        person = context.Process(target=dispatch, args=(db_url, number, wanted, barrier, theirs), daemon=True)
        person.start()
        pipes.append(ours)
        people.append(person)
    told = [pipe.recv() if pipe.poll(60 + rounds) else [] for pipe in pipes]
    for person in people:
        person.join(30)
    outcomes = [Counter(round_) for round_ in zip(*told, strict=True)]
    with db.read() as conn:
        overlaps = _overlaps(conn)
        made = conn.execute(select(func.count()).select_from(_booking)).scalar_one() - before
    db.dispose()
    return {
        "rounds": len(outcomes),
        "won": sum(found["won"] for found in outcomes),
        "exactly_one": sum(found["won"] == 1 and found["clash"] == dispatchers - 1 for found in outcomes),
        "named": sum(found["clash"] for found in outcomes),
        "other": sorted({what for found in outcomes for what in found if what not in ("won", "clash")}),
        "overlaps": overlaps,
        "rows": made,
    }


def _plan(
    chance: random.Random, index: int, engineers: list[str], dispatchers: int, start: datetime
) -> list[dict[str, Any]]:
    """What each dispatcher wants in this round: the same engineer, times that overlap pairwise, or equal ones."""
    engineer = engineers[index % len(engineers)]
    opens = start + timedelta(hours=8 * (index + 1))
    equal = index % 2 == 0
    wanted = []
    for _ in range(dispatchers):
        shift = 0 if equal else chance.randrange(0, 50)
        length = 60 if equal else chance.randrange(60, 120)
        starts = opens + timedelta(minutes=shift)
        wanted.append({"employee": engineer, "starts_at": starts, "ends_at": starts + timedelta(minutes=length),
                       "move": index % 4 >= 2})  # fmt: skip
    return wanted


def dispatch(db_url: str, number: int, wanted: list[dict[str, Any]], barrier: Any, pipe: Pipe) -> None:
    """One dispatcher's process: waits for the others before each round, then books or moves."""
    db = Database(db_url, pool=2)
    told = []
    try:
        for index, want in enumerate(wanted):
            moved = _aside(db, want, START + timedelta(days=4000 + index, hours=2 * number)) if want["move"] else None
            barrier.wait(60)
            told.append(attempt(lambda moved=moved, want=want: _take(db, want, moved)))
            if moved and told[-1] != "won":
                _drop(db, moved)
    finally:
        pipe.send(told)
        db.dispose()


def attempt(act: Callable[[], None], tries: int = 4) -> str:
    """`won`, `clash` (refused and named), or what else came; a deadlock's loser starts over, as the edge does."""
    for _ in range(tries):
        try:
            act()
        except Clash as refused:
            named = refused.members["clash"]
            return "clash" if named["starts_at"] and named["ends_at"] and named["employee"] else "unnamed"
        except Exception as error:
            if getattr(getattr(error, "orig", None), "sqlstate", None) in ("40001", "40P01"):
                continue
            return f"{type(error).__name__}: {error}"[:200]
        return "won"
    return "deadlocks"


def _take(db: Database, want: dict[str, Any], moved: str | None) -> None:
    with unit_of(db) as unit:
        if moved:
            service.rebook(unit, moved, starts_at=want["starts_at"], ends_at=want["ends_at"])
        else:
            service.book(unit, want["employee"], want["starts_at"], want["ends_at"], travel_before=0, note="P4")


def _aside(db: Database, want: dict[str, Any], starts: datetime) -> str:
    """A booking of the dispatcher's own, years away, which the round moves."""
    with unit_of(db) as unit:
        ends = starts + timedelta(hours=1)
        return service.book(unit, want["employee"], starts, ends, travel_before=0, note="P4 aside").id


def _drop(db: Database, moved: str) -> None:
    with unit_of(db) as unit:
        service.release(unit, moved)


def _overlaps(conn: Any) -> int:
    one, other = _booking.alias(), _booking.alias()
    return conn.execute(
        select(func.count())
        .select_from(one)
        .join(
            other,
            (one.c.resource_no == other.c.resource_no)
            & (one.c.id < other.c.id)
            & (one.c.blocked_from < other.c.blocked_to)
            & (other.c.blocked_from < one.c.blocked_to),
        )
        .where(
            one.c.released_at.is_(None), other.c.released_at.is_(None),
            one.c.override_reason.is_(None), other.c.override_reason.is_(None),
        )
    ).scalar_one()  # fmt: skip
