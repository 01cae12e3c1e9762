"""P22: a full disk is an interruption. One after the other three volumes are filled to the last byte under load, and freed.

The volumes are small file systems of their own (tmpfs), so that every write to a full one truly fails with
ENOSPC, in the database's own code, in ours and in the operating system's: data (the database, its write-ahead log, files),
temp (`TMPDIR`) and log (what the server says). A process may mount them without being root where it may have a name space
of its own, which is what Linux gives it unless a sandbox or an administrator forbids it; there, and on other systems, this
is told and not tried. On PostgreSQL the data volume is the server's `base`; its write-ahead log lies elsewhere, since a
server that cannot write that ends itself, which is P21's case.

While a volume is full every write is answered with success, 507 or 503 and tried again under its key; every read must
succeed. Pictures are sent with a checksum, which needs temp. Once there is space again all must be as before within a
minute; in the end the journal is compared as P1 compares it, which finds data without its fact and a fact without data.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import json
import multiprocessing
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.events.anchors import Anchors
from api.kit.db import sqlite_driver
from tests import processes
from tests.promises.ground import Ground, Replica, new_ground
from tests.promises.p01_kills import Journal, another, caught_up, compare
from tests.promises.p21_failovers import Server
from tests.promises.volumes import Volume, own_mounts, possible
from tests.promises.wire import Cut, Wire

FULL = {"rounds": 3, "full_ms": 15_000, "writers": 8, "spare_mb": 200}
REDUCED = {"rounds": 1, "full_ms": 600, "writers": 4, "spare_mb": 12}
"""So often each volume, for so long; the data volume has so much to spare."""
VOLUMES = ("data", "temp", "log")
MEGABYTES = {"sqlite": 4, "postgres": 52}
"""What the database takes before anything is written; so much more is there as a trial asks for, or it would fill by itself."""
LIMIT_SECONDS = 60.0
PATIENCE = 120.0
PICTURE = 96 * 1024


# -- the trial ---------------------------------------------------------------------------------------------------------
@dataclass
class Stage:
    """One volume full and freed again: what writes and reads were answered meanwhile, and seconds until all was as before."""

    volume: str
    was_full: bool = False
    writes: Counter[str] = field(default_factory=Counter)
    reads: Counter[str] = field(default_factory=Counter)
    resumed: float = -1.0


@dataclass
class Seen:
    """What clients saw: `stage` is where they are now; outside of one everything must succeed."""

    stage: Stage | None = None
    freed: float = 0.0
    """When there was space again, while not everybody has been answered since."""
    good: dict[int, float] = field(default_factory=dict)
    unexpected: Counter[str] = field(default_factory=Counter)
    pictures: int = 0

    def answered(self, me: int, what: str, status: int, sent: float) -> bool:
        """Note an answer; whether it was one for good."""
        refused = status in (503, 507)
        if self.stage:
            (self.stage.reads if what == "read" else self.stage.writes)[str(status)] += 1
        if refused and (what == "read" or not self.stage):
            self.unexpected[f"{what} {status}"] += 1
        if not refused:
            self.good[me] = sent
        return not refused


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """Each volume so often, in a process with mounts of its own; gives what was answered and what is wrong."""
    if impossible := possible():
        return {"wrong": [impossible], "held": False}
    kind, told = "sqlite" if ground.is_sqlite else "postgres", ground.folder / "p22.json"
    process = processes.context.Process(target=_inside, args=(ground, kind, counts, seed, told), daemon=False)
    process.start()
    process.join()
    if process.exitcode or not told.exists():
        return {"wrong": [f"the trial ended with {process.exitcode}"], "held": False}
    found: dict[str, Any] = json.loads(told.read_text("utf-8"))
    return found


def _inside(ground: Ground, kind: str, counts: dict[str, int], seed: int, told: Path) -> None:
    own_mounts()
    processes.context = multiprocessing.get_context("fork")  # type: ignore[assignment]
    size = MEGABYTES[kind] + counts["spare_mb"]
    with tempfile.TemporaryDirectory(prefix="sibu-volumes-") as folder:
        volumes = {name: Volume(Path(folder) / name, size if name == "data" else 4) for name in VOLUMES}
        with _on_volumes(ground, kind, volumes) as there:
            others = [volumes[name].mount() for name in ("temp", "log")]
            tempfile.tempdir = None  # the replica looks for its own
            try:
                found = _tried(there, volumes, counts, random.Random(seed))
            finally:
                for volume in others:
                    volume.unmount()
    told.write_text(json.dumps(found), "utf-8")


@contextmanager
def _on_volumes(ground: Ground, kind: str, volumes: dict[str, Volume]) -> Iterator[Ground]:
    """A database like the ground's whose data lie on the data volume."""
    data = volumes["data"]
    if kind == "sqlite":
        data.mount()
        with closing(sqlite_driver.connect(ground.url.removeprefix("sqlite:///"))) as conn:
            conn.execute("VACUUM INTO ?", (str(data.path / "sibu.db"),))
        try:
            yield Ground(f"sqlite:///{data.path / 'sibu.db'}", data.path, ground.world)
        finally:
            data.unmount()
        return
    with new_ground("postgres") as there:
        server = Server(there.url)
        server.control("stop", "-m", "fast")
        data.path = server.folder / "base"
        aside = data.path.rename(server.folder / "base.aside")
        _move(aside, data.mount().path)
        server.start()
        try:
            yield there
        finally:
            server.start_if_gone()
            server.control("stop", "-m", "fast")
            _move(data.path, aside)
            data.unmount()
            data.path.rmdir()
            aside.rename(data.path)


