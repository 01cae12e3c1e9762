"""P1: acknowledged work survives process death. The replica is killed at random under writes; a journal is compared.

Acknowledged: there exactly once. Unknown (sent, no whole answer): there once or not at all. Refused: not there. Every
change has its fact and every fact its change, and once the sequencer caught up every fact has its place in the feed.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import func, select

from api import models
from api.events.anchors import Anchors
from api.events.verify import verify
from api.kit.db import Database
from api.kit.ids import new_id
from tests.promises.ground import Ground, Replica
from tests.promises.wire import Cut, Wire

FULL = {"kills": 200, "writers": 8, "ready_within_seconds": 5}
REDUCED = {"kills": 2, "writers": 4, "ready_within_seconds": 30}
State = Literal["sent", "acknowledged", "refused"]
_case, _event = models.service_requests.ServiceRequest.__table__, models.events.Event.__table__
_position, _personal = models.events.EventPosition.__table__, models.events.EventPersonal.__table__
_customer = models.customers.Customer.__table__


@dataclass
class Operation:
    """One write: `mark` is a text that only it brings in."""

    kind: Literal["take in", "note", "edit", "customer"]
    mark: str
    subject_id: str
    state: State = "sent"
    """`sent` for good: whether it was done is unknown."""
    answer: int = 0
    """Status of the answer; only an edit may be refused, because another came first (412)."""


@dataclass
class Journal:
    """All operations in the order in which they were sent."""

    operations: list[Operation] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    """Cases whose making was acknowledged."""

    def answered(self, operation: Operation, status: int) -> None:
        """Note what came of an operation."""
        operation.answer = status
        operation.state = "acknowledged" if status < 300 else "refused"
        if operation.kind == "take in" and operation.state == "acknowledged":
            self.taken.append(operation.subject_id)

    def reading(self, chance: random.Random) -> str:
        """A path that a reader may ask for now: a case of these, a list, or who he is."""
        own = f"service-requests/{chance.choice(self.taken)}" if self.taken else "customers"
        return chance.choice([own, "service-requests?limit=10", "me"])

    def counts(self) -> dict[str, int]:
        """How many of each state."""
        return dict(Counter("unknown" if op.state == "sent" else op.state for op in self.operations))


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many kills, each up to two seconds after the first answer to so many writers."""
    chance, journal = random.Random(seed), Journal()
    ready: list[float] = []
    replica = ground.replica()
    try:
        for _ in range(counts["kills"]):
            ready.append(replica.start())
            asyncio.run(_load(ground, replica, ground.token("CO"), journal, counts["writers"], chance))
        ready.append(replica.start())
        with ground.database() as db:
            caught_up(db)
    finally:
        replica.stop()
    with ground.database() as db:
        found = compare(db, journal, Anchors(ground.folder / "data"))
    states = journal.counts()
    if not states.get("acknowledged"):
        found["wrong"].append("nothing was acknowledged, so nothing could be lost")
    if max(ready) > counts["ready_within_seconds"]:
        found["wrong"].append(f"ready after {max(ready):.2f} s, not within {counts['ready_within_seconds']} s")
    return {
        "kills": counts["kills"], "operations": len(journal.operations), **states,
        "kinds": dict(Counter(op.kind for op in journal.operations)), **found, "ready_seconds_max": round(max(ready), 2),
        "held": not found["wrong"],
    }  # fmt: skip


async def _load(
    ground: Ground, replica: Replica, token: str, journal: Journal, writers: int, chance: random.Random
) -> None:
    """Writers write until the replica is dead."""
    dead = asyncio.Event()

    known, patience = len(journal.operations), time.monotonic() + 30

    def begun() -> bool:  # on a busy machine the first answer takes its time, and a kill before it would show little
        return any(op.state == "acknowledged" for op in journal.operations[known:])

    async def killer() -> None:
        while not begun() and time.monotonic() < patience:
            await asyncio.sleep(0.02)
        await asyncio.sleep(chance.uniform(0.0, 2.0))
        replica.kill()
        dead.set()

    await asyncio.gather(
        killer(), *(_write(ground, replica.port, token, journal, dead, chance) for _ in range(writers))
    )


async def _write(
    ground: Ground, port: int, token: str, journal: Journal, dead: asyncio.Event, chance: random.Random
) -> None:
    wire = Wire(port, token)
    while not dead.is_set():
        operation, method, path, body, headers = another(ground, journal, chance)
        journal.operations.append(operation)
        try:
            reply = await wire.send(method, path, body, **headers)
        except Cut:
            await asyncio.sleep(0.01)
            continue
        journal.answered(operation, reply.status)
    wire.close()


