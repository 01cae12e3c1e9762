"""Being there: everybody checks in for himself, his manager sets right what the clock could not know (R22, R37, R279).

The time of arrival is the server's: a device's own time is not taken, because attendance is what one would forge.
"""

from __future__ import annotations

from typing import Any

from api.events import log
from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.shifts import facts, queries, schemas, timing, views
from api.network.shifts.model import Attendance
from api.network.shifts.workflow import WORKFLOW


def check_in(unit: Unit, id: str, command: schemas.CheckIn) -> dict[str, Any]:
    """At one's post, now."""
    row = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "check-in", row)
    unit.insert(Attendance, shift_id=id, station_id=row.station_id, employee_id=row.employee_id, arrived_at=unit.now)
    late = max(0, int((unit.now - row.report_at).total_seconds()))
    log.append(unit, row, facts.ShiftAttended(report_at=row.report_at, late_seconds=late))
    timing.came(unit, row, unit.now)
    return views.read(unit, id)


def check_out(unit: Unit, id: str, command: schemas.CheckOut) -> dict[str, Any]:
    """Home, now."""
    row = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "check-out", row)
    known = queries.attendance(unit, id)
    assert known is not None
    early = max(0, int((row.ends_at - unit.now).total_seconds()))
    log.append(unit, known, facts.ShiftLeft(early_seconds=early), told_of=row, left_at=unit.now)
    return views.read(unit, id)


def correct_attendance(unit: Unit, id: str, command: schemas.CorrectAttendance) -> dict[str, Any]:
    """When he really came, or that he did not, with the reason; never one's own.

    :raises Invalid: the time lies ahead.
    """
    row = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "correct-attendance", row)
    for name in ("arrived_at", "left_at"):
        if (given := getattr(command, name)) and given > unit.now:
            raise Invalid.field(f"/body/{name}", "in_the_future", Words("不能晚于现在", "It cannot lie ahead"))
    known = queries.attendance(unit, id)
    left_at = command.left_at or (known.left_at if known and command.arrived_at else None)
    if left_at and command.arrived_at and left_at < command.arrived_at:
        left_at = None
    changes = {
        "arrived_at": command.arrived_at, "left_at": left_at, "corrected_by_id": unit.actor.id, "reason": command.reason,
    }  # fmt: skip
    fact = facts.ShiftAttendanceCorrected(
        reason=command.reason, arrived_at=command.arrived_at, left_at=left_at,
        former_arrived_at=known.arrived_at if known else None,
    )  # fmt: skip
    if known is None:
        unit.insert(Attendance, shift_id=id, station_id=row.station_id, employee_id=row.employee_id, **changes)
        log.append(unit, row, fact)
    else:
        log.append(unit, known, fact, told_of=row, **changes)
    timing.came(unit, row, command.arrived_at)
    return views.read(unit, id)
