"""Every SELECT on handovers, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.model import Post
from api.access.policy import P, Role
from api.customers.customers.model import Customer
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.listing import Order
from api.kit.unit import Row, Unit
from api.money.cash_handovers.model import CashHandover, CashHandoverLine
from api.money.cash_handovers.schemas import HandoversQuery
from api.money.ledger.days import local_day
from api.money.payments import queries as payments
from api.money.payments.model import Payment
from api.network.clocks.model import Clock
from api.network.employees.model import Employee
from api.network.stations.model import Station

_slip = CashHandover.__table__  # type: ignore[attr-defined]
_line = CashHandoverLine.__table__  # type: ignore[attr-defined]
_payment = Payment.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]
_clock = Clock.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_giver, _receiver = (Employee.__table__.alias(name) for name in ("giver", "receiver"))  # type: ignore[attr-defined]
_ORDERS = {
    "-created_at": Order(_slip.c.created_at, _slip.c.id, descending=True, of=listing.moment),
    "created_at": Order(_slip.c.created_at, _slip.c.id, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The slips that this caller may see."""
    return scope.visible(unit, P.CASH_HANDOVERS_VIEW, CashHandover)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The slip if this caller may see it.

    :raises NotFound: also for one he may not see.
    """
    return unit.one(CashHandover, _slip.c.id == id, seen(unit), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about a slip that the caller may no longer see."""
    one(unit, id)


def is_cashier(unit: Unit, employee_id: str, station_id: str) -> bool:
    """Whether this person is an admin specialist of the station today."""
    today = local_day(unit, station_id)
    lasts = (_post.c.starts_on <= today) & (_post.c.ends_on.is_(None) | (_post.c.ends_on >= today))
    held = (_post.c.employee_id == employee_id) & (_post.c.station_id == station_id) & lasts
    return unit.value(select(_post.c.id).where(held, _post.c.role == str(Role.ADMIN_SPECIALIST)).limit(1)) is not None


_shown: Select[Any] = (
    select(
        _slip.c.id, _slip.c.number, _slip.c.version, _slip.c.status, _slip.c.station_id,
        _station.c.code.label("station_code"), _station.c.name.label("station_name"), _slip.c.giver_id,
        _giver.c.name.label("giver_name"), _slip.c.receiver_id, _receiver.c.name.label("receiver_name"),
        _slip.c.declared_fen, _slip.c.counted_fen, _slip.c.created_at, _slip.c.confirmed_at,
    )
    .join(_station, _station.c.id == _slip.c.station_id)
    .join(_giver, _giver.c.id == _slip.c.giver_id)
    .outerjoin(_receiver, _receiver.c.id == _slip.c.receiver_id)
)  # fmt: skip
_whole = _shown.add_columns(_slip.c.counts, _slip.c.note, _slip.c.receiver_note)


def page(unit: Unit, query: HandoversQuery, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A page of slips."""
    statement = _shown.where(seen(unit))
    for name in ("status", "giver_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_slip.c[name] == wanted)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The slip with names; `scoped=False` after the caller's own act."""
    statement = _whole.where(_slip.c.id == id)
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_slip, found)


_paid = (
    select(
        _payment.c.id.label("payment_id"), _payment.c.number.label("payment_number"), _payment.c.case_id,
        _case.c.number.label("case_number"), _customer.c.name.label("customer_name"), _payment.c.way,
        _payment.c.amount_fen, _payment.c.collected_at,
    )
    .join(_case, _case.c.id == _payment.c.case_id)
    .join(_customer, _customer.c.id == _payment.c.customer_id)
)  # fmt: skip


def lines(unit: Unit, id: str) -> list[dict[str, Any]]:
    """The payments on a slip that was found for the caller."""
    joined = _paid.join(_line, _line.c.payment_id == _payment.c.id)
    return unit.rows(joined.where(_line.c.handover_id == id).order_by(_line.c.id))


def payments_on(unit: Unit, id: str) -> list[Row]:
    """The payments on a slip, whole."""
    joined = select(*_payment.c).join(_line, _line.c.payment_id == _payment.c.id)
    return [Row(_payment, row) for row in unit.rows(joined.where(_line.c.handover_id == id).order_by(_payment.c.id))]


def in_hand(unit: Unit, employee_id: str, ids: Collection[str] | None = None) -> list[Row]:
    """What this person has collected and not handed over, all or of these, oldest first; locked."""
    mine = select(*_payment.c).where(_payment.c.collected_by_id == employee_id, payments.unhanded())
    if ids is not None:
        mine = mine.where(_payment.c.id.in_(list(ids)))
    return [Row(_payment, row) for row in unit.rows(mine.order_by(_payment.c.id).with_for_update())]


def holdings(unit: Unit, mine: bool) -> list[dict[str, Any]]:
    """Payments that are not handed over, by collector, each with the open clock of its cash; in the caller's sight."""
    statement = (
        _paid.add_columns(
            _payment.c.collected_by_id, _employee.c.name.label("collected_by_name"), _payment.c.station_id,
            _station.c.code.label("station_code"), _station.c.name.label("station_name"), _clock.c.due_at,
        )
        .join(_employee, _employee.c.id == _payment.c.collected_by_id)
        .join(_station, _station.c.id == _payment.c.station_id)
        .outerjoin(
            _clock, (_clock.c.subject_id == _payment.c.id) & (_clock.c.kind == "hand_over") & _clock.c.open
        )
        .where(payments.unhanded())
        .order_by(_payment.c.collected_at, _payment.c.id)
    )  # fmt: skip
    if mine:
        return unit.rows(statement.where(_payment.c.collected_by_id == unit.actor.employee_id))
    reach = unit.actor.reach(P.CASH_HANDOVERS_VIEW)
    return unit.rows(statement.where(scope.clause(unit, reach, _payment)))
