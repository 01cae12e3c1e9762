"""Every SELECT on agents' sides of calls, with who calls and what is open for him."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, func, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Contact, Customer, Phone
from api.intake.calls.model import Call
from api.intake.service_requests.model import ServiceRequest
from api.intake.telephony.legs.schemas import Query
from api.intake.telephony.model import CallLeg
from api.kit.listing import Order, moment, page
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.settings import limits

MATTERS = 3
"""How many open matters a card names; it counts them all."""
_leg = CallLeg.__table__  # type: ignore[attr-defined]
_call = Call.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_phone = Phone.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_ORDERS = {"-rang_at": Order(_leg.c.rang_at, _leg.c.id, descending=True, of=moment)}
_told: Select[Any] = (
    select(
        *_leg.c, _call.c.number.label("call_number"), _call.c.direction, _call.c.phone, _call.c.caller_name,
        _call.c.queue, _call.c.case_id, _call.c.exchange_id, _call.c.customer_id.label("called_customer_id"),
        _call.c.contact_id.label("called_contact_id"), _employee.c.name.label("agent_name"),
    )
    .join(_call, _call.c.id == _leg.c.call_id)
    .join(_employee, _employee.c.id == _leg.c.employee_id)
)  # fmt: skip


def patience(unit: Unit) -> timedelta:
    """How long a telephone rings on a screen."""
    return timedelta(seconds=limits.get(unit, "call.pop_up_seconds"))


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """A side of a call that the caller may see.

    :raises NotFound: :raises Stale:
    """
    return unit.one(CallLeg, _leg.c.id == id, scope.visible(unit, P.CALL_LEGS_VIEW, CallLeg), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay about what the caller may no longer see."""
    one(unit, id)


def page_of(unit: Unit, query: Query) -> dict[str, Any]:
    """Rows of `_told`, the newest first, for `service` to shape."""
    statement = _told.where(scope.visible(unit, P.CALL_LEGS_VIEW, CallLeg))
    if query.live is not None:
        live = _leg.c.status != "over"
        rung_out = (_leg.c.status == "ringing") & (_leg.c.rang_at < unit.now - patience(unit))
        live &= ~rung_out  # an exchange that fell silent never says that it rings no more
        statement = statement.where(live if query.live else ~live)
    if query.call_id:
        statement = statement.where(_leg.c.call_id == query.call_id)
    if query.mine is not None:
        own = _leg.c.employee_id == (unit.actor.employee_id or "00000000-0000-7000-8000-000000000000")
        statement = statement.where(own if query.mine else ~own)
    return page(unit, statement, query, _ORDERS, sort="-rang_at")


def whole(unit: Unit, id: str) -> dict[str, Any]:
    """One row of `_told`.

    :raises NotFound: also for one the caller may not see.
    """
    found = unit.first(_told.where(_leg.c.id == id, scope.visible(unit, P.CALL_LEGS_VIEW, CallLeg)))
    if found is None:
        raise NotFound
    return found


def as_row(found: dict[str, Any]) -> Row:
    """The same as the workflow's subject."""
    return Row(_leg, found)


def of_call(unit: Unit, call_id: str) -> list[Row]:
    """Every side of a call whose row is locked already; in the exchange's or the clock's name."""
    return [Row(_leg, row) for row in unit.rows(select(*_leg.c).where(_leg.c.call_id == call_id).order_by(_leg.c.id))]


def call_of(unit: Unit, leg: Row) -> dict[str, Any]:
    """The exchange and the state of a leg's call."""
    found = unit.first(select(_call.c.id, _call.c.exchange_id, _call.c.phone).where(_call.c.id == leg.call_id))
    assert found
    return found


def callers(unit: Unit, numbers: set[str], customers: set[str]) -> list[dict[str, Any]]:
    """Customers that the caller of the endpoint sees, by number or by id, each with the contact of that number."""
    seen = scope.visible(unit, P.CUSTOMERS_VIEW, Customer)
    return unit.rows(
        select(
            _phone.c.value, _customer.c.id, _customer.c.name, _customer.c.customer_class.label("class"),
            _contact.c.id.label("contact_id"), _contact.c.name.label("contact_name"), _contact.c.title,
        )
        .select_from(_customer)
        .join(_contact, _contact.c.customer_id == _customer.c.id)
        .join(_phone, _phone.c.contact_id == _contact.c.id)
        .where(
            seen, _customer.c.merged_into_id.is_(None),
            _phone.c.value.in_(sorted(numbers)) | _customer.c.id.in_(sorted(customers)),
        )
        .order_by(_customer.c.name_key, _customer.c.id, _contact.c.preferred.desc(), _contact.c.id)
        .limit(100)
    )  # fmt: skip


def matters(unit: Unit, customers: set[str]) -> list[dict[str, Any]]:
    """Their open cases, what is due first coming first (R42)."""
    if not customers:
        return []
    seen = scope.visible(unit, P.SERVICE_REQUESTS_VIEW, ServiceRequest)
    return unit.rows(
        select(
            _case.c.id, _case.c.customer_id, _case.c.number, _case.c.subject, _case.c.status, _case.c.calls, _case.c.due_at,
            func.count().over(partition_by=_case.c.customer_id).label("all"),
        )
        .where(_case.c.customer_id.in_(sorted(customers)), _case.c.open, seen)
        .order_by(_case.c.due_at, _case.c.id)
        .limit(60)
    )  # fmt: skip
