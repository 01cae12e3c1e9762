"""Shifts and attendance over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Day, Moment, Reason, ask, line
from api.kit.validation import Said
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.shifts.words import Kind, Presence
from api.network.stations.refs import StationRef

BACKWARDS = Said(
    "end_before_start", Words("结束要在开始之后，最长 24 小时", "The end comes after the start, by at most 24 hours")
)


class ShiftQuery(Page):
    """Which shifts; the span takes in what begins before and ends in it."""

    from_: Annotated[Moment | None, Field(alias="from")] = None
    to: Moment | None = None
    station_id: Id | None = None
    employee_id: Id | None = None
    kind: Kind | None = None


class ShiftCreate(Body):
    """One person's turn."""

    id: Id | None = None
    station_id: Id
    employee_id: Id
    starts_at: Moment
    ends_at: Moment
    kind: Kind
    note: line(120) | None = None  # type: ignore[valid-type]


class ShiftChange(Body):
    """Only what is sent changes; an empty note is sent as null."""

    employee_id: Id | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    kind: Kind | None = None
    note: line(120) | None = None  # type: ignore[valid-type]


class CopyWeek(Body):
    """Repeat the roster of another week, by default of the week before, in the week that holds this day."""

    station_id: Id
    week: Day
    from_week: Day | None = None

    @model_validator(mode="after")
    def _another(self) -> CopyWeek:
        if self.from_week and self.from_week.isocalendar()[:2] == self.week.isocalendar()[:2]:
            raise Said("same_week", Words("不能复制到同一周", "It cannot be copied into itself"))
        return self


class ShiftRemove(Body):
    reason: Annotated[Reason | None, ask("原因", "Reason", kind="textarea")] = None


class CheckIn(Body):
    """Nothing is asked: who and when is known."""


class CorrectAttendance(Body):
    """When he really came; without a time he did not."""

    arrived_at: Annotated[
        Moment | None, ask("到岗时间（没来不填）", "Arrived at (empty: did not come)", kind="datetime")
    ] = None
    reason: Reason = ask("原因", "Reason", kind="textarea")


class ShiftRow(Answer):
    """A shift; `attendance` says how it stands now."""

    id: str
    version: int
    status: Literal["planned", "removed"]
    station: StationRef
    employee: EmployeeRef
    starts_at: datetime
    ends_at: datetime
    report_at: datetime
    kind: Kind
    kind_label: str
    note: str | None
    arrived_at: datetime | None
    attendance: Presence
    attendance_label: str
    late_seconds: int


class ShiftRead(ShiftRow):
    corrected: bool
    correction_reason: str | None
    offered: list[Offer]


class Skipped(Answer):
    """A shift that could not be repeated, and why."""

    employee: EmployeeRef
    starts_at: datetime
    ends_at: datetime
    reason: str


class Copied(Answer):
    """What a copied week became."""

    week: str
    made: int
    skipped: list[Skipped]


class AttendanceQuery(Page):
    """Which turns of duty, by the day on which they begin; today unless given."""

    on: Day | None = None
    station_id: Id | None = None
    status: Annotated[Literal["late", "not_here", "absent", "on_time", "expected", "on_leave"] | None, Field()] = None


class AttendanceRow(Answer):
    """One person's turn and whether he came; `id` is the shift's."""

    id: str
    station: StationRef
    employee: EmployeeRef
    kind: Kind
    kind_label: str
    starts_at: datetime
    ends_at: datetime
    report_at: datetime
    arrived_at: datetime | None
    status: Presence
    status_label: str
    late_seconds: int
