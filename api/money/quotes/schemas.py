"""Quotes over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from api.intake.service_requests.schemas import CaseRef, CustomerRef
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Fen, FieldCommand, Flag, Line, Name, Note, Reason, ask, line
from api.kit.validation import Said
from api.kit.words import Words
from api.money.price_lists.schemas import Kind, Price
from api.money.quotes.words import WAYS
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["draft", "awaiting_approval", "offered", "consented", "declined", "expired", "superseded", "void"]
Way = Literal["call", "message", "counter", "signature"]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class LineIn(Body):
    """A line from the price list (`price_item_id`), or a free one with its own words and price.

    `quantity` in thousandths. A price below the list is given as `unit_fen` or as `discount_bp`, hundredths of a per cent.
    """

    price_item_id: Id | None = None
    kind: Kind | None = None
    description: Line | None = None
    unit: line(12) | None = None  # type: ignore[valid-type]
    quantity: Annotated[int, Field(ge=1, le=10**8, strict=True)] = 1000
    unit_fen: Price | None = None
    discount_bp: Annotated[int | None, Field(ge=0, le=10_000, strict=True)] = None

    @model_validator(mode="after")
    def _whole(self) -> LineIn:
        free = (self.kind, self.description, self.unit, self.unit_fen)
        if self.price_item_id is None and None in free:
            words = Words(
                "价目表外的项目要写类别、名称、单位和单价", "A free line needs kind, description, unit and price"
            )
            raise Said("incomplete_line", words)
        if self.price_item_id is not None and (self.kind or self.unit):
            words = Words("价目表内的项目，类别和单位以价目表为准", "Kind and unit of a listed line are the list's")
            raise Said("list_decides", words)
        if self.unit_fen is not None and self.discount_bp is not None:
            raise Said("one_of", Words("单价和折扣只填一个", "Give a price or a discount, not both"))
        return self


Lines = Annotated[list[LineIn], Field(max_length=100)]


class QuotesQuery(Page):
    """Which quotes; `open` are those in the making or before the customer."""

    q: Search = None
    status: Status | None = None
    open: bool | None = None
    case_id: Id | None = None
    customer_id: Id | None = None
    station_id: Id | None = None
    sort: Literal["-created_at", "number"] = "-created_at"


class QuoteCreate(Body):
    """A draft for a case, under the case's own customer (R160). A supplement adds to what was consented to (R177)."""

    id: Id | None = None
    case_id: Id
    lines: Lines = []
    note: Note | None = None
    supplement: Flag = False


class LinesPut(Body):
    """All lines of a draft."""

    lines: Lines
    note: Note | None = None


class Nothing(Body):
    """An act that needs no words."""


class Because(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class Consent(FieldCommand):
    """The customer's consent to exactly this version, up to a ceiling (the total, if none is given)."""

    fingerprint: Fingerprint
    by: Name = ask("谁同意的", "Who consents")
    way: Way = ask("怎样同意的", "In which way", kind="choice", options=WAYS)
    ceiling_fen: Fen | None = ask("最高到（分）", "Up to, in fen", kind="integer", default=None)
    call_id: Id | None = None
    attachment_id: Id | None = None


# -- answers -----------------------------------------------------------------------------------------------------------
class LineRead(Answer):
    """One line; `former_fen` is what this customer paid for the same before (R158)."""

    id: str
    position: int
    kind: Kind
    kind_label: str
    price_item_id: str | None
    part_id: str | None
    code: str | None
    description: str
    unit: str
    quantity: int
    unit_list_fen: int
    unit_fen: int
    discount_bp: int
    amount_fen: int
    former_fen: int | None


class ApprovalReason(Answer):
    code: Literal["discount", "below_former", "free_line"]
    text: str


class Approval(Answer):
    """Whether another has to agree before the quote is offered (D21, R158), why, and whether he has."""

    needed: bool
    reasons: list[ApprovalReason]
    asked_at: datetime | None
    approved_at: datetime | None
    approved_by: EmployeeRef | None


class ConsentRead(Answer):
    """What the customer consented to (R50)."""

    id: str
    given_by: str
    way: Way
    way_label: str
    occurred_at: datetime
    ceiling_fen: int
    quote_fingerprint: str
    call_id: str | None
    attachment_id: str | None
    recorded_by: EmployeeRef | None


class QuoteNamed(Answer):
    """A quote named by another."""

    id: str
    number: str


class QuoteRow(Answer):
    """One line of the quotes."""

    id: str
    version: int
    number: str
    revision: int
    status: Status
    status_label: str
    case: CaseRef
    customer: CustomerRef
    station: StationRef
    total_fen: int
    discount_fen: int
    valid_until: datetime | None
    created_by: EmployeeRef | None
    created_at: datetime


class QuoteRead(QuoteRow):
    """A quote with its lines, its consent, and what may be done with it."""

    list_total_fen: int
    ceiling_fen: int | None
    fingerprint: str | None
    note: str | None
    lines: list[LineRead]
    approval: Approval
    consent: ConsentRead | None
    supplement_to: QuoteNamed | None
    replaces: QuoteNamed | None
    offered_at: datetime | None
    decided_at: datetime | None
    reason: str | None
    offered: list[Offer]
