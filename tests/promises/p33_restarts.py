"""P33: restarts are invisible. Two replicas behind a balancer are restarted in turn by SIGTERM, while clients go on.

A replica that is asked to end says so on `/readyz`, goes on serving until the balancer has seen it (`SIBU_DRAIN`), closes
each connection with an answer, and ends. The balancer is the harness's own and does what the proxy in front of replicas
does: it asks who is ready, keeps connections, tries the other replica where none can be opened, and never sends a write
twice. No client may see a failed request, and the journal is compared as P1 compares it.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections import Counter
from typing import Any

from api.events.anchors import Anchors
from tests.promises.balancer import Balancer
from tests.promises.ground import Ground, Replica
from tests.promises.p01_kills import Journal, another, caught_up, compare
from tests.promises.wire import Cut, Wire

FULL = {"rolls": 20, "writers": 8}
REDUCED = {"rolls": 1, "writers": 4}
"""So often both replicas, one after the other."""
LIMIT_SECONDS = 30.0
DRAIN = "1"


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many rolling restarts under so many writers and half as many readers."""
    journal, failed, chance = Journal(), Counter[str](), random.Random(seed)
    with ground.replica(SIBU_DRAIN=DRAIN) as one, ground.replica(SIBU_DRAIN=DRAIN, SIBU_WORKER="0") as other:
        drained, balancer = asyncio.run(_all(ground, [one, other], journal, failed, counts, chance))
        with ground.database() as db:
            caught_up(db)
    with ground.database() as db:
        found = compare(db, journal, Anchors(ground.folder / "data"))
    last = [backend.last for backend in balancer.backends]
    wrong = judge(drained, failed, last, counts["rolls"] * 2) + balancer.failed + found["wrong"]
    return {
        "restarts": len(drained), "replicas": 2, "operations": len(journal.operations), **journal.counts(),
        "cases": found["cases"], "facts": found["facts"], "failed": sum(failed.values()), "answered_while_draining": sum(last),
        "sent_elsewhere": balancer.elsewhere, "drain_seconds_max": round(max(drained, default=-1.0), 2),
        "wrong": wrong[:50], "held": not wrong,
    }  # fmt: skip


def judge(drained: list[float], failed: Counter[str], last: list[int], wanted: int) -> list[str]:
    """What was seen beside what is promised; and whether anybody was served by a replica that was about to end."""
    wrong = [f"restart {n} took {took:.1f} s to end" for n, took in enumerate(drained) if took > LIMIT_SECONDS]
    wrong += [f"a client was answered {what}, {count} times" for what, count in failed.items()]
    if len(drained) != wanted:
        wrong.append(f"{len(drained)} restarts, not {wanted}")
    if not all(last):
        wrong.append(f"draining replicas answered {last} requests, so little is shown")
    return wrong


async def _all(
    ground: Ground, replicas: list[Replica], journal: Journal, failed: Counter[str], counts: dict[str, int],
    chance: random.Random,
) -> tuple[list[float], Balancer]:  # fmt: skip
    over, near, drained = asyncio.Event(), asyncio.Event(), []
    token = ground.token("CO")
    async with Balancer([replica.port for replica in replicas]) as balancer:

        async def restarts() -> None:
            try:
                for number in range(counts["rolls"] * 2):
                    while not all(backend.ready for backend in balancer.backends) or not journal.taken:
                        await asyncio.sleep(0.02)
                    near.set()
                    await asyncio.sleep(chance.uniform(0.1, 0.5))
                    replica = replicas[number % 2]
                    drained.append(await asyncio.to_thread(end, replica))
                    near.clear()
                    await asyncio.to_thread(replica.start)
            finally:
                over.set()

        clients = [
            _client(n, ground, token, balancer.port, journal, failed, over, near, chance)
            for n in range(counts["writers"])
        ]
        clients += [
            _client(-1 - n, ground, token, balancer.port, journal, failed, over, near, chance)
            for n in range(counts["writers"] // 2)
        ]
        await asyncio.gather(restarts(), *clients)
    return drained, balancer


def end(replica: Replica) -> float:
    """SIGTERM; gives the seconds until the process has ended, which is not helped along."""
    assert replica.process
    assert replica.process.pid
    begun = time.monotonic()
    os.kill(replica.process.pid, signal.SIGTERM)
    replica.process.join(2 * LIMIT_SECONDS)
    took = time.monotonic() - begun
    replica.stop()
    return took


async def _client(
    me: int,
    ground: Ground,
    token: str,
    port: int,
    journal: Journal,
    failed: Counter[str],
    over: asyncio.Event,
    near: asyncio.Event,
    chance: random.Random,
) -> None:
    """A writer, or a reader below zero; signs in anew every few minutes. Asks hastily while a restart is near."""
    wire, signed = Wire(port, token), time.monotonic()
    while not over.is_set():
        if time.monotonic() - signed > 300:
            wire.token, signed = await asyncio.to_thread(ground.token, "CO"), time.monotonic()
        if me < 0:
            try:
                reply = await wire.send("GET", journal.reading(chance))
                failed.update([str(reply.status)] if reply.status != 200 else [])
            except Cut:
                failed["nothing"] += 1
        else:
            operation, method, path, body, headers = another(ground, journal, chance, "P33")
            journal.operations.append(operation)
            try:
                reply = await wire.send(method, path, body, **headers)
            except Cut:
                failed["nothing"] += 1
                continue
            journal.answered(operation, reply.status)
            if operation.state == "refused" and reply.status != 412:
                failed[str(reply.status)] += 1
        await asyncio.sleep(chance.uniform(0, 0.1) if near.is_set() else chance.uniform(0.05, 0.5))
    wire.close()
