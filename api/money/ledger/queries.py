"""Sums of the ledger. They are asked by the money rooms, whose own rows have been checked for sight."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, and_, case, cast, func, literal, or_, select

from api.kit.unit import Row, Unit
from api.money.ledger.chart import Account
from api.money.ledger.model import CashDay, Posting

posting = Posting.__table__  # type: ignore[attr-defined]
_day = CashDay.__table__  # type: ignore[attr-defined]
GROWS_BY_CREDIT = frozenset({"revenue", "advance", "refunds_payable"})


def total(amount: ColumnElement[Any]) -> ColumnElement[Any]:
    """A sum of fen as an integer, nought where there are no rows."""
    return cast(func.coalesce(func.sum(amount), 0), BigInteger)


def signed(account: Account) -> ColumnElement[Any]:
    """What a row does to the account: its amount, less it, or nothing."""
    plus, minus = posting.c.debit == account, posting.c.credit == account
    if account in GROWS_BY_CREDIT:
        plus, minus = minus, plus
    zero = literal(0, literal_execute=True)
    return case((plus, posting.c.amount_fen), else_=zero) - case((minus, posting.c.amount_fen), else_=zero)


def touches(account: Account) -> ColumnElement[bool]:
    """Rows of the account."""
    return or_(posting.c.debit == account, posting.c.credit == account)


def balance(unit: Unit, account: Account, *clauses: ColumnElement[bool]) -> int:
    """What stands on the account by these rows."""
    return unit.value(select(total(signed(account))).where(touches(account), *clauses))


def of_bill(unit: Unit, bill_id: str) -> int:
    """What is still owed on a bill."""
    return balance(unit, "receivable", posting.c.bill_id == bill_id)


def of_payment(unit: Unit, payment_id: str) -> int:
    """What of a payment is neither applied to a bill nor refunded."""
    return balance(unit, "advance", posting.c.payment_id == payment_id)


def of_drawer(unit: Unit, station_id: str, until: date | None = None) -> int:
    """What should lie in the station's drawer, by the books of all days up to this one."""
    upto = [] if until is None else [posting.c.posted_on <= until]
    return balance(unit, "drawer", posting.c.station_id == station_id, *upto)


def held(unit: Unit, employee_id: str, station_id: str | None = None) -> int:
    """The company's cash in this person's hands."""
    here = [] if station_id is None else [posting.c.station_id == station_id]
    grows = and_(posting.c.debit == "cash_held", posting.c.debit_holder_id == employee_id)
    lessens = and_(posting.c.credit == "cash_held", posting.c.credit_holder_id == employee_id)
    zero = literal(0, literal_execute=True)
    amount = case((grows, posting.c.amount_fen), else_=zero) - case((lessens, posting.c.amount_fen), else_=zero)
    return unit.value(select(total(amount)).where(or_(grows, lessens), *here))


def by_bill(unit: Unit, bill_ids: Collection[str]) -> dict[str, int]:
    """What is still owed, by bill."""
    rows = unit.rows(
        select(posting.c.bill_id, total(signed("receivable")).label("fen"))
        .where(touches("receivable"), posting.c.bill_id.in_(list(bill_ids)))
        .group_by(posting.c.bill_id)
    )
    return {row["bill_id"]: row["fen"] for row in rows}


def by_payment(unit: Unit, payment_ids: Collection[str]) -> dict[str, int]:
    """What is free, by payment."""
    rows = unit.rows(
        select(posting.c.payment_id, total(signed("advance")).label("fen"))
        .where(touches("advance"), posting.c.payment_id.in_(list(payment_ids)))
        .group_by(posting.c.payment_id)
    )
    return {row["payment_id"]: row["fen"] for row in rows}


def free_of_case(unit: Unit, case_id: str) -> list[dict[str, Any]]:
    """The case's payments that have something free, oldest first: `payment_id`, `fen`."""
    fen = total(signed("advance"))
    return unit.rows(
        select(posting.c.payment_id, fen.label("fen"))
        .where(touches("advance"), posting.c.case_id == case_id)
        .group_by(posting.c.payment_id)
        .having(fen > 0)
        .order_by(posting.c.payment_id)
    )


def applied_to(unit: Unit, bill_id: str) -> list[dict[str, Any]]:
    """What of which payment stands on a bill: `payment_id`, `fen`."""
    fen = total(-signed("receivable"))
    return unit.rows(
        select(posting.c.payment_id, fen.label("fen"))
        .where(touches("receivable"), posting.c.bill_id == bill_id, posting.c.payment_id.is_not(None))
        .group_by(posting.c.payment_id)
        .having(fen > 0)
        .order_by(posting.c.payment_id)
    )


def applied_from(unit: Unit, payment_id: str) -> list[dict[str, Any]]:
    """To which bills a payment was applied: `bill_id`, `fen`."""
    fen = total(-signed("receivable"))
    return unit.rows(
        select(posting.c.bill_id, fen.label("fen"))
        .where(touches("receivable"), posting.c.payment_id == payment_id)
        .group_by(posting.c.bill_id)
        .having(fen > 0)
        .order_by(posting.c.bill_id)
    )


def first(unit: Unit, kind: str, *clauses: ColumnElement[bool]) -> Row:
    """The posting of this kind that fulfils the clauses, for a reversal to name."""
    return unit.one(Posting, posting.c.kind == kind, *clauses)


def last_closed(unit: Unit, station_id: str) -> date | None:
    """The latest closed day of the station."""
    return unit.value(select(func.max(_day.c.day)).where(_day.c.station_id == station_id, _day.c.status == "closed"))


def day_of(unit: Unit, station_id: str, day: date) -> str | None:
    """The id of this day of the station's books."""
    return unit.value(select(_day.c.id).where(_day.c.station_id == station_id, _day.c.day == day))
