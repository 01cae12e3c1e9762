"""Refunds: asked for by one person, approved by another, by the way the money came."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c

STATUSES = ("requested", "approved", "paid", "rejected", "failed")


class Refund(SQLModel, table=True):
    """Money back to a customer, out of one payment, never more than what of it is free.

    `origin` is `provider` for one that the provider made of itself (a chargeback); it needs nobody's approval because it
    has happened.
    """

    __tablename__ = "refund"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("amount_fen > 0", name="amount_is_positive"),
        CheckConstraint("approved_by_id <> requested_by_id", name="approver_is_another"),
        CheckConstraint(
            "origin = 'provider' OR status NOT IN ('approved', 'paid', 'failed') OR approved_by_id IS NOT NULL",
            name="paid_is_approved",
        ),
        UniqueConstraint("provider_reference"),
        Index("ix_refund_queue", "station_id", "status", "created_at", "id"),
        Index("ix_refund_new", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("requested_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id", index=False)
    case_id: str = c.ref("service_request.id")
    customer_id: str = c.ref("customer.id", index=False)
    payment_id: str = c.ref("payment.id")
    way: str = c.text(8)
    amount_fen: int = c.fen()
    origin: str = c.text(8)
    status: str = c.text(10)
    reason: str = c.prose(null=False)
    requested_by_id: str | None = c.ref("employee.id", null=True, index=False)
    approved_by_id: str | None = c.ref("employee.id", null=True, index=False)
    approved_at: datetime | None = c.when()
    paid_by_id: str | None = c.ref("employee.id", null=True, index=False)
    paid_at: datetime | None = c.when()
    reference: str | None = c.text(60, null=True)
    provider_reference: str | None = c.text(80, null=True)
    rejected_reason: str | None = c.prose()
