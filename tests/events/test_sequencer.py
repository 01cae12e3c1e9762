"""The one order of all facts (house rule 5): no gap, nothing lost, one sequencer at a time (P27)."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DatabaseError

from api.events.later import later
from api.events.sequencer import BATCH, Sequencer
from api.events.verify import verify
from api.kit import clock, jobs, leases
from api.kit.db import Database
from api.kit.unit import Row, Unit
from api.worker import unit_of
from tests.conftest import POSTGRES
from tests.events.facts import CUSTOMER, EVENT, JOB, POSITION, CustomerRemarked, all_seqs, positions, remark, write
from tests.world import World


def test_every_fact_gets_a_position_without_gaps(db: Database, world: World) -> None:
    sequencer = Sequencer(db, "one")
    write(db, world.customers["A1"], 7)
    assert sequencer.step() == 7
    write(db, world.customers["B1"], 3)
    assert sequencer.step() == 3
    assert sequencer.step() == 0
    placed = positions(db)
    assert [position for position, _ in placed] == list(range(1, 11))
    assert {seq for _, seq in placed} == all_seqs(db)
    assert verify(db).whole


def test_a_backlog_longer_than_a_batch_is_worked_off(db: Database, world: World) -> None:
    with db.write() as conn:
        for _ in range(BATCH + 20):
            remark(conn, db, world.customers["A1"])
    sequencer = Sequencer(db, "one")
    assert [sequencer.step(), sequencer.step(), sequencer.step()] == [BATCH, 20, 0]
    assert verify(db).facts == BATCH + 20


@pytest.mark.skipif(not POSTGRES, reason="SQLite has one writer: commits follow the numbers")
def test_commits_in_another_order_than_numbers_lose_nothing(db: Database, world: World) -> None:
    """The pitfall of a cursor on `seq`: the later number is committed, read, and passed before the earlier one."""
    sequencer = Sequencer(db, "one")
    write(db, world.customers["B2"])
    assert sequencer.step() == 1
    slow = db.writer.connect()
    transaction = slow.begin()
    remark(slow, db, world.customers["A1"], "先写，后提交")
    write(db, world.customers["B1"], 2)
    assert sequencer.step() == 2, "a running transaction holds nobody else up"
    transaction.commit()
    slow.close()
    assert sequencer.step() == 1
    placed = positions(db)
    assert [position for position, _ in placed] == [1, 2, 3, 4]
    assert {seq for _, seq in placed} == all_seqs(db)
    assert [seq for _, seq in placed] != sorted(seq for _, seq in placed), "the case was not reproduced"
    assert verify(db).whole


@pytest.mark.skipif(not POSTGRES, reason="SQLite has one writer")
def test_facts_about_one_row_keep_their_order(db: Database, world: World) -> None:
    """The transaction with the lower id changes the row after the one with the higher id was committed."""
    sequencer = Sequencer(db, "one")
    early = db.writer.connect()
    transaction = early.begin()
    early.execute(text("SELECT pg_current_xact_id()"))
    write(db, world.customers["A1"])
    remark(early, db, world.customers["A1"], "第二")
    transaction.commit()
    early.close()
    assert sequencer.step() == 2
    with db.read() as conn:
        versions = conn.execute(
            select(EVENT.c.subject_version).join(POSITION, POSITION.c.seq == EVENT.c.seq).order_by(POSITION.c.position)
        ).scalars()
        assert list(versions) == [2, 3]


@pytest.mark.skipif(not POSTGRES, reason="transaction ids are PostgreSQL's")
def test_a_log_restored_into_another_server_goes_on(db: Database, world: World) -> None:
    """There, transactions count from elsewhere: the floor and the old facts lie in the future, or far in the past."""
    first = Sequencer(db, "one")
    write(db, world.customers["A1"], 2)
    assert first.step() == 2
    with db.write() as conn:
        conn.execute(text("ALTER TABLE event DISABLE TRIGGER event_append_only"))
        conn.execute(text("UPDATE event SET tx = '900000000000'::xid8"))
        conn.execute(text("ALTER TABLE event ENABLE TRIGGER event_append_only"))
        conn.execute(text("UPDATE lease SET note = '900000000001', ends_at = now() - interval '1 day'"))
    write(db, world.customers["A1"], 2)
    second = Sequencer(db, "two")
    assert second.step() == 2
    write(db, world.customers["A1"], 1)
    assert second.step() == 1
    assert [position for position, _ in positions(db)] == [1, 2, 3, 4, 5]


def test_two_sequencers_contest_and_positions_stay_unique(db: Database, world: World) -> None:
    """Both believe that the lease is theirs for the taking, over and over; writers go on meanwhile."""
    over, failures = threading.Event(), []

    def contend(name: str) -> None:
        sequencer = Sequencer(db, name)
        while not over.is_set():
            try:
                sequencer._renew_at = 0.0
                sequencer.step()
                with db.write() as conn:
                    conn.execute(update(models_lease()).values(ends_at=clock.now() - timedelta(minutes=1)))
                clock.sleep(0.002)
            except Exception as error:
                failures.append(error)
                return

    threads = [threading.Thread(target=contend, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    writers = [threading.Thread(target=write, args=(db, world.customers[code], 20)) for code in ("A1", "A2", "B1")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    over.set()
    for thread in threads:
        thread.join()
    assert not failures
    Sequencer(db, "last").step()
    placed = positions(db)
    assert [position for position, _ in placed] == list(range(1, 61))
    assert {seq for _, seq in placed} == all_seqs(db)
    assert verify(db).whole


def models_lease() -> object:
    return leases.LeaseRow.__table__  # type: ignore[attr-defined]


def test_p30_a_silent_holder_is_replaced_within_30_seconds(db: Database, world: World) -> None:
    with time_machine.travel("2026-03-02T02:00:00Z", tick=False) as moment:
        first, second = Sequencer(db, "one"), Sequencer(db, "two")
        first.step()
        second.step()
        assert (first.leading, second.leading) == (True, False)
        write(db, world.customers["A1"])
        moment.shift(timedelta(seconds=27))
        assert second.step() == 1, "takeover within 30 s, the look every 3 s included"
        first._renew_at = 0.0
        write(db, world.customers["A1"])
        assert first.step() == 0, "who slept through the lease writes nothing"
        assert not first.leading
        assert second.step() == 1


def test_a_clean_stop_hands_over_at_once(db: Database, world: World) -> None:
    first, second = Sequencer(db, "one"), Sequencer(db, "two")
    write(db, world.customers["A1"])
    first.step()
    first.resign()
    write(db, world.customers["A1"])
    assert second.step() == 1


@pytest.mark.parametrize("table", [EVENT, POSITION], ids=lambda table: table.name)
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_p27_the_database_refuses_to_change_the_log(db: Database, world: World, table: object, verb: str) -> None:
    write(db, world.customers["A1"])
    Sequencer(db, "one").step()
    change = {"update": lambda: update(table).values(seq=table.c.seq), "delete": lambda: delete(table)}[verb]()  # type: ignore[attr-defined]
    with pytest.raises(DatabaseError, match="append-only"), db.write() as conn:
        conn.execute(change)


def test_a_fact_and_its_change_stand_or_fall_together(db: Database, world: World) -> None:
    """A fault after either of them leaves neither (P27)."""
    customer = world.customers["A1"]

    def version() -> int:
        with db.read() as conn:
            return conn.execute(select(CUSTOMER.c.version).where(CUSTOMER.c.id == customer)).scalar_one()

    before = version()
    with suppress(ZeroDivisionError), db.write() as conn:
        remark(conn, db, customer)
        raise ZeroDivisionError
    assert (version(), all_seqs(db)) == (before, set())
    write(db, customer)
    assert (version(), len(all_seqs(db))) == (before + 1, 1)


def test_rule_12_a_later_reaction_happens_once_per_fact(db: Database, world: World) -> None:
    """Its job is queued in the transaction that gives the position, keyed by fact and reaction."""
    seen: list[tuple[str, str]] = []

    @later(CustomerRemarked)
    def note_it(unit: Unit, event: Row) -> None:
        seen.append((event.type, event.subject_id))

    write(db, world.customers["A1"], 2)
    sequencer = Sequencer(db, "one")
    sequencer.step()
    with db.write() as conn:  # the same facts asked for again, as after a crash
        queued = conn.execute(select(JOB.c.kind, JOB.c.key, JOB.c.payload)).all()
        jobs.enqueue(conn, clock.now(), [row._asdict() for row in queued])
    for job in jobs.claim(db, clock.now(), 10):
        assert jobs.run(db, job, unit_of)
    assert seen == [(CustomerRemarked.type, world.customers["A1"])] * 2


def test_the_head_is_anchored_hourly_and_at_the_stop(db: Database, world: World, tmp_path: Path) -> None:
    from api.events.anchors import Anchors

    anchors = Anchors(tmp_path)
    with time_machine.travel("2026-03-02T02:00:00Z", tick=False) as moment:
        sequencer = Sequencer(db, "one", anchors=anchors)
        for minutes in (0, 20, 45):
            moment.shift(timedelta(minutes=minutes))
            write(db, world.customers["A1"])
            sequencer._renew_at = 0.0
            sequencer.step()
        assert [anchor.position for anchor in anchors.read()] == [1, 3]
        write(db, world.customers["A1"])
        sequencer.step()
        sequencer.resign()
    assert [anchor.position for anchor in anchors.read()] == [1, 3, 4]
    assert verify(db, anchors).anchors == 3
