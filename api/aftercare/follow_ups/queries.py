"""Every SELECT of the follow-ups, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select

from api.access import scope
from api.access.policy import P, Role
from api.aftercare.follow_ups.model import FollowUp, FollowUpTry
from api.aftercare.follow_ups.schemas import Query
from api.customers.contacts.queries import FIRST_PHONE
from api.customers.customers.model import Contact, Customer
from api.customers.relations.figures import Opinion
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.unit import Row, Unit
from api.network.calendars.model import Calendar
from api.network.clocks.model import Clock
from api.network.employees.model import Employee
from api.network.stations.model import Station
from api.work.work_orders.model import WorkOrder

_follow_up = FollowUp.__table__  # type: ignore[attr-defined]
_try = FollowUpTry.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_calendar = Calendar.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_clock = Clock.__table__  # type: ignore[attr-defined]


def seen(unit: Unit) -> ColumnElement[bool]:
    """The follow-ups that this caller may see."""
    return scope.visible(unit, P.FOLLOW_UPS_VIEW, FollowUp)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The follow-up if this caller may see it.

    :raises NotFound: also for one he may not see.
    :raises Stale: against `If-Match`.
    """
    return unit.one(FollowUp, _follow_up.c.id == id, seen(unit), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about a follow-up that the caller may no longer see."""
    one(unit, id)


_joined: Select[Any] = (
    select(
        _follow_up.c.id, _follow_up.c.number, _follow_up.c.version, _follow_up.c.status, _follow_up.c.open,
        _follow_up.c.due_from, _follow_up.c.due_at, _follow_up.c.attempts, _customer.c.name.label("customer_name"),
        FIRST_PHONE.label("phone"), _follow_up.c.subject, _order.c.number.label("order_number"),
        _follow_up.c.engineer_id, _employee.c.name.label("engineer_name"), _order.c.done_at, _follow_up.c.case_id,
        _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
        _case.c.status.label("case_status"), _follow_up.c.station_id, _station.c.code.label("station_code"),
        _station.c.name.label("station_name"), _clock.c.state.label("clock_state"),
        _clock.c.due_at.label("clock_due_at"), _clock.c.started_at.label("clock_started_at"),
        _clock.c.due_soon_at.label("clock_soon_at"), _follow_up.c.csi,
    )
    .join(_case, _case.c.id == _follow_up.c.case_id)
    .join(_customer, _customer.c.id == _follow_up.c.customer_id)
    .join(_station, _station.c.id == _follow_up.c.station_id)
    .outerjoin(_order, _order.c.id == _follow_up.c.work_order_id)
    .outerjoin(_contact, _contact.c.id == _follow_up.c.contact_id)
    .outerjoin(_employee, _employee.c.id == _follow_up.c.engineer_id)
    .outerjoin(_clock, (_clock.c.subject_id == _follow_up.c.id) & _clock.c.open)
)  # fmt: skip
_orders = {
    "due": listing.Order(_follow_up.c.due_at, _follow_up.c.id, of=listing.moment),
    "-created_at": listing.Order(_follow_up.c.created_at, _follow_up.c.id, descending=True, of=listing.moment),
}
_equal = {
    "status": _follow_up.c.status, "open": _follow_up.c.open, "station_id": _follow_up.c.station_id,
    "engineer_id": _follow_up.c.engineer_id, "case_id": _follow_up.c.case_id,
}  # fmt: skip


def page(unit: Unit, query: Query, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """One page; `due` keeps those whose first call may be made by now, or leaves only the rest (D14)."""
    statement = _joined.where(seen(unit))
    for name, column in _equal.items():
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(column == wanted)
    if query.due is not None:
        due = _follow_up.c.open & (_follow_up.c.due_from <= unit.now)
        statement = statement.where(due if query.due else ~due)
    if query.mine is not None:
        mine = func.coalesce(_follow_up.c.caller_id == unit.actor.employee_id, False)
        statement = statement.where(mine if query.mine else ~mine)
    return listing.page(unit, statement, query, _orders, sort=query.sort, shape=shape)


def whole(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any] | None:
    """The follow-up with the facts of its job; `scoped=False` after the caller's own act."""
    statement = _joined.add_columns(
        _follow_up.c.customer_id, _follow_up.c.contact_id, _follow_up.c.work_order_id, _follow_up.c.caller_id,
        _follow_up.c.answers, _follow_up.c.reason, _follow_up.c.root_cause, _follow_up.c.measure,
        _follow_up.c.waiver, _follow_up.c.closed_at, _follow_up.c.created_at, _customer.c.customer_class,
        _customer.c.do_not_call, _contact.c.name.label("contact_name"), _contact.c.title.label("contact_title"),
        _calendar.c.time_zone, _order.c.diagnosis, _order.c.work_done, _order.c.test_result, _order.c.arrived_at,
        _order.c.promised_at, _order.c.signature_kind, _order.c.signer, _order.c.signature_reason,
        _order.c.handed_in_at,
    ).join(_calendar, _calendar.c.id == _station.c.calendar_id).where(_follow_up.c.id == id)  # fmt: skip
    return unit.first(statement.where(seen(unit)) if scoped else statement)


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_follow_up, found)


