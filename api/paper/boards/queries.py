"""Every SELECT of the boards: few and grouped, since a board asks again whenever something happens."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select

from api.access import scope
from api.access.policy import P
from api.customers.customers.model import Customer
from api.intake.calls.model import Call
from api.intake.service_requests import queries as cases
from api.intake.service_requests.model import ServiceRequest
from api.intake.telephony.model import Presence
from api.kit.unit import Unit
from api.network.clocks.model import Clock
from api.network.employees.model import Employee
from api.network.stations.model import Station
from api.work.work_orders.model import WorkOrder

_call = Call.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_clock = Clock.__table__  # type: ignore[attr-defined]
_customer = Customer.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_presence = Presence.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
UNDER_WAY = ("accepted", "on_the_way", "on_site", "work_done", "signed")
"""Where an engineer is, most telling last."""
MOST = 12
STILL = timedelta(days=14)
"""How long after its promised day a job may still be under way and be looked for."""


def _here(unit: Unit, model: Any, station_id: str | None) -> ColumnElement[bool]:
    """The rows of this table that the caller's boards may count."""
    seen = scope.visible(unit, P.BOARDS_VIEW, model)
    return seen & (model.__table__.c.station_id == station_id) if station_id else seen


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def station(unit: Unit, id: str) -> dict[str, Any] | None:
    """A station whose board the caller may see, by name."""
    return unit.first(
        select(_station.c.id, _station.c.code, _station.c.name).where(
            _station.c.id == id, or_(*_reached(unit)) if _reached(unit) else _station.c.id.is_not(None)
        )
    )


def _reached(unit: Unit) -> list[ColumnElement[bool]]:
    reach = unit.actor.reach(P.BOARDS_VIEW)
    return [] if reach.everywhere else [_station.c.id.in_(sorted(reach.stations))]


def calls(unit: Unit, since: datetime, station_id: str | None) -> dict[str, Any]:
    """Incoming calls since then, and those that ring now."""
    ringing = _call.c.status == "ringing"
    counted: list[Any] = [
        _sum(ringing).label("waiting"),
        func.min(case((ringing, _call.c.rang_at), else_=None)).label("waiting_since"),
        func.count().label("offered"),
        _sum(_call.c.answered_at.is_not(None)).label("answered"),
        _sum(and_(_call.c.answered_at.is_not(None), _call.c.within_limit)).label("within"),
        _sum(and_(_call.c.answered_at.is_(None), ~ringing)).label("missed"),
    ]
    statement = select(*counted).where(
        _call.c.direction == "inbound", _call.c.rang_at >= since, _here(unit, Call, station_id)
    )
    found = unit.first(statement)
    assert found
    return found


def agents(unit: Unit, station_id: str | None) -> int:
    """How many sit at a telephone and are not away."""
    there = _presence.c.status.in_(("available", "on_call", "after_call"))
    return int(unit.value(select(func.count()).where(there, _here(unit, Presence, station_id))) or 0)


def queue_columns(unit: Unit) -> dict[str, ColumnElement[bool]]:
    """What puts an open case into each queue. A case may stand in several."""
    reported = exists().where(_clock.c.case_id == _case.c.id, _clock.c.open, _clock.c.escalations > 0)
    return {"overdue": _case.c.due_at < unit.now, **cases.queues(unit), "escalated": reported}


def queues(unit: Unit, station_id: str | None, by: str) -> list[dict[str, Any]]:
    """Open cases counted by station, or by station and the person who has them: the engineer, else whose case it is."""
    person = func.coalesce(_case.c.engineer_id, _case.c.owner_id)
    groups = [_station.c.id, _station.c.code, _station.c.name]
    shown = [_station.c.id.label("station_id"), _station.c.code, _station.c.name]
    counted = [_sum(condition).label(name) for name, condition in queue_columns(unit).items()]
    statement = select(*shown, func.count().label("open"), *counted).select_from(_case)
    statement = statement.join(_station, _station.c.id == _case.c.station_id)
    if by == "person":
        statement = statement.add_columns(_employee.c.id.label("person_id"), _employee.c.name.label("person_name"))
        statement = statement.outerjoin(_employee, _employee.c.id == person)
        groups += [_employee.c.id, _employee.c.name]
    statement = statement.where(_case.c.open, _here(unit, ServiceRequest, station_id)).group_by(*groups)
    order = [_station.c.code] + ([_employee.c.name] if by == "person" else [])
    return unit.rows(statement.order_by(*order))


