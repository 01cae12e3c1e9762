"""Taking, moving and freeing time. Nobody is in two places: overlaps are refused here and by the database (P4, R11).

Who comes second waits for the first one's commit and is then refused with what he clashes with. A station manager may
double a booking knowingly: such a row names the booking it doubles and why, and stands outside the exclusion.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError

from api.access import scope
from api.access.policy import P
from api.events import log
from api.kit.db import savepoint
from api.kit.problems import Clash, Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import clashing, facts, queries, schemas
from api.network.bookings.model import Booking
from api.network.employees import queries as employees
from api.network.settings import limits

LONGEST = timedelta(days=62)


def book(
    unit: Unit,
    employee_id: str | None,
    starts_at: datetime,
    ends_at: datetime,
    *,
    resource_id: str | None = None,
    travel_before: float | None = None,
    travel_after: float = 0,
    kind: str = "job",
    work_order_id: str | None = None,
    case_id: str | None = None,
    station_id: str | None = None,
    note: str | None = None,
    override_reason: str | None = None,
) -> Row:
    """Take the time of an employee, or of the vehicle or bench `resource_id`; travel (seconds; before: the setting)
    widens what is blocked.

    `station_id` is the station the job belongs to, by default the holder's own; `note` labels the booking for whoever
    clashes with it (the order's number).

    :raises Clash: the time is taken, or he is off duty; `clash` names by what, from when to when and whose time it is.
    :raises Forbidden: a reason to override, from somebody who is no station manager of his.
    :raises Invalid: nobody active has this id, or the end does not come after the start.
    """
    held = _holder(unit, employee_id, resource_id)
    if travel_before is None:
        plain = kind != "job"
        travel_before = 0 if plain else limits.get(unit, "booking.travel_default_seconds", held.station_id)
    span = _span(starts_at, ends_at, travel_before, travel_after)
    home = station_id or held.station_id
    doubled = clashing.judged(unit, held, span, override_reason, station_id=home, job=kind == "job")
    values: dict[str, Any] = (
        span
        | clashing.named(doubled, override_reason)
        | {
            "station_id": home,
            "resource_no": held.resource_no,
            "employee_id": employee_id,
            "kind": kind,
            "work_order_id": work_order_id,
            "case_id": case_id,
            "note": note,
        }
    )
    try:
        with savepoint(unit.conn):
            row = unit.insert(Booking, **values)
    except IntegrityError as error:
        raise clashing.explained(unit, error, held, span) from error
    clashing.record(unit, row, doubled, override_reason)
    told = {
        n: values[n] for n in ("employee_id", "kind", "starts_at", "ends_at", "note", "overrides_id", "override_reason")
    }
    return log.append(unit, row, facts.BookingMade(resource_id=resource_id, **told))


def rebook(
    unit: Unit,
    booking_id: str,
    *,
    employee_id: str | None = None,
    resource_id: str | None = None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    travel_before: float | None = None,
    travel_after: float | None = None,
    station_id: str | None = None,
    note: str | None = None,
    override_reason: str | None = None,
) -> Row:
    """Move a booking in time or to somebody else (a vehicle's to another vehicle); what is not given stays. Same
    refusals as `book`.

    :raises NotFound: no such booking, or it was released.
    """
    row = queries.held(unit, booking_id)
    if row.employee_id is None and resource_id is None:
        resource_id = queries.thing_of(unit, row.resource_no)
    held = _holder(unit, None if resource_id else employee_id or row.employee_id, resource_id)
    before = (row.starts_at - row.blocked_from).total_seconds() if travel_before is None else travel_before
    after = (row.blocked_to - row.ends_at).total_seconds() if travel_after is None else travel_after
    span = _span(starts_at or row.starts_at, ends_at or row.ends_at, before, after)
    home = station_id or row.station_id
    doubled = clashing.judged(
        unit, held, span, override_reason, station_id=home, job=row.kind == "job", but=row.id
    )  # fmt: skip
    values = clashing.named(doubled, override_reason)
    fact = facts.BookingMoved(
        former_employee_id=row.employee_id,
        former_starts_at=row.starts_at,
        former_ends_at=row.ends_at,
        employee_id=None if resource_id else held.id,
        starts_at=span["starts_at"],
        ends_at=span["ends_at"],
        resource_id=resource_id,
        **values,
    )
    changes: dict[str, Any] = (
        span
        | values
        | {
            "resource_no": held.resource_no,
            "employee_id": None if resource_id else held.id,
            "station_id": home,
            "note": note or row.note,
        }
    )
    try:
        with savepoint(unit.conn):
            moved = log.append(unit, row, fact, **changes)
    except IntegrityError as error:
        raise clashing.explained(unit, error, held, span, but=row.id) from error
    queries.end_overrides(unit, row.id)
    clashing.record(unit, moved, doubled, override_reason)
    return moved


def held(unit: Unit, booking_id: str) -> Row:
    """The booking as it stands, for the room whose job it holds; held until the end.

    :raises NotFound: no such booking, or it was released.
    """
    return queries.held(unit, booking_id)


def overrides(unit: Unit, booking_id: str) -> list[dict[str, Any]]:
    """With what a booking knowingly clashes as it stands, one row for each clash; none where nothing is doubled."""
    return queries.overrides(unit, [booking_id])


def release(unit: Unit, booking_id: str, reason: str | None = None) -> Row:
    """Free the time; the row stays as a record.

    :raises NotFound: no such booking, or it was released already.
    """
    row = queries.held(unit, booking_id)
    fact = facts.BookingReleased(starts_at=row.starts_at, ends_at=row.ends_at, reason=reason)
    queries.end_overrides(unit, row.id)
    return log.append(unit, row, fact, released_at=unit.now)


def take_leave(unit: Unit, command: schemas.TakeLeave) -> dict[str, Any]:
    """Block an employee's time for leave.

    :raises Forbidden: he is not of the caller's stations.
    """
    person = _person(unit, command.employee_id)
    if not employees.nameable(unit, person.id):
        raise _nobody()
    reach = unit.actor.reach(P.BOOKINGS_ASSIGN)
    if not reach.everywhere and person.station_id not in reach.stations:
        raise Forbidden(permission=str(P.BOOKINGS_ASSIGN))
    row = book(unit, person.id, command.starts_at, command.ends_at, kind="leave", note=command.note)
    return read(unit, row.id)


def use(unit: Unit, thing: Row, command: schemas.UseThing) -> dict[str, Any]:
    """Take a vehicle's or a bench's time; its room has judged whether the caller may."""
    row = book(
        unit, None, command.starts_at, command.ends_at, resource_id=thing.id, kind="use", note=command.note,
        override_reason=command.override_reason,
    )  # fmt: skip
    return read(unit, row.id)


def move_use(unit: Unit, id: str, command: schemas.MoveUse) -> dict[str, Any]:
    """Another time, or another vehicle or bench.

    :raises Clash: the time is taken, or the booking is not of a vehicle or bench.
    :raises Forbidden: it is not of the caller's stations.
    """
    row = queries.one(unit, id, lock=True)
    scope.demand(unit, P.BOOKINGS_ASSIGN, row)
    if row.kind != "use" or row.released_at is not None:
        raise Clash(Words("工单的时间请在工单里改", "A job's time is moved with its order"))
    rebook(
        unit, id, resource_id=command.bookable_resource_id, starts_at=command.starts_at, ends_at=command.ends_at,
        note=command.note, override_reason=command.override_reason,
    )  # fmt: skip
    return read(unit, id)


def end_leave(unit: Unit, id: str, command: schemas.EndLeave) -> dict[str, Any]:
    """Give leave back, or a vehicle or bench; a job's time is freed by its order only.

    :raises Clash: it is a job's.
    """
    row = queries.one(unit, id, lock=True)
    reach = unit.actor.reach(P.BOOKINGS_VOID)
    if not reach.everywhere and row.station_id not in reach.stations:
        raise Forbidden(permission=str(P.BOOKINGS_VOID))
    if row.kind == "job" or row.released_at is not None:
        raise Clash(
            Words(
                "这不是有效的请假或占用，工单的时间请在工单里改",
                "Not a leave or use that holds; a job's time is moved with its order",
            )
        )
    release(unit, id, command.reason)
    return read(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole booking.

    :raises NotFound: none, or none that this caller may see.
    """
    found = unit.first(queries.listed(unit).where(Booking.__table__.c.id == id))  # type: ignore[attr-defined]
    if found is None:
        raise NotFound
    return shown(unit, [found])[0]


def shown(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of `queries.listed` as the contract shows them; what a job is about is told by the room above."""
    orders = sorted({row["work_order_id"] for row in rows if row["work_order_id"]})
    about = _told[0](unit, orders) if _told and orders else {}
    return [_shown(row, about.get(row["work_order_id"], {})) for row in rows]


_told: list[Any] = []


def tell(describe: Any) -> None:
    """The room of orders registers `describe(unit, order_ids) -> {id: {number, customer_name, subject, status}}`."""
    _told[:] = [describe]


def _shown(row: dict[str, Any], about: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "version": row["version"],
        "resource_kind": row["resource_kind"],
        "employee": row["employee_id"] and {"id": row["employee_id"], "name": row["employee_name"]},
        "resource": row["thing_id"] and {"id": row["thing_id"], "name": row["thing_name"]},
        "starts_at": row["starts_at"],
        "ends_at": row["ends_at"],
        "travel_before_seconds": int((row["starts_at"] - row["blocked_from"]).total_seconds()),
        "travel_after_seconds": int((row["blocked_to"] - row["ends_at"]).total_seconds()),
        "kind": row["kind"],
        "station_id": row["station_id"],
        "work_order_id": row["work_order_id"],
        "case_id": row["case_id"],
        "note": row["note"],
        "overrides_id": row["overrides_id"],
        "override_reason": row["override_reason"],
        "released_at": row["released_at"],
        "number": about.get("number"),
        "customer_name": about.get("customer_name"),
        "subject": about.get("subject"),
        "status": about.get("status"),
    }


def _holder(unit: Unit, employee_id: str | None, resource_id: str | None) -> Row:
    if resource_id:
        try:
            return queries.thing(unit, resource_id)
        except NotFound as error:
            words = Words("没有这辆车或这张工位", "There is no such vehicle or bench in use")
            raise Invalid.field("/body/bookable_resource_id", "unknown", words) from error
    assert employee_id is not None
    return _person(unit, employee_id)


def _person(unit: Unit, employee_id: str) -> Row:
    try:
        return queries.holder(unit, employee_id)
    except NotFound as error:
        raise _nobody() from error


def _nobody() -> Invalid:
    return Invalid.field("/body/employee_id", "unknown", Words("没有这位在职员工", "There is no such active employee"))


def _span(starts_at: datetime, ends_at: datetime, before: float, after: float) -> dict[str, datetime]:
    if not starts_at < ends_at <= starts_at + LONGEST:
        words = Words("结束要在开始之后，最长 62 天", "The end comes after the start, by at most 62 days")
        raise Invalid.field("/body/ends_at", "end_before_start", words)
    return {
        "starts_at": starts_at,
        "ends_at": ends_at,
        "blocked_from": starts_at - timedelta(seconds=before),
        "blocked_to": ends_at + timedelta(seconds=after),
    }
