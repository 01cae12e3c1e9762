"""What may be sent about a case, and what is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.customers.entitlements.schemas import EntitlementRead, Exclusion
from api.customers.entitlements.texts import EXCLUSIONS
from api.intake.service_requests.words import FAULTS, GROUPS, MODES
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer, Body, Flag, Line, Moment, Note, Reason, ask, line
from api.network.clocks.schemas import ClockRead, ClockRef
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef
from api.network.stations.schemas import WhereToBring

Group = Literal["hardware_repair", "consultation", "paid_service"]
Fault = Literal["hardware", "software"]
Mode = Literal["on_site", "carry_in"]
Urgency = Literal["normal", "urgent"]
Channel = Literal["call", "counter", "online", "import"]
Status = Literal[
    "new", "judged", "awaiting_consent", "accepted", "job_opened", "closed", "answered", "declined",
    "carry_in_advised", "cancelled",
]  # fmt: skip


class Create(Body):
    """A need taken in: customer, contact, site and device must belong together (R41)."""

    id: Id | None = None
    call_id: Id | None = None
    channel: Channel
    customer_id: Id
    contact_id: Id | None = None
    site_id: Id | None = None
    asset_id: Id | None = None
    subject: Line
    description: Note | None = None
    group: Group
    fault_kind: Fault | None = None
    fault_group: line(40) | None = None  # type: ignore[valid-type]
    third_party_accessory: Flag = False
    """A part not made by the company has failed (R45)."""
    urgency: Urgency = "normal"
    exclusion: Exclusion | None = None


class Edit(Body):
    """Facts of a case; what is left out stays."""

    subject: Line | None = None
    description: Note | None = None
    urgency: Urgency | None = None
    contact_id: Id | None = None
    site_id: Id | None = None
    asset_id: Id | None = None


class Judge(Body):
    """The first judgement (R47)."""

    group: Group = ask("服务类别", "Group of service", kind="choice", options=GROUPS)
    fault_kind: Fault | None = ask("软件还是硬件", "Hardware or software", kind="choice", options=FAULTS, default=None)
    mode: Mode | None = ask("上门还是送修", "On site or carry-in", kind="choice", options=MODES, default=None)
    exclusion: Exclusion | None = ask(
        "不保的原因", "Why it is excluded", kind="choice", options=EXCLUSIONS, default=None
    )
    fault_group: line(40) | None = ask("故障部位", "Part at fault", default=None)  # type: ignore[valid-type]
    third_party_accessory: Flag | None = ask("外购配件坏了", "Third-party accessory", kind="boolean", default=None)


class GiveAnswer(Body):
    answer: Note = ask("怎么答复的", "The answer given", kind="textarea")


class AdviseCarryIn(Body):
    note: Note | None = ask("备注", "Note", kind="textarea", default=None)


class Nothing(Body):
    """An act that needs no words."""


class Because(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class Dispatch(Body):
    note: Note | None = ask("给协调员的话", "Note to the coordinator", kind="textarea", default=None)
    preferred_at: Moment | None = ask("客户希望的时间", "Time the customer wishes", kind="datetime", default=None)


class NoteText(Body):
    text: Note = ask("备注", "Note", kind="textarea")


class Query(Page):
    """Filters of the queue."""

    q: Search = None
    sort: Literal["due", "-created_at", "created_at", "number"] = "due"
    open: bool | None = None
    status: Status | None = None
    step: Annotated[int | None, Field(ge=1, le=4)] = None
    station_id: Id | None = None
    owner_id: Id | None = None
    person_id: Annotated[Id | None, Field(description="Whose job it is: the engineer, else who took the case.")] = None
    customer_id: Id | None = None
    asset_id: Id | None = None
    queue: Annotated[
        Literal["due_soon", "unassigned", "waiting_part", "waiting_customer"] | None,
        Field(description="Warned of and not late; without an engineer; held by a part; held by the customer."),
    ] = None
    mode: Mode | None = None
    group: Group | None = None
    late: bool | None = None
    due_within_seconds: Annotated[int | None, Field(ge=0, le=31 * 86400)] = None
    """Due from now until so many seconds on; what is late already is not among them."""
    imported: bool | None = None


# -- answers -----------------------------------------------------------------------------------------------------------
class Phone(Answer):
    value: str | None
    masked: str


class CustomerRef(Answer):
    id: str
    name: str
    class_: str = Field(alias="class")


class ContactRef(Answer):
    id: str
    name: str
    title: str | None
    phone: Phone


class SiteRef(Answer):
    id: str
    label: str
    address: str


class AssetRef(Answer):
    id: str
    serial: str
    model: str
    product_name: str


class CaseRef(Answer):
    id: str
    number: str
    subject: str
    status: str


class Option(Answer):
    value: str
    label: str


class Need(Answer):
    name: str
    type: str
    label: str
    required: bool
    options: list[Option] | None
    max: int | None


class Offer(Answer):
    action: str
    label: str
    method: str
    href: str
    needs: list[Need]


class JobState(Answer):
    """Where the open order stands."""

    status: str
    status_label: str


class _Shown(Answer):
    """What the queue and the page of a case both show."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    job: JobState | None
    step: int
    subject: str
    customer_name: str
    customer_id: str
    model: str | None
    serial: str | None
    place: str | None
    station: StationRef
    owner: EmployeeRef | None
    urgency: Urgency
    mode: Mode | None
    clock: ClockRef | None
    created_at: datetime


