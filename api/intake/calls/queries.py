"""Every SELECT on calls, each limited to what its caller may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.contacts.queries import FIRST_PHONE
from api.customers.customers.model import Contact, Customer, Phone
from api.intake.calls.model import Call
from api.intake.calls.schemas import Query
from api.intake.calls.workflow import SPOKEN
from api.intake.service_requests.model import ServiceRequest
from api.intake.telephony.model import TelephonyExchange, TelephonyRequest
from api.kit import listing, phones, search
from api.kit.unit import Row, Unit
from api.network.calendars.model import Calendar
from api.network.employees.model import Employee
from api.network.stations.model import Station

_call = Call.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_contact = Contact.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_calendar = Calendar.__table__  # type: ignore[attr-defined]
_exchange = TelephonyExchange.__table__  # type: ignore[attr-defined]
_request = TelephonyRequest.__table__  # type: ignore[attr-defined]
_phone = Phone.__table__  # type: ignore[attr-defined]


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The call if this caller may see it.

    :raises NotFound: also for a call he may not see.
    """
    return unit.one(Call, _call.c.id == id, scope.visible(unit, P.CALLS_VIEW, Call), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay of a call that the caller may no longer see."""
    one(unit, id)


def is_seen(unit: Unit, id: str) -> bool:
    """Whether there is such a call that the caller may see."""
    return unit.value(select(_call.c.id).where(_call.c.id == id, scope.visible(unit, P.CALLS_VIEW, Call))) is not None


def station(unit: Unit, station_id: str) -> dict[str, Any] | None:
    """Code and zone of the station where calls are taken."""
    told = select(_station.c.id, _station.c.code, _calendar.c.time_zone)
    return unit.first(told.join(_calendar, _calendar.c.id == _station.c.calendar_id).where(_station.c.id == station_id))


_listed: Select[Any] = (
    select(
        _call.c.id, _call.c.number, _call.c.version, _call.c.status, _call.c.direction, _call.c.phone,
        _call.c.rang_at, _call.c.answered_at, _call.c.ended_at, _call.c.wait_seconds, _call.c.within_limit,
        _call.c.agent_id, _employee.c.name.label("agent_name"), _call.c.station_id,
        _station.c.code.label("station_code"), _station.c.name.label("station_name"),
        _call.c.customer_id, _customer.c.name.label("customer_name"), _call.c.caller_name, _call.c.queue,
        _call.c.exchange_id, _call.c.case_id, _call.c.repeat, _call.c.outcome,
    )
    .join(_station, _station.c.id == _call.c.station_id)
    .outerjoin(_employee, _employee.c.id == _call.c.agent_id)
    .outerjoin(_customer, _customer.c.id == _call.c.customer_id)
)  # fmt: skip
_orders = {"-rang_at": listing.Order(_call.c.rang_at, _call.c.id, descending=True, of=listing.moment)}


def page(unit: Unit, query: Query, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """Calls, the newest first; `q` finds a call's number, its customer, or (who may reveal) a telephone number."""
    statement = _listed.where(scope.visible(unit, P.CALLS_VIEW, Call))
    if query.status:
        statement = statement.where(_call.c.status == query.status)
    if query.outcome:
        statement = statement.where(_call.c.outcome == query.outcome)
    if query.direction:
        statement = statement.where(_call.c.direction == query.direction)
    if query.since:
        statement = statement.where(_call.c.rang_at >= query.since)
    if query.until:
        statement = statement.where(_call.c.rang_at < query.until)
    if query.mine is not None:
        mine = _call.c.agent_id == unit.actor.employee_id
        statement = statement.where(mine if query.mine else or_(~mine, _call.c.agent_id.is_(None)))
    if query.q:
        named = search.matching(unit, "customer", query.q, unit.actor.reach(P.CUSTOMERS_VIEW))
        found = [_call.c.number.contains(query.q.upper(), autoescape=True), _call.c.customer_id.in_(named)]
        number = phones.looks_like(query.q)
        if number and unit.actor.holds(P.CUSTOMERS_REVEAL):
            whole = number.startswith("+")
            found.append(_call.c.phone == number if whole else _call.c.phone.endswith(number, autoescape=True))
        statement = statement.where(or_(*found))
    return listing.page(unit, statement, query, _orders, sort="-rang_at", shape=shape)


def whole(unit: Unit, id: str) -> dict[str, Any] | None:
    """The call with the names of everything it points at."""
    return unit.first(
        select(
            *_call.c,
            _station.c.code.label("station_code"), _station.c.name.label("station_name"),
            _employee.c.name.label("agent_name"),
            _customer.c.name.label("customer_name"), _customer.c.customer_class,
            _contact.c.name.label("contact_name"), _contact.c.title.label("contact_title"),
            FIRST_PHONE.label("contact_phone"),
            _case.c.number.label("case_number"), _case.c.subject.label("case_subject"),
            _case.c.status.label("case_status"), _case.c.calls.label("case_calls"),
        )
        .join(_station, _station.c.id == _call.c.station_id)
        .outerjoin(_employee, _employee.c.id == _call.c.agent_id)
        .outerjoin(_customer, _customer.c.id == _call.c.customer_id)
        .outerjoin(_contact, _contact.c.id == _call.c.contact_id)
        .outerjoin(_case, _case.c.id == _call.c.case_id)
        .where(_call.c.id == id, scope.visible(unit, P.CALLS_VIEW, Call))
    )  # fmt: skip


def as_row(found: dict[str, Any]) -> Row:
    """What `whole` found, as the workflow's subject."""
    return Row(_call, found)


def belongs(unit: Unit, customer_id: str, contact_id: str | None) -> tuple[bool, bool]:
    """Whether the caller sees this customer, and whether the contact is one of the customer's."""
    seen = scope.visible(unit, P.CUSTOMERS_VIEW, Customer)
    known = unit.value(select(_customer.c.id).where(_customer.c.id == customer_id, seen)) is not None
    if contact_id is None:
        return known, True
    owner = unit.value(select(_contact.c.customer_id).where(_contact.c.id == contact_id))
    return known, owner == customer_id


# -- what telephony asks, in the exchange's or the clock's name ------------------------------------------------------
def exchange(unit: Unit, id: str) -> dict[str, Any]:
    """An exchange with code and zone of its station."""
    told = (
        select(_exchange.c.id, _exchange.c.station_id, _exchange.c.area_code, _station.c.code.label("station_code"),
               _calendar.c.time_zone)
        .join(_station, _station.c.id == _exchange.c.station_id)
        .join(_calendar, _calendar.c.id == _station.c.calendar_id)
    )  # fmt: skip
    found = unit.first(told.where(_exchange.c.id == id))
    assert found, "it has just proven itself"
    return found


def asked_for(unit: Unit, exchange_id: str, request_id: str) -> str | None:
    """The call that this exchange was asked to make by this request."""
    mine = (_request.c.id == request_id, _request.c.exchange_id == exchange_id, _request.c.kind == "dial")
    return unit.value(select(_request.c.call_id).where(*mine))


def told(unit: Unit, id: str) -> Row:
    """A call that a machine sets right, locked."""
    return unit.one(Call, _call.c.id == id, lock=True)


def contact_number(unit: Unit, contact_id: str) -> dict[str, Any] | None:
    """Whom to call at a customer that the caller sees, with his first number."""
    seen = scope.visible(unit, P.CUSTOMERS_VIEW, Customer)
    return unit.first(
        select(_contact.c.id, _contact.c.customer_id, _phone.c.value)
        .join(_customer, _customer.c.id == _contact.c.customer_id)
        .outerjoin(_phone, _phone.c.contact_id == _contact.c.id)
        .where(_contact.c.id == contact_id, seen)
        .order_by(_phone.c.id)
        .limit(1)
    )


_LAPSING = sorted(SPOKEN - {"reply_promised"})
"""A call with a promise waits for the answer, however long ago it was hung up (R54)."""


def overdue(unit: Unit, limits: dict[str, datetime], most: int) -> list[Row]:
    """Calls that nobody ended: ring too long, last too long, or were not written down in time; locked."""
    late = or_(
        and_(_call.c.status == "ringing", _call.c.rang_at < limits["ringing"]),
        and_(_call.c.status.in_(_LAPSING), _call.c.ended_at.is_(None), _call.c.answered_at < limits["lasting"]),
        and_(_call.c.status.in_(_LAPSING), _call.c.ended_at < limits["written"]),
    )
    open_ = _call.c.status.in_(sorted({"ringing", *_LAPSING}))
    statement = select(*_call.c).where(open_, late).order_by(_call.c.id).limit(most)
    return [Row(_call, row) for row in unit.rows(statement.with_for_update(skip_locked=True))]


def anything_overdue(conn: Connection, limits: dict[str, datetime]) -> bool:
    """Whether `overdue` may find anything; asked without a lock."""
    open_ = _call.c.status.in_(sorted({"ringing", *_LAPSING}))
    return (
        conn.execute(select(_call.c.id).where(open_, _call.c.rang_at < max(limits.values())).limit(1)).first()
        is not None
    )
