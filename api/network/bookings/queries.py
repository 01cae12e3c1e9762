"""Every SELECT on people's time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, select, update

from api.access import scope
from api.access.policy import P
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.bookable_resources.model import BookableResource
from api.network.bookings.model import Bookable, Booking, BookingOverride
from api.network.employees.model import Employee

_bookable = Bookable.__table__  # type: ignore[attr-defined]
_booking = Booking.__table__  # type: ignore[attr-defined]
_override = BookingOverride.__table__  # type: ignore[attr-defined]
_thing = BookableResource.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]


def holder(unit: Unit, employee_id: str) -> Row:
    """The active employee with `resource_no`; his line in the book of time is held until the end, so that two
    dispatchers who want him come one after the other.

    :raises NotFound: nobody active has this id.
    """
    found = unit.first(
        select(*_employee.c, _bookable.c.resource_no)
        .join(_bookable, _bookable.c.id == _employee.c.resource_id)
        .where(_employee.c.id == employee_id, _employee.c.active)
        .with_for_update(of=_bookable)
    )
    if found is None:
        raise NotFound
    return Row(_employee, found)


def thing(unit: Unit, id: str) -> Row:
    """The vehicle or bench with `resource_no`; its line in the book of time is held until the end, as `holder` does.

    :raises NotFound: none in use has this id.
    """
    found = unit.first(
        select(*_thing.c, _bookable.c.resource_no, _bookable.c.kind.label("resource_kind"))
        .join(_bookable, _bookable.c.id == _thing.c.resource_id)
        .where(_thing.c.id == id, _thing.c.active)
        .with_for_update(of=_bookable)
    )
    if found is None:
        raise NotFound
    return Row(_thing, found)


def thing_of(unit: Unit, resource_no: int) -> str:
    """The id of the vehicle or bench with this number."""
    statement = select(_thing.c.id).join(_bookable, _bookable.c.id == _thing.c.resource_id)
    return unit.value(statement.where(_bookable.c.resource_no == resource_no))


def clashes(
    unit: Unit, resource_no: int, start: datetime, end: datetime, *, but: str | None = None
) -> list[dict[str, Any]]:
    """Bookings of this resource whose blocked time overlaps, the earliest first, overrides included; never `but` itself."""
    statement = (
        select(*_clash_columns())
        .outerjoin(_employee, _employee.c.id == _booking.c.employee_id)
        .where(
            _booking.c.resource_no == resource_no,
            _booking.c.released_at.is_(None),
            _booking.c.blocked_from < end,
            _booking.c.blocked_to > start,
        )
    )
    if but:
        statement = statement.where(_booking.c.id != but)
    return unit.rows(statement.order_by(_booking.c.blocked_from, _booking.c.id))


def _clash_columns() -> list[Any]:
    return [
        _booking.c.id, _booking.c.starts_at, _booking.c.ends_at, _booking.c.kind, _booking.c.note,
        _booking.c.work_order_id, _booking.c.employee_id, _booking.c.station_id,
        _employee.c.name.label("employee_name"),
    ]  # fmt: skip


def busy(unit: Unit, employees: Collection[str], start: datetime, end: datetime) -> list[dict[str, Any]]:
    """What these employees are booked for in the span, travel included, in order; for candidates and boards, so
    without scope: the caller of this function has decided whom it may ask about."""
    return unit.rows(
        select(*_clash_columns(), _booking.c.blocked_from, _booking.c.blocked_to)
        .outerjoin(_employee, _employee.c.id == _booking.c.employee_id)
        .where(
            _booking.c.employee_id.in_(sorted(employees)),
            _booking.c.released_at.is_(None),
            _booking.c.blocked_from < end,
            _booking.c.blocked_to > start,
        )
        .order_by(_booking.c.blocked_from)
    )


def end_overrides(unit: Unit, booking_id: str) -> None:
    """The leave given for the booking as it stood holds no more."""
    held = (_override.c.booking_id == booking_id) & _override.c.ended_at.is_(None)
    unit.conn.execute(update(_override).where(held).values(ended_at=unit.now))


def overrides(unit: Unit, bookings: Collection[str]) -> list[dict[str, Any]]:
    """The leave that holds for these bookings to stand where they clash, with who gave it; without scope, as `busy`."""
    return unit.rows(
        select(*_override.c, _employee.c.name.label("by_name"))
        .outerjoin(_employee, _employee.c.id == _override.c.by_id)
        .where(_override.c.booking_id.in_(sorted(bookings)), _override.c.ended_at.is_(None))
        .order_by(_override.c.id)
    )


def overrides_between(
    unit: Unit, start: datetime, end: datetime, booking_id: str | None = None
) -> list[dict[str, Any]]:
    """The same for all bookings in the span, or for one; the board shows those of the bookings that it shows."""
    statement = (
        select(*_override.c, _employee.c.name.label("by_name"))
        .join(_booking, _booking.c.id == _override.c.booking_id)
        .outerjoin(_employee, _employee.c.id == _override.c.by_id)
        .where(_override.c.ended_at.is_(None), _booking.c.blocked_from < end, _booking.c.blocked_to > start)
        .order_by(_override.c.id)
    )
    return unit.rows(statement.where(_override.c.booking_id == booking_id) if booking_id else statement)


def held(unit: Unit, id: str) -> Row:
    """A booking that is not released, for the rooms' own use, held until the end.

    :raises NotFound: none.
    """
    return unit.one(Booking, _booking.c.id == id, _booking.c.released_at.is_(None), lock=True)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The booking, if this caller may see it.

    :raises NotFound: otherwise.
    """
    return unit.one(Booking, _booking.c.id == id, scope.visible(unit, P.BOOKINGS_VIEW, Booking), lock=lock)


