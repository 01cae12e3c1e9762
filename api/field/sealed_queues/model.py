"""Queues that phones sealed before they were wiped: that they came, and what became of what was in them."""

from datetime import datetime

from sqlmodel import SQLModel

from api.kit import columns as c


class SealedQueue(SQLModel, table=True):
    """One sealed queue. What was in it stands in what it did, or in held commands; the seal itself is not kept."""

    __tablename__ = "sealed_queue"
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    device_id: str = c.ref("device.id")
    digest: str = c.text(64)
    received: int = c.integer()
    applied: int = c.integer()
    held: int = c.integer()
