"""Exports that were asked for."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer
from sqlmodel import SQLModel

from api.kit import columns as c


class Export(SQLModel, table=True):
    """A list taken out as a file.

    States: waiting (for another person's approval), queued, running, done, failed, refused, cancelled, expired. `written`
    counts rows while the job writes; it moves no version.
    """

    __tablename__ = "export"
    __table_args__ = (
        CheckConstraint(
            "status IN ('waiting', 'queued', 'running', 'done', 'failed', 'refused', 'cancelled', 'expired')",
            name="known_status",
        ),
        CheckConstraint("form IN ('csv', 'xlsx')", name="known_form"),
        CheckConstraint("approved_by_id IS NULL OR approved_by_id <> asked_by_id", name="another_s_hand"),
        CheckConstraint("status <> 'done' OR (digest IS NOT NULL AND expires_at IS NOT NULL)", name="done_has_a_file"),
        Index("ix_export_station_made", "station_id", "created_at"),
        Index("ix_export_asked_by", "asked_by_id", "created_at"),
        Index("ix_export_expiring", "status", "expires_at"),
        {"info": {"station": "station_id", "own": ("asked_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    status: str = c.text(10)
    station_id: str = c.ref("station.id", index=False)
    asked_by_id: str = c.ref("employee.id", index=False)
    account_id: str = c.ref("account.id", index=False)
    path: str = c.text(80)
    query: dict[str, Any] = c.data(of="personal")
    form: str = c.text(4)
    locale: str = c.text(8)
    reason: str | None = c.text(500, null=True, of="personal")
    needs_approval: bool = c.flag()
    total: int | None = c.integer(null=True)
    written: int = c.column(Integer, default=0)
    approved_by_id: str | None = c.ref("employee.id", null=True, index=False)
    decided_at: datetime | None = c.when()
    decision_note: str | None = c.text(500, null=True, of="personal")
    finished_at: datetime | None = c.when()
    expires_at: datetime | None = c.when()
    digest: str | None = c.text(64, null=True, of="secret")
    size: int | None = c.integer(null=True)
    failure: str | None = c.text(20, null=True)