class ServiceRequestRow(_Shown):
    """One line of the queue; `calls` counts how often the customer called about the matter (R42)."""

    calls: int


class RailStep(Answer):
    step: int
    label: str
    state: Literal["done", "current", "todo"]
    verdict: str | None
    at: datetime | None


class ConsentRead(Answer):
    """The paid chain, act by act (R154)."""

    policy_explained_at: datetime | None
    accepted_at: datetime | None
    quoted_fen: int | None
    quoted_at: datetime | None
    consented_at: datetime | None
    consented_by: str | None
    way: str | None


class QuoteRef(Answer):
    """The newest quote of the case, and what the caller may do with it now."""

    id: str
    number: str
    version: int
    status: str
    status_label: str
    revision: int
    total_fen: int
    valid_until: datetime | None
    fingerprint: str | None
    offered: list[Offer]


class NextAct(Answer):
    """The next act of paid service that is still missing (R154)."""

    act: Literal["explain", "accept", "quote", "consent", "work", "collect", "hand_in"]
    label: str


class NextActor(Answer):
    role: str
    label: str
    name: str | None


class OrderRef(Answer):
    id: str
    number: str
    kind: str
    status: str
    status_label: str
    promised_at: datetime | None
    engineer: EmployeeRef | None
    open: bool


class FollowUpRef(Answer):
    id: str
    number: str
    status: str
    open: bool


class CaseCall(Answer):
    id: str
    number: str
    at: datetime


class ServiceRequestRead(_Shown):
    """The case with everything that belongs to it."""

    offered: list[Offer]
    steps: list[RailStep]
    channel: Channel
    description: str | None
    group: Group
    fault_kind: Fault | None
    fault_group: str | None
    third_party_accessory: bool
    exclusion: str | None
    contact: ContactRef | None
    site: SiteRef | None
    asset: AssetRef | None
    customer: CustomerRef
    entitlement: EntitlementRead | None
    paid: bool | None
    consent: ConsentRead
    next_act: NextAct | None
    quote: QuoteRef | None
    may_quote: bool
    repeat_calls: int
    carry_in_station: WhereToBring | None
    answer: str | None
    reason: str | None
    next_actor: NextActor | None
    orders: list[OrderRef]
    follow_up: FollowUpRef | None
    clocks: list[ClockRead]
    calls: list[CaseCall]
    closed_at: datetime | None
    imported_from: str | None
