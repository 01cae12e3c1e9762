"""The worker as it runs: threads, processes, kills, a database that goes away."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from api.events.later import later
from api.events.sequencer import Sequencer
from api.events.verify import verify_log
from api.kit import clock, jobs, schema
from api.kit.db import Database
from api.kit.unit import Row, Unit
from api.main import create_app
from api.settings import Settings
from api.system import System
from api.worker import TOGETHER, Worker
from tests import processes
from tests.client import Api
from tests.conftest import POSTGRES
from tests.events.facts import JOB, CustomerRemarked, all_seqs, positions, write
from tests.kit.test_jobs import effects
from tests.live import worker_process
from tests.live.server import until
from tests.world import World


@pytest.fixture
def system(settings: Settings, db: Database) -> System:
    return System(settings, db)


@pytest.fixture
def worker(system: System) -> Iterator[Worker]:
    made = Worker(system)
    made.start()
    yield made
    assert made.stop()


@later(CustomerRemarked)
def count_remark(unit: Unit, event: Row) -> None:
    """A reaction that the database counts."""
    from api.kit import numbering

    numbering.next_number(unit, "JOB", "one", unit.now.date())


def test_a_worker_sequences_and_reacts(system: System, worker: Worker, world: World) -> None:
    write(system.db, world.customers["A1"], 5)
    system.wake()
    until(lambda: effects(system.db) == 5, "five reactions")
    numbers = [number for number, _ in positions(system.db)]  # also of what the rooms' own reactions told of the five
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 5
    assert verify_log(system).whole


def test_upkeep_is_planned_once_a_day(system: System, worker: Worker) -> None:
    other = Worker(system)
    other.start()

    def done() -> list[str]:
        with system.db.read() as conn:
            return list(conn.execute(select(JOB.c.state).where(JOB.c.kind == "upkeep")).scalars())

    until(lambda: done() == ["done"], "upkeep")
    assert other.stop()
    assert done() == ["done"]


def test_a_database_that_goes_away_is_waited_for(system: System, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    step, missing = (
        Sequencer.step,
        [OperationalError("", {}, OSError()), ValueError(), OperationalError("", {}, OSError())],
    )

    def away(self: Sequencer) -> int:
        if missing:
            raise missing.pop()
        return step(self)

    monkeypatch.setattr(Sequencer, "step", away)
    worker = Worker(system)
    worker.start()
    write(system.db, world.customers["A1"], 2)
    until(lambda: len(positions(system.db)) >= 2, "the sequencer goes on")
    assert worker.stop()


def test_what_is_written_in_a_row_is_looked_at_together(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []
    monkeypatch.setattr(Sequencer, "step", lambda self: looks.append(clock.monotonic()) or 0)
    worker = Worker(system)
    worker._sequencer.leading = True
    worker.start()
    began = clock.monotonic()
    for _ in range(300):
        system.wake()
        threading.Event().wait(0.001)
    took = clock.monotonic() - began
    assert worker.stop()
    assert 2 <= len(looks) <= took / TOGETHER + 3  # the first, and what rang at the stop


@pytest.mark.skipif(not POSTGRES, reason="SQLite lives in the process")
def test_broken_connections_are_replaced(system: System, worker: Worker, world: World) -> None:
    write(system.db, world.customers["A1"])
    until(lambda: len(positions(system.db)) >= 1, "first")
    with system.db.write() as conn:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        conn.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
    write(system.db, world.customers["A1"])
    until(lambda: len(positions(system.db)) >= 2, "after the break")


@pytest.mark.slow
def test_kill_9_in_the_middle_of_a_job_leaves_one_effect(db: Database, world: World, tmp_path: Path) -> None:
    """The first worker dies between the effect and the commit; a second one, started afresh, does the job once."""
    hang = tmp_path / "hang"
    hang.touch()
    with db.write() as conn:
        jobs.enqueue(conn, clock.now(), [{"kind": "test-crash"}])
    first = start(db, tmp_path, hang)
    try:
        until((tmp_path / "half-done-1").exists, "the effect, uncommitted")
        first.kill()
        assert ended(first) == -signal.SIGKILL
    finally:
        first.kill()
    hang.unlink()
    assert effects(db) == 0
    write(db, world.customers["A1"], 3)
    second = start(db, tmp_path, hang)
    try:
        until(lambda: effects(db) == 1, "another worker took over")
        until(lambda: len(positions(db)) == len(all_seqs(db)), "the sequencer's lease was taken over")
        second.terminate()
        assert ended(second) == 0, "SIGTERM drains and ends cleanly"
    finally:
        second.kill()
    with db.read() as conn:
        assert conn.execute(select(JOB.c.state, JOB.c.attempts).where(JOB.c.kind == "test-crash")).one() == ("done", 2)
    assert effects(db) == 1


def start(db: Database, folder: Path, hang: Path) -> BaseProcess:
    """A worker process on this database."""
    url = db.url.render_as_string(hide_password=False)
    process = processes.context.Process(target=worker_process.begin, args=(url, folder, hang), daemon=True)
    process.start()
    return process


def ended(process: BaseProcess) -> int | None:
    """Its exit code once it has ended."""
    process.join(30)
    return process.exitcode


def test_a_server_runs_its_worker_and_tells_its_health(settings: Settings, db: Database, world: World) -> None:
    with Api(create_app(replace(settings, worker=True), db)) as client:
        write(db, world.customers["A1"])
        until(lambda: len(positions(db)) >= 1, "the worker inside the server")
        assert client.get("http://testserver/healthz").json() == {"status": "alive"}
        assert client.get("http://testserver/readyz").json() == {"status": "ready"}


def test_a_database_of_another_revision_is_not_ready(
    settings: Settings, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "current", lambda _db: ("the-one-before", "this-one"))
    with Api(create_app(replace(settings, revisions=True), db)) as client:
        answer = client.get("http://testserver/readyz")
        assert (answer.status_code, answer.json().get("type")) == (503, "/problems/unavailable"), answer.text
        assert client.get("http://testserver/healthz").status_code == 200
