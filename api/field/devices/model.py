"""Phones that people work with, and the numbers of receipts that each may give while nobody can be asked."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c


class Device(SQLModel, table=True):
    """One phone of one person. Its id and its secret are made on it; of the secret only a hash is kept.

    `anchors` are its clock's readings: `[server's milliseconds, phone's clock less the server's in milliseconds]`, one
    for each time that the difference changed; what it says of times is corrected by them (P11).
    """

    __tablename__ = "device"
    __table_args__ = (
        CheckConstraint("status IN ('active', 'revoked', 'wiped')", name="known_status"),
        CheckConstraint("wipe_asked_at IS NULL OR wipe_reason IS NOT NULL", name="wipe_is_reasoned"),
        CheckConstraint("storage IN ('persisted', 'refused', 'unknown')", name="known_storage"),
        Index("ix_device_station", "station_id", "status", "id"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id", index=False)
    employee_id: str = c.ref("employee.id")
    account_id: str = c.id_of()
    session_id: str | None = c.id_of(null=True)
    name: str = c.text(80, of="personal")
    platform: str | None = c.text(120, null=True)
    app_version: str | None = c.text(40, null=True)
    status: str = c.text(8)
    secret_hash: str = c.text(64, of="secret")
    wipe_asked_at: datetime | None = c.when()
    wipe_asked_by_id: str | None = c.id_of(null=True)
    wipe_reason: str | None = c.prose()
    wiped_at: datetime | None = c.when()
    revoked_at: datetime | None = c.when()
    revoke_reason: str | None = c.prose()
    reported_at: datetime = c.when(null=False)
    bundle_at: datetime | None = c.when()
    """When the bundle was made that it has."""
    waiting: int = c.integer()
    oldest_waiting_at: datetime | None = c.when()
    last_seq: int = c.integer()
    storage: str = c.text(9)
    anchors: list[list[int]] = c.data()
    skew_ms: int = c.column(BigInteger)


class ReceiptBlock(SQLModel, table=True):
    """Numbers set aside for one phone (D24): `prefix` with four digits from `first` to `last`, each for one payment."""

    __tablename__ = "receipt_block"
    __table_args__ = (CheckConstraint("first <= last", name="in_order"),)
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    device_id: str = c.ref("device.id")
    prefix: str = c.text(34, unique=True)
    first: int = c.integer()
    last: int = c.integer()


class PushSubscription(SQLModel, table=True):
    """Where a phone is told that there is something new; the address is a secret between it and its push service."""

    __tablename__ = "push_subscription"
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    device_id: str = c.ref("device.id", index=False, unique=True)
    endpoint: str = c.text(1000, of="secret")
    p256dh: str = c.text(120, of="secret")
    auth: str = c.text(40, of="secret")
