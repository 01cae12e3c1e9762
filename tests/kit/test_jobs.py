"""Background work survives the process, and its effects happen exactly once (stack.md, house rule 12)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import insert, select

from api import models
from api.kit import clock, jobs, numbering
from api.kit.db import Database
from api.kit.unit import Unit
from api.worker import unit_of

JOB = models.jobs.Job.__table__  # type: ignore[attr-defined]
COUNTER = numbering.NumberCounter.__table__  # type: ignore[attr-defined]
CANARY = "token-canary-4417"


def effect(name: str) -> jobs.Apply:
    """Something that the database itself counts: one row more."""

    def apply(unit: Unit) -> None:
        numbering.next_number(unit, "JOB", name, unit.now.date())

    return apply


def effects(db: Database, name: str = "one") -> int:
    """How often it happened."""
    with db.read() as conn:
        return conn.execute(select(COUNTER.c.last).where(COUNTER.c.station_code == name)).scalar() or 0


def job(db: Database) -> Any:
    """The only job."""
    with db.read() as conn:
        return conn.execute(select(JOB)).one()


def add(db: Database, kind: str, **more: Any) -> None:
    with db.write() as conn:
        jobs.enqueue(conn, clock.now(), [{"kind": kind} | more])


def take(db: Database) -> jobs.Claim:
    """The one due job."""
    (claim,) = jobs.claim(db, clock.now())
    return claim


@pytest.fixture
def moment() -> Iterator[Any]:
    """A clock that tests move."""
    with time_machine.travel("2026-03-02T02:00:00Z", tick=False) as traveller:
        yield traveller


@jobs.handler("test-one")
def one(_job: jobs.Claim) -> jobs.Apply:
    return effect("one")


def test_a_job_is_done_once(db: Database) -> None:
    add(db, "test-one")
    assert jobs.run(db, take(db), unit_of)
    assert jobs.claim(db, clock.now() + timedelta(days=1)) == []
    assert (effects(db), job(db).state) == (1, "done")


def test_a_key_is_known_for_good(db: Database) -> None:
    add(db, "test-one", key="slot:1")
    jobs.run(db, take(db), unit_of)
    add(db, "test-one", key="slot:1")
    assert jobs.claim(db, clock.now()) == []
    assert effects(db) == 1


def test_a_job_waits_until_it_is_due(db: Database, moment: Any) -> None:
    add(db, "test-one", due_at=clock.now() + timedelta(minutes=5))
    assert jobs.claim(db, clock.now()) == []
    moment.shift(timedelta(minutes=5))
    assert take(db).attempts == 1


def test_what_is_written_and_done_stand_or_fall_together(db: Database) -> None:
    """The effect is rolled back with the failure, and happens at the second try."""
    tries = []

    @jobs.handler("test-stumble")
    def stumble(_job: jobs.Claim) -> jobs.Apply:
        def apply(unit: Unit) -> None:
            effect("one")(unit)
            tries.append(1)
            if len(tries) == 1:
                raise ValueError(CANARY)

        return apply

    add(db, "test-stumble")
    with time_machine.travel("2099-01-01T00:00:00Z", tick=False) as later:
        assert not jobs.run(db, take(db), unit_of)
        assert effects(db) == 0
        later.shift(timedelta(minutes=1))
        assert jobs.run(db, take(db), unit_of)
    assert effects(db) == 1


def test_t26_a_recorded_error_names_the_place_and_not_the_message(db: Database, caplog: Any) -> None:
    @jobs.handler("test-secret")
    def leak(_job: jobs.Claim) -> None:
        raise ValueError(CANARY)

    add(db, "test-secret")
    jobs.run(db, take(db), unit_of)
    assert job(db).error.startswith("ValueError at test_jobs.py:")
    assert CANARY not in job(db).error + caplog.text


def test_a_job_that_keeps_failing_is_dead_after_its_attempts(db: Database, moment: Any) -> None:
    @jobs.handler("test-never")
    def never(_job: jobs.Claim) -> None:
        raise RuntimeError

    add(db, "test-never", max_attempts=3)
    for _ in range(3):
        assert job(db).state == "open"
        assert not jobs.run(db, take(db), unit_of)
        moment.shift(timedelta(hours=2))
    assert jobs.claim(db, clock.now()) == []
    assert job(db).state == "dead"


def test_a_job_that_kills_its_workers_is_dead_too(db: Database, moment: Any) -> None:
    """Nobody lives to record the failure: the claims themselves are counted."""
    add(db, "test-one", max_attempts=2)
    for _ in range(2):
        take(db)
        moment.shift(timedelta(minutes=1))
    assert not jobs.run(db, take(db), unit_of)
    assert (job(db).state, effects(db)) == ("dead", 0)


def test_who_lost_the_lease_writes_nothing(db: Database, moment: Any) -> None:
    """The first worker sleeps through its lease; a second one does the job; the first one's effects are rolled back."""
    add(db, "test-one")
    sleeper = take(db)
    moment.shift(jobs.LEASE + timedelta(seconds=1))
    successor = take(db)
    assert successor.attempts == 2
    assert not jobs.run(db, sleeper, unit_of)
    assert effects(db) == 0
    assert jobs.run(db, successor, unit_of)
    assert not jobs.run(db, sleeper, unit_of)
    assert effects(db) == 1


def test_a_heartbeat_keeps_a_slow_job(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "LEASE", timedelta(seconds=0.3))
    started, go_on = threading.Event(), threading.Event()

    @jobs.handler("test-slow")
    def slow(_job: jobs.Claim) -> jobs.Apply:
        started.set()
        go_on.wait(20)
        return effect("one")

    add(db, "test-slow")
    (claim,) = jobs.claim(db, clock.now())
    due_at = job(db).due_at
    thread = threading.Thread(target=jobs.run, args=(db, claim, unit_of))
    thread.start()
    started.wait(20)
    end = clock.monotonic() + 20
    while job(db).due_at < due_at + timedelta(seconds=0.3) and clock.monotonic() < end:
        clock.sleep(0.02)  # it is renewed, however slow this machine is
    renewed = job(db).due_at > due_at
    go_on.set()
    thread.join()
    assert renewed
    assert (effects(db), job(db).attempts, job(db).state) == (1, 1, "done")


def test_many_workers_share_the_jobs_without_doing_one_twice(db: Database) -> None:
    with db.write() as conn:
        jobs.enqueue(conn, clock.now(), [{"kind": "test-one"} for _ in range(40)])

    def work() -> None:
        while taken := jobs.claim(db, clock.now(), 3):
            for claim in taken:
                assert jobs.run(db, claim, unit_of)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert effects(db) == 40


def test_a_job_of_a_newer_program_is_kept(db: Database) -> None:
    add(db, "test-unheard-of")
    assert not jobs.run(db, take(db), unit_of)
    assert (job(db).state, job(db).error.split()[0]) == ("open", "UnknownKind")


def test_ended_jobs_are_forgotten_after_30_days(db: Database) -> None:
    old, now = clock.now() - timedelta(days=31), clock.now()
    row = {"kind": "x", "payload": {}, "due_at": old, "attempts": 1, "max_attempts": 1, "created_at": old}
    with db.write() as conn:
        conn.execute(
            insert(JOB),
            [row | {"key": state, "state": state, "ended_at": ended} for state, ended in
             (("done", old), ("dead", old), ("open", None))] + [row | {"key": "new", "state": "done", "ended_at": now}],
        )  # fmt: skip
        jobs.forget_old(unit_of(db, conn))
        assert set(conn.execute(select(JOB.c.key)).scalars()) == {"open", "new"}
