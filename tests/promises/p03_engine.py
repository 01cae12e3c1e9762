"""P3: the engine is safe under many connections. Eight writers on two replicas, while others force checkpoints and read.

SQLite alone. Its write-ahead log could lose committed rows when one connection began it anew while another committed (the
WAL-reset race, mended in 3.51.3); so connections of two processes write, one more forces checkpoints of every kind, one
holds the log back by reading for seconds, and in the end the journal is compared as P1 compares it. That an SQLite with
the race is refused is shown by the one of the standard library if it has it, else by its version alone.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3  # noqa: TID251 - the one that may have the race
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from api.events.anchors import Anchors
from api.kit import db as kit
from tests.promises.ground import Ground
from tests.promises.p01_kills import Journal, another, caught_up, compare
from tests.promises.wire import Cut, Wire

FULL = {"seconds": 7200, "writes": 10_000, "writers": 8, "think_ms": 1500}
REDUCED = {"seconds": 1, "writes": 40, "writers": 8, "think_ms": 60}
"""For so many seconds, and until so many writes were acknowledged."""
PATIENCE = 60
WAL_LIMIT = 64 * 2**20
TOKEN_SECONDS = 600
BURST = 10
"""So many writes in a row come without a thought in between, once in so many."""
KINDS = ("PASSIVE", "FULL", "RESTART", "TRUNCATE")
AFFECTED = (3, 51, 1)


@dataclass
class Seen:
    """What was seen beside the answers."""

    seconds: float = 0.0
    checkpoints: Counter[str] = field(default_factory=Counter)
    busy: int = 0
    """Checkpoints that found the log in use and gave up, as they should."""
    restarts: int = 0
    """How often the head of the log was found to be another: it was begun anew under the writers."""
    wal_peak: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    """Answers to users that are no answer of the rules, and connections that broke."""
    locked: int = 0
    """Lines of the replicas' logs that speak of a lock."""
    refused: str = ""
    """What a database of an affected SQLite was refused with."""
    slowest: float = 0.0


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """Write for so many seconds; gives what was acknowledged, the log's greatest size, and what is wrong."""
    journal, seen = Journal(), Seen(refused=gate(ground.folder))
    chance, path, over = random.Random(seed), Path(ground.url.removeprefix("sqlite:///")), threading.Event()
    helpers = [
        threading.Thread(target=force_checkpoints, args=(path, counts, random.Random(seed + 1), seen, over)),
        threading.Thread(target=read_at_length, args=(path, counts, random.Random(seed + 2), over)),
    ]
    with ground.replica() as one, ground.replica(SIBU_WORKER="0") as other:
        begun = time.monotonic()
        for helper in helpers:
            helper.start()
        try:
            asyncio.run(_all(ground, [one.port, other.port], journal, seen, counts, chance))
        finally:
            over.set()
            for helper in helpers:
                helper.join()
        seen.seconds = time.monotonic() - begun
        with ground.database() as db:
            caught_up(db)
        logs = [replica.log.read_text("utf-8", "replace") for replica in (one, other)]
    seen.locked = sum("locked" in line for log in logs for line in log.splitlines())
    with ground.database() as db:
        found = compare(db, journal, Anchors(ground.folder / "data"))
    states = journal.counts()
    wrong = [*judge(seen, states, counts), *found["wrong"]]
    return {
        "seconds": round(seen.seconds), "writers": counts["writers"], "replicas": 2,
        "sqlite": kit.sqlite_driver.sqlite_version, "gate": seen.refused, "operations": len(journal.operations), **states,
        "cases": found["cases"], "facts": found["facts"], "checkpoints": sum(seen.checkpoints.values()),
        "checkpoint_kinds": dict(seen.checkpoints), "checkpoints_busy": seen.busy, "log_begun_anew": seen.restarts,
        "wal_peak_bytes": seen.wal_peak, "errors": sum(seen.errors.values()), "locked": seen.locked,
        "slowest_answer_seconds": round(seen.slowest, 2), "wrong": wrong[:50], "held": not wrong,
    }  # fmt: skip


def judge(seen: Seen, states: dict[str, int], counts: dict[str, int]) -> list[str]:
    """What was seen beside what is promised; and whether enough was tried to show it."""
    wrong = [f"a user was answered {what}, {count} times" for what, count in seen.errors.items()]
    if seen.locked:
        wrong.append(f"the logs speak of locks {seen.locked} times")
    if seen.wal_peak > WAL_LIMIT:
        wrong.append(f"the write-ahead log grew to {seen.wal_peak} bytes")
    if "WAL-reset race" not in seen.refused:
        wrong.append(f"a database of an affected SQLite was not refused: {seen.refused or 'it was opened'}")
    if seen.seconds < counts["seconds"] or states.get("acknowledged", 0) < counts["writes"]:
        wrong.append(f"only {states.get('acknowledged', 0)} acknowledged in {seen.seconds:.0f} s")
    if not seen.restarts or set(seen.checkpoints) != set(KINDS):
        wrong.append(f"the log was begun anew {seen.restarts} times by {dict(seen.checkpoints)}, so little is shown")
    return wrong


