"""Service agreements and the devices they cover."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class Contract(SQLModel, table=True):
    """An agreement from one day to another (both included) that may lengthen the on-site period (D2)."""

    __tablename__ = "contract"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
        {"info": {"station": "station_id"}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id")
    customer_id: str = c.ref("customer.id")
    starts_on: date = c.day(null=False)
    ends_on: date = c.day(null=False)
    covers_on_site: bool = c.flag()
    covers_labour: bool = c.flag()
    covers_parts: bool = c.flag()
    ended_on: date | None = c.day()


class ContractAsset(SQLModel, table=True):
    """A device under an agreement."""

    __tablename__ = "contract_asset"
    __table_args__ = (UniqueConstraint("contract_id", "asset_id"),)
    id: str = c.key()
    contract_id: str = c.ref("contract.id")
    asset_id: str = c.ref("asset.id")
