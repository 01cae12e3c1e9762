"""Products and their warranty policy (D2)."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class Product(SQLModel, table=True):
    """A model of instrument; warranty and on-site period in months, the latter never longer (D2)."""

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("on_site_months <= warranty_months", name="on_site_within_warranty"),
        {"info": {"shared": True}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    model: str = c.text(40, unique=True, of="public")
    name: str = c.text(80, of="public")
    name_key: str = c.text(160, of="public")
    family: str = c.text(40, of="public")
    warranty_months: int = c.integer()
    on_site_months: int = c.integer()
    skill_id: str | None = c.ref("skill.id", null=True)
    serial_prefix: str | None = c.text(20, null=True)
    active: bool = c.flag()
