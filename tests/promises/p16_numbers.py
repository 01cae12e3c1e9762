"""P16: numbers are unique. Many creates at once over two replicas, one of which is killed and started again meanwhile.

A rolled-back create gives its number to the next one, so the day's numbers have no gaps either.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from typing import Any

from sqlalchemy import select

from api import models
from api.kit.db import Database
from tests.promises.ground import Ground, Replica
from tests.promises.wire import Cut, Wire

FULL = {"creates": 10_000, "kills": 5}
REDUCED = {"creates": 40, "kills": 0}
WRITERS = 8
_case = models.service_requests.ServiceRequest.__table__


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many creates from writers on both replicas; gives how many rows there are and what is wrong with their numbers."""
    tokens = [ground.token("HL"), ground.token("CO")]
    with ground.replica() as one, ground.replica(SIBU_WORKER="0") as other:
        unknown = asyncio.run(_all(ground, one, other, tokens, counts, random.Random(seed)))
    with ground.database() as db:
        found = compare(db)
    enough = counts["creates"] <= found["rows"] <= counts["creates"] + unknown
    return {"creates": counts["creates"], "tries_without_answer": unknown, "kills": counts["kills"], **found,
            "held": enough and not found["wrong"]}  # fmt: skip


async def _all(
    ground: Ground, one: Replica, other: Replica, tokens: list[str], counts: dict[str, int], chance: random.Random
) -> int:
    left, unknown = counts["creates"], 0
    at = sorted(chance.sample(range(1, counts["creates"]), counts["kills"]))

    async def writer(replica: Replica, token: str) -> None:
        nonlocal left, unknown
        wire = Wire(replica.port, token)
        while left > 0:
            left -= 1
            body = {
                "channel": "counter", "subject": "P16", "group": "consultation",
                "customer_id": ground.world.customers["A1"],
            }  # fmt: skip
            try:
                reply = await wire.send("POST", "service-requests", body)
            except Cut:
                left += 1
                unknown += 1
                await asyncio.sleep(0.05)
                continue
            if reply.status != 201:
                raise RuntimeError(f"{reply.status} {reply.body[:300]!r}")
        wire.close()

    async def killer() -> None:
        for number in at:
            while counts["creates"] - left < number and left > 0:
                await asyncio.sleep(0.02)
            await asyncio.to_thread(other.kill)
            await asyncio.to_thread(other.start)

    writers = [writer((one, other)[n % 2], tokens[n % 2]) for n in range(WRITERS)]
    await asyncio.gather(killer(), *writers)
    return unknown


def compare(db: Database) -> dict[str, Any]:
    """What is wrong with the numbers of all cases."""
    with db.read() as conn:
        numbers = list(conn.execute(select(_case.c.number)).scalars())
    series = Counter(number.rpartition("-")[0] for number in numbers)
    return {"rows": len(numbers), "series": dict(series), "wrong": wrong_with(numbers)[:50]}


def wrong_with(numbers: list[str]) -> list[str]:
    """Numbers given twice, and gaps in a series."""
    series: dict[str, list[int]] = {}
    for number in numbers:
        name, _, running = number.rpartition("-")
        series.setdefault(name, []).append(int(running))
    wrong = [f"{number} was given {count} times" for number, count in Counter(numbers).items() if count > 1]
    for name, given in series.items():
        missing = sorted(set(range(1, max(given) + 1)) - set(given))
        wrong += [f"{name}: {len(missing)} numbers are missing, from {missing[0]} on"] if missing else []
    return wrong
