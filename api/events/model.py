"""Tables of the log. `event` is append-only (triggers refuse UPDATE and DELETE); positions and personal values sit beside it."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String
from sqlmodel import Field, SQLModel

from api.kit import schema
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
    seq: int | None = Field(sa_column=Column(Serial, primary_key=True, autoincrement=True))
    id: str = Field(sa_column=Column(IdColumn, nullable=False, unique=True))
    type: str = Field(sa_column=Column(String(60), nullable=False))
    subject: str = Field(sa_column=Column(String(40), nullable=False))
    subject_id: str = Field(sa_column=Column(IdColumn, nullable=False))
    subject_version: int = Field(sa_column=Column(Integer, nullable=False))
    station_id: str | None = Field(sa_column=Column(IdColumn, nullable=True))
    case_id: str | None = Field(sa_column=Column(IdColumn, nullable=True))
    owner_id: str | None = Field(sa_column=Column(IdColumn, nullable=True))
    former_owner_id: str | None = Field(sa_column=Column(IdColumn, nullable=True))
    actor_kind: str = Field(sa_column=Column(String(10), nullable=False))
    actor_id: str = Field(sa_column=Column(IdColumn, nullable=False))
    actor_employee_id: str | None = Field(sa_column=Column(IdColumn, nullable=True))
    occurred_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    recorded_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    data: dict[str, Any] = Field(sa_column=Column(Json, nullable=False))
    personal_hash: str | None = Field(sa_column=Column(String(64), nullable=True))


class EventPersonal(SQLModel, table=True):
    """The personal values of a fact: erasable; the salted hash stays in the chain."""

    __tablename__ = "event_personal"
    event_id: str = Field(sa_column=Column(IdColumn, primary_key=True))
    salt: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    data: dict[str, Any] = Field(sa_column=Column(Json, nullable=False))


class EventPosition(SQLModel, table=True):
    """Where a committed fact stands in the one order of all facts, and the hash that chains it to the one before."""

    __tablename__ = "event_position"
    position: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    seq: int = Field(sa_column=Column(Serial, ForeignKey("event.seq"), nullable=False, unique=True))
    chain_hash: str = Field(sa_column=Column(String(64), nullable=False))


schema.append_only("event")
schema.append_only("event_position")
schema.extra(
    postgresql=(
        "ALTER TABLE event ADD COLUMN IF NOT EXISTS tx xid8 NOT NULL DEFAULT pg_current_xact_id()",
        "CREATE INDEX IF NOT EXISTS ix_event_tx ON event (tx)",
    ),
    apart=("event.tx", "event.ix_event_tx"),
)
