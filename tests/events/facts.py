"""What the tests of the log write: notes on the world's work, through the log's own door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select

from api import models
from api.access.actor import SYSTEM, Actor
from api.events import log
from api.events.facts import Fact
from api.kit.db import Database
from api.kit.unit import Row, Unit
from api.kit.words import Words

CUSTOMER = models.customers.Customer.__table__  # type: ignore[attr-defined]
EVENT = models.events.Event.__table__  # type: ignore[attr-defined]
POSITION = models.events.EventPosition.__table__  # type: ignore[attr-defined]
PERSONAL = models.events.EventPersonal.__table__  # type: ignore[attr-defined]
JOB = models.jobs.Job.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class CustomerRemarked(Fact):
    """A remark about a customer, with a value of each kind."""

    type: ClassVar[str] = "customer.remarked_in_test"
    sentence: ClassVar[Words] = Words("备注：{note}（{count} 次）", "Remark: {note} ({count} times)")
    personal: ClassVar[tuple[str, ...]] = ("note",)
    note: str
    count: int = 1


def remark(conn: Any, db: Database, customer_id: str, note: str = "好", actor: Actor = SYSTEM) -> Row:
    """One fact about this customer, which also moves its version, in the caller's transaction."""
    unit = Unit(db, conn, actor)
    found = unit.first(select(CUSTOMER).where(CUSTOMER.c.id == customer_id))
    assert found
    return log.append(unit, Row(CUSTOMER, found), CustomerRemarked(note=note))


def write(db: Database, customer_id: str, count: int = 1) -> None:
    """So many facts, each in a transaction of its own."""
    for n in range(count):
        with db.write() as conn:
            remark(conn, db, customer_id, f"第 {n} 条")


def positions(db: Database) -> list[tuple[int, int]]:
    """Position and seq of everything sequenced, in order."""
    with db.read() as conn:
        rows = conn.execute(select(POSITION.c.position, POSITION.c.seq).order_by(POSITION.c.position)).all()
    return [(row.position, row.seq) for row in rows]


def all_seqs(db: Database) -> set[int]:
    """Every fact that is committed."""
    with db.read() as conn:
        return set(conn.execute(select(EVENT.c.seq)).scalars())