def may_be_told(unit: Unit, found: dict[str, Any]) -> bool:
    """Whether the caller may see this booking itself, and not only that the time is taken."""
    return bool(unit.actor.may(P.BOOKINGS_VIEW, Row(_booking, found)))


def visible(unit: Unit, id: str) -> Row:
    """For replays: the booking, if still visible."""
    return one(unit, id)


def listed(unit: Unit) -> Select[Any]:
    """All bookings this caller may see, with whose they are."""
    return (
        select(
            _booking.c.id, _booking.c.version, _booking.c.starts_at, _booking.c.ends_at, _booking.c.blocked_from,
            _booking.c.blocked_to, _booking.c.station_id, _booking.c.note, _booking.c.work_order_id, _booking.c.case_id,
            _booking.c.released_at, _booking.c.overrides_id, _booking.c.override_reason, _booking.c.employee_id,
            case((_booking.c.override_reason.is_not(None), "override"), else_=_booking.c.kind).label("kind"),
            _employee.c.name.label("employee_name"), _bookable.c.kind.label("resource_kind"),
            _thing.c.id.label("thing_id"), _thing.c.name.label("thing_name"),
        )
        .join(_bookable, _bookable.c.resource_no == _booking.c.resource_no)
        .outerjoin(_thing, _thing.c.resource_id == _bookable.c.id)
        .outerjoin(_employee, _employee.c.id == _booking.c.employee_id)
        .where(scope.visible(unit, P.BOOKINGS_VIEW, Booking))
    )  # fmt: skip


def load(unit: Unit, employees: Collection[str], start: datetime, end: datetime) -> dict[str, float]:
    """Seconds of jobs that begin in the span, by employee; fair shares are judged by it (D10)."""
    found = unit.rows(
        select(_booking.c.employee_id, _booking.c.starts_at, _booking.c.ends_at).where(
            _booking.c.employee_id.in_(sorted(employees)),
            _booking.c.released_at.is_(None),
            _booking.c.kind == "job",
            _booking.c.starts_at >= start,
            _booking.c.starts_at < end,
        )
    )
    total: dict[str, float] = dict.fromkeys(employees, 0.0)
    for row in found:
        total[row["employee_id"]] += (row["ends_at"] - row["starts_at"]).total_seconds()
    return total
