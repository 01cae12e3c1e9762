"""Messages of care to customers (R388, R398) and the consent without which none is written (D43)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import append_only

KINDS = ("greeting", "usage_tip", "arrival", "price_change", "offer")
WAYS = ("sms", "wechat", "mail")
STATUSES = ("ready", "sent", "withdrawn")


class MessageConsent(SQLModel, table=True):
    """What a person said about messages, and how he said it. The newest word of a person counts; none is ever lost."""

    __tablename__ = "message_consent"
    __table_args__ = (
        Index("ix_message_consent_of", "contact_id", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("by_id",)}},
    )
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id")
    customer_id: str = c.ref("customer.id")
    contact_id: str = c.ref("contact.id", index=False)
    given: bool = c.flag()
    told_how: str = c.text(10)
    wording: str | None = c.prose()
    by_id: str | None = c.ref("employee.id", null=True, index=False)


class CareMessage(SQLModel, table=True):
    """A message that waits to be sent or was sent by a person; the house itself sends nothing.

    No provider of messages is connected, so nothing here claims that one was delivered: `sent` is a person's word,
    with his name and the time.
    """

    __tablename__ = "care_message"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint(f"way IN {WAYS}", name="way"),
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name="sent_has_time"),
        Index("ix_care_message_queue", "station_id", "status", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("created_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    station_id: str = c.ref("station.id", index=False)
    customer_id: str = c.ref("customer.id")
    contact_id: str = c.ref("contact.id")
    consent_id: str = c.ref("message_consent.id", index=False)
    kind: str = c.text(12)
    way: str = c.text(8)
    body: str = c.prose(null=False)
    status: str = c.text(10)
    sent_at: datetime | None = c.when()
    sent_by_id: str | None = c.id_of(null=True)
    reason: str | None = c.prose()


append_only("message_consent")
