"""P14's station: people who bill, collect, refund, void, hand over and close days in any order, and an auditor.

Deeds go through the rooms' own services, each in one transaction, under a clock that the play moves on. What is refused
must leave no trace. The auditor counts the tables anew by simple sums and knows nothing of the services.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from api import models
from api.access.actor import SYSTEM, Actor, Grant
from api.access.policy import Role
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.problems import Problem
from api.kit.unit import Unit
from api.money.cash_days import schemas as days_asked
from api.money.cash_days import service as days
from api.money.cash_handovers import schemas as slips_asked
from api.money.cash_handovers import service as slips
from api.money.payments import callbacks, collecting, voiding
from api.money.payments import schemas as payments_asked
from api.money.payments import service as payments
from api.money.providers.sandbox import Sandbox
from api.money.refunds import schemas as refunds_asked
from api.money.refunds import service as refunds
from api.money.refunds import settling
from api.money.settlement_bills import schemas as bills_asked
from api.money.settlement_bills import service as bills
from tests.money.steps import as_demo, consented
from tests.promises.p14_audit import T, audit, drawer, of_day
from tests.world import BORN, World

WHY = {"reason": "P14"}
WAYS = ("cash", "cash", "cash", "wechat", "alipay", "bank", "card")
ROLES = {
    "FE": Role.FIELD_ENGINEER, "CA": Role.ADMIN_SPECIALIST, "SM": Role.STATION_MANAGER, "FI": Role.FINANCE_OFFICER
}  # fmt: skip


class Book:
    """One station with its own people and cases; `step` does one random deed and audits the books."""

    def __init__(self, db: Database, world: World, chance: random.Random, cases: int = 4) -> None:
        self.db, self.chance = db, chance
        self.now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
        self.told: Counter[str] = Counter()
        self.closed: dict[date, tuple[int, int]] = {}
        self.grown = 0
        as_demo(db)
        with db.write() as conn:
            self.station, self.people = _found(conn, world)
            local = World(
                stations={"X": self.station}, customers={"X": world.customers["A1"]},
                employees={"FE@X": self.people["FE"].employee_id or ""},
            )  # fmt: skip
            self.cases = [
                consented(
                    conn, local, "X", [("labour", 100 * chance.randint(1, 900)), ("part", chance.randint(1, 99999))]
                )
                for _ in range(cases)
            ]

    # -- doing ---------------------------------------------------------------------------------------------------------
    @contextmanager
    def unit(self, role: str | None, ago: timedelta | None = None) -> Any:
        """A request of this person at the play's time; `ago`: done on a phone that was away."""
        with self.db.write() as conn:
            unit = Unit(self.db, conn, self.people[role] if role else SYSTEM, now=self.now)
            unit.occurred_at = self.now - ago if ago else None
            yield unit

    def step(self) -> list[str]:
        """One deed, whatever comes of it; gives what the auditor finds wrong."""
        deed = self.chance.choice(DEEDS)
        return self.do(deed)

    def do(self, deed: Callable[[Book], None]) -> list[str]:
        """This deed; refusals are counted and must leave no trace."""
        self.now += timedelta(minutes=self.chance.randint(1, 40))
        try:
            deed(self)
            self.told[f"{deed.__name__}"] += 1
        except Problem as refused:
            self.told[f"{deed.__name__}: {refused.slug}"] += 1
        return audit(self)

    def any(self, table: str, *clauses: Any) -> Any:
        """Some row of this station, or None."""
        t = T[table]
        mine = [t.c.case_id.in_(self.cases)] if "case_id" in t.c else [t.c.station_id == self.station]
        with self.db.read() as conn:
            rows = conn.execute(select(t).where(*mine, *clauses).order_by(t.c.id)).all()
        return self.chance.choice(rows) if rows else None


