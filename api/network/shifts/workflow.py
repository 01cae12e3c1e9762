"""What may be done with a planned shift: it is attended, set right, or removed."""

from __future__ import annotations

from datetime import timedelta

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.network.settings import limits
from api.network.shifts import queries, schemas
from api.network.shifts.words import STATES

_PLANNED = frozenset({"planned"})
AFTER = timedelta(hours=12)
"""How long after the end of a shift one can still check out: who works on is not cut off."""


def _in_time(unit: Unit, shift: Row) -> Words | None:
    """Once, from some time before the shift until its end (R37); the policy lets everybody only for himself (R279)."""
    early = timedelta(seconds=limits.get(unit, "attendance.open_seconds", shift.station_id))
    if unit.now < shift.report_at - early:
        return Words("还没到签到时间", "It is too early to check in")
    if unit.now >= shift.ends_at:
        return Words("这一班已经结束，请站长更正", "The shift is over: ask the manager to set it right")
    if queries.attended(unit, shift.id):
        return Words("已经签到", "Already checked in")
    return None


def _at_post(unit: Unit, shift: Row) -> Words | None:
    """Once, by whoever checked in, until some hours after the end."""
    known = queries.attended_span(unit, shift.id)
    if known is None or known["arrived_at"] is None:
        return Words("还没有签到", "Not checked in yet")
    if known["left_at"] is not None:
        return Words("已经签退", "Already checked out")
    if unit.now >= shift.ends_at + AFTER:
        return Words("这一班早已结束，请站长更正", "The shift is long over: ask the manager to set it right")
    return None


def _another_s(unit: Unit, shift: Row) -> Words | None:
    """Nobody sets his own attendance right (R279), and none before it was due."""
    if shift.employee_id == unit.actor.employee_id:
        return Words("自己的考勤由上级更正", "One's own attendance is set right by somebody else")
    if unit.now < shift.report_at:
        return Words("还没到签到时间", "It is not due yet")
    return None


def _not_attended(unit: Unit, shift: Row) -> Words | None:
    if queries.attended(unit, shift.id):
        return Words("已经签到，不能取消", "It was attended: it stays")
    return None


WORKFLOW = Workflow(
    "shifts",
    STATES,
    (
        Step("check-in", Words("签到", "Check in"), _PLANNED, None, P.ATTENDANCE_CREATE, schemas.CheckIn, _in_time,
             key=True),
        Step("check-out", Words("签退", "Check out"), _PLANNED, None, P.ATTENDANCE_CREATE, schemas.CheckOut, _at_post,
             key=True),
        Step("correct-attendance", Words("更正考勤", "Correct the attendance"), _PLANNED, None, P.ATTENDANCE_EDIT,
             schemas.CorrectAttendance, _another_s),
        Step("remove", Words("取消这一班", "Remove"), _PLANNED, "removed", P.SHIFTS_EDIT, schemas.ShiftRemove,
             _not_attended),
    ),
)  # fmt: skip
