"""P14 small: random deeds with the books audited after each, found shorter by hypothesis; and the auditor sees planted faults."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import delete, insert, select, text, update

from api.kit.db import Database
from api.kit.ids import new_id
from tests.promises.p14_audit import T, audit
from tests.promises.p14_book import DEEDS, Book, bill, close, collect, next_day, present, receive
from tests.world import World


def test_money_adds_up_whatever_is_done_in_whatever_order(db: Database, world: World) -> None:
    class Station(RuleBasedStateMachine):
        """A station of its own for every example."""

        def __init__(self) -> None:
            super().__init__()
            self.book = Book(db, world, random.Random(7), cases=2)
            self.wrong: list[str] = []

        @rule(deed=strategies.sampled_from(DEEDS), luck=strategies.integers(0, 2**16))
        def do(self, deed: Any, luck: int) -> None:
            self.book.chance.seed(luck)
            self.wrong = self.book.do(deed)

        @invariant()
        def adds_up(self) -> None:
            assert self.wrong == []

    few = settings(
        max_examples=6, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True,
        database=None,
    )  # fmt: skip
    run_state_machine_as_test(Station, settings=few)


@pytest.fixture
def book(db: Database, world: World) -> Book:
    """Books with money on every account, nothing wrong in them."""
    made = Book(db, world, random.Random(3), cases=3)
    for deed in (bill, bill, *[collect] * 12, present, receive, next_day, *[close] * 8, *[collect] * 4):
        assert made.do(deed) == []
    assert made.closed
    assert {row.kind for row in _postings(made)} >= {"bill", "collected", "applied", "handed_over"}
    return made


def _postings(book: Book) -> list[Any]:
    with book.db.read() as conn:
        mine = T["posting"].c.station_id == book.station
        return list(conn.execute(select(T["posting"]).where(mine).order_by(T["posting"].c.id)))


def _planted(book: Book, statement: Any) -> list[str]:
    """What the auditor says after the database's own guards were taken away and this was done."""
    with book.db.writer.connect() as conn, conn.begin():
        if book.db.is_sqlite:
            named = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in conn.execute(text(named)).scalars().all():
                conn.execute(text(f'DROP TRIGGER "{name}"'))
        else:
            conn.execute(text("SET LOCAL session_replication_role = replica"))
        conn.execute(statement)
    return audit(book)


@pytest.mark.parametrize("kind", ["bill", "collected", "applied", "handed_over"])
def test_the_auditor_sees_one_fen_too_many(book: Book, kind: str) -> None:
    victim = next(row for row in _postings(book) if row.kind == kind)
    one = T["posting"].c.id == victim.id
    assert _planted(book, update(T["posting"]).where(one).values(amount_fen=victim.amount_fen + 1))


@pytest.mark.parametrize("kind", ["collected", "applied"])
def test_the_auditor_sees_a_posting_lost_or_doubled(book: Book, kind: str) -> None:
    victim = next(row for row in _postings(book) if row.kind == kind)
    assert _planted(book, insert(T["posting"]).values(**{**victim._mapping, "id": new_id()}))
    assert _planted(book, delete(T["posting"]).where(T["posting"].c.id == victim.id)) != []


def test_the_auditor_sees_a_closed_day_written_to(book: Book) -> None:
    day = next(iter(book.closed))
    late = [row for row in _postings(book) if row.posted_on > day][-1]
    found = _planted(book, update(T["posting"]).where(T["posting"].c.id == late.id).values(posted_on=day))
    assert any("closed day" in each for each in found)


def test_the_auditor_sees_a_bill_that_only_says_it_is_paid(book: Book) -> None:
    with book.db.read() as conn:
        owed = conn.execute(select(T["bill"]).where(T["bill"].c.case_id.in_(book.cases))).first()
    assert owed is not None
    other = "settled" if owed.status == "issued" else "issued"
    assert _planted(book, update(T["bill"]).where(T["bill"].c.id == owed.id).values(status=other))
