"""Attachments over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from api.files.attachments.purposes import PurposeName
from api.kit.ids import Id
from api.kit.listing import Page, list_of
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Reason, ask, line

Kind = Annotated[str, Field(pattern=r"^[a-z_]{1,40}$", description="Table of the parent, such as `work_order`.")]
Slot: Any = line(40)


class AttachmentsQuery(Page):
    """The files of one thing, or of a whole case; without either, one's own that are attached to nothing yet."""

    parent_kind: Kind | None = None
    parent_id: Id | None = None
    case_id: Id | None = None
    sort: Literal["created_at"] = "created_at"


class Attach(Body):
    """Tie one's own draft to a thing."""

    parent_kind: Kind
    parent_id: Id
    slot: Slot | None = None


class Void(Body):
    """Nothing is deleted: the file stays, crossed out, with the reason."""

    reason: Reason = ask("作废原因", "Why it is void", "textarea")


class ParentRef(Answer):
    """What it is attached to."""

    kind: str
    id: str


class SenderRef(Answer):
    """Who sent it."""

    id: str
    name: str


class VoidRead(Answer):
    """That it is void, since when, by whom and why."""

    at: datetime
    by: SenderRef
    reason: str | None


class AttachmentRead(Answer):
    """One file. `content` and `thumbnail` are addresses to fetch with the token; null when there is none (any more)."""

    id: str
    version: int
    status: Literal["draft", "attached", "voided", "expired"]
    status_label: str
    purpose: PurposeName
    purpose_label: str
    slot: str | None
    name: str
    media: str
    bytes: int
    width: int | None
    height: int | None
    pages: int | None
    content: str | None
    thumbnail: str | None
    parent: ParentRef | None
    case_id: str | None
    sent_by: SenderRef
    created_at: datetime
    occurred_at: datetime | None
    attached_at: datetime | None
    void: VoidRead | None
    offered: list[Offer]


AttachmentList: Any = create_model(
    "AttachmentList",
    __base__=list_of(AttachmentRead),
    may_add=(bool, Field(description="Whether the caller may attach to the thing (or case) whose files these are.")),
)
