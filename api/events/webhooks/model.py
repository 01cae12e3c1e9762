"""Webhooks: where to send, in whose name, and how the address fares."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class Webhook(SQLModel, table=True):
    """An address of an integration. It is told what that integration may see, judged anew with each sending.

    `position`: facts up to here were looked at. `failures` counts what went wrong since something last went well,
    `failing_since` is when that began; while an address fails, `retry_at` says when it is tried again.
    """

    __tablename__ = "webhook"
    __table_args__ = (
        CheckConstraint("status IN ('active', 'paused', 'disabled')", name="known_status"),
        CheckConstraint("(status = 'disabled') = (off_because IS NOT NULL)", name="disabled_has_cause"),
        {"info": {"own": ("client_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    name: str = c.text(80)
    url: str = c.text(500)
    client_id: str = c.ref("api_client.id")
    event_types: list[str] = c.data()
    status: str = c.text(8)
    off_because: str | None = c.text(7, null=True)
    reason: str | None = c.prose()
    secret_sealed: str = c.text(300, of="secret")
    former_sealed: str | None = c.text(300, null=True, of="secret")
    former_ends_at: datetime | None = c.when()
    position: int = c.column(BigInteger)
    failures: int = c.integer()
    failing_since: datetime | None = c.when()
    retry_at: datetime | None = c.when()
    delivered_at: datetime | None = c.when()
    created_by_id: str = c.id_of()
