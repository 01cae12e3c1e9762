"""Parts on their way from one place to another, between two people."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class StockTransfer(SQLModel, table=True):
    """One part sent from place to place (调拨); between the two steps it lies in the sender's `in_transit`. It belongs to
    the receiving station; the sending one sees it too."""

    __tablename__ = "stock_transfer"
    __table_args__ = (
        CheckConstraint("status IN ('sent', 'received', 'taken_back')", name="known_status"),
        CheckConstraint("quantity > 0", name="moves_something"),
        {"info": {"station": "station_id", "own": ("receiver_id", "sender_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    status: str = c.text(10)
    station_id: str = c.ref("station.id")
    from_station_id: str = c.ref("station.id")
    part_id: str = c.ref("part.id")
    quantity: int = c.integer()
    serials: list[str] | None = c.data(null=True)
    from_place_id: str = c.ref("stock_place.id", index=False)
    transit_place_id: str = c.ref("stock_place.id", index=False)
    to_place_id: str = c.ref("stock_place.id", index=False)
    sent_by_id: str | None = c.id_of(null=True)
    sender_id: str | None = c.id_of(null=True, index=True)
    """Whose van it left, or who sent it."""
    receiver_id: str | None = c.id_of(null=True, index=True)
    """Whose van it is for."""
    received_by_id: str | None = c.id_of(null=True)
    received_at: datetime | None = c.when()
    note: str | None = c.prose()
    reason: str | None = c.prose()