def _move(source: Path, target: Path) -> None:
    """What lies in one folder into another, which may be of another file system; owners stay."""
    owner = source.stat()
    shutil.copytree(source, target, dirs_exist_ok=True)
    for place in (target, *target.rglob("*")):
        os.chown(place, owner.st_uid, owner.st_gid)
    target.chmod(0o700)
    for place in source.iterdir():
        shutil.rmtree(place)


def _tried(there: Ground, volumes: dict[str, Volume], counts: dict[str, int], chance: random.Random) -> dict[str, Any]:
    journal, seen, stages = Journal(), Seen(), list[Stage]()
    replica = there.replica(TMPDIR=str(volumes["temp"].path))
    replica.log = volumes["log"].path / "replica.log"
    tokens = [there.token(role) for role in ("CO", "CO2")]
    with replica:
        asyncio.run(_all(there, replica, tokens, volumes, journal, seen, stages, counts, chance))
        with there.database() as db:
            caught_up(db)
    with there.database() as db:
        found = compare(db, journal, Anchors(there.folder / "data"))
    wrong = judge(stages, seen, counts["rounds"] * len(VOLUMES)) + found["wrong"]
    return {
        "stages": len(stages), "megabytes": {name: volume.megabytes for name, volume in volumes.items()},
        "operations": len(journal.operations), **journal.counts(), "cases": found["cases"], "facts": found["facts"],
        "pictures": seen.pictures,
        "writes_while_full": {v: dict(sum((s.writes for s in stages if s.volume == v), Counter())) for v in VOLUMES},
        "reads_while_full": {v: dict(sum((s.reads for s in stages if s.volume == v), Counter())) for v in VOLUMES},
        "resumed_seconds_max": round(max((stage.resumed for stage in stages), default=-1.0), 2),
        "wrong": wrong[:50], "held": not wrong,
    }  # fmt: skip


def judge(stages: list[Stage], seen: Seen, wanted: int) -> list[str]:
    """What was seen beside what is promised; and whether the disk was felt to be full."""
    wrong = [f"{what} was answered, {count} times" for what, count in seen.unexpected.items()]
    for stage in stages:
        if not stage.was_full:
            wrong.append(f"{stage.volume} was not full")
        if other := stage.writes.keys() - {"200", "201", "204", "412", "503", "507"}:
            wrong.append(f"{stage.volume} full: writes were answered {sorted(other)}")
        if set(stage.reads) != {"200"}:
            wrong.append(f"{stage.volume} full: reads were answered {dict(stage.reads)}")
        if stage.volume != "log" and not stage.writes["507"]:
            wrong.append(f"{stage.volume} full: nobody felt it: {dict(stage.writes)}")
        if not 0 <= stage.resumed <= LIMIT_SECONDS:
            wrong.append(f"{stage.volume} free: all was as before after {stage.resumed:.1f} s")
    if len(stages) != wanted:
        wrong.append(f"{len(stages)} times, not {wanted}")
    return wrong


