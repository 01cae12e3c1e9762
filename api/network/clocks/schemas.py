"""Clocks over the wire; other resources embed them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.text import Answer

State = Literal["running", "paused", "met", "missed", "late_met", "cancelled"]


class ClockRef(Answer):
    """One promise in a few words. `missed` is open still; `due_soon_at` is when the screen begins to care.

    In lists a paused one has no `due_at`: each hour of the pause moves it.
    """

    kind: str
    label: str
    state: State
    due_at: datetime | None
    started_at: datetime
    stopped_at: datetime | None
    due_soon_at: datetime


class ClockInterval(Answer):
    """A span and why it counts or not; the spans tile the time from start to due."""

    from_: Annotated[datetime, Field(alias="from")]
    to: datetime
    counts: bool
    why: str


class ClockPause(Answer):
    """A span that does not count; without `to` it goes on."""

    from_: Annotated[datetime, Field(alias="from")]
    to: datetime | None
    reason: str


class ClockMove(Answer):
    """Another due time that was agreed, and why (R80)."""

    at: datetime
    from_: Annotated[datetime, Field(alias="from")]
    to: datetime
    reason: str


class ClockWarning(Answer):
    """What was told, and when."""

    at: datetime
    what: Literal["warned", "missed", "escalated"]


class ClockLine(Answer):
    """One line of the account of a clock, in the reader's language."""

    kind: Literal["started", "calendar", "day", "hold", "move", "due", "told"]
    at: datetime | None
    text: str


class ClockRead(ClockRef):
    """One promise with all it takes to explain every minute of it."""

    id: str
    subject: str
    subject_id: str
    rule: str
    calendar: Literal["working", "natural"]
    calendar_name: str | None
    calendar_version: int | None
    limit_seconds: int | None
    limit_working_days: int | None
    policy: str
    intervals: list[ClockInterval]
    pauses: list[ClockPause]
    moves: list[ClockMove]
    warned: list[ClockWarning]
    escalate_at: Annotated[datetime | None, Field(description="When it is reported further up, if still not done.")]
    counted_seconds: Annotated[int, Field(description="What has counted until now, or until it was done.")]
    breakdown: Annotated[list[ClockLine], Field(description="Why this minute, line by line.")]
    missing_years_warning: str | None
    explanation: str


class ClockList(Answer):
    items: list[ClockRead]
