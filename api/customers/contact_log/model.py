"""The log of contacts: every word spoken with a customer, whoever spoke it and how (R397)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import append_only

WAYS = ("call", "visit", "message", "mail", "counter", "meeting", "forum")
PURPOSES = ("care", "usage", "business", "talk", "complaint", "survey", "other")


class CustomerContact(SQLModel, table=True):
    """One contact with a customer. What was said is not changed afterwards: a further contact corrects it."""

    __tablename__ = "customer_contact"
    __table_args__ = (
        CheckConstraint(f"way IN {WAYS}", name="way"),
        CheckConstraint(f"purpose IN {PURPOSES}", name="purpose"),
        CheckConstraint("purpose <> 'talk' OR rehearsed_with_id IS NOT NULL", name="talk_was_rehearsed"),
        Index("ix_customer_contact_of", "customer_id", "at", "id"),
        Index("ix_customer_contact_at", "station_id", "at", "id"),
        {"info": {"station": "station_id", "own": ("by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id", index=False)
    customer_id: str = c.ref("customer.id", index=False)
    contact_id: str | None = c.ref("contact.id", null=True, index=False)
    by_id: str | None = c.ref("employee.id", null=True)
    at: datetime = c.when(null=False)
    way: str = c.text(10)
    purpose: str = c.text(10)
    result: str = c.prose(null=False)
    rehearsed_with_id: str | None = c.ref("employee.id", null=True, index=False)
    """With whom a talk of weight was rehearsed before (R394)."""
    reminder_id: str | None = c.id_of(null=True)
    """The reminder that it fulfilled."""
    call_id: str | None = c.id_of(null=True)


append_only("customer_contact")
