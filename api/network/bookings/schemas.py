"""Bookings over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Moment, line, page
from api.network.employees.refs import EmployeeRef


class BookingQuery(Page):
    """Which bookings; the span takes in what begins before and ends in it."""

    from_: Annotated[Moment | None, Field(alias="from")] = None
    to: Moment | None = None
    station_id: Id | None = None
    employee_id: Id | None = None


class TakeLeave(Body):
    """An employee's leave."""

    employee_id: Id
    starts_at: Moment
    ends_at: Moment
    note: line(120) | None = None  # type: ignore[valid-type]


class EndLeave(Body):
    """Why leave is given back."""

    reason: page(500) | None = None  # type: ignore[valid-type]


class UseThing(Body):
    """The time of a vehicle or a bench; a manager may double it with a reason."""

    starts_at: Moment
    ends_at: Moment
    note: line(120) | None = None  # type: ignore[valid-type]
    override_reason: page(500) | None = None  # type: ignore[valid-type]


class MoveUse(UseThing):
    """Another time, or another vehicle or bench."""

    bookable_resource_id: Id | None = None


class ThingRef(Answer):
    """A vehicle or a bench."""

    id: str
    name: str


class BookingRead(Answer):
    """A span held by one resource; number, customer, subject and status are those of the order it is for."""

    id: str
    version: int
    resource_kind: Literal["engineer", "vehicle", "bench"]
    employee: EmployeeRef | None
    resource: ThingRef | None
    starts_at: datetime
    ends_at: datetime
    travel_before_seconds: int
    travel_after_seconds: int
    kind: Literal["job", "leave", "override", "use"]
    station_id: str
    work_order_id: str | None
    case_id: str | None
    note: str | None
    overrides_id: str | None
    override_reason: str | None
    released_at: datetime | None
    number: str | None
    customer_name: str | None
    subject: str | None
    status: str | None
