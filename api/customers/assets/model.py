"""The customer's devices; warranty and on-site period are stored separately (R4)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c


class Asset(SQLModel, table=True):
    """One device by its serial. The two end dates are worked out from D1 and D2 when the file is written."""

    __tablename__ = "asset"
    __table_args__ = (
        CheckConstraint(
            "on_site_ends_on IS NULL OR warranty_ends_on IS NULL OR on_site_ends_on <= warranty_ends_on",
            name="on_site_within_warranty",
        ),
        Index("ix_asset_reversed", "serial_reversed"),
        {"info": {"station": "station_id", "own": ("created_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    station_id: str = c.ref("station.id")
    serial: str = c.text(40, unique=True)
    serial_reversed: str = c.text(40)
    product_id: str = c.ref("product.id")
    customer_id: str = c.ref("customer.id")
    site_id: str | None = c.ref("site.id", null=True)
    invoice_date: date | None = c.day()
    accepted_on: date | None = c.day()
    factory_date: date | None = c.day()
    warranty_starts_on: date | None = c.day()
    warranty_basis: str = c.text(20)
    warranty_ends_on: date | None = c.day()
    on_site_ends_on: date | None = c.day()
    location_note: str | None = c.text(120, null=True)
    imported_from: str | None = c.text(120, null=True, unique=True)