def another(
    ground: Ground, journal: Journal, chance: random.Random, name: str = "P1"
) -> tuple[Operation, str, str, dict[str, Any], dict[str, str]]:
    """One more write, with the request that asks for it."""
    world, mark, id = ground.world, f"{name} {len(journal.operations)} {chance.getrandbits(64):016x}", new_id()
    key = {"Idempotency_Key": mark.replace(" ", "-")}
    kind = chance.choice(["take in", "take in", "note", "note", "edit", "customer"]) if journal.taken else "take in"
    if kind == "take in":
        body = {
            "id": id, "channel": "counter", "subject": mark, "group": "hardware_repair", "fault_kind": "hardware",
            "customer_id": world.customers["A1"], "contact_id": world.contacts["A1"], "asset_id": world.assets["A1"],
        }  # fmt: skip
        return Operation("take in", mark, id), "POST", "service-requests", body, key
    if kind == "customer":
        body = {"id": id, "kind": "company", "name": mark, "confirmed_new": True}
        return Operation("customer", mark, id), "POST", "customers", body, key
    case = chance.choice(journal.taken)
    if kind == "note":
        return Operation("note", mark, case), "POST", f"service-requests/{case}/note", {"text": mark}, key
    version = '"1"' if chance.random() < 0.5 else '"2"'
    edit = Operation("edit", mark, case)
    return edit, "PATCH", f"service-requests/{case}", {"description": mark}, {"If_Match": version}


def caught_up(db: Database, seconds: float = 60) -> None:
    """Wait until every fact has its place.

    :raises TimeoutError: the sequencer does not come to an end.
    """
    end = time.monotonic() + seconds
    waiting = select(func.count()).select_from(_event.outerjoin(_position, _position.c.seq == _event.c.seq))
    while time.monotonic() < end:
        with db.read() as conn:
            if not conn.execute(waiting.where(_position.c.seq.is_(None))).scalar_one():
                return
        time.sleep(0.1)
    raise TimeoutError("facts are left without a place in the feed")


def compare(db: Database, journal: Journal, anchors: Anchors | None = None) -> dict[str, Any]:
    """What the database holds beside what the journal says; `wrong` names each difference."""
    with db.read() as conn:
        facts = conn.execute(
            select(_event.c.type, _event.c.subject_id, _event.c.subject_version, _personal.c.data).outerjoin(
                _personal, _personal.c.event_id == _event.c.id
            )
        ).all()
        cases = {
            row.id: row for row in conn.execute(select(_case.c.id, _case.c.version, _case.c.number, _case.c.subject))
        }
        customers = dict(conn.execute(select(_customer.c.id, _customer.c.name)).all())
        integrity = conn.exec_driver_sql("PRAGMA integrity_check").scalar() if db.is_sqlite else "ok"
        places = list(conn.execute(select(_position.c.position).order_by(_position.c.position)).scalars())
        events = conn.execute(select(func.count()).select_from(_event)).scalar_one()
    marks: Counter[tuple[str, str]] = Counter()
    versions: dict[str, set[int]] = {}
    for fact in facts:
        if fact.type.startswith("service_request."):
            versions.setdefault(fact.subject_id, set()).add(fact.subject_version)
        if fact.type == "customer.registered":  # tells no name
            marks[fact.subject_id, customers.get(fact.subject_id, "")] += 1
        for value in _texts(fact.data):
            marks[fact.subject_id, value] += 1
    wrong: list[str] = []
    for op in journal.operations:
        told = marks[op.subject_id, op.mark]
        if op.state == "refused" and (op.kind, op.answer) != ("edit", 412):
            wrong.append(f"{op.kind} {op.mark}: refused with {op.answer}")
        there = {"take in": op.subject_id in cases, "customer": op.subject_id in customers}.get(op.kind, bool(told))
        allowed = {"acknowledged": (1,), "sent": (0, 1), "refused": (0,)}[op.state]
        if told not in allowed:
            wrong.append(f"{op.kind} {op.mark}: {op.state}, but {told} facts tell of it")
        if there != bool(told):
            wrong.append(f"{op.kind} {op.mark}: row {there}, facts {told}")
    known = {op.subject_id for op in journal.operations}
    wrong += [f"case {id} was never asked for" for id in cases.keys() - known]
    wrong += [
        f"case {id} is at version {row.version}, its facts tell of {sorted(versions.get(id, ()))}"
        for id, row in cases.items()
        if versions.get(id) != set(range(1, row.version + 1))
    ]
    wrong += [f"facts tell of case {id}, which is not there" for id in versions.keys() - cases.keys()]
    numbers = Counter(row.number for row in cases.values())
    wrong += [f"number {number} was given {count} times" for number, count in numbers.items() if count > 1]
    if integrity != "ok":
        wrong.append(f"integrity_check: {integrity}")
    if places != list(range(1, events + 1)):
        wrong.append(f"the feed has {len(places)} places up to {places[-1] if places else 0} for {events} facts")
    report = verify(db, anchors)
    if not report.whole:
        wrong.append(str(report))
    return {"cases": len(cases), "facts": events, "wrong": wrong[:50], "wrong_count": len(wrong)}


def _texts(data: Any) -> set[str]:
    """All texts in the personal values of a fact."""
    if isinstance(data, str):
        return {data}
    if isinstance(data, dict):
        return {text for value in data.values() for text in _texts(value)}
    return set()
