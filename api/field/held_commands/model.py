"""What phones sent: that it took effect and as the how-manieth, and what waits for its predecessor or for a person."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c

STATUSES = ("waiting", "held", "applied", "set_aside")
OPEN = ("waiting", "held")
"""Not settled yet."""
REASONS = ("predecessor", "overtaken", "lost_job", "refused", "revoked")


class FieldCommandTaken(SQLModel, table=True):
    """A phone's command that is settled: it took effect, or a person set it aside. The next about its job may follow."""

    __tablename__ = "field_command"
    __table_args__ = (
        UniqueConstraint("device_id", "seq"),
        CheckConstraint("outcome IN ('applied', 'set_aside')", name="known_outcome"),
        Index("ix_field_command_after", "device_id", "after_seq"),
        Index("ix_field_command_new", "recorded_at"),
    )
    id: str = c.key()
    device_id: str = c.ref("device.id", index=False)
    seq: int = c.integer()
    after_seq: int | None = c.integer(null=True)
    job_id: str | None = c.id_of(null=True, index=True)
    path: str = c.text(300)
    occurred_raw: str | None = c.text(40, null=True)
    """The phone's own words for when it was."""
    corrected_at: datetime = c.when(null=False)
    recorded_at: datetime = c.when(null=False)
    outcome: str = c.text(9)


class HeldCommand(SQLModel, table=True):
    """A command that was received whole and has not taken effect; it changes nothing by itself.

    `waiting` for its predecessor, `held` for a person, then `applied` or `set_aside`.
    """

    __tablename__ = "held_command"
    __table_args__ = (
        UniqueConstraint("account_id", "key"),
        UniqueConstraint("device_id", "device_seq"),
        CheckConstraint(f"status IN {STATUSES}", name="known_status"),
        CheckConstraint(f"reason IN {REASONS}", name="known_reason"),
        CheckConstraint("status IN ('waiting', 'held') OR decided_at IS NOT NULL", name="decided_has_time"),
        CheckConstraint("status <> 'set_aside' OR decision_note IS NOT NULL", name="set_aside_is_reasoned"),
        Index("ix_held_command_queue", "station_id", "status", "id"),
        Index("ix_held_command_after", "device_id", "after_seq"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id", index=False)
    employee_id: str = c.ref("employee.id")
    account_id: str = c.id_of()
    device_id: str = c.ref("device.id", index=False)
    device_seq: int = c.integer()
    after_seq: int | None = c.integer(null=True)
    key: str = c.text(255)
    fingerprint: str = c.text(64)
    method: str = c.text(6)
    path: str = c.text(300)
    body: dict[str, Any] = c.data(of="personal")
    job_id: str | None = c.id_of(null=True, index=True)
    case_id: str | None = c.id_of(null=True, index=True)
    occurred_raw: str | None = c.text(40, null=True)
    corrected_at: datetime = c.when(null=False)
    status: str = c.text(9)
    reason: str = c.text(12)
    refusal: dict[str, str] | None = c.data(null=True)
    """Why it could not be applied, as the refusal said: `slug`, `zh`, `en`."""
    decide_from: datetime = c.when(null=False)
    decided_at: datetime | None = c.when()
    decided_by_id: str | None = c.ref("employee.id", null=True, index=False)
    decision_note: str | None = c.prose()
    sealed_queue_id: str | None = c.id_of(null=True, index=True)
