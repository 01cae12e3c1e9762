"""Every SELECT on the roster."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from api.access import scope
from api.access.model import Post
from api.access.policy import P, Role
from api.kit.unit import Row, Unit
from api.network.bookings.model import Bookable, Booking
from api.network.employees.model import Employee
from api.network.leave_requests.model import LeaveRequest
from api.network.shifts.model import Attendance, Shift
from api.network.stations.model import Station

_shift = Shift.__table__  # type: ignore[attr-defined]
_attendance = Attendance.__table__  # type: ignore[attr-defined]
_booking = Booking.__table__  # type: ignore[attr-defined]
_bookable = Bookable.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]
_asked = LeaveRequest.__table__  # type: ignore[attr-defined]
_PLANNED = _shift.c.status == "planned"


# -- for dispatch, slots and the other rooms: the caller of these has decided whom he may ask about, so without scope ---
def between(unit: Unit, employees: Collection[str], start: datetime, end: datetime) -> list[dict[str, Any]]:
    """The planned shifts of these people that touch the span, by their start; one statement for any number of people."""
    return unit.rows(
        select(*_plain())
        .where(
            _PLANNED, _shift.c.employee_id.in_(sorted(employees)), _shift.c.starts_at < end, _shift.c.ends_at > start
        )
        .order_by(_shift.c.starts_at, _shift.c.id)
    )


def leave(unit: Unit, employees: Collection[str], start: datetime, end: datetime) -> list[dict[str, Any]]:
    """When these people are on leave in the span: the bookings that hold, without a word about why."""
    return unit.rows(
        select(_booking.c.id, _booking.c.employee_id, _booking.c.starts_at, _booking.c.ends_at)
        .where(
            _booking.c.kind == "leave", _booking.c.released_at.is_(None),
            _booking.c.employee_id.in_(sorted(employees)), _booking.c.starts_at < end, _booking.c.ends_at > start,
        )
        .order_by(_booking.c.starts_at, _booking.c.id)
    )  # fmt: skip


def of_station(
    unit: Unit, station_id: str, employees: Collection[str], start: datetime, end: datetime
) -> list[dict[str, Any]]:
    """What `coverage` weighs: the station's shifts that begin in the span, and these people's there that touch it."""
    own = and_(_shift.c.employee_id.in_(sorted(employees)), _shift.c.ends_at > start)
    return unit.rows(
        select(*_plain()).where(
            _PLANNED, _shift.c.station_id == station_id, _shift.c.starts_at < end,
            or_(_shift.c.starts_at >= start, own),
        )
        .order_by(_shift.c.starts_at)
    )  # fmt: skip


def _plain() -> list[Any]:
    return [_shift.c[n] for n in ("id", "station_id", "employee_id", "starts_at", "ends_at", "kind", "note")]


def within(unit: Unit, employee_id: str, start: datetime, end: datetime) -> list[Row]:
    """His planned shifts that lie in the span whole and were not attended."""
    attended = exists().where(_attendance.c.shift_id == _shift.c.id)
    found = unit.rows(
        select(*_shift.c)
        .where(
            _PLANNED,
            _shift.c.employee_id == employee_id,
            _shift.c.starts_at >= start,
            _shift.c.ends_at <= end,
            ~attended,
        )
        .order_by(_shift.c.id)
    )
    return [Row(_shift, row) for row in found]


def clash(unit: Unit, employee_id: str, start: datetime, end: datetime, but: Collection[str]) -> dict[str, Any] | None:
    """The earliest other planned shift of this person that overlaps."""
    return unit.first(
        select(*_plain())
        .where(
            _PLANNED, _shift.c.employee_id == employee_id, _shift.c.starts_at < end, _shift.c.ends_at > start,
            _shift.c.id.not_in(sorted(but)),
        )
        .order_by(_shift.c.starts_at)
        .limit(1)
    )  # fmt: skip


def uncovered_job(
    unit: Unit, employee_id: str, was: tuple[datetime, datetime], now: tuple[datetime, datetime] | None
) -> dict[str, Any] | None:
    """The earliest job booked in the old span of a shift that the new one (None: no shift) would leave outside it."""
    statement = select(_booking.c.id, _booking.c.starts_at, _booking.c.ends_at, _booking.c.note).where(
        _booking.c.kind == "job", _booking.c.released_at.is_(None), _booking.c.override_reason.is_(None),
        _booking.c.employee_id == employee_id, _booking.c.starts_at < was[1], _booking.c.ends_at > was[0],
    )  # fmt: skip
    if now:
        statement = statement.where(or_(_booking.c.starts_at < now[0], _booking.c.ends_at > now[1]))
    return unit.first(statement.order_by(_booking.c.starts_at).limit(1))


def week(unit: Unit, station_id: str, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """The station's planned shifts that begin in the span, with who has them and whether he still works here."""
    return unit.rows(
        select(*_plain(), _employee.c.name.label("employee_name"), _employee.c.active)
        .join(_employee, _employee.c.id == _shift.c.employee_id)
        .where(_PLANNED, _shift.c.station_id == station_id, _shift.c.starts_at >= start, _shift.c.starts_at < end)
        .order_by(_shift.c.starts_at, _shift.c.id)
    )


