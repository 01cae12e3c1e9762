"""The customer file (R386): who they are, how to reach them, where they are."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c


class Customer(SQLModel, table=True):
    """A person or a company. `station_id` is the responsible station of the main site (R2)."""

    __tablename__ = "customer"
    __table_args__ = (
        CheckConstraint("kind IN ('person', 'company')", name="kind"),
        {"info": {"station": "station_id", "own": ("created_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    station_id: str = c.ref("station.id")
    kind: str = c.text(10)
    name: str = c.text(120, of="personal")
    name_key: str = c.text(240, index=True, of="personal")
    """Pinyin, for sorting and for initials."""
    customer_class: str = c.text(1)
    note: str | None = c.prose()
    do_not_call: bool = c.flag()
    merged_into_id: str | None = c.id_of(null=True)
    imported_from: str | None = c.text(120, null=True, unique=True)


class Contact(SQLModel, table=True):
    """A person to speak with at a customer; a private customer is his own contact."""

    __tablename__ = "contact"
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    customer_id: str = c.ref("customer.id")
    name: str = c.text(80, of="personal")
    title: str | None = c.text(60, null=True)
    preferred: bool = c.flag()


class Phone(SQLModel, table=True):
    """A number in E.164; `reversed` finds it by its last digits."""

    __tablename__ = "phone"
    __table_args__ = (Index("ix_phone_reversed", "reversed"),)
    id: str = c.key()
    customer_id: str = c.ref("customer.id")
    contact_id: str = c.ref("contact.id")
    value: str = c.text(20, index=True, of="personal")
    reversed: str = c.text(20, of="personal")
    label: str | None = c.text(20, null=True)


class Site(SQLModel, table=True):
    """A place where devices stand; it resolves to the station that answers for it (R2)."""

    __tablename__ = "site"
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    customer_id: str = c.ref("customer.id")
    label: str = c.text(60)
    address: str = c.text(200, of="personal")
    access_note: str | None = c.prose()
    station_id: str = c.ref("station.id")
    latitude: float | None = c.number(of="personal")
    longitude: float | None = c.number(of="personal")
    in_area: bool = c.flag()
    """Inside the service area: a visit is promised in 2 working days, outside in 3 (D9)."""
