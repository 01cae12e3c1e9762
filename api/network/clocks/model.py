"""Clocks: one promise about one subject, with all it takes to explain every minute of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Index, String, and_, column
from sqlmodel import SQLModel

from api.kit import columns as c

OPEN: ColumnElement[Any] = column("open")
RUNNING: ColumnElement[Any] = column("state", String) == "running"
ESCALATES: ColumnElement[Any] = column("escalate_at").is_not(None)
NOT_WARNED = and_(RUNNING, column("warned_at").is_(None))


class Clock(SQLModel, table=True):
    """A running, paused or ended clock. States: running, paused, missed (all three open), met, late_met, cancelled.

    `policy` holds what the due time was worked out from (limit, setting key, rule, calendar, former due times), `pauses`
    the spans that do not count, each with its reason; `calendar_version` the version of the calendar used.
    """

    __tablename__ = "clock"
    __table_args__ = (
        Index("ix_clock_subject", "subject", "subject_id"),
        Index("ix_clock_case", "case_id"),
        Index("ix_clock_due", "due_at", sqlite_where=RUNNING, postgresql_where=RUNNING),
        Index("ix_clock_soon", "due_soon_at", sqlite_where=NOT_WARNED, postgresql_where=NOT_WARNED),
        Index("ix_clock_escalate", "escalate_at", sqlite_where=ESCALATES, postgresql_where=ESCALATES),
        Index("ix_clock_stopped", "stopped_at"),
        Index("uq_clock_open", "subject_id", "kind", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        {"info": {"station": "station_id", "own": ("owner_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    kind: str = c.text(20)
    subject: str = c.text(40)
    subject_id: str = c.id_of()
    case_id: str | None = c.id_of(null=True)
    station_id: str = c.ref("station.id")
    owner_id: str | None = c.id_of(null=True)
    state: str = c.text(10)
    open: bool = c.flag()
    started_at: datetime = c.when(null=False)
    due_at: datetime = c.when(null=False)
    due_soon_at: datetime = c.when(null=False)
    stopped_at: datetime | None = c.when()
    policy: dict[str, Any] = c.data()
    pauses: list[dict[str, Any]] = c.data()
    calendar_id: str | None = c.ref("calendar.id", null=True)
    calendar_version: int | None = c.integer(null=True)
    warned_at: datetime | None = c.when()
    missed_at: datetime | None = c.when()
    escalate_at: datetime | None = c.when()
    """When the next manager is told, once it was missed (R81); empty: nobody further is."""
    escalations: int = c.integer(default=0)
    escalated_at: datetime | None = c.when()
