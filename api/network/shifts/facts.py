"""What happens to the roster and to those who stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.kit.words import Words
from api.network.shifts.words import KINDS


@dataclass(frozen=True, slots=True)
class ShiftPlanned(Fact):
    """Somebody is to work; `copied_from_id` names the shift of the week before that it repeats."""

    type = "shift.planned"
    sentence = Words("排班：{kind}，{starts_at} 到 {ends_at}", "Planned: {kind}, {starts_at} to {ends_at}")
    spoken = {"kind": KINDS}
    employee_id: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    copied_from_id: str | None = None


@dataclass(frozen=True, slots=True)
class ShiftChanged(Fact):
    """Another time, kind or person; both times stay known."""

    type = "shift.changed"
    sentence = Words("改班：{kind}，{starts_at} 到 {ends_at}", "Changed: {kind}, {starts_at} to {ends_at}")
    spoken = {"kind": KINDS}
    employee_id: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    former_starts_at: datetime
    former_ends_at: datetime


@dataclass(frozen=True, slots=True)
class ShiftSwapped(Fact):
    """Another person has this shift now, as the two agreed and the manager approved."""

    type = "shift.swapped"
    sentence = Words("换班生效", "Swapped")
    former_employee_id: str
    employee_id: str
    swap_id: str


@dataclass(frozen=True, slots=True)
class ShiftRemoved(Fact):
    type = "shift.removed"
    removes = True
    sentence = Words("取消排班：{reason}", "Removed from the roster: {reason}")
    personal = ("reason",)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ShiftAttended(Fact):
    """He is at his post; `late_seconds` counts from the time by which he was to be there (R37)."""

    type = "shift.attended"
    sentence = Words("到岗，应在 {report_at} 前", "At his post, expected by {report_at}")
    report_at: datetime
    late_seconds: int


@dataclass(frozen=True, slots=True)
class ShiftLeft(Fact):
    """He goes home; `early_seconds` counts to the end of the shift."""

    type = "shift.left"
    sentence = Words("下班签退", "Left the post")
    early_seconds: int


@dataclass(frozen=True, slots=True)
class ShiftAttendanceCorrected(Fact):
    """The manager set the arrival right; without `arrived_at` he was absent (R279)."""

    type = "shift.attendance_corrected"
    sentence = Words("更正考勤：{reason}", "Attendance corrected: {reason}")
    personal = ("reason",)
    reason: str
    arrived_at: datetime | None = None
    former_arrived_at: datetime | None = None
    left_at: datetime | None = None
