"""Leave is asked for by oneself and decided by somebody else; approved, it is a booking like any other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.events import log
from api.events.facts import Fact
from api.kit.problems import Clash, Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import facts as booking_facts
from api.network.bookings import service as bookings
from api.network.leave_requests import facts, queries, schemas
from api.network.leave_requests.model import LeaveRequest
from api.network.leave_requests.workflow import WORKFLOW

LONGEST = timedelta(days=62)


def ask(unit: Unit, command: schemas.LeaveCreate) -> dict[str, Any]:
    """Ask for leave, for oneself.

    :raises Forbidden: a machine, which takes no leave.
    :raises Invalid: it is over already, or the end does not come after the start.
    :raises Clash: one has asked for that time already.
    """
    person = queries.person(unit, unit.actor.employee_id) if unit.actor.employee_id else None
    if person is None:
        raise Forbidden
    if not command.starts_at < command.ends_at <= command.starts_at + LONGEST:
        words = Words("结束要在开始之后，最长 62 天", "The end comes after the start, by at most 62 days")
        raise Invalid.field("/body/ends_at", "end_before_start", words)
    if command.ends_at <= unit.now:
        raise Invalid.field("/body/ends_at", "past", Words("这段时间已经过去", "That time is over"))
    if found := queries.overlapping(unit, person["id"], command.starts_at, command.ends_at):
        words = Words("这段时间已经申请过请假", "You have asked for leave at that time already")
        span = {"starts_at": found["starts_at"], "ends_at": found["ends_at"]}
        raise Clash(words, clash=span | {"kind": "leave", "number": None})
    row = unit.insert(
        LeaveRequest, id=command.id, status="asked", station_id=person["station_id"], employee_id=person["id"],
        starts_at=command.starts_at, ends_at=command.ends_at, kind=command.kind, reason=command.reason,
    )  # fmt: skip
    fact = facts.LeaveAsked(
        starts_at=command.starts_at, ends_at=command.ends_at, kind=command.kind, reason=command.reason
    )
    log.append(unit, row, fact)
    return queries.read(unit, row.id)


def approve(unit: Unit, id: str, command: schemas.Approve) -> dict[str, Any]:
    """Approve: the time is booked as leave.

    :raises Clash: work is booked in it; `clash` names by what.
    """
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "approve", row)
    booking = bookings.book(
        unit, row.employee_id, row.starts_at, row.ends_at, kind="leave", station_id=row.station_id, travel_before=0
    )
    fact = facts.LeaveApproved(starts_at=row.starts_at, ends_at=row.ends_at, booking_id=booking.id, note=command.note)
    log.append(unit, row, fact, booking_id=booking.id, **_decided(unit, command.note), **changes)
    return queries.read(unit, id)


def refuse(unit: Unit, id: str, command: schemas.Refuse) -> dict[str, Any]:
    """Refuse, with the reason."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "refuse", row)
    log.append(unit, row, facts.LeaveRefused(reason=command.reason), **_decided(unit, command.reason), **changes)
    return queries.read(unit, id)


def withdraw(unit: Unit, id: str, command: schemas.Withdraw) -> dict[str, Any]:
    """Take it back, or give approved leave back: the time is free again."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "withdraw", row)
    booking_id = row.booking_id
    log.append(unit, row, facts.LeaveWithdrawn(reason=command.reason), **changes)
    if booking_id:
        bookings.release(unit, booking_id, command.reason)
    return queries.read(unit, id)


@log.react(booking_facts.BookingReleased)
def _given_back(unit: Unit, booking: Row, fact: Fact) -> None:
    """Leave whose time was freed at the board no longer holds."""
    if booking.kind == "leave" and (row := queries.of_booking(unit, booking.id)):
        log.append(unit, row, facts.LeaveWithdrawn(reason=getattr(fact, "reason", None)), status="withdrawn")


def _decided(unit: Unit, note: str | None) -> dict[str, Any]:
    return {"decided_by_id": unit.actor.employee_id, "decided_at": unit.now, "decision_note": note}
