"""The contested part of P15: eight processes behind a barrier want the one piece that is left."""

from __future__ import annotations

from collections import Counter
from multiprocessing.connection import Connection as Pipe
from typing import Any

from sqlalchemy import func, select

from api import models, routes
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from api.parts.movements import schemas as move
from api.parts.movements import service as movements
from api.parts.problems import StockShort
from api.parts.reservations import schemas as reserve
from api.parts.reservations import service as reservations
from api.parts.transfers import schemas as transfer
from api.parts.transfers import service as transfers
from tests.processes import context
from tests.promises import p15_ground
from tests.promises.p15_ground import unit_of
from tests.world import World

RACERS = 8
WAYS = ("issue", "reserve", "send", "mixed")
_movement = models.stock.StockMovement.__table__
_kept = models.stock_reservations.StockReservation.__table__
_ = routes  # the room of orders tells the one of parts how to find one


def run(db: Database, url: str, world: World, races: int) -> dict[str, Any]:
    """So many races, each for a part of its own of which one piece lies in the store."""
    ground = p15_ground.build(db, world, "P15R")
    orders = [p15_ground.order(db, world) for _ in range(RACERS)]
    parts = [p15_ground.part(db, f"P15R-{n}") for n in range(races)]
    for start in range(0, races, 100):
        with unit_of(db) as unit:
            lines = [move.Received(part_id=part, quantity=1, value_fen=100) for part in parts[start : start + 100]]
            movements.receive(unit, move.Receive(to_place_id=ground.store, lines=lines))
    barrier, pipes, people = context.Barrier(RACERS), [], []
    for number in range(RACERS):
        ours, theirs = context.Pipe()
        wanted = (ground.store, ground.bins[0], orders[number], parts)
        person = context.Process(target=race, args=(url, number, wanted, barrier, theirs), daemon=True)
        person.start()
        pipes.append(ours)
        people.append(person)
    told = [pipe.recv() if pipe.poll(120 + races * 2) else ["silent"] * races for pipe in pipes]
    for each in people:
        each.join(30)
    outcomes = [Counter(round_) for round_ in zip(*told, strict=True)]
    return {
        "races": len(outcomes), "racers": RACERS, "won": sum(found["won"] for found in outcomes),
        "told_what_is_left": sum(found["short"] for found in outcomes),
        "wrong": judge(outcomes, races) + effects(db, parts),
    }  # fmt: skip


def race(url: str, number: int, wanted: tuple[str, str, str, list[str]], barrier: Any, pipe: Pipe) -> None:
    """One process: before each race it waits for the others."""
    db, told = Database(url, pool=2), []
    store, bin_, order, parts = wanted
    try:
        for index, part in enumerate(parts):
            way = WAYS[index % len(WAYS)]
            way = WAYS[number % 3] if way == "mixed" else way
            barrier.wait(120)
            told.append(attempt(db, way, part, store, bin_, order))
    except Exception as error:
        told += [f"{type(error).__name__}: {error}"[:200]] * (len(parts) - len(told))
    finally:
        pipe.send(told)
        db.dispose()


def attempt(db: Database, way: str, part: str, store: str, bin_: str, order: str, tries: int = 6) -> str:
    """`won`, `short` (refused and told what is left), or what else came; a deadlock's loser starts over, as at the edge."""
    for _ in range(tries):
        try:
            with db.write() as conn:
                _take(Unit(db, conn, SYSTEM), way, part, store, bin_, order)
        except StockShort as refused:
            return "short" if refused.members["short"]["available"] == 0 else "untold"
        except Exception as error:
            if getattr(getattr(error, "orig", None), "sqlstate", None) in ("40001", "40P01"):
                continue
            return f"{type(error).__name__}: {error}"[:200]
        return "won"
    return "deadlocks"


def _take(unit: Unit, way: str, part: str, store: str, bin_: str, order: str) -> None:
    if way == "issue":
        lines = [move.Piece(part_id=part, quantity=1)]
        movements.issue(unit, move.Issue(order_id=order, from_place_id=store, lines=lines))
    elif way == "reserve":
        wanted = reserve.ReservationCreate(order_id=order, part_id=part, quantity=1, place_id=store)
        reservations.reserve(unit, wanted)
    else:
        sent = transfer.Send(from_place_id=store, to_place_id=bin_, part_id=part, quantity=1)
        transfers.send(unit, sent)


def judge(outcomes: list[Counter[str]], races: int) -> list[str]:
    """Every race that did not end with one winner and seven who were told that nothing is left."""
    wrong = [
        f"race {number}: {dict(found)}"
        for number, found in enumerate(outcomes)
        if found != {"won": 1, "short": RACERS - 1}
    ]
    return wrong if len(outcomes) == races else [*wrong, f"{len(outcomes)} races ended, not {races}"]


def effects(db: Database, parts: list[str]) -> list[str]:
    """Every part whose last piece did not leave or was not kept exactly once, whatever the racers were told."""
    with db.read() as conn:
        left = _per_part(conn, _movement, parts, _movement.c.kind.in_(("issue", "transfer")))
        kept = _per_part(conn, _kept, parts, _kept.c.status == "held")
    totals = {part: left.get(part, 0) + kept.get(part, 0) for part in parts}
    return [f"{part}: the last piece was given {total} times" for part, total in totals.items() if total != 1]


def _per_part(conn: Any, table: Any, parts: list[str], clause: Any) -> dict[str, int]:
    found = conn.execute(
        select(table.c.part_id, func.count()).where(table.c.part_id.in_(parts), clause).group_by(table.c.part_id)
    )
    return {row[0]: row[1] for row in found}
