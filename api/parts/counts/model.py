"""Stock-takes: what was counted, what the book said at that moment, and who let it be settled (R189)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class StockCount(SQLModel, table=True):
    """One sheet of one place with all below it. Nobody approves what he counted, nor what lies in his own van."""

    __tablename__ = "stock_count"
    __table_args__ = (
        CheckConstraint("status IN ('counting', 'submitted', 'settled', 'cancelled')", name="known_status"),
        CheckConstraint("status <> 'settled' OR approved_by_id IS NOT NULL", name="settled_by_somebody"),
        CheckConstraint(
            "approved_by_id IS NULL OR created_by_id IS NULL OR approved_by_id <> created_by_id", name="second_person"
        ),
        {"info": {"station": "station_id", "own": ("created_by_id", "holder_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id")
    status: str = c.text(10)
    place_id: str = c.ref("stock_place.id")
    holder_id: str | None = c.id_of(null=True)
    submitted_at: datetime | None = c.when()
    approved_by_id: str | None = c.id_of(null=True)
    settled_at: datetime | None = c.when()
    note: str | None = c.prose()
    reason: str | None = c.prose()


class StockCountLine(SQLModel, table=True):
    """One part at one place: `expected` is the book at the moment when `counted` was written down."""

    __tablename__ = "stock_count_line"
    __table_args__ = (
        UniqueConstraint("count_id", "part_id", "place_id"),
        CheckConstraint("counted >= 0", name="counted_something"),
        CheckConstraint("(counted IS NULL) = (expected IS NULL)", name="compared_when_counted"),
    )
    id: str = c.key()
    count_id: str = c.ref("stock_count.id", index=False)
    part_id: str = c.ref("part.id", index=False)
    place_id: str = c.ref("stock_place.id", index=False)
    expected: int | None = c.integer(null=True)
    counted: int | None = c.integer(null=True)
    missing: list[str] | None = c.data(null=True)
    """Serials that the book had and nobody found."""
    found: list[str] | None = c.data(null=True)
    """Serials that were found and the book did not have here."""
    counted_at: datetime | None = c.when()
