"""Times that could be agreed on."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.dispatch.appointments.words import Kind
from api.kit.ids import Id
from api.kit.text import Answer, Body, Moment
from api.network.employees.refs import EmployeeRef


class SlotQuery(Body):
    """For a visit: the order, whose product tells the skill and whose site the way. Else the case, whose station it is."""

    work_order_id: Id | None = None
    case_id: Id | None = None
    kind: Kind = "visit"
    from_: Annotated[Moment | None, Field(alias="from")] = None
    days: Annotated[int, Field(ge=1, le=14)] = 7
    duration_minutes: Annotated[int | None, Field(ge=5, le=12 * 60)] = None
    limit: Annotated[int, Field(ge=1, le=50)] = 6


class SlotReason(Answer):
    """One thing that speaks for the time (`ok`) or against it."""

    ok: bool
    text: str


class Slot(Answer):
    """A time at which it could be; for a visit with the engineer who is free, his way included."""

    starts_at: datetime
    ends_at: datetime
    employee: EmployeeRef | None
    travel_seconds: int
    distance_km: float | None
    reasons: list[SlotReason]


class LeftOut(Answer):
    """Somebody for whom no time was found, and why."""

    employee: EmployeeRef
    reason: str


class SlotList(Answer):
    items: list[Slot]
    left_out: list[LeftOut]
    note: str | None
