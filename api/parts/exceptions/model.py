"""What happened in the field and cannot be booked as it stands: kept for a person to settle, never lost (P15, D41)."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class StockException(SQLModel, table=True):
    """A part was used offline from a van that by the book did not have it. No movement is posted until it is settled."""

    __tablename__ = "stock_exception"
    __table_args__ = (
        CheckConstraint("status IN ('open', 'posted', 'dismissed')", name="known_status"),
        CheckConstraint("quantity > 0 AND there >= 0", name="wanted_more_than_there"),
        CheckConstraint("status = 'open' OR settled_at IS NOT NULL", name="settled_at_some_time"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id")
    status: str = c.text(10)
    part_id: str = c.ref("part.id")
    place_id: str = c.ref("stock_place.id")
    quantity: int = c.integer()
    there: int = c.integer()
    """What the book had available when the command came in."""
    serials: list[str] | None = c.data(null=True)
    order_id: str = c.id_of(index=True)
    order_number: str = c.text(40)
    case_id: str | None = c.id_of(null=True)
    employee_id: str | None = c.id_of(null=True, index=True)
    occurred_at: datetime = c.when(null=False)
    settled_by_id: str | None = c.id_of(null=True)
    settled_at: datetime | None = c.when()
    reason: str | None = c.prose()
