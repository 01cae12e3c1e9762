"""Verbs on appointments (R61, R80, R95, D32)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from api.access.policy import P
from api.dispatch.appointments import facts, queries, schemas, timing
from api.dispatch.appointments.model import Appointment
from api.dispatch.appointments.workflow import WORKFLOW, is_today
from api.events import log
from api.intake.service_requests import queries as cases
from api.kit.problems import Clash, Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.employees import queries as employees

FRESH: dict[str, Any] = {"reconfirmed_at": None, "reconfirmed_day_at": None, "prepared_at": None, "kept_at": None}


def book(unit: Unit, command: schemas.AppointmentCreate) -> dict[str, Any]:
    """Agree on a time at the counter or by telephone.

    :raises Invalid: no such case or colleague for the caller, or the time lies behind.
    :raises Forbidden: the case's station is not the caller's to write for.
    :raises Clash: the case is closed.
    """
    try:
        case = cases.one(unit, command.case_id)
    except NotFound as error:
        words = Words("没有这个受理单", "There is no such case")
        raise Invalid.field("/body/case_id", "unknown", words) from error
    reach = unit.actor.reach(P.APPOINTMENTS_CREATE)
    if not reach.everywhere and case.station_id not in reach.stations:
        raise Forbidden(permission=str(P.APPOINTMENTS_CREATE))
    if not case.open:
        raise Clash(Words("受理单已经关闭", "The case is closed"))
    _ahead(unit, command.starts_at)
    if command.employee_id and not employees.nameable(unit, command.employee_id, case.station_id):
        words = Words("没有这位员工", "There is no such employee")
        raise Invalid.field("/body/employee_id", "unknown", words)
    row = insert(
        unit, id=command.id, station_id=case.station_id, case_id=case.id, customer_id=case.customer_id,
        employee_id=command.employee_id, kind=command.kind, starts_at=command.starts_at,
        ends_at=command.starts_at + timedelta(minutes=command.duration_minutes), need=command.need,
    )  # fmt: skip
    return queries.read(unit, row.id)


def insert(unit: Unit, **values: Any) -> Row:
    """A new appointment with its clocks. Whoever is booked for today has just said that he comes."""
    row = unit.insert(
        Appointment, status="booked", open=True, sequence=0, created_by_id=unit.actor.employee_id, **values
    )
    fact = facts.AppointmentBooked(
        **{name: getattr(row, name) for name in ("kind", "starts_at", "ends_at", "need", "work_order_id")}
    )
    today = {"status": "reconfirmed", "reconfirmed_day_at": unit.now} if is_today(unit, row) else {}
    log.append(unit, row, fact, case_id=row.case_id, **today)
    timing.begin(unit, row)
    return row


def reconfirm(unit: Unit, id: str, command: schemas.Reconfirm) -> dict[str, Any]:
    """The customer was asked again: a working day ahead, and on the morning (D32)."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "reconfirm", row)
    today = is_today(unit, row)
    fact = facts.AppointmentReconfirmed(answer=command.answer, on_the_day=today, note=command.note)
    if command.answer == "not_reached":
        log.append(unit, row, fact, case_id=row.case_id)
        return queries.read(unit, id)
    status = "prepared" if row.status == "prepared" else "reconfirmed"
    done = {"reconfirmed_day_at" if today else "reconfirmed_at": unit.now}
    log.append(unit, row, fact, case_id=row.case_id, **changes | {"status": status} | done)
    timing.reconfirmed(unit, row, on_the_day=today)
    return queries.read(unit, id)


def prepare(unit: Unit, id: str, command: schemas.Prepare) -> dict[str, Any]:
    """Parts, tools and papers are there (R61)."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "prepare", row)
    fact = facts.AppointmentPrepared(note=command.note)
    log.append(unit, row, fact, case_id=row.case_id, prepared_at=unit.now, **changes)
    return queries.read(unit, id)


def keep(unit: Unit, id: str, command: schemas.Keep) -> dict[str, Any]:
    """The customer is here, or on the line."""
    row = queries.one(unit, id)
    WORKFLOW.fire(unit, "keep", row)
    kept(unit, row, unit.now)
    return queries.read(unit, id)


def kept(unit: Unit, row: Row, at: datetime) -> None:
    """It was kept at this moment, however late."""
    late = max(0, int((at - row.starts_at).total_seconds()))
    fact = facts.AppointmentKept(kept_at=at, late_seconds=late)
    log.append(unit, row, fact, case_id=row.case_id, status="kept", open=False, kept_at=at)
    timing.end(unit, row, at, kept=True)


def miss(unit: Unit, id: str, command: schemas.Miss) -> dict[str, Any]:
    """Nobody came, 30 minutes after its time (D32)."""
    row = queries.one(unit, id)
    WORKFLOW.fire(unit, "miss", row)
    missed(unit, row)
    return queries.read(unit, id)


def missed(unit: Unit, row: Row) -> None:
    """It was missed."""
    fact = facts.AppointmentMissed(starts_at=row.starts_at)
    log.append(unit, row, fact, case_id=row.case_id, status="missed", open=False)
    timing.end(unit, row)


def change(unit: Unit, id: str, command: schemas.Change) -> dict[str, Any]:
    """Another time, settled with the customer; both times and the reason stay (R80, R95)."""
    row = queries.one(unit, id)
    WORKFLOW.fire(unit, "change", row)
    _ahead(unit, command.starts_at)
    length = timedelta(minutes=command.duration_minutes) if command.duration_minutes else row.ends_at - row.starts_at
    move(unit, row, command.starts_at, command.starts_at + length, command.reason, command.asked_by)
    return queries.read(unit, id)


def move(
    unit: Unit, row: Row, starts_at: datetime, ends_at: datetime, reason: str, asked_by: str | None = None
) -> None:
    """The appointment is at another time now, and asks for everything anew."""
    former = row.starts_at
    fact = facts.AppointmentChanged(
        former_starts_at=former, starts_at=starts_at, ends_at=ends_at, reason=reason, asked_by=asked_by
    )
    timing.end(unit, row)
    changes = FRESH | {
        "status": "changed", "open": True, "starts_at": starts_at, "ends_at": ends_at, "former_starts_at": former,
        "change_reason": reason, "asked_by": asked_by, "sequence": row.sequence + 1,
    }  # fmt: skip
    log.append(unit, row, fact, case_id=row.case_id, **changes)
    timing.begin(unit, row)


def cancel(unit: Unit, id: str, command: schemas.Cancel) -> dict[str, Any]:
    """It does not take place."""
    row = queries.one(unit, id)
    WORKFLOW.fire(unit, "cancel", row)
    cancelled(unit, row, command.reason)
    return queries.read(unit, id)


def cancelled(unit: Unit, row: Row, reason: str | None) -> None:
    """It does not take place."""
    fact = facts.AppointmentCancelled(reason=reason)
    changes = {"status": "cancelled", "open": False, "end_reason": reason, "sequence": row.sequence + 1}
    log.append(unit, row, fact, case_id=row.case_id, **changes)
    timing.end(unit, row)


def _ahead(unit: Unit, starts_at: datetime) -> None:
    if starts_at <= unit.now:
        words = Words("约的时间要在以后", "An appointment lies in the future")
        raise Invalid.field("/body/starts_at", "in_the_past", words)
