"""Swaps over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Reason, ask
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.shifts.words import Kind
from api.network.stations.refs import StationRef

Status = Literal["asked", "agreed", "approved", "declined", "refused", "withdrawn"]
STATES: dict[str, Words] = {
    "asked": Words("等对方同意", "Waiting for the other"),
    "agreed": Words("待批准", "Waiting for approval"),
    "approved": Words("已换班", "Swapped"),
    "declined": Words("对方不同意", "Declined"),
    "refused": Words("未批准", "Refused"),
    "withdrawn": Words("已撤回", "Withdrawn"),
}


class SwapQuery(Page):
    status: Status | None = None
    station_id: Id | None = None
    asker_id: Id | None = None
    other_id: Id | None = None


class SwapCreate(Body):
    """One's own shift for that of a colleague; without `other_shift_id` he only takes it over."""

    id: Id | None = None
    shift_id: Id
    other_id: Id
    other_shift_id: Id | None = None
    note: Reason | None = None


class Agree(Body):
    """Nothing is asked."""


class Decline(Body):
    reason: Annotated[Reason | None, ask("原因", "Reason", kind="textarea")] = None


class Approve(Body):
    note: Annotated[Reason | None, ask("附言", "Note", kind="textarea")] = None


class Refuse(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class Withdraw(Body):
    """Nothing is asked."""


class ShiftOf(Answer):
    """One of the two shifts."""

    id: str
    starts_at: datetime
    ends_at: datetime
    kind: Kind
    kind_label: str


class SwapRow(Answer):
    id: str
    version: int
    created_at: datetime
    status: Status
    status_label: str
    station: StationRef
    asker: EmployeeRef
    other: EmployeeRef
    shift: ShiftOf
    other_shift: ShiftOf | None
    note: str | None
    agreed_at: datetime | None
    decided_by: EmployeeRef | None
    decided_at: datetime | None
    decision_note: str | None


class SwapRead(SwapRow):
    offered: list[Offer]


class PartnerShift(Answer):
    """A colleague's shift that could be taken in exchange."""

    id: str
    starts_at: datetime
    ends_at: datetime
    kind: Kind
    kind_label: str


class Partner(Answer):
    """A colleague who is free for the shift, and what he could give for it."""

    employee: EmployeeRef
    shifts: list[PartnerShift]


class PartnerList(Answer):
    items: list[Partner]