async def _all(
    there: Ground, replica: Replica, tokens: list[str], volumes: dict[str, Volume], journal: Journal, seen: Seen,
    stages: list[Stage], counts: dict[str, int], chance: random.Random,
) -> None:  # fmt: skip
    over = asyncio.Event()
    clients = [_write(n, there, replica, tokens[n % 2], journal, seen, over, chance) for n in range(counts["writers"])]
    clients += [_read(100 + n, replica, tokens[n % 2], journal, seen, over, chance) for n in range(2)]
    clients += [_send_pictures(200, replica, tokens[0], seen, over, chance)]

    async def all_answered(since: float) -> bool:
        while len(seen.good) < len(clients) or min(seen.good.values()) < since:
            if time.monotonic() - since > PATIENCE:
                return False
            await asyncio.sleep(0.02)
        return True

    async def stage(name: str) -> None:
        volume, now = volumes[name], Stage(name)
        await all_answered(time.monotonic())
        seen.stage = now
        end = time.monotonic() + counts["full_ms"] / 1000
        felt = time.monotonic() + PATIENCE / 2
        while time.monotonic() < end or (not _felt(now) and time.monotonic() < felt):
            await asyncio.to_thread(volume.fill)
            now.was_full = now.was_full or volume.is_full()
            await asyncio.sleep(0.05)
        volume.free()
        freed = time.monotonic()
        resumed = await all_answered(freed)
        with contextlib.suppress(TimeoutError), there.database() as db:
            await asyncio.to_thread(caught_up, db, PATIENCE)
        now.resumed = time.monotonic() - freed if resumed else PATIENCE
        seen.stage = None
        stages.append(now)

    async def disk() -> None:
        try:
            for _ in range(counts["rounds"]):
                for name in VOLUMES:
                    await stage(name)
        finally:
            over.set()

    await asyncio.gather(disk(), *clients)


def _felt(stage: Stage) -> bool:
    """Whether enough was asked meanwhile: a busy machine needs longer."""
    return bool(stage.reads and stage.writes and (stage.volume == "log" or stage.writes["507"]))


async def _write(
    me: int, there: Ground, replica: Replica, token: str, journal: Journal, seen: Seen, over: asyncio.Event,
    chance: random.Random,
) -> None:  # fmt: skip
    wire = Wire(replica.port, token)
    while not over.is_set():
        operation, method, path, body, headers = another(there, journal, chance, "P22")
        journal.operations.append(operation)
        while True:
            sent = time.monotonic()
            try:
                reply = await wire.send(method, path, body, **headers)
            except Cut:
                seen.unexpected["nothing"] += 1
                break
            if not seen.answered(me, "write", reply.status, sent):
                await asyncio.sleep(chance.uniform(0.05, 0.3))
                if operation.kind == "edit":
                    break
                continue
            journal.answered(operation, reply.status)
            break
        await asyncio.sleep(chance.uniform(0.05, 0.2))
    wire.close()


async def _read(
    me: int, replica: Replica, token: str, journal: Journal, seen: Seen, over: asyncio.Event, chance: random.Random
) -> None:
    wire = Wire(replica.port, token)
    while not over.is_set():
        sent = time.monotonic()
        try:
            reply = await wire.send("GET", journal.reading(chance))
            seen.answered(me, "read", reply.status, sent)
            if reply.status != 200:
                seen.unexpected[f"read {reply.status}"] += 1
        except Cut:
            seen.unexpected["nothing"] += 1
        await asyncio.sleep(chance.uniform(0.02, 0.2))
    wire.close()


async def _send_pictures(
    me: int, replica: Replica, token: str, seen: Seen, over: asyncio.Event, chance: random.Random
) -> None:
    """Pictures in one part with its checksum; what was acknowledged must be there whole, and is then given up."""
    wire = Wire(replica.port, token)

    async def patiently(method: str, path: str, body: bytes | None = None, **headers: str) -> Any:
        while True:
            sent = time.monotonic()
            try:
                reply = await wire.send(method, path, body, Tus_Resumable="1.0.0", **headers)
            except Cut:
                seen.unexpected["nothing"] += 1
                continue
            if seen.answered(me, "write", reply.status, sent):
                return reply
            await asyncio.sleep(chance.uniform(0.05, 0.3))
            if over.is_set():
                return reply

    while not over.is_set():
        data = chance.randbytes(PICTURE)
        digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
        name = base64.b64encode(b"p22.png").decode()
        purpose = base64.b64encode(b"photo").decode()
        made = await patiently(
            "POST", "uploads", Upload_Length=str(PICTURE), Upload_Metadata=f"filename {name},purpose {purpose}"
        )
        if made.status != 201:
            seen.unexpected[f"announcement {made.status}"] += made.status not in (503, 507)
            continue
        path = made.headers["location"].removeprefix("/api/v1/")
        offset = int((await patiently("HEAD", path)).headers.get("upload-offset", 0))
        part = await patiently(
            "PATCH", path, data, Content_Type="application/offset+octet-stream", Upload_Offset=str(offset),
            Upload_Checksum=f"sha256 {digest}",
        )  # fmt: skip
        there = (await patiently("HEAD", path)).headers.get("upload-offset")
        if part.status == 204:
            seen.pictures += 1
        if part.status == 204 and there != str(PICTURE):
            seen.unexpected[f"a picture of which {there} bytes are there"] += 1
        elif part.status not in (204, 409, 503, 507):  # 409: a part of it lay there when the disk was full
            seen.unexpected[f"part {part.status}"] += 1
        await patiently("DELETE", path)
        await asyncio.sleep(chance.uniform(0.05, 0.2))
    wire.close()
