"""Key-account files (R395): what is planned with a large customer beyond his jobs."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, column
from sqlmodel import SQLModel

from api.kit import columns as c

_ACTIVE = column("status") == "active"


class KeyAccount(SQLModel, table=True):
    """One file; a customer has at most one that is active. What follows from his records is not repeated here."""

    __tablename__ = "key_account"
    __table_args__ = (
        CheckConstraint("status IN ('active', 'ended')", name="status"),
        Index(
            "uq_key_account_active", "customer_id", unique=True, sqlite_where=_ACTIVE, postgresql_where=_ACTIVE
        ),
        Index("ix_key_account_queue", "station_id", "status", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("created_by_id",)}},
    )  # fmt: skip
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    station_id: str = c.ref("station.id", index=False)
    customer_id: str = c.ref("customer.id", index=False)
    status: str = c.text(8)
    since: date = c.day(null=False)
    goals: str = c.prose(null=False)
    usage_note: str | None = c.prose()
    """How his devices are used and what follows from it (R393)."""
    terms_note: str | None = c.prose()
    """What is agreed with him beyond the list (R389)."""
    ended_on: date | None = c.day()
    reason: str | None = c.prose()
