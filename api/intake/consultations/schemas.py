"""Consultations over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.intake.service_requests.schemas import AssetRef, CaseRef, ContactRef, CustomerRef, Urgency
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Moment, Note, ask
from api.kit.words import Words
from api.network.clocks.schemas import ClockRef
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["promised", "transferred", "replied", "answered", "carry_in", "cancelled"]
Department = Literal["coordinator", "reception_engineer", "station_manager", "hq_service"]
Way = Literal["call", "message", "counter"]
DEPARTMENTS = {
    "coordinator": Words("协调员", "Coordinator"),
    "reception_engineer": Words("接待", "Reception"),
    "station_manager": Words("站长", "Station manager"),
    "hq_service": Words("总部服务", "Headquarters' service"),
}
"""To whom a question may go where nobody is named; one of their post takes it."""
WAYS = {
    "call": Words("电话", "By telephone"), "message": Words("短信或微信", "By message"), "counter": Words("当面", "In person"),
}  # fmt: skip
CLEAR = 10
"""A problem is not clarified in fewer characters (R57)."""


class Transfer(Body):
    """To a person or a post, with what was clarified (R56, R57)."""

    employee_id: Id | None = ask("转给谁", "To whom", kind="employee", default=None)
    role: Department | None = ask(
        "或转给哪个岗位", "Or to which post", kind="choice", options=DEPARTMENTS, default=None
    )
    problem: Note | None = ask("问题弄清到哪一步", "What has been clarified", kind="textarea", default=None)


class Create(Body):
    """A promise to answer (R54); with `transfer` the answer is another's to give. Without a time the limit of D12 holds."""

    id: Id | None = None
    case_id: Id
    call_id: Id | None = None
    contact_id: Id | None = None
    question: Note | None = None
    urgency: Urgency | None = None
    promised_at: Moment | None = None
    transfer: Transfer | None = None


class Reply(Body):
    answer: Note = ask("怎么答复的", "The answer given", kind="textarea")
    way: Way = ask("怎么答复的客户", "How the customer heard", kind="choice", options=WAYS)


class Inform(Body):
    """Not solved yet: the customer hears how it stands and when it will be (R55)."""

    answer: Note = ask("告诉了客户什么", "What the customer was told", kind="textarea")
    expected_at: Moment = ask("预计什么时候解决", "When it is expected to be solved", kind="datetime")


class Nothing(Body):
    """An act that needs no words."""


class Query(Page):
    """`late`: past the time told to the customer; `mine`: the caller owes the answer, or his post does and nobody took it."""

    q: Search = None
    open: bool | None = None
    status: Status | None = None
    late: bool | None = None
    mine: bool | None = None
    customer_id: Id | None = None
    since: Moment | None = None
    until: Moment | None = None
    sort: Literal["due", "-created_at"] = "due"


class Limit(Body):
    """By when at the latest, if promised now."""

    urgency: Urgency = "normal"


# -- answers -----------------------------------------------------------------------------------------------------------
class LimitRead(Answer):
    """The latest time that may be promised (D12), and by which rule."""

    latest_at: datetime
    why: str


class _Shown(Answer):
    id: str
    number: str
    version: int
    status: Status
    status_label: str
    open: bool
    urgency: Urgency
    question: str
    customer: CustomerRef
    contact: ContactRef | None
    service_request: CaseRef
    asset: AssetRef | None
    station: StationRef
    owner: EmployeeRef | None
    role: str | None
    role_label: str | None
    clock: ClockRef | None
    due_at: datetime | None
    created_at: datetime
    created_by: EmployeeRef | None
    replied_at: datetime | None
    in_time: bool | None
    answer: str | None


class ConsultationRow(_Shown):
    """One line of the register."""


class ConsultationRead(_Shown):
    """The whole record."""

    offered: list[Offer]
    problem: str | None
    way: Way | None
    call_id: str | None