def attended(unit: Unit, shift_id: str) -> bool:
    """Whether somebody checked in, or his manager said when he came."""
    return unit.value(select(_attendance.c.id).where(_attendance.c.shift_id == shift_id)) is not None


def attended_span(unit: Unit, shift_id: str) -> dict[str, Any] | None:
    """From when until when somebody was at his post, if anything is known of it."""
    return unit.first(select(_attendance.c.arrived_at, _attendance.c.left_at).where(_attendance.c.shift_id == shift_id))


def attendance(unit: Unit, shift_id: str) -> Row | None:
    """The shift's attendance, held until the end."""
    found = unit.first(select(*_attendance.c).where(_attendance.c.shift_id == shift_id).with_for_update())
    return None if found is None else Row(_attendance, found)


def names(unit: Unit, employees: Collection[str]) -> dict[str, dict[str, Any]]:
    """What these people are called and whether they still work here, by id."""
    found = unit.rows(
        select(_employee.c.id, _employee.c.name, _employee.c.active).where(_employee.c.id.in_(sorted(employees)))
    )
    return {row["id"]: row for row in found}


def coordinates(unit: Unit, employee_id: str, on: date) -> bool:
    """Whether he is a coordinator on that day (D10)."""
    statement = select(_post.c.id).where(
        _post.c.employee_id == employee_id, _post.c.role == str(Role.COORDINATOR), _post.c.starts_on <= on,
        or_(_post.c.ends_on.is_(None), _post.c.ends_on >= on),
    )  # fmt: skip
    return unit.value(statement.limit(1)) is not None


def home_of(unit: Unit, employee_id: str | None) -> str | None:
    """Where somebody is at home."""
    return unit.value(select(_employee.c.station_id).where(_employee.c.id == employee_id)) if employee_id else None


def works_at(unit: Unit, employee_id: str, station_id: str, on: date) -> bool:
    """Whether he is at home there, or posted there on that day."""
    posted = exists().where(
        _post.c.employee_id == _employee.c.id, _post.c.station_id == station_id, _post.c.starts_on <= on,
        or_(_post.c.ends_on.is_(None), _post.c.ends_on >= on),
    )  # fmt: skip
    statement = select(_employee.c.id).where(
        _employee.c.id == employee_id, or_(_employee.c.station_id == station_id, posted)
    )
    return unit.value(statement) is not None


# -- what the caller may see ---------------------------------------------------------------------------------------------
def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The shift, if this caller may see it.

    :raises NotFound: otherwise.
    """
    return unit.one(Shift, _shift.c.id == id, seen(unit), lock=lock)


def visible(unit: Unit, id: str) -> Row:
    """For repeats: the shift, if still visible."""
    return one(unit, id)


def held(unit: Unit, id: str) -> Row:
    """A shift for a swap, held until the end, whoever asks: the swap's own door was passed.

    :raises NotFound: none.
    """
    return unit.one(Shift, _shift.c.id == id, lock=True)


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of shifts that the caller may see."""
    return scope.visible(unit, P.SHIFTS_VIEW, Shift)


