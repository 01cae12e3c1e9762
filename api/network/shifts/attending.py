"""Being there: everybody checks in for himself, his manager sets right what the clock could not know (R22, R37, R279).

The time of arrival is the server's: a device's own time is not taken, because attendance is what one would forge.
"""

from __future__ import annotations

from typing import Any

from api.events import log
from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.shifts import facts, queries, schemas, views
from api.network.shifts.model import Attendance
from api.network.shifts.workflow import WORKFLOW


def check_in(unit: Unit, id: str, command: schemas.CheckIn) -> dict[str, Any]:
    """At one's post, now."""
    row = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "check-in", row)
    unit.insert(Attendance, shift_id=id, station_id=row.station_id, employee_id=row.employee_id, arrived_at=unit.now)
    late = max(0, int((unit.now - row.report_at).total_seconds()))
    log.append(unit, row, facts.ShiftAttended(report_at=row.report_at, late_seconds=late))
    return views.read(unit, id)


def correct_attendance(unit: Unit, id: str, command: schemas.CorrectAttendance) -> dict[str, Any]:
    """When he really came, or that he did not, with the reason; never one's own.

    :raises Invalid: the time lies ahead.
    """
    row = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "correct-attendance", row)
    if command.arrived_at and command.arrived_at > unit.now:
        raise Invalid.field("/body/arrived_at", "in_the_future", Words("不能晚于现在", "It cannot lie ahead"))
    known = queries.attendance(unit, id)
    changes = {"arrived_at": command.arrived_at, "corrected_by_id": unit.actor.id, "reason": command.reason}
    fact = facts.ShiftAttendanceCorrected(
        reason=command.reason, arrived_at=command.arrived_at, former_arrived_at=known.arrived_at if known else None
    )
    if known is None:
        unit.insert(Attendance, shift_id=id, station_id=row.station_id, employee_id=row.employee_id, **changes)
        log.append(unit, row, fact)
    else:
        log.append(unit, known, fact, told_of=row, **changes)
    return views.read(unit, id)