def tries(unit: Unit, id: str) -> list[dict[str, Any]]:
    """The attempts, oldest first, with who made them."""
    return unit.rows(
        select(_try.c.at, _try.c.outcome, _try.c.note, _try.c.agreed_outside_hours, _try.c.by_id,
               _employee.c.name.label("by_name"))
        .outerjoin(_employee, _employee.c.id == _try.c.by_id)
        .where(_try.c.follow_up_id == id)
        .order_by(_try.c.at, _try.c.id)
    )  # fmt: skip


def does_not_want_calls(unit: Unit, customer_id: str) -> bool:
    """Whether the customer asked not to be called (D14)."""
    return unit.value(select(_customer.c.do_not_call).where(_customer.c.id == customer_id)) is True


def customer(unit: Unit, customer_id: str) -> Row:
    """The customer's row, held, for the one change that follows from his own words on the telephone."""
    return unit.one(Customer, _customer.c.id == customer_id, lock=True)


def names_employee(unit: Unit, employee_id: str) -> bool:
    """Whether the caller may see such an employee (R213); one whom he may not see is none for him (T1)."""
    seen_by_him = scope.visible(unit, P.EMPLOYEES_VIEW, Employee)
    return unit.value(select(_employee.c.id).where(_employee.c.id == employee_id, seen_by_him)) is not None


def caller_name(unit: Unit) -> str | None:
    """How the caller is called, for the script."""
    return unit.value(select(_employee.c.name).where(_employee.c.id == unit.actor.employee_id))


# -- for the rooms below -----------------------------------------------------------------------------------------------
def of_case(unit: Unit, case_id: str) -> dict[str, Any] | None:
    """The latest follow-up of a case; an open one first, because the case waits for it."""
    return _ref(unit, _follow_up.c.case_id == case_id)


def of_order(unit: Unit, order_id: str) -> dict[str, Any] | None:
    """The follow-up of an order."""
    return _ref(unit, _follow_up.c.work_order_id == order_id)


def _ref(unit: Unit, clause: ColumnElement[bool]) -> dict[str, Any] | None:
    return unit.first(
        select(_follow_up.c.id, _follow_up.c.number, _follow_up.c.status, _follow_up.c.open)
        .where(clause)
        .order_by(_follow_up.c.open.desc(), _follow_up.c.id.desc())
        .limit(1)
    )


def case_is_done(unit: Unit, case_id: str) -> bool:
    """Whether no order and no follow-up of the case is open any more (R9)."""
    running = exists().where(_order.c.case_id == case_id, _order.c.open)
    waiting = exists().where(_follow_up.c.case_id == case_id, _follow_up.c.open)
    return unit.value(select(_case.c.id).where(_case.c.id == case_id, ~running, ~waiting)) is not None


def customers_to_call(unit: Unit) -> ColumnElement[bool]:
    """Customers whom this caller is to follow up: his own while the follow-up is open (D14, T7)."""
    reach = unit.actor.reach(P.FOLLOW_UPS_EDIT, frozenset({Role.FOLLOW_UP_SPECIALIST}))
    called = select(_follow_up.c.customer_id).where(
        _follow_up.c.open, scope.clause(unit, reach, _follow_up)
    )  # fmt: skip
    return _customer.c.id.in_(called)


def opinions_of(unit: Unit, ids: list[str], most: int) -> dict[str, list[Opinion]]:
    """By customer: his last opinions, the newest first; for the house's own count, unscoped.

    A follow-up that is open with a reason is one that heard of dissatisfaction; the questions were scored then too.
    """
    said = (
        select(
            _follow_up.c.customer_id, _follow_up.c.status, _follow_up.c.csi, _follow_up.c.id,
            func.row_number()
            .over(partition_by=_follow_up.c.customer_id, order_by=_follow_up.c.created_at.desc())
            .label("nth"),
        )
        .where(_follow_up.c.customer_id.in_(ids), _follow_up.c.csi.is_not(None))
        .subquery()
    )  # fmt: skip
    rows = unit.rows(select(said).where(said.c.nth <= most).order_by(said.c.customer_id, said.c.nth))
    found: dict[str, list[Opinion]] = {}
    for row in rows:
        found.setdefault(row["customer_id"], []).append(Opinion(row["status"] == "satisfied", row["csi"]))
    return found
