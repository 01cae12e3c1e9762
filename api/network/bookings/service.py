"""Taking, moving and freeing time. Nobody is in two places: overlaps are refused here and by the database (P4, R11).

Who comes second waits for the first one's commit and is then refused with what he clashes with. A station manager may
double a booking knowingly: such a row names the booking it doubles and why, and stands outside the exclusion.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError

from api.access.policy import P, Role
from api.events import log
from api.kit.db import savepoint
from api.kit.problems import Clash, Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import facts, queries, schemas
from api.network.bookings.model import NO_OVERLAP, Booking
from api.network.settings import limits

LONGEST = timedelta(days=62)


def book(
    unit: Unit,
    employee_id: str,
    starts_at: datetime,
    ends_at: datetime,
    *,
    travel_before: float | None = None,
    travel_after: float = 0,
    kind: str = "job",
    work_order_id: str | None = None,
    case_id: str | None = None,
    station_id: str | None = None,
    note: str | None = None,
    override_reason: str | None = None,
) -> Row:
    """Take the employee's time; travel (seconds; before: the setting) widens what is blocked.

    `station_id` is the station the job belongs to, by default the employee's own; `note` labels the booking for whoever
    clashes with it (the order's number).

    :raises Clash: he is taken; `clash` names by what, from when to when and whose time it is.
    :raises Forbidden: a reason to override, from somebody who is no station manager of his.
    :raises Invalid: nobody active has this id, or the end does not come after the start.
    """
    person = _person(unit, employee_id)
    if travel_before is None:
        travel_before = 0 if kind == "leave" else limits.get(unit, "booking.travel_default_seconds", person.station_id)
    span = _span(starts_at, ends_at, travel_before, travel_after)
    doubled = _doubled(unit, person, span, override_reason)
    values: dict[str, Any] = span | {
        "station_id": station_id or person.station_id,
        "resource_no": person.resource_no,
        "employee_id": person.id,
        "kind": kind,
        "work_order_id": work_order_id,
        "case_id": case_id,
        "note": note,
        "overrides_id": doubled,
        "override_reason": override_reason if doubled else None,
    }
    try:
        with savepoint(unit.conn):
            row = unit.insert(Booking, **values)
    except IntegrityError as error:
        raise _explained(unit, error, person, span) from error
    told = {
        n: values[n] for n in ("employee_id", "kind", "starts_at", "ends_at", "note", "overrides_id", "override_reason")
    }
    return log.append(unit, row, facts.BookingMade(**told))


def rebook(
    unit: Unit,
    booking_id: str,
    *,
    employee_id: str | None = None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    travel_before: float | None = None,
    travel_after: float | None = None,
    station_id: str | None = None,
    note: str | None = None,
    override_reason: str | None = None,
) -> Row:
    """Move a booking in time or to somebody else; what is not given stays. Same refusals as `book`.

    :raises NotFound: no such booking, or it was released.
    """
    row = queries.held(unit, booking_id)
    person = _person(unit, employee_id or row.employee_id)
    before = (row.starts_at - row.blocked_from).total_seconds() if travel_before is None else travel_before
    after = (row.blocked_to - row.ends_at).total_seconds() if travel_after is None else travel_after
    span = _span(starts_at or row.starts_at, ends_at or row.ends_at, before, after)
    doubled = _doubled(unit, person, span, override_reason, but=row.id)
    fact = facts.BookingMoved(
        former_employee_id=row.employee_id,
        former_starts_at=row.starts_at,
        former_ends_at=row.ends_at,
        employee_id=person.id,
        starts_at=span["starts_at"],
        ends_at=span["ends_at"],
        overrides_id=doubled,
        override_reason=override_reason if doubled else None,
    )
    changes: dict[str, Any] = span | {
        "resource_no": person.resource_no,
        "employee_id": person.id,
        "station_id": station_id or row.station_id,
        "note": note or row.note,
        "overrides_id": doubled,
        "override_reason": override_reason if doubled else None,
    }
    try:
        with savepoint(unit.conn):
            return log.append(unit, row, fact, **changes)
    except IntegrityError as error:
        raise _explained(unit, error, person, span, but=row.id) from error


def release(unit: Unit, booking_id: str, reason: str | None = None) -> Row:
    """Free the time; the row stays as a record.

    :raises NotFound: no such booking, or it was released already.
    """
    row = queries.held(unit, booking_id)
    fact = facts.BookingReleased(starts_at=row.starts_at, ends_at=row.ends_at, reason=reason)
    return log.append(unit, row, fact, released_at=unit.now)


def take_leave(unit: Unit, command: schemas.TakeLeave) -> dict[str, Any]:
    """Block an employee's time for leave.

    :raises Forbidden: he is not of the caller's stations.
    """
    person = _person(unit, command.employee_id)
    reach = unit.actor.reach(P.BOOKINGS_ASSIGN)
    if not reach.everywhere and person.station_id not in reach.stations:
        raise Forbidden(permission=str(P.BOOKINGS_ASSIGN))
    row = book(unit, person.id, command.starts_at, command.ends_at, kind="leave", note=command.note)
    return read(unit, row.id)


def end_leave(unit: Unit, id: str, command: schemas.EndLeave) -> dict[str, Any]:
    """Give leave back; a job's time is freed by its order only.

    :raises Clash: it is a job's.
    """
    row = queries.one(unit, id, lock=True)
    reach = unit.actor.reach(P.BOOKINGS_VOID)
    if not reach.everywhere and row.station_id not in reach.stations:
        raise Forbidden(permission=str(P.BOOKINGS_VOID))
    if row.kind != "leave" or row.released_at is not None:
        raise Clash(
            Words(
                "这不是有效的请假，工单的时间请在工单里改",
                "Not a leave that holds; a job's time is moved with its order",
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


def _person(unit: Unit, employee_id: str) -> Row:
    try:
        return queries.holder(unit, employee_id)
    except NotFound as error:
        words = Words("没有这位在职员工", "There is no such active employee")
        raise Invalid.field("/body/employee_id", "unknown", words) from error


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


def _doubled(
    unit: Unit, person: Row, span: dict[str, datetime], reason: str | None, *, but: str | None = None
) -> str | None:
    """The booking that is knowingly doubled, or None where the time is free."""
    found = queries.clash(unit, person.resource_no, span["blocked_from"], span["blocked_to"], but=but)
    if found is None:
        return None
    if reason is None:
        raise _refusal(unit, found)
    reach = unit.actor.reach(P.BOOKINGS_ASSIGN, frozenset({Role.STATION_MANAGER}))
    if not reach.everywhere and person.station_id not in reach.stations:
        words = Words("只有站长可以重复占用工程师的时间", "Only his station manager may double an engineer's time")
        raise Forbidden(words, permission=str(P.BOOKINGS_ASSIGN))
    return found["id"]


def _explained(
    unit: Unit, error: IntegrityError, person: Row, span: dict[str, datetime], *, but: str | None = None
) -> Exception:
    """The database's refusal as the clash it stands for; any other error as it is."""
    if NO_OVERLAP not in str(error.orig):
        return error
    found = queries.clash(unit, person.resource_no, span["blocked_from"], span["blocked_to"], but=but)
    return error if found is None else _refusal(unit, found)


def _refusal(unit: Unit, found: dict[str, Any]) -> Clash:
    """Of another station's booking only that the time is taken, and why, is told: not its order, not its note (T1)."""
    told = queries.may_be_told(unit, found)
    note = found["note"] if told else None
    words = Words("{name}这段时间已被占用：{note}", "{name} is taken at that time: {note}").format(
        name=found["employee_name"] or "", note=note or _KINDS[found["kind"]]
    )
    return Clash(
        words,
        clash={
            "booking_id": found["id"] if told else None,
            "starts_at": found["starts_at"],
            "ends_at": found["ends_at"],
            "kind": found["kind"],
            "number": note,
            "work_order_id": found["work_order_id"] if told else None,
            "employee": found["employee_id"] and {"id": found["employee_id"], "name": found["employee_name"]},
        },
    )


_KINDS = {"job": Words("上门", "a visit"), "leave": Words("请假", "leave")}
