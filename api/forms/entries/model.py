"""What was written into a form, and who signed it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import append_only


class Entry(SQLModel, table=True):
    """One filled form about one record, by the version it was begun with.

    `title` is what the record was called then; `on` the station's local day; `readers` a copy of the template's, so
    that a later version opens no older entry.
    """

    __tablename__ = "entry"
    __table_args__ = (
        CheckConstraint("status NOT IN ('completed', 'signed') OR completed_at IS NOT NULL", name="completed_has_time"),
        Index("ix_entry_subject", "subject_id", "template_id", "id"),
        Index("ix_entry_station", "station_id", "on", "id"),
        {"info": {"station": "station_id", "own": ("owner_id", "created_by_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True, index=True)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id", index=False)
    template_id: str = c.ref("template.id")
    template_version_id: str = c.ref("template_version.id", index=False)
    subject: str = c.text(40)
    subject_id: str = c.id_of()
    title: str = c.text(200, of="personal")
    case_id: str | None = c.id_of(null=True, index=True)
    owner_id: str | None = c.id_of(null=True, index=True)
    on: date = c.day(null=False)
    status: str = c.text(10)
    data: dict[str, Any] = c.data(of="personal")
    failed: int = c.integer()
    critical: int = c.integer()
    readers: str = c.text(600)
    started_at: datetime = c.when(null=False)
    completed_at: datetime | None = c.when()
    completed_by_id: str | None = c.id_of(null=True)
    signed_at: datetime | None = c.when()
    voided_at: datetime | None = c.when()
    void_reason: str | None = c.prose()


class EntrySignature(SQLModel, table=True):
    """A signature in one of the template's places; never changed."""

    __tablename__ = "entry_signature"
    __table_args__ = (UniqueConstraint("entry_id", "place"),)
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    entry_id: str = c.ref("entry.id")
    place: str = c.text(40)
    signer: str = c.text(80, of="personal")
    employee_id: str | None = c.id_of(null=True)
    signed_at: datetime = c.when(null=False)
    picture: bytes | None = c.binary(null=True, of="personal")


append_only("entry_signature")
