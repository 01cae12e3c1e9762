"""Limits that the network or a station has set otherwise than the seed's figure."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, column
from sqlmodel import SQLModel

from api.kit import columns as c


class Setting(SQLModel, table=True):
    """One changed limit; `station_id` empty holds for all stations that have none of their own."""

    __tablename__ = "setting"
    __table_args__ = (
        Index("uq_setting_station", "key", "station_id", unique=True),
        Index(
            "uq_setting_all",
            "key",
            unique=True,
            sqlite_where=column("station_id").is_(None),
            postgresql_where=column("station_id").is_(None),
        ),
        {"info": {"station": "station_id"}},
    )
    id: str = c.key()
    version: int = c.version()
    key: str = c.text(60)
    station_id: str | None = c.ref("station.id", null=True)
    value: Any = c.data()
    created_at: datetime = c.when(null=False)
