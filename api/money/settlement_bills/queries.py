"""Every SELECT on settlement bills, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from api.access import scope
from api.access.policy import P
from api.customers.customers import queries as customers
from api.customers.customers.model import Customer
from api.customers.relations.figures import Purchase
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.clock import day_of
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.money.case_accounts.model import CaseAccount
from api.money.invoices.model import Invoice
from api.money.ledger import queries as ledger
from api.money.quotes.model import Quote, QuoteLine
from api.money.settlement_bills.model import SettlementBill, SettlementBillLine
from api.money.settlement_bills.schemas import BillsQuery
from api.network.employees.model import Employee
from api.network.stations.model import Station

_bill = SettlementBill.__table__  # type: ignore[attr-defined]
_line = SettlementBillLine.__table__  # type: ignore[attr-defined]
_account = CaseAccount.__table__  # type: ignore[attr-defined]
_quote = Quote.__table__  # type: ignore[attr-defined]
_quoted = QuoteLine.__table__  # type: ignore[attr-defined]
_invoice = Invoice.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_issuer = Employee.__table__.alias("issuer")  # type: ignore[attr-defined]
_voider = Employee.__table__.alias("voider")  # type: ignore[attr-defined]
_ORDERS = {
    "-created_at": Order(_bill.c.created_at, _bill.c.id, descending=True, of=listing.moment),
    "created_at": Order(_bill.c.created_at, _bill.c.id, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The bills that this caller may see."""
    return scope.visible(unit, P.SETTLEMENT_BILLS_VIEW, SettlementBill)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The bill if this caller may see it.

    :raises NotFound: also for one he may not see.
    """
    return unit.one(SettlementBill, _bill.c.id == id, seen(unit), lock=lock)


def any_one(unit: Unit, id: str) -> Row:
    """The bill for a room that acts on it by a rule; locked.

    :raises NotFound: there is none.
    """
    return unit.one(SettlementBill, _bill.c.id == id, lock=True)


def known(unit: Unit, id: str | None, case_id: str) -> Row | None:
    """The bill of this id if it is of this case, which the caller sees; locked."""
    found = unit.first(select(*_bill.c).where(_bill.c.id == id, _bill.c.case_id == case_id).with_for_update())
    return None if found is None else Row(_bill, found)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about a bill that the caller may no longer see."""
    one(unit, id)


_owed = (
    select(ledger.total(ledger.signed("receivable")))
    .where(ledger.touches("receivable"), ledger.posting.c.bill_id == _bill.c.id)
    .correlate(_bill)
    .scalar_subquery()
)
_shown: Select[Any] = (
    select(
        _bill.c.id, _bill.c.number, _bill.c.version, _bill.c.status, _bill.c.case_id,
        _case.c.number.label("case_number"), _case.c.subject.label("case_subject"), _bill.c.customer_id,
        _customer.c.name.label("customer_name"), _customer.c.customer_class, _bill.c.station_id,
        _station.c.code.label("station_code"), _station.c.name.label("station_name"), _bill.c.total_fen,
        _bill.c.created_at, _owed.label("open_fen"),
    )
    .join(_case, _case.c.id == _bill.c.case_id)
    .join(_customer, _customer.c.id == _bill.c.customer_id)
    .join(_station, _station.c.id == _bill.c.station_id)
)  # fmt: skip
_whole = (
    _shown.add_columns(
        _bill.c.remark, _bill.c.settled_at, _bill.c.voided_at, _bill.c.voided_reason, _bill.c.issued_by_id,
        _bill.c.engineer_id, _bill.c.voided_by_id, _issuer.c.name.label("issued_by_name"),
        _voider.c.name.label("voided_by_name"),
    )
    .outerjoin(_issuer, _issuer.c.id == _bill.c.issued_by_id)
    .outerjoin(_voider, _voider.c.id == _bill.c.voided_by_id)
)  # fmt: skip


def page(unit: Unit, query: BillsQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of bills."""
    statement = _shown.where(seen(unit))
    for name in ("case_id", "customer_id", "status"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_bill.c[name] == wanted)
    if query.open is not None:
        owed = _bill.c.status == "issued"
        statement = statement.where(owed if query.open else ~owed)
    if query.q:
        number = _bill.c.number.startswith(query.q.strip().upper(), autoescape=True)
        statement = statement.where(number | _bill.c.customer_id.in_(customers.matching(unit, query.q)))
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The bill with the names of all it refers to; `scoped=False` after the caller's own act."""
    statement = _whole.where(_bill.c.id == id)
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def of_case(unit: Unit, case_id: str) -> list[str]:
    """The ids of the bills of a case that hold, newest first, as far as the caller sees them."""
    statement = select(_bill.c.id).where(_bill.c.case_id == case_id, _bill.c.status != "voided", seen(unit))
    return list(unit.conn.execute(statement.order_by(_bill.c.id.desc())).scalars())


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_bill, found)


