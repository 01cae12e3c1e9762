"""Every SELECT on refunds, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Customer
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.money.ledger import queries as ledger
from api.money.payments.model import Payment
from api.money.refunds.model import Refund
from api.money.refunds.schemas import RefundsQuery
from api.network.employees.model import Employee
from api.network.stations.model import Station

_refund = Refund.__table__  # type: ignore[attr-defined]
_payment = Payment.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_asker, _approver, _payer = (Employee.__table__.alias(name) for name in ("asker", "approver", "payer"))  # type: ignore[attr-defined]
_ORDERS = {
    "-created_at": Order(_refund.c.created_at, _refund.c.id, descending=True, of=listing.moment),
    "created_at": Order(_refund.c.created_at, _refund.c.id, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The refunds that this caller may see."""
    return scope.visible(unit, P.PAYMENTS_VIEW, Refund)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The refund if this caller may see it.

    :raises NotFound: also for one he may not see.
    """
    return unit.one(Refund, _refund.c.id == id, seen(unit), lock=lock)


def any_one(unit: Unit, id: str | None) -> Row | None:
    """The refund for a provider's word or a job; locked."""
    found = unit.first(select(*_refund.c).where(_refund.c.id == id).with_for_update())
    return None if found is None else Row(_refund, found)


def by_reference(unit: Unit, provider: str, reference: str) -> Row | None:
    """The refund that this provider knows by this reference; locked."""
    theirs = select(_payment.c.id).where(_payment.c.provider == provider)
    mine = (_refund.c.provider_reference == reference) & _refund.c.payment_id.in_(theirs)
    found = unit.first(select(*_refund.c).where(mine).with_for_update())
    return None if found is None else Row(_refund, found)


def under_way(unit: Unit, payment_id: str, amount_fen: int) -> Row | None:
    """The oldest refund of this payment and amount that was approved and has no reference of its provider; locked."""
    waiting = (_refund.c.status == "approved") & _refund.c.provider_reference.is_(None)
    mine = (_refund.c.payment_id == payment_id) & (_refund.c.amount_fen == amount_fen)
    found = unit.first(select(*_refund.c).where(mine, waiting).order_by(_refund.c.id).limit(1).with_for_update())
    return None if found is None else Row(_refund, found)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about a refund that the caller may no longer see."""
    one(unit, id)


def collector(unit: Unit, payment_id: str) -> str | None:
    """Who collected the payment."""
    return unit.value(select(_payment.c.collected_by_id).where(_payment.c.id == payment_id))


def asked_for(unit: Unit, payment_id: str) -> int:
    """What of a payment is asked back and not yet decided upon."""
    waiting = (_refund.c.payment_id == payment_id) & (_refund.c.status == "requested")
    return unit.value(select(ledger.total(_refund.c.amount_fen)).where(waiting))


_shown: Select[Any] = (
    select(
        _refund.c.id, _refund.c.number, _refund.c.version, _refund.c.status, _refund.c.payment_id,
        _payment.c.number.label("payment_number"), _refund.c.way, _refund.c.amount_fen, _refund.c.origin,
        _refund.c.case_id, _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
        _refund.c.customer_id, _customer.c.name.label("customer_name"), _customer.c.customer_class,
        _refund.c.station_id, _station.c.code.label("station_code"), _station.c.name.label("station_name"),
        _refund.c.requested_by_id, _asker.c.name.label("requested_by_name"), _refund.c.created_at,
    )
    .join(_payment, _payment.c.id == _refund.c.payment_id)
    .join(_case, _case.c.id == _refund.c.case_id)
    .join(_customer, _customer.c.id == _refund.c.customer_id)
    .join(_station, _station.c.id == _refund.c.station_id)
    .outerjoin(_asker, _asker.c.id == _refund.c.requested_by_id)
)  # fmt: skip
_whole = (
    _shown.add_columns(
        _refund.c.reason, _refund.c.approved_by_id, _approver.c.name.label("approved_by_name"), _refund.c.approved_at,
        _refund.c.paid_by_id, _payer.c.name.label("paid_by_name"), _refund.c.paid_at, _refund.c.reference,
        _refund.c.rejected_reason,
    )
    .outerjoin(_approver, _approver.c.id == _refund.c.approved_by_id)
    .outerjoin(_payer, _payer.c.id == _refund.c.paid_by_id)
)  # fmt: skip


def page(unit: Unit, query: RefundsQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of refunds."""
    statement = _shown.where(seen(unit))
    for name in ("case_id", "payment_id", "status"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_refund.c[name] == wanted)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The refund with the names of all it refers to."""
    statement = _whole.where(_refund.c.id == id)
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_refund, found)
