"""The catalogue of parts: what each is, what may stand in for it, which models it fits, between which limits it is kept."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class Part(SQLModel, table=True):
    """A spare part. `low_at` and `scarce_at` are the two steps of the low-stock alert (D27), `high_at` the upper limit
    of the control table (R190); all three are pieces in one store. A part tracked by serial number is moved only by naming
    the pieces."""

    __tablename__ = "part"
    __table_args__ = (
        CheckConstraint("scarce_at >= 0 AND scarce_at <= low_at", name="scarce_below_low"),
        CheckConstraint("high_at IS NULL OR high_at > low_at", name="high_above_low"),
        {"info": {"shared": True}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True, of="public")
    name: str = c.text(80, of="public")
    name_key: str = c.text(240, of="public")
    family: str = c.text(40, of="public")
    unit: str = c.text(8, of="public")
    serial_tracked: bool = c.flag()
    low_at: int = c.integer()
    scarce_at: int = c.integer()
    high_at: int | None = c.integer(null=True)
    note: str | None = c.prose()
    active: bool = c.flag()


class PartSubstitute(SQLModel, table=True):
    """`substitute_id` may be used where `part_id` is wanted; the other way round only if it is said too."""

    __tablename__ = "part_substitute"
    __table_args__ = (
        UniqueConstraint("part_id", "substitute_id"),
        CheckConstraint("part_id <> substitute_id", name="not_for_itself"),
    )
    id: str = c.key()
    part_id: str = c.ref("part.id")
    substitute_id: str = c.ref("part.id")


class PartProduct(SQLModel, table=True):
    """A model of instrument that the part fits."""

    __tablename__ = "part_product"
    __table_args__ = (UniqueConstraint("part_id", "product_id"),)
    id: str = c.key()
    part_id: str = c.ref("part.id")
    product_id: str = c.ref("product.id")
