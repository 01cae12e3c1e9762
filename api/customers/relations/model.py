"""What the house is to a customer and he to the house: who looks after him, what he is worth, when he is spoken with next."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c

ACTIVITIES = ("new", "active", "lost", "idle")
SATISFACTIONS = ("unknown", "dissatisfied", "satisfied", "loyal")
ALERTS = ("late", "less")


class CustomerRelation(SQLModel, table=True):
    """One row per customer, beside his file so that counting anew never touches the file itself.

    `service_person_id` and `account_person_id` are the two persons of R391. The figures are those of `counted_on`, for
    the twelve months before it (`revenue_fen`, `jobs`) and the twelve before those (`former_revenue_fen`, R392).
    `station_id` repeats the customer's, because the list of who is due for a word walks an index by station.
    """

    __tablename__ = "customer_relation"
    __table_args__ = (
        CheckConstraint(f"activity IN {ACTIVITIES}", name="activity"),
        CheckConstraint(f"satisfaction IN {SATISFACTIONS}", name="satisfaction"),
        CheckConstraint(f"alert IS NULL OR alert IN {ALERTS}", name="alert"),
        CheckConstraint("service_person_id <> account_person_id", name="two_persons"),
        Index("ix_customer_relation_due", "station_id", "next_contact_on", "id"),
        Index("ix_customer_relation_next", "next_contact_on", "id"),
        Index("ix_customer_relation_worth", "revenue_fen", "id"),
        {"info": {"station": "station_id", "own": ("service_person_id", "account_person_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    customer_id: str = c.ref("customer.id", unique=True, index=False)
    station_id: str = c.ref("station.id", index=False)
    service_person_id: str | None = c.ref("employee.id", null=True)
    account_person_id: str | None = c.ref("employee.id", null=True)
    class_set_on: date | None = c.day()
    """When the class was set by hand; it is left alone for `customer.class_by_hand_days`."""
    counted_on: date | None = c.day()
    revenue_fen: int = c.fen()
    former_revenue_fen: int = c.fen()
    devices: int = c.integer()
    jobs: int = c.integer()
    last_job_on: date | None = c.day()
    usual_days: int | None = c.integer(null=True)
    """The usual time between two purchases, once there were three (D31)."""
    activity: str = c.text(8)
    alert: str | None = c.text(4, null=True)
    satisfaction: str = c.text(12)
    last_contact_at: datetime | None = c.when()
    last_visit_at: datetime | None = c.when()
    next_contact_on: date = c.day(null=False)
    next_visit_on: date | None = c.day()