def gate(folder: Path) -> str:
    """What a database is refused with whose SQLite has the race; empty if it is not."""
    affected: Any = sqlite3
    if kit.mended_sqlite(sqlite3.sqlite_version_info):
        affected = SimpleNamespace(**vars(sqlite3) | {"sqlite_version_info": AFFECTED, "sqlite_version": "3.51.1"})
    with patch.object(kit, "sqlite_driver", affected):
        db = kit.Database(f"sqlite:///{folder / 'affected.db'}", pool=1)
        try:
            db.assert_durable()
        except kit.UnsafeDatabase as refusal:
            return str(refusal)
        finally:
            db.dispose()
    return ""


def force_checkpoints(
    path: Path, counts: dict[str, int], chance: random.Random, seen: Seen, over: threading.Event
) -> None:
    """A checkpoint of each kind in turn, in threes as fast as they go; and the log's size, ten times a second or more."""
    wal, last, number = path.with_name(path.name + "-wal"), b"", 0
    pause = min(0.1, counts["think_ms"] / 4000)
    with closing(kit.sqlite_driver.connect(str(path), isolation_level=None)) as conn:
        conn.execute("PRAGMA busy_timeout=2000")
        while not over.wait(chance.uniform(0, 2 * pause)):
            seen.wal_peak = max(seen.wal_peak, wal.stat().st_size if wal.exists() else 0)
            head = head_of(wal)
            seen.restarts += bool(head and last and head != last)
            last = head or last
            if number % 12 < 4 or chance.random() < 0.25:
                kind = KINDS[number % len(KINDS)]
                busy, _, _ = conn.execute(f"PRAGMA wal_checkpoint({kind})").fetchone()
                seen.checkpoints[kind] += 1
                seen.busy += busy
            number += 1


def head_of(wal: Path) -> bytes:
    """Number and salts of the log (https://sqlite.org/fileformat2.html#walformat), which are new whenever it begins anew."""
    if not wal.exists():
        return b""
    with wal.open("rb") as file:
        return file.read(24)[12:]


def read_at_length(path: Path, counts: dict[str, int], chance: random.Random, over: threading.Event) -> None:
    """A reader that keeps its view for a while, behind which the log cannot begin anew, and then lets it go."""
    longest = min(10.0, counts["seconds"] / 4)
    with closing(kit.sqlite_driver.connect(str(path), isolation_level=None)) as conn:
        while not over.wait(chance.uniform(0, longest)):
            conn.execute("BEGIN")
            first = conn.execute("SELECT count(*) FROM event").fetchone()
            over.wait(chance.uniform(0, longest))
            assert conn.execute("SELECT count(*) FROM event").fetchone() == first
            conn.execute("ROLLBACK")


async def _all(
    ground: Ground, ports: list[int], journal: Journal, seen: Seen, counts: dict[str, int], chance: random.Random
) -> None:
    end, think = time.monotonic() + counts["seconds"], counts["think_ms"] / 1000

    def over() -> bool:
        late = time.monotonic() - end
        return late > PATIENCE or (late > 0 and acknowledged >= counts["writes"])

    acknowledged = 0

    async def writer(number: int) -> None:
        nonlocal acknowledged
        role = ("CO", "CO2")[number // 2 % 2]
        wire, signed = Wire(ports[number % len(ports)], await asyncio.to_thread(ground.token, role)), time.monotonic()
        burst = 0
        while not over():
            if time.monotonic() - signed > TOKEN_SECONDS:
                wire.token, signed = await asyncio.to_thread(ground.token, role), time.monotonic()
            operation, method, path, body, headers = another(ground, journal, chance, "P3")
            journal.operations.append(operation)
            asked = time.monotonic()
            try:
                reply = await wire.send(method, path, body, **headers)
            except Cut:
                seen.errors["nothing"] += 1
                continue
            seen.slowest = max(seen.slowest, time.monotonic() - asked)
            journal.answered(operation, reply.status)
            acknowledged += operation.state == "acknowledged"
            if operation.state == "refused" and reply.status != 412:
                seen.errors[str(reply.status)] += 1
            burst = BURST if not burst and chance.random() < 1 / BURST**2 else max(0, burst - 1)
            if not burst:
                await asyncio.sleep(chance.uniform(0, 2 * think))
        wire.close()

    await asyncio.gather(*(writer(number) for number in range(counts["writers"])))
