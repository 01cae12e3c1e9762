"""What is asked about papers, and what is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body
from api.network.employees.refs import EmployeeRef
from api.paper.documents.kinds import Copy, Language, Subject

KindName = Literal[
    "on_site_dispatch_order", "repair_work_order", "customer_consultation_record", "service_quotation",
    "settlement_bill", "cash_handover_slip", "material_issue_slip",
]  # fmt: skip
BATCH = 50


class Query(Page):
    """The printings of one record."""

    subject: Subject
    subject_id: Id


class OfSubject(Body):
    """One record."""

    subject: Subject
    subject_id: Id


class PreviewQuery(Body):
    """A paper as it would be printed now."""

    kind: KindName
    subject_id: Id
    copy_: Annotated[Copy, Field(alias="copy")] = "house"
    language: Language = "zh"


class Print(Body):
    """A paper to print. `phone=full` writes the contact's number out where the caller may see it, which counts (T31)."""

    kind: KindName
    subject_id: Id
    copy_: Annotated[Copy, Field(alias="copy")] = "house"
    language: Language = "zh"
    phone: Literal["full", "masked"] = "full"


class PrintBatch(Body):
    """Several records of one kind, printed one after the other into one PDF."""

    kind: KindName
    subject_ids: Annotated[list[Id], Field(min_length=1, max_length=BATCH)]
    copy_: Annotated[Copy, Field(alias="copy")] = "house"
    language: Language = "zh"
    phone: Literal["full", "masked"] = "full"


class DocumentRead(Answer):
    """One printing; `content_href` gives the PDF again as it was."""

    id: str
    version: int
    kind: KindName
    kind_label: str
    copy_: Annotated[Copy, Field(alias="copy")]
    copy_label: str
    language: Language
    subject: Subject
    subject_id: str
    number: str
    case_id: str | None
    nth: int
    reprint: bool
    printed_at: datetime
    printed_by: EmployeeRef | None
    fingerprint: str
    batch_id: str | None
    content_href: str


class Batch(Answer):
    """Papers printed together; `content_href` is all of them in one PDF."""

    id: str
    items: list[DocumentRead]
    content_href: str


class CopyOffer(Answer):
    value: Copy
    label: str


class KindOffer(Answer):
    """A paper that this caller may print of the record; `reason` says why not yet."""

    kind: KindName
    label: str
    copies: list[CopyOffer]
    printed: int
    reason: str | None
    batch: bool
    """Whether he may print several records at once."""


class KindList(Answer):
    items: list[KindOffer]


class PreviewRead(Answer):
    """The pages as PNG pictures in base64."""

    pages: list[str]
