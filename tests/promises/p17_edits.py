"""P17: no lost update. Two dispatchers edit the same case at once, each with the version he read; one wins each pair."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from api import models
from api.kit.db import Database
from tests.promises.ground import Ground
from tests.promises.wire import Reply, Wire

FULL = {"pairs": 1000}
REDUCED = {"pairs": 24}
CASES = 5
_case, _event = models.service_requests.ServiceRequest.__table__, models.events.Event.__table__


@dataclass
class Pair:
    """Both answers to one pair of edits of a case that stood at `version`."""

    case: str
    version: int
    texts: tuple[str, str]
    replies: tuple[Reply, Reply]


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many pairs over two replicas and a few cases in turn."""
    tokens = [ground.token("CO"), ground.token("CO2")]
    with ground.replica() as one, ground.replica(SIBU_WORKER="0") as other:
        pairs = asyncio.run(_all(ground, [one.port, other.port], tokens, counts["pairs"], random.Random(seed)))
    with ground.database() as db:
        wrong = compare(db, pairs)
    return {
        "pairs": len(pairs), "replicas": 2,
        "won_by_first": sum(pair.replies[0].status == 200 for pair in pairs),
        "won_by_second": sum(pair.replies[1].status == 200 for pair in pairs),
        "refused_412": sum(reply.status == 412 for pair in pairs for reply in pair.replies),
        "wrong": wrong[:50], "held": not wrong and len(pairs) == counts["pairs"],
    }  # fmt: skip


async def _all(ground: Ground, ports: list[int], tokens: list[str], count: int, chance: random.Random) -> list[Pair]:
    wires = [Wire(port, token) for port, token in zip(ports, tokens, strict=True)]
    body = {
        "channel": "counter",
        "subject": "P17",
        "group": "consultation",
        "customer_id": ground.world.customers["A1"],
    }
    made = [(await wires[0].send("POST", "service-requests", body)).json() for _ in range(CASES)]
    versions = {case["id"]: case["version"] for case in made}
    pairs = []
    for number in range(count):
        case = made[number % CASES]["id"]
        texts = (f"P17 {number} a", f"P17 {number} b")
        match = f'"{versions[case]}"'

        async def edit(who: int, case: str = case, texts: tuple[str, str] = texts, match: str = match) -> Reply:
            await asyncio.sleep(chance.uniform(0, 0.002))
            return await wires[who].send(
                "PATCH", f"service-requests/{case}", {"description": texts[who]}, If_Match=match
            )

        pair = Pair(case, versions[case], texts, tuple(await asyncio.gather(edit(0), edit(1))))  # type: ignore[arg-type]
        pairs.append(pair)
        versions[case] = max((r.json().get("version", 0) for r in pair.replies), default=0)
    for wire in wires:
        wire.close()
    return pairs


def compare(db: Database, pairs: list[Pair]) -> list[str]:
    """Each pair that did not end with one winner and one who was told the winner's version; edits that got lost."""
    wrong, last, edits = [], {}, 0
    for number, pair in enumerate(pairs):
        statuses = sorted(reply.status for reply in pair.replies)
        if statuses != [200, 412]:
            wrong.append(f"pair {number}: answered {statuses}")
            continue
        winner = 0 if pair.replies[0].status == 200 else 1
        won, refused = pair.replies[winner].json(), pair.replies[1 - winner].json()
        if won["version"] != pair.version + 1 or won["description"] != pair.texts[winner]:
            wrong.append(f"pair {number}: the winner was shown something else")
        if refused.get("version") != pair.version + 1:
            wrong.append(f"pair {number}: the other was told version {refused.get('version')}")
        last[pair.case] = (pair.version + 1, pair.texts[winner])
        edits += 1
    with db.read() as conn:
        kept = {
            row.id: (row.version, row.description)
            for row in conn.execute(select(_case.c.id, _case.c.version, _case.c.description))
        }
        facts = conn.execute(
            select(_event.c.subject_version).where(
                _event.c.type == "service_request.edited", _event.c.subject_id.in_(last)
            )
        ).all()
    wrong += [
        f"case {id} holds {kept.get(id)}, last won {expected}"
        for id, expected in last.items()
        if kept.get(id) != expected
    ]
    if len(facts) != edits:
        wrong.append(f"{edits} edits won, {len(facts)} facts tell of them")
    return wrong