def listed() -> Select[Any]:
    """Shifts with their people, stations, attendance, and whether leave takes the whole of them; without scope."""
    away = exists().where(
        _booking.c.resource_no == _shift.c.resource_no, _booking.c.kind == "leave", _booking.c.released_at.is_(None),
        _booking.c.starts_at <= _shift.c.starts_at, _booking.c.ends_at >= _shift.c.ends_at,
    )  # fmt: skip
    return (
        select(
            *_plain(), _shift.c.version, _shift.c.status, _shift.c.report_at, _employee.c.name.label("employee_name"),
            _station.c.code.label("station_code"), _station.c.name.label("station_name"), _attendance.c.arrived_at,
            _attendance.c.left_at,
            _attendance.c.corrected_by_id, _attendance.c.reason.label("correction_reason"), away.label("on_leave"),
            _attendance.c.id.label("attendance_id"),
        )
        .join(_employee, _employee.c.id == _shift.c.employee_id)
        .join(_station, _station.c.id == _shift.c.station_id)
        .outerjoin(_attendance, _attendance.c.shift_id == _shift.c.id)
    )  # fmt: skip


# -- the grid of people and days -----------------------------------------------------------------------------------------
def people(
    unit: Unit, station_id: str, first: date, last: date, only: str | None, more: Collection[str]
) -> list[dict[str, Any]]:
    """Who works at the station on one of these days, each once for each post there, by role and name; `only` one of
    them. `more`: who stands in its roster though he works elsewhere."""
    posted = and_(
        _post.c.employee_id == _employee.c.id, _post.c.station_id == station_id, _post.c.starts_on <= last,
        or_(_post.c.ends_on.is_(None), _post.c.ends_on >= first),
    )  # fmt: skip
    statement = (
        select(_employee.c.id, _employee.c.name, _post.c.role)
        .outerjoin(_post, posted)
        .where(_employee.c.active, or_(_post.c.id.is_not(None), _employee.c.station_id == station_id,
                                       _employee.c.id.in_(sorted(more))))
        .order_by(_employee.c.name_key, _employee.c.id, _post.c.role)
    )  # fmt: skip
    return unit.rows(statement.where(_employee.c.id == only) if only else statement)


def planned(unit: Unit, station_id: str, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """The station's planned shifts that touch the span and are the caller's to see."""
    return unit.rows(
        listed()
        .where(
            seen(unit), _PLANNED, _shift.c.station_id == station_id, _shift.c.starts_at < end, _shift.c.ends_at > start,
            # a shift is no longer than a day: lets the index of starts be walked from there
            _shift.c.starts_at > start - timedelta(hours=24),
        )
        .order_by(_shift.c.starts_at, _shift.c.id)
    )  # fmt: skip


def held_between(unit: Unit, employees: Collection[str], start: datetime, end: datetime) -> list[dict[str, Any]]:
    """What these people are booked for in the span but leave, as far as the caller may see bookings."""
    kept = ("employee_id", "kind", "starts_at", "ends_at", "blocked_from", "blocked_to", "note")
    return unit.rows(
        select(*(_booking.c[name] for name in kept))
        .where(
            scope.visible(unit, P.BOOKINGS_VIEW, Booking), _booking.c.kind != "leave", _booking.c.released_at.is_(None),
            _booking.c.employee_id.in_(sorted(employees)), _booking.c.blocked_from < end, _booking.c.blocked_to > start,
        )
        .order_by(_booking.c.starts_at, _booking.c.id)
    )  # fmt: skip


def leave_asked(unit: Unit, employees: Collection[str], start: datetime, end: datetime) -> list[dict[str, Any]]:
    """Leave that these people asked for in the span and that is not decided, as far as the caller may see it."""
    return unit.rows(
        select(_asked.c.id, _asked.c.employee_id, _asked.c.starts_at, _asked.c.ends_at)
        .where(
            scope.visible(unit, P.LEAVE_REQUESTS_VIEW, LeaveRequest), _asked.c.status == "asked",
            _asked.c.employee_id.in_(sorted(employees)), _asked.c.starts_at < end, _asked.c.ends_at > start,
        )
        .order_by(_asked.c.starts_at, _asked.c.id)
    )  # fmt: skip


def person(unit: Unit, employee_id: str) -> dict[str, Any] | None:
    """An active employee with his number in the book of time, which is held until the end."""
    return unit.first(
        select(_employee.c.id, _employee.c.name, _employee.c.station_id, _bookable.c.resource_no)
        .join(_bookable, _bookable.c.id == _employee.c.resource_id)
        .where(_employee.c.id == employee_id, _employee.c.active)
        .with_for_update(of=_bookable)
    )
