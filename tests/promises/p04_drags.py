"""P4 on the board: dispatchers in processes of their own drag the same few jobs over the same few hours.

Coordinators and managers move at random what they see, by the act that the board calls; managers double a time knowingly
now and then. In the end no two bookings of one engineer overlap without a row that names both, who allowed it and why.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection as Pipe
from typing import Any

from sqlalchemy import select

from api import models
from api import routes as _rooms  # the rooms tell one another what they know, in each process  # noqa: F401
from api.access.actor import Actor, Grant
from api.access.policy import Role
from api.kit.db import Database
from api.kit.problems import Clash, Stale
from api.kit.unit import Unit
from api.work.work_orders import assignment, commands
from tests.processes import context
from tests.work.steps import Desk

_booking = models.bookings.Booking.__table__
_override = models.bookings.BookingOverride.__table__
_order = models.work_orders.WorkOrder.__table__
SLOT = timedelta(minutes=30)
SLOTS = 14


def run(db_url: str, desk: Desk, drags: int, dispatchers: int, seed: int, jobs: int = 6) -> dict[str, Any]:
    """So many drags by so many dispatchers; figures, `wrong` being what is not as promised."""
    orders = [desk.to("assigned")["id"] for _ in range(jobs)]
    world = desk.world
    people = {
        "station": world.stations["A1"], "engineers": [world.employees["FE@A1"], world.employees["FE2@A1"]],
        "manager": world.employees["SM@A1"], "coordinator": world.employees["CO@A1"],
    }  # fmt: skip
    opens = (datetime.now(UTC) + timedelta(days=40)).replace(hour=1, minute=0, second=0, microsecond=0)
    pipes, processes = [], []
    for number in range(dispatchers):
        ours, theirs = context.Pipe()
        count = drags // dispatchers + (number < drags % dispatchers)
        given = (db_url, people, orders, opens, count, seed * 100 + number, number, theirs)
        process = context.Process(target=drag, args=given, daemon=True)
        process.start()
        pipes.append(ours)
        processes.append(process)
    told: Counter[str] = Counter()
    for pipe in pipes:
        told.update(pipe.recv() if pipe.poll(120 + drags) else {"silence": 1})
    for process in processes:
        process.join(30)
    db = Database(db_url, pool=2)
    with db.read() as conn:
        bookings = [
            dict(row._mapping) for row in conn.execute(select(_booking).where(_booking.c.released_at.is_(None)))
        ]
        allowed = [dict(row._mapping) for row in conn.execute(select(_override).where(_override.c.ended_at.is_(None)))]
    db.dispose()
    wrong = unexplained(bookings, allowed)
    known = {"moved", "doubled", "clash", "stale", "unchanged"}
    wrong += [f"{count} × {what}" for what, count in told.items() if what not in known]
    if told.total() != drags:
        wrong.append(f"{told.total()} drags instead of {drags}")
    return {"drags": told.total(), "told": dict(told), "doubled_now": len(overlapping(bookings)), "wrong": wrong}


def overlapping(bookings: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every two bookings of one resource that block the same time, looked at one by one."""
    return [
        (one, other)
        for index, one in enumerate(bookings)
        for other in bookings[index + 1 :]
        if one["resource_no"] == other["resource_no"]
        and one["blocked_from"] < other["blocked_to"]
        and other["blocked_from"] < one["blocked_to"]
    ]


def unexplained(bookings: list[dict[str, Any]], allowed: list[dict[str, Any]]) -> list[str]:
    """Overlaps that no holding override names with both bookings, the manager and his reason."""
    named = {frozenset((row["booking_id"], row["clash_id"])) for row in allowed if row["by_id"] and row["reason"]}
    return [
        f"{one['id']} and {other['id']} overlap, and nobody allowed it"
        for one, other in overlapping(bookings)
        if frozenset((one["id"], other["id"])) not in named
    ]


def drag(
    db_url: str,
    people: dict[str, Any],
    orders: list[str],
    opens: datetime,
    count: int,
    seed: int,
    number: int,
    pipe: Pipe,
) -> None:
    """One dispatcher: every fourth is a manager, who doubles a time in one drag of three."""
    chance, told = random.Random(seed), Counter[str]()
    manager = number % 4 == 0
    role = Role.STATION_MANAGER if manager else Role.COORDINATOR
    employee = people["manager" if manager else "coordinator"]
    actor = Actor.of(
        id=employee, kind="person", name="P4", employee_id=employee, grants=[Grant(role, people["station"])]
    )
    db = Database(db_url, pool=2)
    try:
        for _ in range(count):
            reason = "客户停产" if manager and chance.random() < 0.34 else None
            command = commands.Move(
                employee_id=chance.choice(people["engineers"]), starts_at=opens + chance.randrange(SLOTS) * SLOT,
                duration_minutes=chance.choice((30, 60, 90, 120)), travel_minutes=chance.choice((0, 15, 30)),
                reason="和客户说好了", override_reason=reason,
            )  # fmt: skip
            told[_attempt(db, actor, chance.choice(orders), command)] += 1
    finally:
        pipe.send(told)
        db.dispose()


def _attempt(db: Database, actor: Actor, order: str, command: commands.Move, tries: int = 6) -> str:
    """What came of one drag from what was seen a moment before; a deadlock's loser starts over, as the edge does."""
    with db.read() as conn:
        seen = conn.execute(select(_order.c.version).where(_order.c.id == order)).scalar_one()
    for _ in range(tries):
        try:
            with db.write() as conn:
                unit = Unit(db, conn, actor, match=seen, path_id=order)
                done = assignment.move(unit, order, command)
                doubled = conn.execute(
                    select(_booking.c.override_reason).where(_booking.c.id == done["booking_id"])
                ).scalar_one()
        except Stale:
            return "stale"
        except Clash as refused:
            named = refused.members["clash"]
            return "clash" if named["starts_at"] and named["kind"] == "job" else "unnamed clash"
        except Exception as error:
            if getattr(getattr(error, "orig", None), "sqlstate", None) in ("40001", "40P01"):
                continue
            return f"{type(error).__name__}: {error}"[:200]
        return "doubled" if doubled else "moved"
    return "deadlocks"
