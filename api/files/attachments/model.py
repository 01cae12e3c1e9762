"""Contents and what they are attached to. The bytes lie in the store; here stands what they are, whose, and where."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.ids import IdColumn


class Content(SQLModel, table=True):
    """Bytes under their SHA-256. The row is there before the bytes are and goes after them, so that none are forgotten."""

    __tablename__ = "content"
    id: str = c.column(String(64), of="secret", primary_key=True)
    bytes: int = c.column(BigInteger)
    used_at: datetime = c.when(null=False, index=True)
    """When somebody last wanted it; what was wanted within a day is never removed."""
    dropping: bool = c.flag(default=False)
    """It is being removed: whoever wants it now waits until it is gone, and puts it anew."""


def _content() -> Any:
    return c.column(String(64), ForeignKey("content.id"), null=True, of="secret", index=True)


class Attachment(SQLModel, table=True):
    """A picture or document that belongs to one parent, or to its uploader alone while it has none."""

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint("(parent_id IS NULL) = (parent_kind IS NULL)", name="parent_whole"),
        CheckConstraint("status <> 'attached' OR parent_id IS NOT NULL", name="attached_to_something"),
        CheckConstraint("status <> 'voided' OR voided_at IS NOT NULL", name="voided_at_some_time"),
        CheckConstraint("(status = 'expired') = (content_id IS NULL)", name="content_until_expired"),
        Index("ix_attachment_parent", "parent_kind", "parent_id", "created_at"),
        Index("ix_attachment_case", "case_id", "created_at"),
        Index("ix_attachment_of_status", "status", "created_at"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    occurred_at: datetime | None = c.when()
    status: str = c.text(10)
    owner_id: str = c.id_of(index=True)
    """The account or client that sent it."""
    employee_id: str | None = c.id_of(null=True)
    upload_id: str = c.column(IdColumn, unique=True)
    purpose: str = c.text(12)
    slot: str | None = c.text(40, null=True)
    name: str = c.text(140, of="personal")
    media: str = c.text(40)
    bytes: int = c.column(BigInteger)
    width: int | None = c.integer(null=True)
    height: int | None = c.integer(null=True)
    pages: int | None = c.integer(null=True)
    content_id: str | None = _content()
    thumbnail_id: str | None = _content()
    parent_kind: str | None = c.text(40, null=True)
    parent_id: str | None = c.id_of(null=True)
    station_id: str | None = c.id_of(null=True)
    case_id: str | None = c.id_of(null=True)
    attached_at: datetime | None = c.when()
    voided_at: datetime | None = c.when()
    voided_by_id: str | None = c.id_of(null=True)
    void_reason: str | None = c.prose()


class Upload(SQLModel, table=True):
    """A file on its way. How much of it has arrived is the store's to say; what becomes of it stands here."""

    __tablename__ = "upload"
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    expires_at: datetime = c.when(null=False, index=True)
    owner_id: str = c.id_of()
    length: int = c.column(BigInteger)
    name: str = c.text(140, of="personal")
    purpose: str = c.text(12)
    slot: str | None = c.text(40, null=True)
    parent_kind: str | None = c.text(40, null=True)
    parent_id: str | None = c.id_of(null=True)
    sha256: str | None = c.text(64, null=True, of="secret")
    occurred_at: datetime | None = c.when()
    announced: str = c.text(2000, of="personal")
    """`Upload-Metadata` as it came; the protocol wants it back."""
    attachment_id: str | None = c.id_of(null=True)
    refusal: str | None = c.text(20, null=True)

    __table_args__ = (Index("ix_upload_owner", "owner_id", "created_at"),)
