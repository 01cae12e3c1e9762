"""Imports, the file of each while it is needed, and by what the things that came in are known."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.ids import IdColumn


class Import(SQLModel, table=True):
    """States: awaiting_file, judging, ready (waits to be confirmed), applying, done, failed, cancelled.

    `handled` rows of `total` are judged or written; while a job counts, it moves no version. `preview` is what judging
    found, the other counts are what was done.
    """

    __tablename__ = "import"
    __table_args__ = (
        CheckConstraint(
            "status IN ('awaiting_file', 'judging', 'ready', 'applying', 'done', 'failed', 'cancelled')",
            name="known_status",
        ),
        Index("ix_import_station_made", "station_id", "created_at"),
        Index("ix_import_asked_by", "asked_by_id", "created_at"),
        {"info": {"station": "station_id", "own": ("asked_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    status: str = c.text(14)
    station_id: str = c.ref("station.id", index=False)
    asked_by_id: str = c.ref("employee.id", index=False)
    account_id: str = c.ref("account.id", index=False)
    source: str = c.text(40)
    label: str = c.text(60)
    path: str = c.text(80)
    mapping: str = c.prose(null=False, of="staff")
    file_name: str | None = c.text(140, null=True, of="personal")
    size: int | None = c.integer(null=True)
    total: int | None = c.integer(null=True)
    handled: int = c.column(Integer, default=0)
    preview: dict[str, Any] | None = c.data(null=True)
    added: int = c.column(Integer, default=0)
    changed: int = c.column(Integer, default=0)
    same: int = c.column(Integer, default=0)
    refused: int = c.column(Integer, default=0)
    findings: list[dict[str, Any]] = c.data(of="personal")
    failure: dict[str, Any] | None = c.data(null=True)
    finished_at: datetime | None = c.when()


class ImportContent(SQLModel, table=True):
    """The file, until the import has ended."""

    __tablename__ = "import_content"
    import_id: str = c.column(IdColumn, ForeignKey("import.id"), primary_key=True)
    content: bytes = c.column(LargeBinary, of="sensitive")


class ImportRecord(SQLModel, table=True):
    """By what a thing that came in is known: the station that brought it in, source, resource and the source's own key; and
    what its fields were."""

    __tablename__ = "import_record"
    __table_args__ = (UniqueConstraint("station_id", "source", "path", "key"),)
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id", index=False)
    source: str = c.column(String(40))
    path: str = c.column(String(80))
    key: str = c.column(String(120), of="personal")
    subject_id: str = c.id_of(index=True)
    fields: dict[str, Any] = c.data()