def _found(conn: Any, world: World) -> tuple[str, dict[str, Actor]]:
    station, born = new_id(), {"version": 1, "created_at": BORN}
    conn.execute(
        insert(models.stations.Station.__table__),
        {"id": station, "code": f"P{station[-10:]}", "name": "P14", "name_key": "p14", "level": "station",
         "kind": "office", "parent_id": world.stations["A"], "address": "北京市", "phone": "", "opening_text": "",
         "calendar_id": world.calendar, "active": True, **born},
    )  # fmt: skip
    people = {}
    for short, role in ROLES.items():
        bookable, id = new_id(), new_id()
        conn.execute(
            insert(models.bookings.Bookable.__table__),
            {"id": bookable, "resource_no": int(bookable[-12:], 16), "kind": "engineer", "station_id": station},
        )
        conn.execute(
            insert(models.employees.Employee.__table__),
            {"id": id, "number": f"P{id[-12:]}", "name": short, "name_key": short.lower(), "station_id": station,
             "resource_id": bookable, "active": True, **born},
        )  # fmt: skip
        conn.execute(
            insert(models.access.Post.__table__),
            {
                "id": new_id(),
                "employee_id": id,
                "role": str(role),
                "station_id": station,
                "starts_on": date(2026, 1, 1),
            },
        )
        grant = Grant(role, station, frozenset({station}))
        people[short] = Actor.of(grants=[grant], id=new_id(), kind="person", name=short, employee_id=id)
    return station, people


# -- deeds -------------------------------------------------------------------------------------------------------------
def bill(book: Book) -> None:
    with book.unit("FE") as unit:
        case = book.chance.choice(book.cases)
        lines = None
        if book.chance.random() < 0.5:
            known = bills.billable(unit, case)["lines"]
            lines = [
                {"quote_line_id": line["quote_line_id"], "amount_fen": book.chance.randint(0, line["left_fen"] + 1)}
                for line in known
            ] or None
        bills.issue(unit, bills_asked.BillCreate.model_validate({"case_id": case, "lines": lines}))


def void_bill(book: Book) -> None:
    if (row := book.any("bill", T["bill"].c.status != "voided")) and book.chance.random() < 0.4:
        with book.unit("SM") as unit:
            bills.void(unit, row.id, bills_asked.Void(**WHY))


def collect(book: Book, ago: timedelta | None = None) -> None:
    row = book.any("bill", T["bill"].c.status != "voided")
    if row is None:
        return
    with book.unit(book.chance.choice(("FE", "FE", "CA")), ago) as unit:
        amount = book.chance.choice((row.total_fen, book.chance.randint(1, row.total_fen + 1), 1))
        asked = {
            "case_id": row.case_id, "bill_id": row.id, "way": book.chance.choice(WAYS), "amount_fen": amount,
            "reference": "S-1",
        }  # fmt: skip
        collecting.collect(unit, payments_asked.PaymentCreate.model_validate(asked))


def late_sync(book: Book) -> None:
    collect(book, timedelta(hours=book.chance.randint(1, 80)))


def deposit(book: Book) -> None:
    with book.unit("FE") as unit:
        asked = {
            "case_id": book.chance.choice(book.cases), "purpose": book.chance.choice(("project", "special_order")),
            "way": book.chance.choice(("cash", "wechat")), "amount_fen": book.chance.randint(1, 40000),
        }  # fmt: skip
        collecting.collect(unit, payments_asked.PaymentCreate.model_validate(asked))


def _tell(book: Book, kind: str, payment: Any, transaction: str, amount: int, refund: str | None = None) -> None:
    told = callbacks.Callback.model_validate(
        {
            "type": kind, "timestamp": book.now,
            "data": {
                "payment_id": payment.id, "amount_fen": amount, "transaction_id": transaction, "refund_id": refund
            },
        }
    )  # fmt: skip
    with book.unit(None) as unit:
        event = f"e-{kind}-{transaction}-{book.chance.randint(1, 3)}"  # so that many come twice
        callbacks.receive(unit, Sandbox(), event, told)


def callback(book: Book) -> None:
    if row := book.any("payment", T["payment"].c.provider.is_not(None)):
        kind = book.chance.choice(("payment.succeeded",) * 4 + ("payment.failed",))
        amount = row.amount_fen + (book.chance.random() < 0.05)
        _tell(book, kind, row, f"t-{row.id}", amount)


def chargeback(book: Book) -> None:
    if (row := book.any("payment", T["payment"].c.provider.is_not(None))) and book.chance.random() < 0.2:
        amount = book.chance.randint(1, row.amount_fen)
        _tell(book, "refund.succeeded", row, f"c-{row.id}-{amount % 3}", amount)


