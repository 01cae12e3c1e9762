"""What a phone keeps for a day without network (D41, C14): its engineer's jobs of today and tomorrow and what they need."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from api.customers.assets.schemas import AssetRead
from api.field.conflicts.schemas import ConflictRead
from api.field.held_commands.schemas import HeldCommandRead
from api.forms.design.layout import Kind
from api.forms.templates.schemas import VersionRead
from api.kit.offers import Need
from api.kit.text import Answer, Body
from api.money.quotes.schemas import QuoteRead
from api.money.settlement_bills.schemas import BillRead
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef
from api.parts.exceptions.schemas import ExceptionRead
from api.parts.transfers.schemas import TransferRead
from api.work.work_orders.schemas import WorkOrderRead


class BundleQuery(Body):
    """What the phone has already."""

    cursor: Annotated[
        str | None, Field(max_length=6000, pattern=r"^[A-Za-z0-9_-]*$", description="Of the bundle it has.")
    ] = None


class Me(Answer):
    """Who the phone is for."""

    employee: EmployeeRef
    station: StationRef
    roles: list[str]


class Visit(Answer):
    """An earlier visit to the device."""

    number: str
    done_at: datetime
    subject: str
    diagnosis: str | None
    work_done: str | None


class FormAsked(Answer):
    """A form in use for such jobs; `required`: the step `before` waits for it."""

    template_id: str
    version_id: str
    key: str
    kind: Kind
    rhythm: str
    name: str
    before: str | None
    required: bool
    may_fill: bool


class FormEntry(Answer):
    """What was written into a form about the job. `counts`: begun since the job was given to this engineer."""

    id: str
    number: str
    version: int
    status: Literal["open", "completed", "signed"]
    template_id: str
    version_id: str
    data: dict[str, Any]
    failed: int
    critical: int
    started_at: datetime
    completed_at: datetime | None
    counts: bool


class CaseOfJob(Answer):
    """The matter that the job is about."""

    id: str
    number: str
    subject: str
    description: str | None
    status: str
    version: int
    quoted_fen: int | None
    consented_fen: int
    billed_fen: int


class FileOfJob(Answer):
    """A picture or document of the job."""

    id: str
    purpose: str
    slot: str | None
    name: str
    media: str
    created_at: datetime
    thumbnail: str | None


class Job(Answer):
    """One job with all that it needs."""

    id: str
    version: int
    order: WorkOrderRead
    case: CaseOfJob
    asset: AssetRead | None
    history: list[Visit]
    asked: list[FormAsked]
    entries: list[FormEntry]
    quotes: list[QuoteRead]
    bills: list[BillRead]
    attachments: list[FileOfJob]
    work_lacking: str | None = Field(description="What must come before the work (R154), in words; null: nothing.")


class StepOfJob(Answer):
    """A step of an engineer's job as data: from which states, to which (null: it stays), and what it asks."""

    action: str
    label: str
    sources: list[str]
    target: str | None
    needs: list[Need]
    key: bool
    requires: list[str] = Field(description="Members of the order that must be there.")
    excludes: list[str] = Field(description="Members of the order that must be empty.")
    sets: dict[str, str] = Field(description="What they are afterwards: `occurred_at`, or `body.<name>`.")
    leaves: bool = Field(description="The job is not the engineer's afterwards.")


class VanItem(Answer):
    """What of a part lies in the van and is not spoken for; `serials` of pieces that are known by number."""

    part_id: str
    number: str
    name: str
    unit: str
    serialised: bool
    available: int
    serials: list[str]


class Van(Answer):
    """The engineer's own van."""

    id: str
    code: str
    name: str
    items: list[VanItem]
    coming: list[TransferRead] = Field(description="Sent to it and not received yet.")
    exceptions: list[ExceptionRead] = Field(description="Uses that the book could not carry and nobody settled yet.")


class Price(Answer):
    """A price in force that the jobs may need; `customer_class` null: for every class."""

    id: str
    customer_class: str | None
    kind: str
    kind_label: str
    code: str
    name: str
    family: str | None
    model: str | None
    unit: str
    unit_price_fen: int


class Bundle(Answer):
    """All of it, or only what changed since `cursor`: parts that are null are as they were."""

    cursor: str
    at: datetime
    day: date
    complete: bool = Field(description="Everything is here, whatever the phone had.")
    order: list[str] = Field(description="Every job in the order of the day.")
    jobs: list[Job] = Field(description="New and changed ones.")
    removed_jobs: list[str] = Field(description="To be forgotten: not the engineer's any more, or not of these days.")
    me: Me | None
    steps: list[StepOfJob] | None
    states: dict[str, str] | None
    templates: list[VersionRead] | None
    van: Van | None
    prices: list[Price] | None
    held: list[HeldCommandRead] | None
    conflicts: list[ConflictRead] | None
