"""Held commands over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Note, Reason, ask
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
