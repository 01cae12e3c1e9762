"""Appointments over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.customers.customers.schemas import CustomerRef
from api.dispatch.appointments.words import ANSWERS, PARTIES, Kind, Party, Status
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Day, Flag, Minutes, Moment, Note, Reason, ask
from api.kit.validation import Said
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef


class AppointmentQuery(Page):
    """Which appointments; `on` is a day of the station's zone."""

    on: Day | None = None
    from_: Annotated[Moment | None, Field(alias="from")] = None
    to: Moment | None = None
    station_id: Id | None = None
    case_id: Id | None = None
    employee_id: Id | None = None
    kind: Kind | None = None
    status: Status | None = None
    work_order_id: Id | None = None
    to_reconfirm: Annotated[
        bool | None,
        Field(description="Those to be reconfirmed by the end of today, a working day ahead or today (D32)."),
    ] = None


class AppointmentCreate(Body):
    """At the counter or by telephone; a visit's appointment is its order's promised time (R105)."""

    id: Id | None = None
    case_id: Id
    kind: Literal["counter", "telephone"]
    starts_at: Moment
    duration_minutes: Minutes = 30
    employee_id: Id | None = None
    need: Note | None = None


class Reconfirm(Body):
    answer: Literal["confirmed", "not_reached"] = ask(
        "客户怎么说", "What the customer says", kind="choice", options=ANSWERS
    )
    note: Annotated[Reason | None, ask("备注", "Note", kind="textarea")] = None


class Prepare(Body):
    """Ticked off one by one (R61)."""

    parts: Flag = ask("备件齐了", "The parts are there", kind="boolean")
    tools: Flag = ask("工具、仪器齐了", "Tools and instruments are there", kind="boolean")
    papers: Flag = ask("单据、资料齐了", "Papers and files are there", kind="boolean")
    note: Annotated[Reason | None, ask("备注", "Note", kind="textarea")] = None

    @model_validator(mode="after")
    def _all(self) -> Prepare:
        if not (self.parts and self.tools and self.papers):
            raise Said("not_prepared", Words("每一项都要核对", "Every item must be ticked off"))
        return self


class Keep(Body):
    """Nothing is asked."""


class Miss(Body):
    """Nothing is asked."""


class Change(Body):
    """Another time, settled with the customer."""

    starts_at: Moment = ask("和客户另约的时间", "Time agreed with the customer", kind="datetime")
    duration_minutes: Annotated[Minutes | None, ask("多少分钟", "Minutes", kind="minutes")] = None
    asked_by: Party = ask("谁提出", "Who asked for it", kind="choice", options=PARTIES)
    reason: Reason = ask("原因", "Reason", kind="textarea")


class Cancel(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class CaseOf(Answer):
    id: str
    number: str
    subject: str


class OrderOf(Answer):
    id: str
    number: str


class AppointmentRow(Answer):
    """`late`: past the grace of D32 and not kept, or kept after it. `asks`: what is to be done next, by when."""

    id: str
    version: int
    status: Status
    status_label: str
    kind: Kind
    kind_label: str
    station: StationRef
    case: CaseOf
    work_order: OrderOf | None
    customer: CustomerRef
    employee: EmployeeRef | None
    starts_at: datetime
    ends_at: datetime
    need: str | None
    sequence: int
    former_starts_at: datetime | None
    change_reason: str | None
    asked_by: Party | None
    reconfirmed_at: datetime | None
    reconfirmed_day_at: datetime | None
    prepared_at: datetime | None
    kept_at: datetime | None
    reconfirm_by: datetime | None
    late: bool


class AppointmentRead(AppointmentRow):
    end_reason: str | None
    offered: list[Offer]
