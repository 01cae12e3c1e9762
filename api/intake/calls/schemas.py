"""What may be sent about a call, and what is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.intake.service_requests.schemas import CaseRef, ContactRef, CustomerRef, Offer, Phone
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.phones import PhoneText
from api.kit.text import Answer, Body, Moment, Note, ask
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Direction = Literal["inbound", "outbound"]
Status = Literal["answered", "reply_promised", "transferred", "turned_into_request", "replied", "closed", "ringing"]
Chosen = Literal["answered", "request", "wrong_number", "information"]
Outcome = Literal[
    "answered", "request", "wrong_number", "information", "missed", "no_answer", "unrecorded", "lapsed"
]  # fmt: skip
CHOICES = {
    "answered": Words("当场答复", "Answered"),
    "request": Words("已转为需求", "Became a request"),
    "wrong_number": Words("打错电话", "Wrong number"),
    "information": Words("只是告知", "Information only"),
}
"""What an agent says came of a call."""
BY_MACHINE = {
    "missed": Words("未接", "Missed"),
    "no_answer": Words("对方没接", "Not answered"),
    "unrecorded": Words("没有登记", "Not written down"),
    "lapsed": Words("没等到挂机", "No end was heard"),
}
"""What the exchange or the clock says; an agent may still write down what came of it."""
OUTCOMES = CHOICES | BY_MACHINE


class Create(Body):
    """A call that was taken; the number is left out where the caller withholds it."""

    id: Id | None = None
    direction: Direction
    from_number: PhoneText | None = None
    """The other side's number."""
    rang_at: Moment | None = None
    answered_at: Moment | None = None
    rings: Annotated[int | None, Field(ge=0, le=100, strict=True)] = None


class Identify(Body):
    customer_id: Id = ask("客户", "Customer", kind="text")
    contact_id: Id | None = ask("联系人", "Contact", kind="text", default=None)


class SameMatter(Body):
    service_request_id: Id = ask("哪一件事", "Which matter", kind="text")
    note: Note | None = ask("这次说了什么", "What was said", kind="textarea", default=None)


class Close(Body):
    outcome: Chosen = ask("结果", "Outcome", kind="choice", options=CHOICES)
    note: Note | None = ask("问了什么，怎么答的", "What was asked and answered", kind="textarea", default=None)


class Dial(Body):
    """Whom to call: a contact, the other side of an earlier call, or a number; one of them."""

    contact_id: Id | None = None
    call_id: Id | None = None
    number: PhoneText | None = None
    service_request_id: Id | None = None


class Query(Page):
    """`outcome=missed`: those that nobody took; `since`, `until`: when they rang."""

    q: Search = None
    status: Status | None = None
    outcome: Outcome | None = None
    direction: Direction | None = None
    mine: bool | None = None
    since: Moment | None = None
    until: Moment | None = None


class CallRow(Answer):
    """One line of the list of calls."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    direction: Direction
    phone: Phone
    rang_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    wait_seconds: int | None
    within_limit: bool | None
    agent: EmployeeRef | None
    station: StationRef
    customer_id: str | None
    customer_name: str | None
    caller_name: str | None
    queue: str | None
    case_id: str | None
    repeat: bool
    outcome: Outcome | None
    outcome_label: str | None


class CallRead(Answer):
    """The call with whom and what it was about."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    offered: list[Offer]
    direction: Direction
    phone: Phone
    rang_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    wait_seconds: int | None
    rings: int | None
    within_limit: bool | None
    agent: EmployeeRef | None
    station: StationRef
    customer: CustomerRef | None
    contact: ContactRef | None
    service_request: CaseRef | None
    repeat_of: CaseRef | None
    repeat_count: int
    caller_name: str | None
    queue: str | None
    exchange_id: str | None
    outcome: Outcome | None
    outcome_label: str | None
    note: str | None
    greeting: str
