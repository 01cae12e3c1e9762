"""What is asked of the lists of follow-ups, and what is answered (CONTRACT: step 4)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from api.intake.service_requests.schemas import (
    CaseRef,
    ContactRef,
    CustomerRef,
    Offer,
    Phone,
)
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer
from api.network.clocks.schemas import ClockRead, ClockRef
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal[
    "due", "attempted", "unreachable", "dissatisfied", "root_cause_found", "measure_set", "called_again", "satisfied",
    "waived",
]  # fmt: skip


class Query(Page):
    """Filters of the list; `due` keeps those whose first call may be made by now."""

    sort: Literal["due", "-created_at"] = "due"
    status: Status | None = None
    open: bool | None = None
    due: bool | None = None
    mine: bool | None = None
    station_id: Id | None = None
    engineer_id: Id | None = None
    case_id: Id | None = None


class _Shown(Answer):
    id: str
    number: str
    version: int
    status: Status
    status_label: str
    open: bool
    due_from: datetime
    due_at: datetime
    attempts: int
    customer_name: str
    phone: Phone
    subject: str
    order_number: str | None
    engineer: EmployeeRef | None
    done_at: datetime | None
    case: CaseRef
    station: StationRef
    csi: int | None
    clock: ClockRef | None


class FollowUpRow(_Shown):
    """One customer to be called; `attempts` counts days (D14)."""


class Hours(Answer):
    """The hours of the station's day in which calls are made (D14)."""

    from_: Annotated[str, Field(alias="from", description="Begin of the span that is open, or opens next.")]
    to: str
    spans: list[list[str]]
    open_now: bool
    opens_at: Annotated[datetime | None, Field(description="When it opens next; null while it is open.")]


class Question(Answer):
    """One of R207 to R214."""

    key: str
    kind: Literal["scale", "employee", "text"]
    text: str


class Try(Answer):
    """One call that did not come to a talk."""

    at: datetime
    outcome: str
    outcome_label: str
    note: str | None
    agreed_outside_hours: bool
    by: EmployeeRef | None


class Job(Answer):
    """What was done, so that the caller knows what he speaks of."""

    id: str
    number: str
    promised_at: datetime | None
    arrived_at: datetime | None
    done_at: datetime | None
    diagnosis: str | None
    work_done: str | None
    test_result: str | None
    signature_kind: str | None
    signer: str | None
    signature_reason: str | None
    handed_in_at: datetime | None


class FollowUpRead(_Shown):
    """The call with its script, its questions and the job it is about."""

    offered: list[Offer]
    hours: Hours
    script: str
    farewell: str
    questions: list[Question]
    tries: list[Try]
    answers: dict[str, Any] | None
    reason: str | None
    root_cause: str | None
    measure: str | None
    waiver: str | None
    order: Job | None
    customer: CustomerRef
    do_not_call: bool
    contact: ContactRef | None
    created_at: datetime
    closed_at: datetime | None
    clocks: list[ClockRead]
