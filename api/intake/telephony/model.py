"""Exchanges, what they told us (append-only), the calls that it belongs to, who sits at which extension, who is there."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, column
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.ids import IdColumn
from api.kit.schema import append_only


class TelephonyExchange(SQLModel, table=True):
    """A telephone exchange. It signs what it sends with a secret that is kept sealed, because it must be read again."""

    __tablename__ = "telephony_exchange"
    __table_args__ = ({"info": {"shared": True}},)
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str = c.id_of()
    name: str = c.text(80)
    station_id: str = c.ref("station.id")
    """Where its calls belong."""
    area_code: str | None = c.text(4, null=True)
    """Put before numbers that it tells without one."""
    secret_sealed: str = c.text(300, of="secret")
    former_sealed: str | None = c.text(300, null=True, of="secret")
    former_ends_at: datetime | None = c.when()
    active: bool = c.flag()
    heard_at: datetime | None = c.when()
    """When it last sent or asked anything, to within some seconds: it is connected as long as this is fresh."""


class TelephonyEvent(SQLModel, table=True):
    """One thing that an exchange told us, as it told it, once; the state of a call is worked out from all of its."""

    __tablename__ = "telephony_event"
    __table_args__ = (
        UniqueConstraint("exchange_id", "event_id"),
        Index("ix_telephony_event_call", "exchange_id", "call_key"),
    )
    id: str = c.key()
    exchange_id: str = c.ref("telephony_exchange.id", index=False)
    event_id: str = c.text(120)
    call_key: str | None = c.text(120, null=True)
    kind: str = c.text(20)
    occurred_at: datetime = c.when(null=False)
    recorded_at: datetime = c.when(null=False)
    data: dict[str, Any] = c.data()


class TelephonyEventPersonal(SQLModel, table=True):
    """Numbers and names of an event; beside it, so that they can be erased and the event still counts."""

    __tablename__ = "telephony_event_personal"
    id: str = c.column(IdColumn, ForeignKey("telephony_event.id"), primary_key=True)
    from_number: str | None = c.text(40, null=True, of="personal")
    to_number: str | None = c.text(40, null=True, of="personal")
    caller_name: str | None = c.text(80, null=True, of="personal")


class TelephonyCall(SQLModel, table=True):
    """Which of our calls an exchange's call is; its row is locked while the call is worked out anew."""

    __tablename__ = "telephony_call"
    __table_args__ = (UniqueConstraint("exchange_id", "call_key"),)
    id: str = c.key()
    exchange_id: str = c.ref("telephony_exchange.id", index=False)
    call_key: str = c.text(120)
    call_id: str | None = c.ref("call.id", null=True)


class TelephonyReceipt(SQLModel, table=True):
    """A signed message that was taken; the same one again is a replay (T18). Forgotten once it would be stale anyway."""

    __tablename__ = "telephony_receipt"
    digest: str = c.text(64, primary_key=True)
    received_at: datetime = c.when(null=False, index=True)


class TelephonyRequest(SQLModel, table=True):
    """Something that an exchange is asked to do; it takes it, does it, and says so. It lapses where nobody takes it."""

    __tablename__ = "telephony_request"
    __table_args__ = (
        CheckConstraint("status IN ('open', 'taken', 'done', 'refused', 'expired')", name="status"),
        Index("ix_telephony_request_due", "exchange_id", "status", "expires_at"),
    )
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    exchange_id: str = c.ref("telephony_exchange.id", index=False)
    kind: str = c.text(10)
    status: str = c.text(8)
    call_id: str = c.ref("call.id")
    extension: str = c.text(20)
    to_number: str | None = c.text(20, null=True, of="personal")
    to_extension: str | None = c.text(20, null=True)
    expires_at: datetime = c.when(null=False)
    taken_at: datetime | None = c.when()
    settled_at: datetime | None = c.when()
    asked_by_id: str = c.ref("employee.id", index=False)


class Extension(SQLModel, table=True):
    """Who sits at which extension from when to when; a call finds its agent by the time it rang."""

    __tablename__ = "extension"
    __table_args__ = (
        CheckConstraint("ends_at IS NULL OR ends_at >= starts_at", name="ends_after_start"),
        Index(
            "uq_extension_held", "exchange_id", "number", unique=True,
            sqlite_where=column("ends_at").is_(None), postgresql_where=column("ends_at").is_(None),
        ),
        Index(
            "uq_extension_sitting", "employee_id", unique=True,
            sqlite_where=column("ends_at").is_(None), postgresql_where=column("ends_at").is_(None),
        ),
        Index("ix_extension_number", "exchange_id", "number", "starts_at"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )  # fmt: skip
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    exchange_id: str = c.ref("telephony_exchange.id", index=False)
    number: str = c.text(20)
    employee_id: str = c.ref("employee.id")
    station_id: str = c.ref("station.id")
    starts_at: datetime = c.when(null=False)
    ends_at: datetime | None = c.when()


class Presence(SQLModel, table=True):
    """Whether somebody who takes calls is there for them; its history is its facts."""

    __tablename__ = "presence"
    __table_args__ = (
        CheckConstraint("status IN ('available', 'on_call', 'after_call', 'away', 'off')", name="status"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    employee_id: str = c.ref("employee.id", unique=True, index=False)
    station_id: str = c.ref("station.id")
    status: str = c.text(10)
    since: datetime = c.when(null=False)
    reason: str | None = c.text(20, null=True)
    call_id: str | None = c.ref("call.id", null=True)


class CallLeg(SQLModel, table=True):
    """One agent's side of a call: his telephone rings, he talks, it is over. What pops up on his screen and nobody else's."""

    __tablename__ = "call_leg"
    __table_args__ = (
        CheckConstraint("status IN ('dialling', 'ringing', 'talking', 'held', 'over')", name="status"),
        UniqueConstraint("call_id", "extension"),
        Index("ix_call_leg_live", "employee_id", "status"),
        Index("ix_call_leg_open", "status", "rang_at"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    call_id: str = c.ref("call.id", index=False)
    station_id: str = c.ref("station.id")
    employee_id: str = c.ref("employee.id", index=False)
    extension: str = c.text(20)
    status: str = c.text(10)
    rang_at: datetime = c.when(null=False)
    answered_at: datetime | None = c.when()
    ended_at: datetime | None = c.when()
    ending: str | None = c.text(12, null=True)
    """How it ended: talked, missed, elsewhere (another took it), passed, transferred."""


append_only("telephony_event")
