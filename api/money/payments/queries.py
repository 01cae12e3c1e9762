"""Every SELECT on payments, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Customer
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.money.cash_handovers.model import CashHandover, CashHandoverLine
from api.money.ledger import queries as ledger
from api.money.ledger.model import CashDay
from api.money.payments.model import Payment, PaymentCallback
from api.money.payments.schemas import PaymentsQuery
from api.money.refunds.model import Refund
from api.network.employees.model import Employee
from api.network.stations.model import Station

_payment = Payment.__table__  # type: ignore[attr-defined]
_callback = PaymentCallback.__table__  # type: ignore[attr-defined]
_refund = Refund.__table__  # type: ignore[attr-defined]
_slip = CashHandover.__table__  # type: ignore[attr-defined]
_slip_line = CashHandoverLine.__table__  # type: ignore[attr-defined]
_day = CashDay.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "-created_at": Order(_payment.c.created_at, _payment.c.id, descending=True, of=listing.moment),
    "created_at": Order(_payment.c.created_at, _payment.c.id, of=listing.moment),
}
_free = (
    select(ledger.total(ledger.signed("advance")))
    .where(ledger.touches("advance"), ledger.posting.c.payment_id == _payment.c.id)
    .correlate(_payment)
    .scalar_subquery()
)


def seen(unit: Unit) -> ColumnElement[bool]:
    """The payments that this caller may see."""
    return scope.visible(unit, P.PAYMENTS_VIEW, Payment)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The payment if this caller may see it.

    :raises NotFound: also for one he may not see.
    """
    return unit.one(Payment, _payment.c.id == id, seen(unit), lock=lock)


def any_one(unit: Unit, id: str) -> Row | None:
    """The payment for a rule or a provider's word; locked. None if there is none (yet)."""
    found = unit.first(select(*_payment.c).where(_payment.c.id == id).with_for_update())
    return None if found is None else Row(_payment, found)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about a payment that the caller may no longer see."""
    one(unit, id)


_shown: Select[Any] = (
    select(
        _payment.c.id, _payment.c.number, _payment.c.version, _payment.c.status, _payment.c.way, _payment.c.purpose,
        _payment.c.amount_fen, _free.label("free_fen"), _payment.c.bill_id, _payment.c.case_id,
        _case.c.number.label("case_number"), _case.c.subject.label("case_subject"), _payment.c.customer_id,
        _customer.c.name.label("customer_name"), _customer.c.customer_class, _payment.c.station_id,
        _station.c.code.label("station_code"), _station.c.name.label("station_name"), _payment.c.collected_by_id,
        _employee.c.name.label("collected_by_name"), _payment.c.collected_at, _payment.c.created_at,
    )
    .join(_case, _case.c.id == _payment.c.case_id)
    .join(_customer, _customer.c.id == _payment.c.customer_id)
    .join(_station, _station.c.id == _payment.c.station_id)
    .outerjoin(_employee, _employee.c.id == _payment.c.collected_by_id)
)  # fmt: skip
_whole = _shown.add_columns(
    _payment.c.reference, _payment.c.receipt_number, _payment.c.payer, _payment.c.remark, _payment.c.occurred_at,
    _payment.c.posted_on,
    _payment.c.provider, _payment.c.qr_text, _payment.c.expires_at, _payment.c.voided_at, _payment.c.voided_reason,
    _payment.c.void_approved_by_id, _slip_line.c.handover_id,
).outerjoin(_slip_line, and_(_slip_line.c.payment_id == _payment.c.id, _slip_line.c.active))  # fmt: skip


def unhanded() -> ColumnElement[bool]:
    """Collected, and on no slip that stands (R157)."""
    on_slip = select(_slip_line.c.payment_id).where(_slip_line.c.active)
    return and_(_payment.c.status == "collected", _payment.c.id.not_in(on_slip))


def page(unit: Unit, query: PaymentsQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of payments."""
    statement = _shown.where(seen(unit))
    for name in ("case_id", "bill_id", "status", "way", "collected_by_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_payment.c[name] == wanted)
    if query.unhanded is not None:
        statement = statement.where(unhanded() if query.unhanded else ~unhanded())
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The payment with the names of all it refers to; `scoped=False` after the caller's own act."""
    statement = _whole.where(_payment.c.id == id)
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_payment, found)


