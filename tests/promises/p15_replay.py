"""Four years of real demand for spare parts, replayed as receipts and issues (shared/data/spare-parts-demand)."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from api.parts.movements import schemas as move
from api.parts.movements import service as movements
from tests.promises import p15_ground
from tests.shared_data import shared_data
from tests.world import World

SLIP = 100
"""Lines on one slip, at most."""
_position = models.stock.StockPosition.__table__


def demand() -> tuple[list[str], dict[str, list[int]]] | None:
    """The months, and by part the pieces used in each; a part that was not on sale yet used none."""
    source = shared_data("spare-parts-demand", "monthly-demand.csv")
    if source is None:
        return None
    with source.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return head[1:], {row[0]: [int(text) if text else 0 for text in row[1:]] for row in rows}


def run(db: Database, world: World, parts: int) -> dict[str, Any] | None:
    """Each month what is short is received and what was used is issued; gives what moved, and every difference."""
    known = demand()
    if known is None:
        return None
    months, used = known
    used = dict(list(used.items())[:parts])
    ground, order = p15_ground.build(db, world, "P15D"), p15_ground.order(db, world)
    ids = {number: p15_ground.part(db, f"D-{number}") for number in used}
    book = {number: [0, 0] for number in used}
    received = issued = slips = 0
    for index, month in enumerate(months):
        at = datetime.strptime(f"15 {month}", "%d %b-%y").replace(tzinfo=UTC)
        bring, take = [], []
        for number, pieces in used.items():
            wanted, stock = pieces[index], book[number]
            if wanted > stock[0]:  # order what is short and a month more, at a price that drifts
                coming = wanted - stock[0] + sum(pieces[index + 1 : index + 3])
                value = coming * (1_000 + 37 * index) + len(number)
                bring.append(move.Received(part_id=ids[number], quantity=coming, value_fen=value))
                stock[0] += coming
                stock[1] += value
                received += coming
            if wanted:
                take.append(move.Piece(part_id=ids[number], quantity=wanted))
                _leave(stock, wanted)
                issued += wanted
        for lines in _slips(bring):
            _do(db, at, movements.receive, move.Receive(to_place_id=ground.store, lines=lines))
            slips += 1
        for lines in _slips(take):
            _do(db, at, movements.issue, move.Issue(order_id=order, from_place_id=ground.store, lines=lines))
            slips += 1
    return {
        "parts": len(used), "months": len(months), "received": received, "issued": issued, "slips": slips,
        "wrong": compare(db, ground.store, {ids[number]: total for number, total in book.items()}),
    }  # fmt: skip


def _leave(stock: list[int], wanted: int) -> None:
    """The moving average, worked out once more: to the nearest fen, the last piece takes the rest."""
    worth = stock[1] if wanted == stock[0] else int((2 * stock[1] * wanted + stock[0]) / (2 * stock[0]))
    stock[0] -= wanted
    stock[1] -= worth


def _slips(lines: list[Any]) -> list[list[Any]]:
    return [lines[start : start + SLIP] for start in range(0, len(lines), SLIP)]


def _do(db: Database, at: datetime, verb: Any, command: Any) -> None:
    with db.write() as conn:
        verb(Unit(db, conn, SYSTEM, now=at), command)


def compare(db: Database, store: str, book: dict[str, list[int]]) -> list[str]:
    """Every part whose position is not what was received less what was issued."""
    with db.read() as conn:
        rows = conn.execute(select(_position).where(_position.c.place_id == store)).all()
    there = {row.part_id: [row.quantity, row.value_fen] for row in rows}
    return [
        f"{part}: {there.get(part, [0, 0])} in the store, {total} by the demand"
        for part, total in book.items()
        if there.get(part, [0, 0]) != total
    ]
