"""Vehicles and benches: what, besides people, can be in one place only."""

from datetime import datetime

from sqlmodel import SQLModel

from api.kit import columns as c


class BookableResource(SQLModel, table=True):
    """A vehicle (by its plate) or a bench of a station; its time is booked in the one table of bookings."""

    __tablename__ = "bookable_resource"
    __table_args__ = ({"info": {"station": "station_id"}},)
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id")
    resource_id: str = c.ref("bookable.id")
    kind: str = c.text(10)
    name: str = c.text(80)
    active: bool = c.flag()