def receipt_used(unit: Unit, number: str) -> bool:
    """Whether a payment bears this receipt's number, whoever may see it."""
    return unit.value(select(_payment.c.id).where(_payment.c.receipt_number == number)) is not None


def refunded(unit: Unit, payment_id: str) -> bool:
    """Whether a refund of it was asked for and not turned down."""
    standing = _refund.c.status.in_(("requested", "approved", "paid"))
    found = select(_refund.c.id).where(_refund.c.payment_id == payment_id, standing).limit(1)
    return unit.value(found) is not None


def slip_of(unit: Unit, payment_id: str, status: str) -> str | None:
    """The slip of this state on which the payment stands."""
    return unit.value(
        select(_slip.c.id)
        .join(_slip_line, _slip_line.c.handover_id == _slip.c.id)
        .where(_slip_line.c.payment_id == payment_id, _slip_line.c.active, _slip.c.status == status)
    )


def day_open(unit: Unit, station_id: str, day: date) -> bool:
    """Whether this day of the station's books is open."""
    status = unit.value(select(_day.c.status).where(_day.c.station_id == station_id, _day.c.day == day))
    return status != "closed"


def pending_of(unit: Unit, bill_id: str) -> int:
    """What customers are just being asked for on a bill."""
    waiting = (_payment.c.status == "pending") & (_payment.c.expires_at > unit.now)
    return unit.value(select(ledger.total(_payment.c.amount_fen)).where(_payment.c.bill_id == bill_id, waiting))


def deposits_of(unit: Unit, case_id: str, purpose: str) -> int:
    """What was taken or is asked for in advance on a case for this purpose, less what went or is going back (D22)."""
    standing = or_(
        _payment.c.status == "collected", (_payment.c.status == "pending") & (_payment.c.expires_at > unit.now)
    )
    mine = (_payment.c.case_id == case_id) & (_payment.c.purpose == purpose)
    taken = unit.value(select(ledger.total(_payment.c.amount_fen)).where(mine, standing))
    back = (
        select(ledger.total(_refund.c.amount_fen))
        .join(_payment, _payment.c.id == _refund.c.payment_id)
        .where(mine, _payment.c.status == "collected", _refund.c.status.in_(("approved", "paid")))
    )
    return int(taken) - int(unit.value(back))


def all_handed_in(unit: Unit, case_id: str) -> bool:
    """Whether every collected part of a case was handed over and received (R154, R157)."""
    handed = (
        select(_slip_line.c.payment_id)
        .join(_slip, _slip.c.id == _slip_line.c.handover_id)
        .where(_slip_line.c.active, _slip.c.status == "confirmed")
    )
    lacking = case((_payment.c.id.not_in(handed), 1), else_=0)
    found = unit.first(
        select(func.count().label("n"), func.coalesce(func.sum(lacking), 0).label("lacking")).where(
            _payment.c.case_id == case_id, _payment.c.status == "collected"
        )
    )
    assert found is not None
    return found["n"] > 0 and not found["lacking"]


# -- what providers told -------------------------------------------------------------------------------------------------
def waiting_callbacks(unit: Unit, payment_id: str) -> list[Row]:
    """What was told of this payment and has not taken effect: what was paid before what went back."""
    last = case((_callback.c.type.startswith("refund"), 1), else_=0)
    rows = unit.rows(
        select(*_callback.c)
        .where(_callback.c.payment_id == payment_id, _callback.c.outcome == "waiting")
        .order_by(last, _callback.c.id)
    )
    return [Row(_callback, row) for row in rows]