_lines: Select[Any] = (
    select(
        _line.c.position, _line.c.quote_line_id, _line.c.kind, _line.c.description, _line.c.unit, _line.c.quantity,
        _line.c.unit_fen, _line.c.amount_fen,
    )
    .where(_line.c.bill_id == bindparam("bill"))
    .order_by(_line.c.position)
)  # fmt: skip


def lines(unit: Unit, bill_id: str) -> list[dict[str, Any]]:
    """The lines of a bill that was found for the caller."""
    return unit.rows(_lines, {"bill": bill_id})


def account(unit: Unit, case_id: str, *, lock: bool = False) -> dict[str, Any] | None:
    """What was consented to and billed on a case; None where nothing was consented to."""
    statement = select(*_account.c).where(_account.c.case_id == case_id)
    return unit.first(statement.with_for_update() if lock else statement)


def consented_lines(unit: Unit, case_id: str) -> list[dict[str, Any]]:
    """The lines that the customer consented to and that still hold; `quantity` and `left_fen` are what no bill has yet.

    What was billed for less than its price is not owed again: no more is left than the left quantity costs.
    """
    billed = (
        select(
            _line.c.quote_line_id, func.sum(_line.c.amount_fen).label("fen"), func.sum(_line.c.quantity).label("pieces")
        )
        .join(_bill, _bill.c.id == _line.c.bill_id)
        .where(_bill.c.case_id == case_id, _bill.c.status != "voided")
        .group_by(_line.c.quote_line_id)
        .subquery()
    )
    rows = unit.rows(
        select(
            _quoted.c.id.label("quote_line_id"), _quote.c.number.label("quote_number"), _quoted.c.kind,
            _quoted.c.description, _quoted.c.unit, _quoted.c.quantity, _quoted.c.unit_fen, _quoted.c.amount_fen,
            func.coalesce(billed.c.fen, 0).label("billed_fen"), func.coalesce(billed.c.pieces, 0).label("billed"),
        )
        .join(_quote, _quote.c.id == _quoted.c.quote_id)
        .outerjoin(billed, billed.c.quote_line_id == _quoted.c.id)
        .where(_quote.c.case_id == case_id, _quote.c.status == "consented")
        .order_by(_quote.c.revision, _quoted.c.position)
    )  # fmt: skip
    return [_left(row, int(row.pop("billed_fen")), int(row.pop("billed"))) for row in rows]


def price_of(unit_fen: int, quantity: int) -> int:
    """What so many thousandths of a unit cost, rounded half up to the fen."""
    return (unit_fen * quantity * 2 + 1000) // 2000


def _left(row: dict[str, Any], billed_fen: int, billed: int) -> dict[str, Any]:
    quantity, fen = max(0, row["quantity"] - billed), row["amount_fen"] - billed_fen
    if billed:
        fen = min(fen, price_of(row["unit_fen"], quantity))
    return row | {"quantity": quantity, "left_fen": fen}


def invoiced(unit: Unit, bill_id: str) -> bool:
    """Whether an invoice for the bill stands or is asked for, beyond what was red-lettered."""
    standing = _invoice.c.status.in_(("requested", "issued"))
    return unit.value(select(_invoice.c.id).where(_invoice.c.bill_id == bill_id, standing).limit(1)) is not None


def all_settled(unit: Unit, case_id: str) -> bool:
    """Whether the case has bills and nothing is owed on any (R154)."""
    rows = unit.rows(select(_bill.c.status).where(_bill.c.case_id == case_id, _bill.c.status != "voided"))
    return bool(rows) and all(row["status"] == "settled" for row in rows)


def billed_to(unit: Unit, ids: list[str], since: datetime) -> dict[str, list[Purchase]]:
    """By customer: bills that were not voided, on their local day, oldest first; for the house's own count, unscoped."""
    rows = unit.rows(
        select(_bill.c.customer_id, _bill.c.created_at, _bill.c.total_fen)
        .where(_bill.c.customer_id.in_(ids), _bill.c.created_at >= since, _bill.c.status != "voided")
        .order_by(_bill.c.created_at)
    )
    found: dict[str, list[Purchase]] = {}
    for row in rows:
        bought = Purchase(day_of(row["created_at"]), row["total_fen"])
        found.setdefault(row["customer_id"], []).append(bought)
    return found
