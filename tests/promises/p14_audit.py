"""P14's auditor: counts the tables anew by simple sums, and knows nothing of the services that wrote them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from api import models

if TYPE_CHECKING:
    from tests.promises.p14_book import Book

T = {name: getattr(module, model).__table__ for name, module, model in (
    ("posting", models.ledger, "Posting"), ("day", models.ledger, "CashDay"),
    ("bill", models.settlement_bills, "SettlementBill"), ("payment", models.payments, "Payment"),
    ("refund", models.refunds, "Refund"), ("slip", models.cash_handovers, "CashHandover"),
    ("line", models.cash_handovers, "CashHandoverLine"), ("account", models.case_accounts, "CaseAccount"),
)}  # fmt: skip


def _rows(book: Book, table: str) -> list[Any]:
    t = T[table]
    if table == "account":
        mine = t.c.case_id.in_(book.cases)
    elif table == "line":
        mine = t.c.handover_id.in_(select(T["slip"].c.id).where(T["slip"].c.station_id == book.station))
    else:
        mine = t.c.station_id == book.station
    with book.db.read() as conn:
        return list(conn.execute(select(t).where(mine)))


def of_day(book: Book, day: date) -> tuple[int, int]:
    """How many postings a day holds, and how much."""
    found = [row.amount_fen for row in _rows(book, "posting") if row.posted_on == day]
    return len(found), sum(found)


def drawer(book: Book, until: date) -> int:
    """What the drawer should hold by the books up to this day."""
    rows = [row for row in _rows(book, "posting") if row.posted_on <= until]
    return sum(row.amount_fen * ((row.debit == "drawer") - (row.credit == "drawer")) for row in rows)


def audit(book: Book) -> list[str]:
    """Everything in these books that does not add up to the fen."""
    found = {table: _rows(book, table) for table in T}
    ledger, wrong = found["posting"], []
    balance: Counter[Any] = Counter()
    for row in ledger:
        for sign, account, holder in ((1, row.debit, row.debit_holder_id), (-1, row.credit, row.credit_holder_id)):
            balance[account] += sign * row.amount_fen
            balance[account, "holder", holder] += sign * row.amount_fen
            balance[account, "bill", row.bill_id] += sign * row.amount_fen
            balance[account, "payment", row.payment_id] += sign * row.amount_fen
            balance[account, "refund", row.refund_id] += sign * row.amount_fen

    def equal(what: str, by_ledger: int, by_rows: int) -> None:
        if by_ledger != by_rows:
            wrong.append(f"{what}: {by_ledger} by the ledger, {by_rows} by its rows")

    standing = [row for row in found["bill"] if row.status != "voided"]
    equal("revenue", -balance["revenue"], sum(row.total_fen for row in standing))
    equal("billed", sum(row.billed_fen for row in found["account"]), sum(row.total_fen for row in standing))
    wrong += [
        f"case {row.case_id} is billed above its consent"
        for row in found["account"]
        if row.billed_fen > row.consented_fen
    ]
    for row in found["bill"]:
        owed = balance["receivable", "bill", row.id]
        wanted = {"issued": owed > 0, "settled": owed == 0, "voided": owed == 0}[row.status]
        if not wanted or owed > row.total_fen:
            wrong.append(f"bill {row.number} is {row.status} and {owed} of {row.total_fen} are owed")
    collected = [row for row in found["payment"] if row.status == "collected"]
    gone = [row for row in found["refund"] if row.status == "paid"]
    owed_back = [row for row in found["refund"] if row.status == "approved"]
    for row in found["payment"]:
        free = -balance["advance", "payment", row.id]
        applied = -balance["receivable", "payment", row.id]
        back = sum(each.amount_fen for each in (*gone, *owed_back) if each.payment_id == row.id)
        amount = row.amount_fen if row.status == "collected" else 0
        equal(f"payment {row.number}", free + applied + back, amount)
        if free < 0 or applied < 0:
            wrong.append(f"payment {row.number}: {free} free, {applied} applied")
    equal("owed back", -balance["refunds_payable"], sum(row.amount_fen for row in owed_back))
    confirmed = {row.id: row for row in found["slip"] if row.status == "confirmed"}
    handed = {line.payment_id for line in found["line"] if line.active and line.handover_id in confirmed}
    for person in book.people.values():
        held = [
            row.amount_fen for row in collected
            if row.way == "cash" and row.collected_by_id == person.employee_id and row.id not in handed
        ]  # fmt: skip
        equal(f"held by {person.name}", balance["cash_held", "holder", person.employee_id], sum(held))
    for way in ("wechat", "alipay", "bank", "card"):
        banked = sum(row.banked_fen for row in found["day"]) if way == "bank" else 0
        by_rows = sum(row.amount_fen for row in collected if row.way == way) + banked
        equal(way, balance[way], by_rows - sum(row.amount_fen for row in gone if row.way == way))
    closes = sum(row.counted_fen - row.book_fen for row in found["day"] if row.status == "closed")
    taken_out = [row for row in found["payment"] if row.status == "voided" and row.way == "cash" and row.id in handed]
    in_drawer = sum(row.counted_fen for row in confirmed.values()) + closes
    in_drawer -= sum(row.banked_fen for row in found["day"]) + sum(row.amount_fen for row in taken_out)
    equal("drawer", balance["drawer"], in_drawer - sum(row.amount_fen for row in gone if row.way == "cash"))
    differences = sum(row.counted_fen - row.declared_fen for row in confirmed.values()) + closes
    equal("over and short", -balance["difference"], differences)
    by_case: Counter[str] = Counter(row.case_id for row in ledger if row.case_id)
    if by_case.keys() - set(book.cases):
        wrong.append("a posting names a case of another station")
    by_day: dict[date, list[int]] = {}
    for row in ledger:
        by_day.setdefault(row.posted_on, []).append(row.amount_fen)
    for day, known in book.closed.items():
        now = (len(by_day.get(day, ())), sum(by_day.get(day, ())))
        if now != known:
            wrong.append(f"the closed day {day} holds {now}, not {known}")
    if len(ledger) < book.grown:
        wrong.append(f"{book.grown - len(ledger)} postings are gone")
    book.grown = len(ledger)
    return wrong
