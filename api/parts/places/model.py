"""Where parts lie: a tree of places."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint, column
from sqlmodel import SQLModel

from api.kit import columns as c


class StockPlace(SQLModel, table=True):
    """A place in the tree: the parts centre, stations' stores below it, bins, vans, benches, defective and in transit
    below those. A van is its engineer's, a bench may be somebody's. A station has one place for what is on its way."""

    __tablename__ = "stock_place"
    __table_args__ = (
        UniqueConstraint("station_id", "code"),
        CheckConstraint(
            "kind IN ('centre', 'store', 'bin', 'van', 'bench', 'defective', 'in_transit')", name="known_kind"
        ),
        CheckConstraint("(kind = 'van') <= (employee_id IS NOT NULL)", name="van_has_engineer"),
        CheckConstraint("kind <> 'bin' OR parent_id IS NOT NULL", name="bin_stands_in_a_store"),
        Index(
            "uq_stock_place_in_transit",
            "station_id",
            unique=True,
            sqlite_where=column("kind", String) == "in_transit",
            postgresql_where=column("kind", String) == "in_transit",
        ),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    code: str = c.text(20)
    name: str = c.text(60)
    kind: str = c.text(12)
    station_id: str = c.ref("station.id")
    parent_id: str | None = c.ref("stock_place.id", null=True)
    employee_id: str | None = c.ref("employee.id", null=True)
    active: bool = c.flag()