def states(unit: Unit, station_id: str | None) -> list[dict[str, Any]]:
    """Open cases by state, and by the state of their order where one is open."""
    return unit.rows(
        select(_case.c.status, _case.c.job_status, func.count().label("count"))
        .where(_case.c.open, _here(unit, ServiceRequest, station_id))
        .group_by(_case.c.status, _case.c.job_status)
    )


def overdue(unit: Unit, station_id: str | None) -> list[dict[str, Any]]:
    """The open cases whose promise was missed, the longest first."""
    reported = (
        select(func.max(_clock.c.escalations)).where(_clock.c.case_id == _case.c.id, _clock.c.open).scalar_subquery()
    )
    return unit.rows(
        select(
            _case.c.number, _station.c.code.label("station_code"), _customer.c.name, _customer.c.kind,
            _case.c.due_kind, _case.c.due_at, _employee.c.name.label("engineer"), reported.label("escalations"),
        )
        .join(_station, _station.c.id == _case.c.station_id)
        .join(_customer, _customer.c.id == _case.c.customer_id)
        .outerjoin(_employee, _employee.c.id == _case.c.engineer_id)
        .where(_case.c.open, _case.c.due_at < unit.now, _here(unit, ServiceRequest, station_id))
        .order_by(_case.c.due_at, _case.c.id)
        .limit(MOST)
    )  # fmt: skip


def jobs(unit: Unit, since: datetime, until: datetime, station_id: str | None) -> list[dict[str, Any]]:
    """The orders that engineers have in hand today: promised for today, under way, or done today."""
    promised = and_(_order.c.promised_at >= since - STILL, _order.c.promised_at < until)
    done = and_(_order.c.done_at >= since, _order.c.done_at < until)
    of_today = or_(_order.c.promised_at >= since, and_(_order.c.open, _order.c.status.in_(UNDER_WAY)), done)
    return unit.rows(
        select(
            _order.c.engineer_id, _employee.c.name.label("engineer"), _station.c.code.label("station_code"),
            _order.c.number, _order.c.status, _order.c.open, _order.c.promised_at, _order.c.departed_at,
            _order.c.arrived_at, _order.c.done_at, _customer.c.name, _customer.c.kind,
        )
        .join(_employee, _employee.c.id == _order.c.engineer_id)
        .join(_station, _station.c.id == _order.c.station_id)
        .join(_customer, _customer.c.id == _order.c.customer_id)
        .where(or_(promised, done), of_today, _order.c.status != "cancelled", _here(unit, WorkOrder, station_id))
        .order_by(_station.c.code, _employee.c.name, _employee.c.id, _order.c.promised_at, _order.c.id)
        .limit(400)
    )  # fmt: skip


def ended_today(unit: Unit, since: datetime, station_id: str | None) -> list[dict[str, Any]]:
    """Promises that ended since then: kept and kept late."""
    return unit.rows(
        select(
            _clock.c.kind,
            _sum(_clock.c.state == "met").label("met"),
            _sum(_clock.c.state == "late_met").label("late"),
        )
        .where(_clock.c.stopped_at >= since, _here(unit, Clock, station_id))
        .group_by(_clock.c.kind)
    )


def open_now(unit: Unit, station_id: str | None) -> list[dict[str, Any]]:
    """Open promises: missed still, and running; what is held is neither."""
    return unit.rows(
        select(
            _clock.c.kind,
            _sum(and_(_clock.c.due_at < unit.now, _clock.c.state != "paused")).label("missed"),
            _sum(and_(_clock.c.due_at >= unit.now, _clock.c.state != "paused")).label("running"),
        )
        .where(_clock.c.open, _here(unit, Clock, station_id))
        .group_by(_clock.c.kind)
    )
