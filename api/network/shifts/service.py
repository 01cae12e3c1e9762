"""Planning the roster (R22): a shift is made, changed, removed; two shifts change hands. Many at once: `repeating`.

Nobody stands in two shifts at once: refused here and by the database. Who plans holds the person's line in the book of
time, as who books him does, so that a shift cannot go while a job is put into it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from api.access import scope
from api.access.policy import P
from api.events import log
from api.kit import clock
from api.kit.db import savepoint
from api.kit.problems import Clash, Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.employees import queries as employees
from api.network.settings import limits
from api.network.shifts import facts, queries, schemas, timing, views
from api.network.shifts.model import NO_OVERLAP, Shift
from api.network.shifts.workflow import WORKFLOW
from api.network.stations import queries as stations

_table = Shift.__table__  # type: ignore[attr-defined]
LONGEST = timedelta(hours=24)


def plan(unit: Unit, command: schemas.ShiftCreate) -> dict[str, Any]:
    """Put somebody into the roster.

    :raises Forbidden: the station is not the caller's to plan.
    :raises Invalid: he does not work there, or the end does not come after the start.
    :raises Clash: he has another shift then, or is on leave.
    """
    plans(unit, command.station_id)
    person = _person(unit, command.employee_id, command.station_id, command.starts_at)
    span = _span(command.starts_at, command.ends_at)
    if found := queries.leave(unit, [person["id"]], *span):
        raise on_leave(person["name"], found[0])
    row = insert(unit, command.id, person, command.station_id, span, command.kind, command.note)
    return views.read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.ShiftChange) -> dict[str, Any]:
    """Another time, kind, note or person.

    :raises Invalid: nothing may be empty but the note.
    :raises Clash: with another shift, with leave, or a booked job would be left outside.
    """
    row = queries.one(unit, id, lock=True)
    scope.demand(unit, P.SHIFTS_EDIT, row)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    for name, value in sent.items():
        if value is None and name != "note":
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    sent = {name: value for name, value in sent.items() if getattr(row, name) != value}
    if not sent:
        return views.read(unit, id)
    if row.status != "planned" or queries.attended(unit, id):
        raise Clash(Words("这一班已经取消或已签到，不能改", "It was removed or attended: it stays as it is"))
    span = _span(sent.get("starts_at", row.starts_at), sent.get("ends_at", row.ends_at))
    person = None if sent.keys() & {"employee_id", "starts_at", "ends_at"} else queries.person(unit, row.employee_id)
    person = person or _person(unit, sent.get("employee_id", row.employee_id), row.station_id, span[0])
    moved = person["id"] != row.employee_id
    if moved:
        queries.person(unit, row.employee_id)
    if sent.keys() - {"note"}:
        keeps_jobs(unit, row, None if moved or sent.get("kind", row.kind) != row.kind else span)
    if (moved or sent.keys() & {"starts_at", "ends_at"}) and (found := queries.leave(unit, [person["id"]], *span)):
        raise on_leave(person["name"], found[0])
    fact = facts.ShiftChanged(
        employee_id=person["id"], kind=sent.get("kind", row.kind), starts_at=span[0], ends_at=span[1],
        former_starts_at=row.starts_at, former_ends_at=row.ends_at,
    )  # fmt: skip
    kind = sent.get("kind", row.kind)
    changes = sent | {
        "resource_no": person["resource_no"], "report_at": _report_at(unit, row.station_id, person["id"], kind, span[0]),
    }  # fmt: skip
    try:
        with savepoint(unit.conn):
            log.append(unit, row, fact, **changes)
    except IntegrityError as error:
        raise _explained(unit, error, person, span, but=id) from error
    if sent.keys() - {"note"}:
        timing.anew(unit, row)
    return views.read(unit, id)


def remove(unit: Unit, id: str, command: schemas.ShiftRemove) -> dict[str, Any]:
    """Take the shift out of the roster; the row stays as a record.

    :raises Clash: a job is booked in it.
    """
    row = queries.one(unit, id, lock=True)
    take_out(unit, row, command.reason)
    return views.read(unit, id)


def take_out(unit: Unit, row: Row, reason: str | None) -> None:
    """The held shift leaves the roster.

    :raises TransitionRefused: it was attended, or is gone already.
    :raises Clash: a job is booked in it.
    """
    changes = WORKFLOW.fire(unit, "remove", row)
    queries.person(unit, row.employee_id)
    keeps_jobs(unit, row, None)
    log.append(unit, row, facts.ShiftRemoved(reason=reason), **changes)
    timing.end(unit, row)


def exchange(unit: Unit, first: Row, second: Row | None, taker_id: str, swap_id: str) -> None:
    """The first shift becomes the taker's, and his own (if he gives one) that of the first one's holder.

    :raises Clash: one of them would stand in two shifts or be on leave, or a booked job would be left outside.
    """
    hands = [(first, taker_id)] + ([(second, first.employee_id)] if second else [])
    for id in sorted({first.employee_id, taker_id}):
        queries.person(unit, id)
    for row, _ in hands:
        keeps_jobs(unit, row, None)
    # both leave the roster for a moment, so that two at the same hour do not stand in each other's way
    ids = [row.id for row, _ in hands]
    unit.conn.execute(update(_table).where(_table.c.id.in_(ids)).values(status="removed"))
    for row, employee_id in hands:
        person = _person(unit, employee_id, row.station_id, row.starts_at)
        span = (row.starts_at, row.ends_at)
        if found := queries.leave(unit, [employee_id], *span):
            raise on_leave(person["name"], found[0])
        changes = {
            "employee_id": employee_id, "resource_no": person["resource_no"], "status": "planned",
            "report_at": _report_at(unit, row.station_id, employee_id, row.kind, row.starts_at),
        }  # fmt: skip
        fact = facts.ShiftSwapped(former_employee_id=row.employee_id, employee_id=employee_id, swap_id=swap_id)
        try:
            with savepoint(unit.conn):
                log.append(unit, row, fact, **changes)
        except IntegrityError as error:
            raise _explained(unit, error, person, span, but=row.id) from error
        timing.anew(unit, row)


def insert(
    unit: Unit,
    id: str | None,
    person: dict[str, Any],
    station_id: str,
    span: tuple[datetime, datetime],
    kind: str,
    note: str | None,
    copied_from_id: str | None = None,
) -> Row:
    values = {"employee_id": person["id"], "kind": kind, "starts_at": span[0], "ends_at": span[1]}
    try:
        with savepoint(unit.conn):
            row = unit.insert(
                Shift, id=id, status="planned", station_id=station_id, resource_no=person["resource_no"], note=note,
                report_at=_report_at(unit, station_id, person["id"], kind, span[0]), **values,
            )  # fmt: skip
    except IntegrityError as error:
        raise _explained(unit, error, person, span) from error
    log.append(unit, row, facts.ShiftPlanned(**values, copied_from_id=copied_from_id))
    timing.begin(unit, row)
    return row


def _report_at(unit: Unit, station_id: str, employee_id: str, kind: str, starts_at: datetime) -> datetime:
    """By when he is to be at his post: the hotline 10 minutes before (R37), a coordinator 20 (D10), others on time."""
    key = "attendance.early_seconds" if kind == "hotline" else "attendance.other_early_seconds"
    early = limits.get(unit, key, station_id)
    if queries.coordinates(unit, employee_id, starts_at.date()):
        early = max(early, limits.get(unit, "attendance.coordinator_early_seconds", station_id))
    return starts_at - timedelta(seconds=early)


def plans(unit: Unit, station_id: str) -> None:
    reach = unit.actor.reach(P.SHIFTS_CREATE)
    if not reach.everywhere and station_id not in reach.stations:
        raise Forbidden(permission=str(P.SHIFTS_CREATE))
    if stations.active(unit, station_id) is None:
        raise Invalid.field("/body/station_id", "unknown", Words("没有这个站点", "There is no such station"))


def _person(unit: Unit, employee_id: str, station_id: str, starts_at: datetime) -> dict[str, Any]:
    person = queries.person(unit, employee_id)
    if person is None:
        raise _nobody()
    if not queries.works_at(unit, employee_id, station_id, clock.day_of(starts_at)):
        if not employees.nameable(unit, employee_id, station_id):
            raise _nobody()
        words = Words("{name} 那天不在本站任职", "{name} does not work at this station then").format(
            name=person["name"]
        )
        raise Invalid.field("/body/employee_id", "elsewhere", words)
    return person


def _nobody() -> Invalid:
    return Invalid.field("/body/employee_id", "unknown", Words("没有这位在职员工", "There is no such active employee"))


def _span(starts_at: datetime, ends_at: datetime) -> tuple[datetime, datetime]:
    if not starts_at < ends_at <= starts_at + LONGEST:
        raise Invalid.field("/body/ends_at", schemas.BACKWARDS.code, schemas.BACKWARDS.words)
    return starts_at, ends_at


def keeps_jobs(unit: Unit, row: Row, now: tuple[datetime, datetime] | None) -> None:
    """A shift does not go from under a job that is booked in it: the job is moved first."""
    found = queries.uncovered_job(unit, row.employee_id, (row.starts_at, row.ends_at), now)
    if found is None:
        return
    zone = ZoneInfo(stations.zone_of(unit, row.station_id))
    words = Words(
        "这一班里派了工单 {number}（{at}），先改派", "Job {number} ({at}) is booked in it: move it first"
    ).format(number=found["note"] or "", at=f"{found['starts_at'].astimezone(zone):%m-%d %H:%M}")
    raise Clash(words, clash={n: found[n] for n in ("starts_at", "ends_at")} | {"kind": "job", "number": found["note"]})


def on_leave(name: str, found: dict[str, Any]) -> Clash:
    words = Words("{name} 这段时间请假", "{name} is on leave then").format(name=name)
    return Clash(words, clash={n: found[n] for n in ("starts_at", "ends_at")} | {"kind": "leave", "number": None})


def _explained(
    unit: Unit, error: IntegrityError, person: dict[str, Any], span: tuple[datetime, datetime], *, but: str = ""
) -> Exception:
    """The database's refusal as the clash it stands for; any other error as it is."""
    if NO_OVERLAP not in str(error.orig):
        return error
    found = queries.clash(unit, person["id"], *span, but=(but,) if but else ())
    if found is None:
        return error
    words = Words("{name} 这段时间已经排了班", "{name} has another shift then").format(name=person["name"])
    return Clash(words, clash={n: found[n] for n in ("starts_at", "ends_at")} | {"kind": "shift", "number": None})
