"""Every SELECT on leave that was asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from api.access import scope
from api.access.policy import P
from api.kit import listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.leave_requests import schemas
from api.network.leave_requests.model import LeaveRequest
from api.network.leave_requests.workflow import WORKFLOW
from api.network.stations.model import Station

_leave = LeaveRequest.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_decider = _employee.alias("decider")
_station = Station.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "starts_at": Order(_leave.c.starts_at, _leave.c.id, of=listing.moment),
    "-created_at": Order(_leave.c.created_at, _leave.c.id, descending=True, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of leave that the caller may see."""
    return scope.visible(unit, P.LEAVE_REQUESTS_VIEW, LeaveRequest)


def visible(unit: Unit, id: str) -> Row:
    """The request, if the caller may see it."""
    return unit.one(LeaveRequest, _leave.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end and checked against `If-Match`."""
    return unit.one(LeaveRequest, _leave.c.id == id, seen(unit), lock=True)


def of_booking(unit: Unit, booking_id: str) -> Row | None:
    """The approved request that this booking stands for."""
    statement = select(*_leave.c).where(_leave.c.booking_id == booking_id, _leave.c.status == "approved")
    found = unit.first(statement.with_for_update())
    return None if found is None else Row(_leave, found)


def overlapping(unit: Unit, employee_id: str, start: datetime, end: datetime) -> dict[str, Any] | None:
    """An earlier request of this person that is open or approved and overlaps."""
    return unit.first(
        select(_leave.c.id, _leave.c.starts_at, _leave.c.ends_at)
        .where(
            _leave.c.employee_id == employee_id, _leave.c.status.in_(("asked", "approved")),
            _leave.c.starts_at < end, _leave.c.ends_at > start,
        )
        .limit(1)
    )  # fmt: skip


def person(unit: Unit, employee_id: str) -> dict[str, Any] | None:
    """An active employee, held until the end, so that two requests of his come one after the other."""
    statement = select(_employee.c.id, _employee.c.station_id).where(_employee.c.id == employee_id, _employee.c.active)
    return unit.first(statement.with_for_update())


def _selected() -> Select[Any]:
    return (
        select(
            *_leave.c, _employee.c.name.label("employee_name"), _decider.c.name.label("decider_name"),
            _station.c.code.label("station_code"), _station.c.name.label("station_name"),
        )
        .join(_employee, _employee.c.id == _leave.c.employee_id)
        .join(_station, _station.c.id == _leave.c.station_id)
        .outerjoin(_decider, _decider.c.id == _leave.c.decided_by_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One request.

    :raises NotFound: none, or none that this caller may see.
    """
    found = unit.first(_selected().where(_leave.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return _row(unit, found) | {"offered": WORKFLOW.offered(unit, Row(_leave, found), "/api/v1/leave-requests")}


def listed(unit: Unit, query: schemas.LeaveQuery) -> dict[str, Any]:
    """A page of requests."""
    statement = _selected().where(seen(unit))
    if query.from_:
        statement = statement.where(_leave.c.ends_at > query.from_)
    if query.to:
        statement = statement.where(_leave.c.starts_at < query.to)
    for name in ("station_id", "employee_id", "status"):
        if value := getattr(query, name):
            statement = statement.where(_leave.c[name] == value)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda found: _row(unit, found))


def _row(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    kept = (
        "id", "version", "created_at", "status", "starts_at", "ends_at", "kind", "reason", "decided_at", "decision_note",
        "booking_id",
    )  # fmt: skip
    decider = found["decided_by_id"] and {"id": found["decided_by_id"], "name": found["decider_name"]}
    return {name: found[name] for name in kept} | {
        "status_label": unit.say(schemas.STATES[found["status"]]), "kind_label": unit.say(schemas.KINDS[found["kind"]]),
        "station": {"id": found["station_id"], "code": found["station_code"], "name": found["station_name"]},
        "employee": {"id": found["employee_id"], "name": found["employee_name"]}, "decided_by": decider,
    }  # fmt: skip
