"""Every SELECT on what customers owe: sums of the ledger over the bills that the caller may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import BigInteger, case, cast, func, select

from api.access import scope
from api.access.policy import P
from api.customers.customers import queries as customers
from api.customers.customers.model import Customer
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Unit
from api.money.ledger import queries as ledger
from api.money.receivables.schemas import ReceivablesQuery
from api.money.settlement_bills.model import SettlementBill
from api.network.employees.model import Employee
from api.network.stations.model import Station

_bill = SettlementBill.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_posting = ledger.posting
AGES = (0, 30, 60, 90)
"""Days from which each band of age begins."""

_paid = (
    select(_posting.c.bill_id, ledger.total(ledger.signed("receivable")).label("open_fen"))
    .where(ledger.touches("receivable"))
    .group_by(_posting.c.bill_id)
    .subquery()
)


def _by_case(unit: Unit) -> Any:
    """The cases of bills in sight on which something is owed."""
    seen = scope.clause(unit, unit.actor.reach(P.RECEIVABLES_VIEW), _bill)
    return (
        select(
            _bill.c.case_id,
            cast(func.sum(_bill.c.total_fen), BigInteger).label("billed_fen"),
            cast(func.sum(_paid.c.open_fen), BigInteger).label("open_fen"),
            func.count().label("bills"),
            func.min(_bill.c.created_at).label("oldest_at"),
        )
        .join(_paid, _paid.c.bill_id == _bill.c.id)
        .where(_bill.c.status == "issued", _paid.c.open_fen > 0, seen)
        .group_by(_bill.c.case_id)
        .subquery()
    )


def page(unit: Unit, query: ReceivablesQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of cases on which something is owed."""
    owed = _by_case(unit)
    statement = (
        select(
            _case.c.id, _case.c.id.label("case_id"), _case.c.number.label("case_number"),
            _case.c.subject.label("case_subject"), _case.c.customer_id, _customer.c.name.label("customer_name"),
            _customer.c.customer_class, _case.c.station_id, _station.c.code.label("station_code"),
            _station.c.name.label("station_name"), _case.c.engineer_id, _employee.c.name.label("engineer_name"),
            owed.c.billed_fen, owed.c.open_fen, owed.c.bills, owed.c.oldest_at,
        )
        .join(owed, owed.c.case_id == _case.c.id)
        .join(_customer, _customer.c.id == _case.c.customer_id)
        .join(_station, _station.c.id == _case.c.station_id)
        .outerjoin(_employee, _employee.c.id == _case.c.engineer_id)
    )  # fmt: skip
    if query.customer_id:
        statement = statement.where(_case.c.customer_id == query.customer_id)
    if query.older_than_days is not None:
        statement = statement.where(owed.c.oldest_at < unit.now - timedelta(days=query.older_than_days))
    if query.q:
        number = _case.c.number.startswith(query.q.strip().upper(), autoescape=True)
        statement = statement.where(number | _case.c.customer_id.in_(customers.matching(unit, query.q)))
    orders = {
        "oldest": Order(owed.c.oldest_at, _case.c.id, of=listing.moment),
        "-open_fen": Order(owed.c.open_fen, _case.c.id, descending=True, of=int),
    }
    return listing.page(unit, statement, query, orders, sort=query.sort, shape=shape)


def by_age(unit: Unit) -> list[dict[str, Any]]:
    """Cases and sums by band of age; each band asked by its own bounds, so that the database adds."""
    owed = _by_case(unit)
    bands = []
    for number, since in enumerate(AGES):
        until = AGES[number + 1] if number + 1 < len(AGES) else None
        statement = select(func.count().label("cases"), ledger.total(owed.c.open_fen).label("open_fen")).where(
            owed.c.oldest_at <= unit.now - timedelta(days=since)
        )
        if until is not None:
            statement = statement.where(owed.c.oldest_at > unit.now - timedelta(days=until))
        found = unit.first(statement)
        assert found is not None
        bands.append({"from_days": since, **found})
    return bands


def sums_of_case(unit: Unit, case_id: str) -> dict[str, int]:
    """What stands on each account for the case."""
    mine = _posting.c.case_id == case_id
    receivable, advance = ledger.signed("receivable"), ledger.signed("advance")
    found = unit.first(
        select(
            _of_kinds(receivable, "bill", "bill_voided").label("billed_fen"),
            _of_kinds(advance, "collected", "payment_voided").label("collected_fen"),
            _of_kinds(-receivable, "applied", "released").label("applied_fen"),
            ledger.total(advance).label("free_fen"),
            ledger.total(ledger.signed("refunds_payable")).label("refunds_payable_fen"),
            ledger.total(receivable).label("open_fen"),
        ).where(mine)
    )
    assert found is not None
    return found


def _of_kinds(amount: Any, *kinds: str) -> Any:
    return ledger.total(case((_posting.c.kind.in_(kinds), amount), else_=0))
