"""Held commands over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Count, DeviceMoment, Note, Reason, ask, line
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["waiting", "held", "applied", "set_aside"]
Why = Literal["predecessor", "overtaken", "lost_job", "refused", "revoked"]


class HeldCommandsQuery(Page):
    """Which commands; `open=true`: those that wait or are to be decided."""

    status: Status | None = None
    open: bool | None = None
    employee_id: Id | None = None
    job_id: Id | None = None
    sort: Literal["-created_at", "created_at"] = "-created_at"


class Apply(Body):
    """Do it now as the engineer who sent it."""

    note: Note | None = ask("说明", "Note", kind="textarea", default=None)


class SetAside(Body):
    """It is not to count; it stays readable."""

    reason: Reason = ask("为什么不记入", "Why it is not applied", kind="textarea")


class Refusal(Body):
    """The refusal that the phone was given."""

    type: line(100)  # type: ignore[valid-type]
    detail: Reason


class HandOver(Body):
    """A command that was refused and that its engineer does not send again: a person is to decide, or it is dropped.

    Either way it stays in the record, with what it would have done.
    """

    device_id: Id
    device_seq: Count
    after: Count | None = None
    job_id: Id | None = None
    occurred_at: DeviceMoment | None = None
    key: Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,255}$", description="Under which it was sent.")]
    method: Literal["POST"] = "POST"
    path: Annotated[str, Field(pattern=r"^/api/v1/[a-z0-9/_.-]{1,280}$")]
    body: Annotated[dict[str, Any], Field(max_length=100)]
    problem: Refusal
    wish: Literal["decide", "drop"]
    note: Note | None = None


class JobRef(Answer):
    """The order that it is about, as it stands now."""

    id: str
    number: str
    subject: str
    status: str
    status_label: str
    engineer: EmployeeRef | None


class HeldCommandRow(Answer):
    """One line of the list."""

    id: str
    version: int
    status: Status
    status_label: str
    reason: Why
    reason_label: str
    detail: str | None = Field(description="Why it could not be applied, in words.")
    label: str
    method: str
    path: str
    device_id: str
    device_name: str
    device_seq: int
    after: int | None
    job_id: str | None
    job: JobRef | None
    employee: EmployeeRef
    station: StationRef
    occurred_at: str | None = Field(description="The phone's own time, as it said it.")
    corrected_at: datetime
    created_at: datetime
    decide_from: datetime
    decided_at: datetime | None
    decided_by: EmployeeRef | None
    decision: str | None
    offered: list[Offer]


class HeldCommandRead(HeldCommandRow):
    """The whole command."""

    body: dict[str, Any]
