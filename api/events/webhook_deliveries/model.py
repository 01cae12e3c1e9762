"""Deliveries, their attempts, and the queues in which they wait."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, literal
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.ids import IdColumn

WAITING = literal("waiting", literal_execute=True)
"""Written out, else SQLite could not use its partial indexes."""
NOTHING = literal(0, literal_execute=True)


class WebhookDelivery(SQLModel, table=True):
    """One fact for one webhook; its id on the wire is the fact's, however often it is sent. A test has no fact.

    Those of one `lane` (the fact's subject) go one after the other in the order of `place`, the fact's position.
    """

    __tablename__ = "webhook_delivery"
    __table_args__ = (
        UniqueConstraint("webhook_id", "message_id"),
        CheckConstraint("state IN ('waiting', 'delivered', 'failed', 'withheld')", name="known_state"),
        CheckConstraint("(state = 'waiting') = (ended_at IS NULL)", name="ended_has_time"),
        Index("ix_webhook_delivery_state", "webhook_id", "state", "id"),
    )
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    webhook_id: str = c.ref("webhook.id")
    message_id: str = c.id_of()
    event_id: str | None = c.id_of(null=True)
    lane: str = c.id_of()
    place: int = c.column(BigInteger)
    type: str = c.text(60)
    state: str = c.text(9)
    attempts: int = c.integer()
    ended_at: datetime | None = c.when(index=True)
    last_outcome: str | None = c.text(13, null=True)
    last_status: int | None = c.integer(null=True)


class WebhookAttempt(SQLModel, table=True):
    """One try to deliver: what came of it, how long it took, how a refusal's body begins."""

    __tablename__ = "webhook_attempt"
    __table_args__ = (Index("ix_webhook_attempt_delivery", "delivery_id", "id"),)
    id: str = c.key()
    delivery_id: str = c.ref("webhook_delivery.id", index=False)
    at: datetime = c.when(null=False)
    outcome: str = c.text(13)
    status: int | None = c.integer(null=True)
    duration_ms: int = c.integer()
    excerpt: str | None = c.text(500, null=True, of="personal")


class WebhookLane(SQLModel, table=True):
    """The queue of one subject at one webhook: how many wait, when its head is due, who has it in hands.

    `token` rises with every claim and fences a sender that was slower than its lease; `tries` and `failing_since` tell of
    the head.
    """

    __tablename__ = "webhook_lane"
    webhook_id: str = c.ref("webhook.id", index=False, primary_key=True)
    lane: str = c.column(IdColumn, primary_key=True)
    waiting: int = c.integer()
    due_at: datetime = c.when(null=False)
    leased_until: datetime | None = c.when()
    token: int = c.integer()
    tries: int = c.integer()
    failing_since: datetime | None = c.when()


_delivery, _lane = WebhookDelivery.__table__, WebhookLane.__table__  # type: ignore[attr-defined]
_unsent = _delivery.c.state == WAITING
Index(
    "ix_webhook_delivery_queue", _delivery.c.webhook_id, _delivery.c.lane, _delivery.c.place,
    sqlite_where=_unsent, postgresql_where=_unsent,
)  # fmt: skip
_queued = _lane.c.waiting > NOTHING
Index("ix_webhook_lane_due", _lane.c.webhook_id, _lane.c.due_at, sqlite_where=_queued, postgresql_where=_queued)
