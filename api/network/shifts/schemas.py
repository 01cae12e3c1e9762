"""Shifts and attendance over the wire."""

from __future__ import annotations

from datetime import date, datetime
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

WallTime = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day, `08:30`."""
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


class CheckOut(Body):
    """Nothing is asked."""


class CorrectAttendance(Body):
    """When he really came, and left where that is known; without a time of coming he did not."""

    arrived_at: Annotated[
        Moment | None, ask("到岗时间（没来不填）", "Arrived at (empty: did not come)", kind="datetime")
    ] = None
    left_at: Annotated[Moment | None, ask("离岗时间", "Left at", kind="datetime")] = None
    reason: Reason = ask("原因", "Reason", kind="textarea")

    @model_validator(mode="after")
    def _in_order(self) -> CorrectAttendance:
        if self.left_at and (self.arrived_at is None or self.left_at < self.arrived_at):
            raise Said("left_before_arrival", Words("离岗要在到岗之后", "One leaves after one came"))
        return self


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
    left_at: datetime | None
    attendance: Presence
    attendance_label: str
    late_seconds: int
    early_seconds: int


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
    ids: list[str]
    skipped: list[Skipped]


class PlanDays(Body):
    """The same turn for several people on several days, by the clock on the station's wall; an end that is not after the
    beginning is the next day's."""

    station_id: Id
    employee_ids: Annotated[list[Id], Field(min_length=1, max_length=50)]
    days: Annotated[list[Day], Field(min_length=1, max_length=31)]
    from_: Annotated[WallTime, Field(alias="from")]
    to: WallTime
    kind: Kind
    note: line(120) | None = None  # type: ignore[valid-type]


class Patterned(Answer):
    """What became of the days and people asked for."""

    made: int
    ids: list[str]
    skipped: list[Skipped]


class TakeBack(Body):
    """The shifts of one act, to be taken out of the roster again."""

    ids: Annotated[list[Id], Field(min_length=1, max_length=500)]
    reason: Reason | None = None


class TakenBack(Answer):
    """How many went, and which stay and why."""

    removed: int
    skipped: list[Skipped]


class AttendanceQuery(Page):
    """Which turns of duty, by the day on which they begin (today unless given), over so many days."""

    on: Day | None = None
    days: Annotated[int, Field(ge=1, le=7)] = 1
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
    left_at: datetime | None
    status: Presence
    status_label: str
    late_seconds: int
    early_seconds: int
    corrected: bool


class RosterQuery(Body):
    """Whose roster: one station's (one's own home unless given), from which local day, and how many days."""

    station_id: Id | None = None
    from_: Annotated[Day, Field(alias="from")]
    days: Annotated[int, Field(ge=1, le=7)] = 7


class RosterPerson(Answer):
    """Somebody who works there on one of these days."""

    id: str
    name: str
    roles: list[str]


class Away(Answer):
    """Leave, approved or (for who decides and whose it is) asked for; why is not told here."""

    employee_id: str
    starts_at: datetime
    ends_at: datetime
    approved: bool
    leave_request_id: str | None


class Held(Answer):
    """What somebody is booked for, his way included."""

    employee_id: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    blocked_from: datetime
    blocked_to: datetime
    note: str | None


class RosterDay(Answer):
    """A day by the station's calendar; `rostered`: somebody stands in the roster, so who does not is off (D7)."""

    day: date
    name: str | None
    opens_at: datetime | None
    closes_at: datetime | None
    rostered: bool


class Gap(Answer):
    """A time for which the rules want somebody and the roster names nobody."""

    day: date
    kind: Kind
    rule: str
    starts_at: datetime
    ends_at: datetime
    text: str


class Usual(Answer):
    """The turn of a kind as the calendar suggests it, by the clock on the wall."""

    kind: Kind
    label: str
    from_: str = Field(alias="from")
    to: str


class Roster(Answer):
    """People by days: shifts, leave, bookings, and what the roster leaves open."""

    station: StationRef
    first: date
    days: list[RosterDay]
    may_plan: bool
    whole: bool
    people: list[RosterPerson]
    shifts: list[ShiftRow]
    away: list[Away]
    held: list[Held]
    gaps: list[Gap]
    usual: list[Usual]
