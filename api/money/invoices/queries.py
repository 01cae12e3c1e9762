"""Every SELECT on invoices, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Customer
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.money.invoices.model import Invoice
from api.money.invoices.schemas import InvoicesQuery
from api.money.ledger import queries as ledger
from api.network.employees.model import Employee
from api.network.stations.model import Station

_invoice = Invoice.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_asker, _issuer, _taker = (Employee.__table__.alias(name) for name in ("asker", "issuer", "taker"))  # type: ignore[attr-defined]
_ORDERS = {
    "-created_at": Order(_invoice.c.created_at, _invoice.c.id, descending=True, of=listing.moment),
    "created_at": Order(_invoice.c.created_at, _invoice.c.id, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The invoices that this caller may see."""
    return scope.visible(unit, P.INVOICES_VIEW, Invoice)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The invoice if this caller may see it.

    :raises NotFound: also for one he may not see.
    """
    return unit.one(Invoice, _invoice.c.id == id, seen(unit), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about an invoice that the caller may no longer see."""
    one(unit, id)


def standing(unit: Unit, *, bill_id: str | None = None, case_id: str | None = None) -> int:
    """What is invoiced or asked for on a bill, or on a case, red figures taken off."""
    of = _invoice.c.bill_id == bill_id if bill_id else _invoice.c.case_id == case_id
    counts = _invoice.c.status != "withdrawn"
    return unit.value(select(ledger.total(_invoice.c.amount_fen)).where(of, counts))


_shown: Select[Any] = (
    select(
        *(
            _invoice.c[name]
            for name in (
                "id", "number", "version", "status", "kind", "medium", "title", "amount_fen", "tax_rate_bp", "net_fen",
                "tax_fen", "invoice_code", "invoice_no", "issued_at", "red_of_id", "bill_id", "case_id", "customer_id",
                "station_id", "taken_by_id", "taken_at", "created_at",
            )
        ),
        _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
        _customer.c.name.label("customer_name"), _customer.c.customer_class, _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _taker.c.name.label("taken_by_name"),
    )
    .join(_case, _case.c.id == _invoice.c.case_id)
    .join(_customer, _customer.c.id == _invoice.c.customer_id)
    .join(_station, _station.c.id == _invoice.c.station_id)
    .outerjoin(_taker, _taker.c.id == _invoice.c.taken_by_id)
)  # fmt: skip
_whole = (
    _shown.add_columns(
        _invoice.c.tax_number, _invoice.c.content, _invoice.c.reason, _invoice.c.requested_by_id,
        _asker.c.name.label("requested_by_name"), _invoice.c.issued_by_id, _issuer.c.name.label("issued_by_name"),
        _invoice.c.handed_out_at, _invoice.c.returned_at,
    )
    .outerjoin(_asker, _asker.c.id == _invoice.c.requested_by_id)
    .outerjoin(_issuer, _issuer.c.id == _invoice.c.issued_by_id)
)  # fmt: skip


def page(unit: Unit, query: InvoicesQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of invoices."""
    statement = _shown.where(seen(unit))
    for name in ("case_id", "bill_id", "status"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_invoice.c[name] == wanted)
    if query.out is not None:
        gone = and_(
            _invoice.c.taken_at.is_not(None), _invoice.c.handed_out_at.is_(None), _invoice.c.returned_at.is_(None)
        )
        statement = statement.where(gone if query.out else ~gone)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The invoice with names; `scoped=False` after the caller's own act."""
    statement = _whole.where(_invoice.c.id == id)
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_invoice, found)
