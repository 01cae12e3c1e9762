"""P5: retrying is safe. Each create is sent five times in parallel with one key over two replicas; replies are cut.

Every key has one effect, every reply but one is a flagged repeat, all are byte-equal; other content under a used key is
refused. On SQLite the two replicas are processes that share the file.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from api import models
from api.kit.db import Database
from tests.promises.ground import Ground
from tests.promises.wire import Cut, Reply, Wire

FULL = {"creates": 1000, "sends": 5}
REDUCED = {"creates": 16, "sends": 5}
AT_ONCE = 3
CUT = 0.15
_case = models.service_requests.ServiceRequest.__table__
_event = models.events.Event.__table__


@dataclass
class Told:
    """What came back under one key."""

    key: str
    subject: str
    replies: list[Reply] = field(default_factory=list)
    cut: int = 0
    waited: int = 0
    """Answers `still-running` with Retry-After, after which it was sent again."""
    other_content: int | None = None


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many creates; gives rows, replies by kind, and every difference from what is promised."""
    token = ground.token("CO")
    with ground.replica() as one, ground.replica(SIBU_WORKER="0") as other:
        told = asyncio.run(_all(ground, [one.port, other.port], token, counts, random.Random(seed)))
    with ground.database() as db:
        wrong = compare(db, told)
        with db.read() as conn:
            rows = conn.execute(select(func.count()).select_from(_case)).scalar_one()
    replies = [reply for each in told for reply in each.replies]
    return {
        "creates": len(told), "replicas": 2, "rows": rows, "sent": sum(len(t.replies) + t.cut + t.waited for t in told),
        "first": sum("idempotent-replayed" not in reply.headers for reply in replies),
        "repeated": sum("idempotent-replayed" in reply.headers for reply in replies),
        "cut": sum(t.cut for t in told), "told_to_wait": sum(t.waited for t in told),
        "other_content_refused": sum(t.other_content == 422 for t in told),
        "wrong": wrong[:50], "held": not wrong and rows == len(told) == counts["creates"],
    }  # fmt: skip


async def _all(
    ground: Ground, ports: list[int], token: str, counts: dict[str, int], chance: random.Random
) -> list[Told]:
    told: list[Told] = []
    todo = iter(range(counts["creates"]))

    async def writer() -> None:
        wires = [Wire(ports[n % len(ports)], token) for n in range(counts["sends"])]
        for number in todo:
            told.append(await _one(ground, wires, number, chance))
        for wire in wires:
            wire.close()

    await asyncio.gather(*(writer() for _ in range(AT_ONCE)))
    return told


async def _one(ground: Ground, wires: list[Wire], number: int, chance: random.Random) -> Told:
    world = ground.world
    told = Told(f"P5-{number}-{chance.getrandbits(64):016x}", f"P5 {number}")
    body = {
        "channel": "counter", "subject": told.subject, "group": "hardware_repair", "fault_kind": "hardware",
        "customer_id": world.customers["A1"], "contact_id": world.contacts["A1"], "asset_id": world.assets["A1"],
    }  # fmt: skip

    async def send(wire: Wire, cut: bool) -> None:
        while True:
            try:
                reply = await wire.send("POST", "service-requests", body, cut=cut, Idempotency_Key=told.key)
            except Cut:
                told.cut += 1
                cut = False
                continue
            if reply.status == 409 and "retry-after" in reply.headers:
                told.waited += 1
                await asyncio.sleep(0.05)
                continue
            told.replies.append(reply)
            return

    await asyncio.gather(*(send(wire, chance.random() < CUT) for wire in wires))
    if number % 10 == 0:
        other = await wires[0].send("POST", "service-requests", body | {"subject": "x"}, Idempotency_Key=told.key)
        told.other_content = other.status
    return told


def compare(db: Database, told: list[Told]) -> list[str]:
    """Each difference between what was answered, what is kept, and what is promised."""
    wrong = []
    with db.read() as conn:
        rows = conn.execute(select(_case.c.id, _case.c.subject)).all()
        facts = Counter(
            conn.execute(select(_event.c.subject_id).where(_event.c.type == "service_request.created")).scalars()
        )
    kept: dict[str, list[str]] = {}
    for row in rows:
        kept.setdefault(row.subject, []).append(row.id)
    for each in told:
        bodies = {reply.body for reply in each.replies}
        fresh = sum("idempotent-replayed" not in reply.headers for reply in each.replies)
        if {reply.status for reply in each.replies} != {201}:
            wrong.append(f"{each.key}: answered {sorted(reply.status for reply in each.replies)}")
            continue
        if len(bodies) != 1:
            wrong.append(f"{each.key}: {len(bodies)} different answers")
        if fresh > 1 or (fresh == 0 and not each.cut):
            wrong.append(f"{each.key}: {fresh} answers are not flagged as repeats")
        ids = kept.pop(each.subject, [])
        if ids != [each.replies[0].json()["id"]] or facts[ids[0]] != 1:
            wrong.append(f"{each.key}: {len(ids)} rows and {sum(facts[id] for id in ids)} facts")
        if each.other_content not in (None, 422):
            wrong.append(f"{each.key}: other content was answered {each.other_content}")
    return wrong + [f"{len(ids)} rows for {subject}, which nobody sent" for subject, ids in kept.items()]
