"""The record cannot be quietly changed (P27): every tampering is found, and the first bad row is named.

`SIBU_TEST_COUNTS=full` does a thousand of them.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, func, insert, select, text, update

from api.events.anchors import Anchor, Anchors
from api.events.chain import CONTENT, GENESIS, link
from api.events.sequencer import Sequencer
from api.events.verify import Report, verify
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import new_id
from tests.events.facts import EVENT, PERSONAL, POSITION, write
from tests.world import World

COUNT = 1000 if os.environ.get("SIBU_TEST_COUNTS") == "full" else 66
FACTS = 30
EVERY = 5
"""An anchor every so many facts: an hour, in this small log."""


class Undo(Exception):
    """Ends a tampering."""


@contextmanager
def tampering(db: Database) -> Any:
    """A connection of somebody who owns the database: no trigger, no foreign key stops him."""
    with db.writer.connect() as conn:
        if db.is_sqlite:
            conn.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        with conn.begin():
            if db.is_sqlite:
                for table in ("event", "event_position"):
                    for verb in ("update", "delete"):
                        conn.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_{verb}"))
            else:
                conn.execute(text("SET LOCAL session_replication_role = replica"))
            yield conn
        if db.is_sqlite:
            conn.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


def seq_at(conn: Connection, position: int) -> int:
    return conn.execute(select(POSITION.c.seq).where(POSITION.c.position == position)).scalar_one()


def rehash(conn: Connection, start: int) -> None:
    """What a clever forger does: make the chain agree again from here to the end."""
    previous = (
        conn.execute(select(POSITION.c.chain_hash).where(POSITION.c.position == start - 1)).scalar_one()
        if start > 1
        else GENESIS
    )
    joined = select(POSITION.c.position, *CONTENT).join(EVENT, EVENT.c.seq == POSITION.c.seq)
    rows = conn.execute(joined.where(POSITION.c.position >= start).order_by(POSITION.c.position)).all()
    for row in rows:
        previous = link(previous, row[0], tuple(row[1:]))
        conn.execute(update(POSITION).where(POSITION.c.position == row[0]).values(chain_hash=previous))


def edit(conn: Connection, at: int, dice: random.Random) -> Callable[[Report], bool]:
    column, value = dice.choice(
        [
            ("type", "customer.corrected"), ("subject_id", new_id()), ("subject_version", 99), ("actor_id", new_id()),
            ("occurred_at", clock.now()), ("recorded_at", clock.now()), ("data", {"count": 2}), ("personal_hash", None),
            ("station_id", None), ("case_id", new_id()), ("owner_id", new_id()), ("actor_kind", "person"),
        ]
    )  # fmt: skip
    conn.execute(update(EVENT).where(EVENT.c.seq == seq_at(conn, at)).values({column: value}))
    return lambda report: report.position == at


def edit_personal(conn: Connection, at: int, _dice: random.Random) -> Callable[[Report], bool]:
    event_id = conn.execute(select(EVENT.c.id).where(EVENT.c.seq == seq_at(conn, at))).scalar_one()
    conn.execute(update(PERSONAL).where(PERSONAL.c.event_id == event_id).values(data={"note": "另一句话"}))
    return lambda report: report.position == at


def remove(conn: Connection, at: int, _dice: random.Random) -> Callable[[Report], bool]:
    conn.execute(delete(EVENT).where(EVENT.c.seq == seq_at(conn, at)))
    return lambda report: report.position == at


def remove_both(conn: Connection, at: int, _dice: random.Random) -> Callable[[Report], bool]:
    seq = seq_at(conn, at)
    conn.execute(delete(POSITION).where(POSITION.c.position == at))
    conn.execute(delete(EVENT).where(EVENT.c.seq == seq))
    return lambda report: report.position == at


def close_the_gap(conn: Connection, at: int, dice: random.Random) -> Callable[[Report], bool]:
    """Remove one and move the others down."""
    found = remove_both(conn, at, dice)
    for position in range(at + 1, FACTS + 1):
        conn.execute(update(POSITION).where(POSITION.c.position == position).values(position=position - 1))
    return found


def swap(conn: Connection, at: int, dice: random.Random) -> Callable[[Report], bool]:
    other = dice.choice([p for p in range(1, FACTS + 1) if p != at])
    first, second = seq_at(conn, at), seq_at(conn, other)
    for position, seq in ((at, -1), (other, first), (at, second)):
        conn.execute(update(POSITION).where(POSITION.c.position == position).values(seq=seq))
    return lambda report: report.position == min(at, other)


def forge_hash(conn: Connection, at: int, _dice: random.Random) -> Callable[[Report], bool]:
    conn.execute(update(POSITION).where(POSITION.c.position == at).values(chain_hash="f" * 64))
    return lambda report: report.position == at


def slip_in(conn: Connection, at: int, _dice: random.Random) -> Callable[[Report], bool]:
    """A fact among older ones, with a place of its own."""
    row = dict(conn.execute(select(EVENT).where(EVENT.c.seq == seq_at(conn, at))).one()._mapping)
    conn.execute(insert(EVENT), row | {"id": new_id(), "seq": 10_000 + at})
    for position in range(FACTS, at - 1, -1):
        conn.execute(update(POSITION).where(POSITION.c.position == position).values(position=position + 1))
    conn.execute(insert(POSITION), {"position": at, "seq": 10_000 + at, "chain_hash": "0" * 64})
    return lambda report: report.position == at


def slip_in_without_place(conn: Connection, at: int, _dice: random.Random) -> Callable[[Report], bool]:
    """A fact below all that are settled: nobody would ever give it a position."""
    row = dict(conn.execute(select(EVENT).where(EVENT.c.seq == seq_at(conn, at))).one()._mapping)
    seq = -at
    conn.execute(insert(EVENT), row | {"id": new_id(), "seq": seq})
    if conn.dialect.name == "postgresql":
        conn.execute(text("UPDATE event SET tx = '3'::xid8 WHERE seq = :seq"), {"seq": seq})
    return lambda report: report.seq == seq


def cut_tail(conn: Connection, at: int, _dice: random.Random) -> Callable[[Report], bool]:
    at = min(at, FACTS - FACTS % EVERY)
    seqs = select(POSITION.c.seq).where(POSITION.c.position >= at)
    doomed = list(conn.execute(seqs).scalars())
    conn.execute(delete(POSITION).where(POSITION.c.position >= at))
    conn.execute(delete(EVENT).where(EVENT.c.seq.in_(doomed)))
    return lambda report: report.position == at


def rehash_all(conn: Connection, at: int, dice: random.Random) -> Callable[[Report], bool]:
    """Edit and make the whole chain agree again: only the anchors know, and tell between which of them it happened."""
    conn.execute(update(EVENT).where(EVENT.c.seq == seq_at(conn, at)).values(data={"count": dice.randrange(2, 99)}))
    rehash(conn, at)
    return lambda report: report.position <= at <= report.until < report.position + EVERY  # type: ignore[operator]


KINDS = (
    edit, edit_personal, remove, remove_both, close_the_gap, swap, forge_hash, slip_in, slip_in_without_place,
    cut_tail, rehash_all,
)  # fmt: skip


@pytest.fixture
def log(db: Database, world: World, tmp_path: Path) -> Anchors:
    """A log of 30 facts with anchors."""
    write(db, world.customers["A1"], FACTS)
    sequencer = Sequencer(db, "one")
    assert sequencer.step() == FACTS
    write(db, world.customers["A1"], 0)
    anchors = Anchors(tmp_path)
    with db.read() as conn:
        for row in conn.execute(select(POSITION).order_by(POSITION.c.position)):
            if row.position % EVERY == 0:
                anchors.write(Anchor(clock.now(), row.position, row.chain_hash))
    assert verify(db, anchors).whole
    return anchors


def test_p27_every_tampering_is_found_and_the_first_bad_row_named(db: Database, log: Anchors) -> None:
    dice = random.Random(20260302)
    keep = _snapshot(db)
    for number in range(COUNT):
        kind, at = KINDS[number % len(KINDS)], dice.randint(1, FACTS)
        with tampering(db) as conn:
            found = kind(conn, at, dice)
        report = verify(db, log)
        assert not report.whole, f"{kind.__name__} at {at} was not found"
        assert found(report), f"{kind.__name__} at {at} was reported as: {report}"
        _restore(db, keep)
    assert verify(db, log).whole


def test_a_cut_line_of_the_anchors_is_no_anchor(db: Database, log: Anchors) -> None:
    with log.path.open("a") as file:
        file.write('{"at": "2026-03-02T02:0')
    assert verify(db, log).anchors == FACTS // EVERY


def test_erased_personal_values_leave_the_chain_whole(db: Database, log: Anchors) -> None:
    with db.write() as conn:
        conn.execute(delete(PERSONAL))
    report = verify(db, log)
    assert (report.whole, report.erased) == (True, FACTS)


def _snapshot(db: Database) -> list[tuple[Any, list[dict[str, Any]]]]:
    with db.read() as conn:
        kept = [
            (table, [dict(r._mapping) for r in conn.execute(select(table))]) for table in (EVENT, PERSONAL, POSITION)
        ]
        if not db.is_sqlite:
            kept.append(
                (text("tx"), [dict(r._mapping) for r in conn.execute(text("SELECT seq, tx::text AS tx FROM event"))])
            )
    return kept


def _restore(db: Database, kept: list[tuple[Any, list[dict[str, Any]]]]) -> None:
    with tampering(db) as conn:
        for table, _ in (kept[2], kept[1], kept[0]):
            conn.execute(delete(table))
        for table, rows in kept[:3]:
            conn.execute(insert(table), rows)
        for _, rows in kept[3:]:
            conn.execute(text("UPDATE event SET tx = CAST(:tx AS xid8) WHERE seq = :seq"), rows)
        assert conn.execute(select(func.count()).select_from(EVENT)).scalar() == FACTS
