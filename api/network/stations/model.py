"""The station tree of three levels (R1) and the districts each station answers for (R2)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class Station(SQLModel, table=True):
    """A centre, a regional sub-centre, or an office, service centre station or authorised repair station."""

    __tablename__ = "station"
    __table_args__ = (
        CheckConstraint("level IN ('centre', 'region', 'station')", name="level"),
        CheckConstraint("(level = 'centre') = (parent_id IS NULL)", name="only_the_centre_has_no_parent"),
        {"info": {"station": "id"}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    code: str = c.text(16, unique=True)
    name: str = c.text(80)
    name_key: str = c.text(160)
    level: str = c.text(8)
    kind: str = c.text(16)
    parent_id: str | None = c.ref("station.id", null=True)
    address: str = c.text(200)
    phone: str = c.text(20)
    opening_text: str = c.text(120)
    calendar_id: str = c.ref("calendar.id")
    latitude: float | None = c.number()
    longitude: float | None = c.number()
    active: bool = c.flag()


class StationDistrict(SQLModel, table=True):
    """An administrative prefix such as 北京市通州区 that a station answers for; the longest match wins (R2)."""

    __tablename__ = "station_district"
    __table_args__ = (UniqueConstraint("prefix"),)
    id: str = c.key()
    station_id: str = c.ref("station.id")
    prefix: str = c.text(60)


class StationRegion(SQLModel, table=True):
    """Under which parent a station stood from which day, so that reports count by posting date."""

    __tablename__ = "station_region"
    id: str = c.key()
    station_id: str = c.ref("station.id")
    parent_id: str = c.ref("station.id")
    starts_on: date = c.day(null=False)
    ends_on: date | None = c.day()