def cancel(book: Book) -> None:
    if row := book.any("payment", T["payment"].c.status == "pending"):
        with book.unit("SM" if book.chance.random() < 0.1 else "FE") as unit:
            payments.cancel(unit, row.id, payments_asked.Cancel())


def correct(book: Book) -> None:
    if (row := book.any("payment", T["payment"].c.status == "collected")) and book.chance.random() < 0.4:
        with book.unit("CA") as unit:
            voiding.correct(unit, row.id, payments_asked.Correct(**WHY))


def void_payment(book: Book) -> None:
    if (row := book.any("payment", T["payment"].c.status == "collected")) and book.chance.random() < 0.4:
        with book.unit("SM") as unit:
            voiding.approve_void(unit, row.id, payments_asked.ApproveVoid(**WHY))
        with book.unit("FI") as unit:
            voiding.void(unit, row.id, payments_asked.Void(**WHY))


def ask_refund(book: Book) -> None:
    if row := book.any("payment", T["payment"].c.status == "collected"):
        with book.unit("CA") as unit:
            amount = book.chance.randint(1, row.amount_fen + 1)
            refunds.request(
                unit, refunds_asked.RefundCreate.model_validate({"payment_id": row.id, "amount_fen": amount} | WHY)
            )


def decide_refund(book: Book) -> None:
    if row := book.any("refund", T["refund"].c.status == "requested"):
        with book.unit(book.chance.choice(("SM", "SM", "CA"))) as unit:
            if book.chance.random() < 0.8:
                refunds.approve(unit, row.id, refunds_asked.Approve())
            else:
                refunds.reject(unit, row.id, refunds_asked.Reject(**WHY))


def pay_refund(book: Book) -> None:
    row = book.any("refund", T["refund"].c.status == "approved")
    if row is None:
        return
    if row.way in ("wechat", "alipay"):
        with book.unit(None) as unit:
            if book.chance.random() < 0.7:
                settling.paid(unit, row.id, f"r-{row.id}")
            else:
                settling.failed(unit, row.id)
    else:
        with book.unit("CA") as unit:
            refunds.pay_out(unit, row.id, refunds_asked.PayOut(reference="S-2"))


def present(book: Book) -> None:
    with book.unit(book.chance.choice(("FE", "CA"))) as unit:
        slips.present(unit, slips_asked.HandoverCreate())


def receive(book: Book) -> None:
    row = book.any("slip", T["slip"].c.status == "presented")
    if row is None:
        return
    own = row.giver_id == book.people["CA"].employee_id
    with book.unit("SM" if own else "CA") as unit:
        off = book.chance.choice((0, 0, 0, 0, -1, 5))
        count = slips_asked.Receive(counted_fen=max(0, row.declared_fen + off))
        (slips.receive_from_cashier if own else slips.confirm)(unit, row.id, count)


def take_back(book: Book) -> None:
    if (row := book.any("slip", T["slip"].c.status == "presented")) and book.chance.random() < 0.3:
        with book.unit("FE") as unit:
            slips.withdraw(unit, row.id, slips_asked.Withdraw())


def close(book: Book) -> None:
    with book.db.read() as conn:
        mine = (T["day"].c.station_id == book.station) & (T["day"].c.status == "open")
        row = conn.execute(select(T["day"]).where(mine).order_by(T["day"].c.day)).first()
    if row is None or book.chance.random() < 0.5:
        return
    with book.unit("CA") as unit:
        counted = max(0, drawer(book, row.day) + book.chance.choice((0, 0, 0, -3, 7)))
        banked = book.chance.choice((0, 0, 100))
        asked = {"counted_fen": counted, "banked_fen": banked, "bank_slip": "B-1" if banked else None}
        days.close(unit, row.id, days_asked.Close.model_validate(asked))
    book.closed[row.day] = of_day(book, row.day)


def next_day(book: Book) -> None:
    book.now += timedelta(hours=book.chance.randint(8, 30))


DEEDS: tuple[Callable[[Book], None], ...] = (
    bill, bill, void_bill, collect, collect, collect, late_sync, deposit, callback, callback, callback, chargeback,
    cancel, correct, void_payment, ask_refund, ask_refund, decide_refund, decide_refund, pay_refund, pay_refund,
    present, receive, receive, take_back, close, next_day,
)  # fmt: skip
