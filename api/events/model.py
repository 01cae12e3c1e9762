"""Tables of the log. `event` is append-only (triggers refuse UPDATE and DELETE); positions and personal values sit beside it."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary, String
from sqlmodel import SQLModel

from api.kit import schema
from api.kit.columns import column
from api.kit.db import Json, UTCDateTime
from api.kit.ids import IdColumn

Serial = BigInteger().with_variant(Integer, "sqlite")


class Event(SQLModel, table=True):
    """One fact. On PostgreSQL it also carries `tx`, the id of its transaction, from which the sequencer orders facts."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_subject", "subject", "subject_id", "subject_version"),
        Index("ix_event_case", "case_id", "seq"),
        {"info": {"station": "station_id", "own": ("owner_id", "former_owner_id", "actor_employee_id")}},
    )
    seq: int | None = column(Serial, primary_key=True, autoincrement=True)
    id: str = column(IdColumn, unique=True)
    type: str = column(String(60))
    subject: str = column(String(40))
    subject_id: str = column(IdColumn)
    subject_version: int = column(Integer)
    station_id: str | None = column(IdColumn, null=True)
    case_id: str | None = column(IdColumn, null=True)
    owner_id: str | None = column(IdColumn, null=True)
    former_owner_id: str | None = column(IdColumn, null=True)
    actor_kind: str = column(String(10))
    actor_id: str = column(IdColumn)
    actor_employee_id: str | None = column(IdColumn, null=True)
    occurred_at: datetime = column(UTCDateTime)
    recorded_at: datetime = column(UTCDateTime)
    data: dict[str, Any] = column(Json)
    personal_hash: str | None = column(String(64), null=True)


class EventPersonal(SQLModel, table=True):
    """The personal values of a fact: erasable; the salted hash stays in the chain."""

    __tablename__ = "event_personal"
    event_id: str = column(IdColumn, primary_key=True)
    salt: bytes = column(LargeBinary, of="secret")
    data: dict[str, Any] = column(Json, of="personal")


class EventPosition(SQLModel, table=True):
    """Where a committed fact stands in the one order of all facts, and the hash that chains it to the one before."""

    __tablename__ = "event_position"
    position: int = column(BigInteger, primary_key=True, autoincrement=False)
    seq: int = column(Serial, ForeignKey("event.seq"), unique=True)
    chain_hash: str = column(String(64))


schema.append_only("event")
schema.append_only("event_position")
schema.extra(
    postgresql=(
        "ALTER TABLE event ADD COLUMN IF NOT EXISTS tx xid8 NOT NULL DEFAULT pg_current_xact_id()",
        "CREATE INDEX IF NOT EXISTS ix_event_tx ON event (tx)",
    ),
    apart=("event.tx", "event.ix_event_tx"),
)
