"""The bench itself: it measures what it says, and its gates fail when something is slow."""

from __future__ import annotations

import asyncio
import os
import threading
from array import array
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from typing import Any

import pytest

from api.kit.db import Database
from tests.bench import operations
from tests.bench.__main__ import CONCURRENCY, measure
from tests.bench.gates import GROWTH, LISTS, Measured
from tests.bench.load import Result
from tests.bench.operations import KINDS, prepare
from tests.bench.seed import grow
from tests.bench.serve import Server, app_of
from tests.bench.servers import Ground, Workers
from tests.world import World

NAMES = ("create", "read", "list", "page-1", "page-deep", "search", "serial", "change", "month")


class Here(Server):
    """A worker in a thread of this process."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.listens = threading.Event()

    def ready(self) -> None:
        self.listens.set()


@contextmanager
def served(kind: str, app: Any, db: Database) -> Iterator[int]:
    worker = Here(kind, app, db)
    worker.config.lifespan = "off"
    thread = threading.Thread(target=lambda: asyncio.run(worker.serve()))
    thread.start()
    try:
        assert worker.listens.wait(20)
        yield worker.port
    finally:
        worker.should_exit = True
        thread.join()


def slow(app: Any) -> Any:
    """The month's report takes 50 ms longer."""

    async def served_late(scope: Any, receive: Any, send: Any) -> None:
        if scope.get("path", "").endswith("/work-by-month"):
            await asyncio.sleep(0.05)
        await app(scope, receive, send)

    return served_late


def test_a_run_measures_every_operation_and_names_the_one_that_is_slow(
    db: Database, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "ORDERS", 6)
    grow(db, world, 400)
    url = db.url.render_as_string(hide_password=False)
    asked = prepare(db, world, url)
    assert tuple(op.name for op in asked) == NAMES
    with ExitStack() as stack:
        apps = {kind: app_of(kind, db, url, [asdict(op) for op in asked]) for kind in KINDS}
        apps["ours"] = slow(apps["ours"])
        workers = {
            kind: Workers([stack.enter_context(served(kind, app, db))], [os.getpid()]) for kind, app in apps.items()
        }
        found = measure("SQLite", [Ground(400, asked, workers)], 0.02, 1)
    assert found.asked() == [(400, name, concurrency) for name in NAMES for concurrency in CONCURRENCY]
    assert all(line.rounds[0].requests > 0 and line.errors == 0 for line in found.lines.values())
    told = [line for line in found.broken() if ", month at concurrency" in line]
    assert told, found.broken()
    assert found.figures()["broken"] == found.broken()
    found.print()


# -- the gates, each by figures that break it and nothing else ---------------------------------------------------------
def figures(**slower: float) -> Measured:
    """What everything would look like at 1 ms, ours half as fast as the fair route can be; named lines are slower."""
    made = Measured("SQLite", (20_000, 200_000), {20_000: 134, 200_000: 1_000})
    for cases in made.cases:
        for name in NAMES:
            for concurrency in CONCURRENCY:
                for kind in KINDS:
                    took = 0.001 * slower.get(f"{name} {kind}", 1.0) * slower.get(f"{name} {kind} {cases}", 1.0)
                    times = array("d", [took] * 98 + [slower.get(f"{name} last", took)] * 2)
                    errors = int(slower.get(f"{name} errors", 0))
                    result = Result(100, errors if kind == "ours" else 0, 100 * took, times, 0.1, 2**20)
                    made.line(cases, name, concurrency, kind).rounds.append(result)
    return made


def test_each_gate_holds_at_its_limit_and_fails_beyond_it() -> None:
    assert figures().broken() == []
    assert figures(**{"read ours": 2.0}).broken() == []
    [*broken] = figures(**{"read ours": 2.1}).broken()
    assert [line.split(":")[0] for line in broken] == [
        f"SQLite, {cases} cases, read at concurrency {number}" for cases in ("20,000", "200,000") for number in CONCURRENCY
    ]  # fmt: skip
    for name, limit in GROWTH.items():
        grown = {f"{name} {kind} 200000": limit * 1.05 for kind in KINDS}
        assert [line.split(":")[0] for line in figures(**grown).broken()] == [f"SQLite, {name}"], name
        assert figures(**{f"{name} {kind} 200000": limit * 0.99 for kind in KINDS}).broken() == []
    for name in LISTS:
        [line] = figures(**{f"{name} last": 0.11}).broken()
        assert line == f"SQLite, {name}: p99 110 ms, the gate is 100"
    deep = figures(**{f"page-deep {kind}": 1.4 for kind in KINDS}).broken()
    assert [line.split(":")[0] for line in deep] == [
        "SQLite, page 134 of 20,000 cases",
        "SQLite, page 1,000 of 200,000 cases",
    ]
    assert len([line for line in figures(**{"month errors": 1}).broken() if "1 errors of the ours route" in line]) == 4
