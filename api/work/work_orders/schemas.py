"""What is asked of the lists of work orders, and what is answered (CONTRACT: steps 2 and 3)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from api.intake.service_requests.schemas import (
    AssetRef,
    CaseRef,
    ContactRef,
    CustomerRef,
    FollowUpRef,
    Offer,
    SiteRef,
)
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer, Moment
from api.network.clocks.schemas import ClockRead, ClockRef
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef
from api.parts.exceptions.schemas import ExceptionRead
from api.parts.movements.schemas import MovementRead
from api.parts.reservations.schemas import ReservationRead

Status = Literal[
    "received", "contacted", "time_promised", "waiting_for_parts", "parts_ready", "rescheduled", "assigned",
    "on_the_way", "on_site", "work_done", "signed", "record_in", "followed_up", "closed", "second_visit", "cancelled",
]  # fmt: skip


class Query(Page):
    """Filters of the list; `from` and `to` bound the promised time, `to` excluded."""

    q: Search = None
    sort: Literal["due", "promised_at", "-created_at"] = "due"
    status: Status | None = None
    open: bool | None = None
    mine: bool | None = None
    unassigned: bool | None = None
    station_id: Id | None = None
    engineer_id: Id | None = None
    case_id: Id | None = None
    from_: Annotated[Moment | None, Field(alias="from")] = None
    to: Moment | None = None


class _Shown(Answer):
    """What the list and the page of an order both show."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    open: bool
    case: CaseRef
    customer_name: str
    subject: str
    model: str | None
    serial: str | None
    place: str | None
    promised_at: datetime | None
    duration_seconds: int
    engineer: EmployeeRef | None
    accepted_at: datetime | None
    clock: ClockRef | None
    verdict: str
    paid: bool
    calls: int
    station: StationRef
    created_at: datetime


class WorkOrderRow(_Shown):
    """One line; `calls` counts how often the customer called about the matter (R42)."""


class SignatureRead(Answer):
    """The customer's signature, or its recorded refusal (R77)."""

    kind: Literal["drawn", "refused"]
    signer: str | None
    reason: str | None
    signed_at: datetime
    picture_href: str | None


class Times(Answer):
    """When each step happened, by the device's time where it brought one (D41)."""

    received_at: datetime
    contacted_at: datetime | None
    promised_at: datetime | None
    assigned_at: datetime | None
    accepted_at: datetime | None
    departed_at: datetime | None
    arrived_at: datetime | None
    diagnosed_at: datetime | None
    done_at: datetime | None
    signed_at: datetime | None
    handed_in_at: datetime | None


class Lack(Answer):
    """A step that the state allows and something else still forbids, and what."""

    action: str
    label: str
    reason: str


class PartsOfOrder(Answer):
    """What was issued for the order and came back, what is kept or awaited, and what a person must settle (R107, R184)."""

    movements: list[MovementRead]
    reservations: list[ReservationRead]
    exceptions: list[ExceptionRead]


class WorkOrderRead(_Shown):
    """The order with everything that belongs to it."""

    offered: list[Offer]
    lacks: list[Lack]
    customer: CustomerRef
    contact: ContactRef | None
    site: SiteRef | None
    access_note: str | None
    asset: AssetRef | None
    entitlement: dict[str, Any] | None
    note: str | None
    preferred_at: datetime | None
    received_at: datetime
    contacted_at: datetime | None
    contact_note: str | None
    travel_seconds: int
    booking_id: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    parts_expected_on: str | None
    departed_at: datetime | None
    arrived_at: datetime | None
    diagnosis: str | None
    plan: str | None
    work_done: str | None
    test_result: str | None
    test_passed: bool | None
    instructed: bool | None
    done_at: datetime | None
    signature: SignatureRead | None
    handed_in_at: datetime | None
    recorded_late: bool | None
    problem: str | None
    reason: str | None
    times: Times
    clocks: list[ClockRead]
    parts: PartsOfOrder
    follow_up: FollowUpRef | None
