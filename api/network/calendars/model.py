"""Working calendars (D7) and the days that differ: public holidays and make-up workdays."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class Calendar(SQLModel, table=True):
    """Weekly hours of a zone: `weekly` maps mon…sun to spans such as `[["08:30","12:00"],["13:00","17:30"]]`."""

    __tablename__ = "calendar"
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    name: str = c.text(80)
    time_zone: str = c.text(40)
    weekly: dict[str, Any] = c.data()
    years: list[int] = c.data()
    """Years whose holidays are known; a clock that runs into another year uses weekly hours and warns."""


class CalendarDay(SQLModel, table=True):
    """A day whose hours replace the weekly ones; no spans means closed."""

    __tablename__ = "calendar_day"
    __table_args__ = (UniqueConstraint("calendar_id", "day"),)
    id: str = c.key()
    calendar_id: str = c.ref("calendar.id")
    day: date = c.day(null=False)
    kind: str = c.text(10)
    name: str = c.text(60)
    name_en: str = c.text(60)
    spans: list[list[str]] = c.data()
