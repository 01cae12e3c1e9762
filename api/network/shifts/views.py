"""Shifts as the contract shows them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, or_

from api.access import scope
from api.access.policy import P
from api.kit import clock, listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.calendars.hours import instant_of
from api.network.shifts import queries, schemas
from api.network.shifts.model import Attendance, Shift
from api.network.shifts.words import KINDS, PRESENCES
from api.network.shifts.workflow import WORKFLOW
from api.network.stations import queries as stations

_shift = Shift.__table__  # type: ignore[attr-defined]
_attendance = Attendance.__table__  # type: ignore[attr-defined]
_ORDERS = {"starts_at": Order(_shift.c.starts_at, _shift.c.id, of=listing.moment)}


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One shift.

    :raises NotFound: none, or none that this caller may see.
    """
    found = unit.first(queries.listed().where(_shift.c.id == id, queries.seen(unit)))
    if found is None:
        raise NotFound
    return row(unit, found) | {
        "corrected": found["corrected_by_id"] is not None, "correction_reason": found["correction_reason"],
        "offered": WORKFLOW.offered(unit, Row(_shift, found), "/api/v1/shifts"),
    }  # fmt: skip


def page(unit: Unit, query: schemas.ShiftQuery) -> dict[str, Any]:
    """The planned shifts of a span by their start; removed ones are left out."""
    statement = queries.listed().where(queries.seen(unit), _shift.c.status == "planned")
    if query.from_:
        statement = statement.where(_shift.c.ends_at > query.from_)
        # a shift is no longer than a day: lets the index of starts be walked from there
        statement = statement.where(_shift.c.starts_at > query.from_ - timedelta(hours=24))
    if query.to:
        statement = statement.where(_shift.c.starts_at < query.to)
    for name in ("station_id", "employee_id", "kind"):
        if value := getattr(query, name):
            statement = statement.where(_shift.c[name] == value)
    return listing.page(unit, statement, query, _ORDERS, sort="starts_at", shape=lambda found: row(unit, found))


def attendance(unit: Unit, query: schemas.AttendanceQuery) -> dict[str, Any]:
    """The turns that begin on these days and whether their people came."""
    start, end = _day(unit, query)
    may = scope.clause(unit, unit.actor.reach(P.ATTENDANCE_VIEW), _shift)
    statement = queries.listed().where(
        may, _shift.c.status == "planned", _shift.c.starts_at >= start, _shift.c.starts_at < end
    )
    if query.station_id:
        statement = statement.where(_shift.c.station_id == query.station_id)
    if query.status:
        statement = statement.where(_standing(unit, query.status, statement))
    return listing.page(unit, statement, query, _ORDERS, sort="starts_at", shape=lambda found: _attended(unit, found))


def _day(unit: Unit, query: schemas.AttendanceQuery) -> tuple[datetime, datetime]:
    home = query.station_id or next(iter(sorted(unit.actor.reach(P.ATTENDANCE_VIEW).stations)), None)
    if home is None:
        centre = stations.centre(unit)
        home = centre.id if centre else None
    assert home is not None
    zone = ZoneInfo(stations.zone_of(unit, home) or clock.ZONE.key)  # of a station that there is not, no row is found
    day = query.on or unit.now.astimezone(zone).date()
    return instant_of(zone, day, 0), instant_of(zone, day + timedelta(days=query.days), 0)


def _standing(unit: Unit, status: str, statement: Any) -> Any:
    """The clause of a standing, in step with `standing` below."""
    away = next(c for c in statement.selected_columns if c.name == "on_leave").element
    came, known = _attendance.c.arrived_at, _attendance.c.id
    silent = and_(came.is_(None), known.is_(None), ~away)
    return {
        "on_time": and_(came.is_not(None), came <= _shift.c.report_at),
        "late": and_(came.is_not(None), came > _shift.c.report_at),
        "on_leave": and_(came.is_(None), away),
        "absent": or_(
            and_(known.is_not(None), came.is_(None), ~away), and_(silent, _shift.c.ends_at <= unit.now)
        ),
        "not_here": and_(silent, _shift.c.report_at < unit.now, _shift.c.ends_at > unit.now),
        "expected": and_(silent, _shift.c.report_at >= unit.now),
    }[status]  # fmt: skip


def standing(unit: Unit, found: dict[str, Any]) -> tuple[str, int]:
    """How the attendance stands now, and by how much he came late."""
    came = found["arrived_at"]
    if came is not None:
        late = max(0, int((came - found["report_at"]).total_seconds()))
        return ("late" if came > found["report_at"] else "on_time"), late
    if found["on_leave"]:
        return "on_leave", 0
    if found["attendance_id"] is not None or found["ends_at"] <= unit.now:
        return "absent", 0
    return ("not_here" if found["report_at"] < unit.now else "expected"), 0


def row(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    """A row of `queries.listed` as `ShiftRow`."""
    status, late = standing(unit, found)
    kept = ("id", "version", "status", "starts_at", "ends_at", "report_at", "kind", "note", "arrived_at", "left_at")
    return {name: found[name] for name in kept} | _named(unit, found) | {
        "attendance": status, "attendance_label": unit.say(PRESENCES[status]), "late_seconds": late,
        "early_seconds": _early(found),
    }  # fmt: skip


def _attended(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    status, late = standing(unit, found)
    kept = ("id", "starts_at", "ends_at", "report_at", "kind", "arrived_at", "left_at")
    return {name: found[name] for name in kept} | _named(unit, found) | {
        "status": status, "status_label": unit.say(PRESENCES[status]), "late_seconds": late,
        "early_seconds": _early(found), "corrected": found["corrected_by_id"] is not None,
    }  # fmt: skip


def _early(found: dict[str, Any]) -> int:
    """By how much he left before the end."""
    return max(0, int((found["ends_at"] - found["left_at"]).total_seconds())) if found["left_at"] else 0


def _named(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    return {
        "station": {"id": found["station_id"], "code": found["station_code"], "name": found["station_name"]},
        "employee": {"id": found["employee_id"], "name": found["employee_name"]},
        "kind_label": unit.say(KINDS[found["kind"]]),
    }  # fmt: skip
