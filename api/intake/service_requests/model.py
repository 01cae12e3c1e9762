"""The case: the need from the first call to the satisfied follow-up. Everything done for it carries its id (rule 11)."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, column
from sqlmodel import SQLModel

from api.kit import columns as c

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""`due_at` where no clock runs, so that one index sorts the whole queue by it; a paused one does not run."""


class ServiceRequest(SQLModel, table=True):
    """A service request (R414). `owner_id` took it; `due_*` copy the most urgent open clock so that lists need no join."""

    __tablename__ = "service_request"
    __table_args__ = (
        CheckConstraint("service_group IN ('hardware_repair', 'consultation', 'paid_service')", name="service_group"),
        CheckConstraint("status NOT IN ('declined', 'cancelled') OR reason IS NOT NULL", name="end_is_reasoned"),
        CheckConstraint("consented_fen IS NULL OR quoted_fen IS NOT NULL", name="consent_follows_quote"),
        Index("ix_service_request_queue", "station_id", "open", "due_at", "id"),
        Index("ix_service_request_newest", "station_id", "open", "created_at", "id"),
        Index("ix_service_request_new", "created_at", "id"),
        Index(
            "ix_service_request_open_new",
            "created_at",
            "id",
            sqlite_where=column("open", Integer) == 1,
            postgresql_where=column("open"),
        ),
        Index("ix_service_request_status", "status", "created_at", "id"),
        Index(
            "ix_service_request_open_due",
            "due_at",
            "id",
            sqlite_where=column("open", Integer) == 1,
            postgresql_where=column("open"),
        ),
        {"info": {"station": "station_id", "own": ("owner_id", "created_by_id", "engineer_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True, index=True)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id", index=False)
    status: str = c.text(24)
    step: int = c.integer()
    open: bool = c.flag()
    owner_id: str | None = c.ref("employee.id", null=True)
    engineer_id: str | None = c.ref("employee.id", null=True)
    """Whom the open order is assigned to, so that a case is also its engineer's own."""
    job_status: str | None = c.text(24, null=True)
    """Where the open order stands, so that the queue tells of the engineer on his way."""
    channel: str = c.text(10)
    customer_id: str = c.ref("customer.id")
    contact_id: str | None = c.ref("contact.id", null=True, index=False)
    site_id: str | None = c.ref("site.id", null=True, index=False)
    asset_id: str | None = c.ref("asset.id", null=True)
    subject: str = c.text(120, of="personal")
    description: str | None = c.prose()
    service_group: str = c.text(20)
    fault_kind: str | None = c.text(10, null=True)
    fault_group: str | None = c.text(40, null=True)
    """Which part of the device it seems to be, by the first judgement (R47)."""
    third_party_accessory: bool = c.flag()
    exclusion: str | None = c.text(30, null=True)
    urgency: str = c.text(10)
    mode: str | None = c.text(10, null=True)
    paid: bool | None = c.flag(null=True)
    verdict: str | None = c.text(10, null=True)
    entitlement: dict[str, Any] | None = c.data(null=True)
    """The entitlement as it was when judged (R47)."""
    policy_explained_at: datetime | None = c.when()
    accepted_at: datetime | None = c.when()
    quoted_fen: int | None = c.fen(null=True)
    quoted_at: datetime | None = c.when()
    consented_fen: int | None = c.fen(null=True)
    consented_at: datetime | None = c.when()
    consented_by: str | None = c.text(80, null=True, of="personal")
    consent_way: str | None = c.text(12, null=True)
    answer: str | None = c.prose()
    reason: str | None = c.prose()
    calls: int = c.integer()
    """How often the customer called about this matter; more than one is a failure of ours (R42)."""
    judged_at: datetime | None = c.when()
    closed_at: datetime | None = c.when()
    due_at: datetime = c.when(null=False, default=NEVER)
    due_kind: str | None = c.text(20, null=True)
    due_soon_at: datetime | None = c.when()
    due_started_at: datetime | None = c.when()
    due_state: str | None = c.text(10, null=True)
    posted_on: date = c.day(null=False)
    """Day of the station's zone under which the case is counted (region by posting date)."""
    imported_from: str | None = c.text(120, null=True, unique=True)
