"""Orders: one table for on-site and bench work (rule 11); this issue has the on-site workflow (R417)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, Integer, column
from sqlmodel import SQLModel

from api.kit import columns as c


class WorkOrder(SQLModel, table=True):
    """An on-site job (上门). Times are the facts' own; a device's time where the phone brought one (D41)."""

    __tablename__ = "work_order"
    __table_args__ = (
        CheckConstraint(
            "status IN ('received', 'contacted', 'time_promised', 'waiting_for_parts', 'parts_ready', 'rescheduled', "
            "'second_visit', 'cancelled', 'brought_in') OR engineer_id IS NOT NULL",
            name="assigned_has_engineer",
        ),
        CheckConstraint(
            "status NOT IN ('signed', 'record_in', 'followed_up', 'closed') OR signed_at IS NOT NULL",
            name="no_end_without_signature",
        ),
        Index("ix_work_order_engineer", "engineer_id", "open", "promised_at"),
        Index("ix_work_order_queue", "station_id", "open", "due_at", "id"),
        Index("ix_work_order_new", "created_at", "id"),
        Index("ix_work_order_promised", "promised_at"),
        Index("ix_work_order_done", "done_at"),
        Index(
            "ix_work_order_open_due",
            "due_at",
            "id",
            sqlite_where=column("open", Integer) == 1,
            postgresql_where=column("open"),
        ),
        {"info": {"station": "station_id", "own": ("engineer_id", "created_by_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    number: str = c.text(40, unique=True)
    kind: str = c.text(10)
    case_id: str = c.ref("service_request.id")
    station_id: str = c.ref("station.id", index=False)
    status: str = c.text(24)
    open: bool = c.flag()
    customer_id: str = c.ref("customer.id")
    contact_id: str | None = c.ref("contact.id", null=True, index=False)
    site_id: str | None = c.ref("site.id", null=True, index=False)
    asset_id: str | None = c.ref("asset.id", null=True)
    subject: str = c.text(120, of="personal")
    note: str | None = c.prose()
    preferred_at: datetime | None = c.when()
    paid: bool = c.flag()
    verdict: str = c.text(10)
    contact_note: str | None = c.prose()
    contacted_at: datetime | None = c.when()
    promised_at: datetime | None = c.when()
    duration_seconds: int = c.integer()
    travel_seconds: int = c.integer()
    engineer_id: str | None = c.ref("employee.id", null=True, index=False)
    booking_id: str | None = c.ref("booking.id", null=True, index=False)
    assigned_at: datetime | None = c.when()
    accepted_at: datetime | None = c.when()
    departed_at: datetime | None = c.when()
    arrived_at: datetime | None = c.when()
    diagnosis: str | None = c.prose()
    plan: str | None = c.prose()
    diagnosed_at: datetime | None = c.when()
    work_done: str | None = c.prose()
    test_result: str | None = c.prose()
    test_passed: bool | None = c.flag(null=True)
    instructed: bool | None = c.flag(null=True)
    done_at: datetime | None = c.when()
    signature_kind: str | None = c.text(8, null=True)
    signer: str | None = c.text(80, null=True, of="personal")
    signature_reason: str | None = c.prose()
    signed_at: datetime | None = c.when()
    handed_in_at: datetime | None = c.when()
    recorded_late: bool | None = c.flag(null=True)
    closed_at: datetime | None = c.when()
    problem: str | None = c.prose()
    reason: str | None = c.prose()
    parts_expected_on: str | None = c.text(10, null=True)
    due_at: datetime = c.when(null=False)
    due_kind: str | None = c.text(20, null=True)
    due_soon_at: datetime | None = c.when()
    due_started_at: datetime | None = c.when()
    due_state: str | None = c.text(10, null=True)
    imported_from: str | None = c.text(120, null=True, unique=True)


class Signature(SQLModel, table=True):
    """The drawn signature of a work order as a re-encoded PNG (R77)."""

    __tablename__ = "signature"
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    work_order_id: str = c.ref("work_order.id")
    picture: bytes = c.binary(of="personal")
