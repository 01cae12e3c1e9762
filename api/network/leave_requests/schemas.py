"""Leave over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Moment, Reason, ask
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Kind = Literal["annual", "sick", "personal", "other"]
Status = Literal["asked", "approved", "refused", "withdrawn"]
KINDS: dict[str, Words] = {
    "annual": Words("年假", "Annual leave"),
    "sick": Words("病假", "Sick leave"),
    "personal": Words("事假", "Personal leave"),
    "other": Words("其他", "Other"),
}
STATES: dict[str, Words] = {
    "asked": Words("待批准", "Asked"),
    "approved": Words("已批准", "Approved"),
    "refused": Words("未批准", "Refused"),
    "withdrawn": Words("已撤回", "Withdrawn"),
}


class LeaveQuery(Page):
    """Which leave; the span takes in what begins before and ends in it. `mine` is the caller's own."""

    from_: Annotated[Moment | None, Field(alias="from")] = None
    to: Moment | None = None
    station_id: Id | None = None
    employee_id: Id | None = None
    status: Status | None = None
    sort: Literal["starts_at", "-created_at"] = "-created_at"


class LeaveCreate(Body):
    """One asks for oneself."""

    id: Id | None = None
    starts_at: Moment
    ends_at: Moment
    kind: Kind
    reason: Reason | None = None


class Approve(Body):
    note: Annotated[Reason | None, ask("附言", "Note", kind="textarea")] = None


class Refuse(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class Withdraw(Body):
    reason: Annotated[Reason | None, ask("原因", "Reason", kind="textarea")] = None


class LeaveRow(Answer):
    """Leave that was asked for. `kind` and `reason` are told to whoever decides and to him whose it is."""

    id: str
    version: int
    created_at: datetime
    status: Status
    status_label: str
    station: StationRef
    employee: EmployeeRef
    starts_at: datetime
    ends_at: datetime
    kind: Kind
    kind_label: str
    reason: str | None
    decided_by: EmployeeRef | None
    decided_at: datetime | None
    decision_note: str | None
    booking_id: str | None


class LeaveRead(LeaveRow):
    offered: list[Offer]
