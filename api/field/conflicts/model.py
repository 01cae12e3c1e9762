"""A field that two changed without knowing of one another: both values are kept until a person decides (P9)."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c


class Conflict(SQLModel, table=True):
    """`base` is what the phone found, `theirs` what stood there when its edit came, `mine` what it brought."""

    __tablename__ = "conflict"
    __table_args__ = (
        CheckConstraint("status IN ('open', 'kept', 'taken')", name="known_status"),
        CheckConstraint("(status = 'open') = (decided_at IS NULL)", name="decided_has_time"),
        Index("ix_conflict_queue", "station_id", "status", "id"),
        Index("ix_conflict_subject", "subject_id", "field", "status"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id", index=False)
    employee_id: str = c.ref("employee.id")
    device_id: str = c.ref("device.id", index=False)
    device_seq: int = c.integer()
    subject: str = c.text(30)
    subject_id: str = c.id_of()
    title: str = c.text(200, of="personal")
    case_id: str | None = c.id_of(null=True, index=True)
    job_id: str | None = c.id_of(null=True)
    field: str = c.text(60)
    label_zh: str = c.text(120)
    label_en: str = c.text(120)
    base: Any = c.data(null=True, of="personal")
    theirs: Any = c.data(null=True, of="personal")
    mine: Any = c.data(null=True, of="personal")
    occurred_raw: str | None = c.text(40, null=True)
    corrected_at: datetime = c.when(null=False)
    status: str = c.text(6)
    decided_at: datetime | None = c.when()
    decided_by_id: str | None = c.ref("employee.id", null=True, index=False)
    decision_note: str | None = c.prose()
