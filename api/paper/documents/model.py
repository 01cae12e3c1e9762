"""What was printed: one row for each paper that left the house (R162), and beside it exactly what stood on it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit import schema


class Document(SQLModel, table=True):
    """One printing of a record; `nth` counts the printings of one kind for one record. Never changed.

    `batch_id` is the first document of those that were printed together.
    """

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint("copy IN ('house', 'customer')", name="copy"),
        CheckConstraint("language IN ('zh', 'en')", name="language"),
        CheckConstraint("nth > 0", name="nth"),
        UniqueConstraint("kind", "subject_id", "nth"),
        Index("ix_document_of_subject", "subject_id", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("printed_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    kind: str = c.text(40)
    subject: str = c.text(40)
    subject_id: str = c.id_of()
    number: str = c.text(40)
    """The record's own number, as it stands on the paper."""
    station_id: str = c.ref("station.id")
    case_id: str | None = c.ref("service_request.id", null=True)
    copy_: str = c.text(10, name="copy")
    language: str = c.text(2)
    nth: int = c.integer()
    fingerprint: str = c.text(64)
    """SHA-256 over the salt and what stood on the paper; it stays when the values are erased."""
    printed_by_id: str | None = c.id_of(null=True, index=True)
    batch_id: str | None = c.id_of(null=True, index=True)


class DocumentContent(SQLModel, table=True):
    """What stood on one paper, with the salt of its fingerprint. It speaks of persons, so it can be erased."""

    __tablename__ = "document_content"
    document_id: str = c.ref("document.id", index=False, primary_key=True)
    salt: bytes = c.binary()
    told: dict[str, Any] = c.data(of="personal")


schema.append_only("document")
