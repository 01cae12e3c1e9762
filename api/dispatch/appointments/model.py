"""What was agreed with a customer: when, for what, and how it went (R61, D32)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c
from api.network.clocks.model import OPEN


class Appointment(SQLModel, table=True):
    """States: booked, changed, reconfirmed, prepared (all open), kept, missed, cancelled (R415).

    A visit's time and engineer are its order's: they are copied here in the transaction that changes the order, and by
    nobody else. A change keeps the former time and the reason (R80, R95); `sequence` counts changes for calendars.
    """

    __tablename__ = "appointment"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("kind IN ('visit', 'counter', 'telephone')", name="kind"),
        CheckConstraint("(kind = 'visit') = (work_order_id IS NOT NULL)", name="visit_has_order"),
        CheckConstraint("(former_starts_at IS NULL) = (change_reason IS NULL)", name="change_is_reasoned"),
        Index("ix_appointment_station_from", "station_id", "starts_at"),
        Index("ix_appointment_from", "starts_at"),
        Index("uq_appointment_open_order", "work_order_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        {"info": {"station": "station_id", "own": ("employee_id", "created_by_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    station_id: str = c.ref("station.id", index=False)
    case_id: str = c.ref("service_request.id")
    work_order_id: str | None = c.ref("work_order.id", null=True)
    customer_id: str = c.ref("customer.id")
    employee_id: str | None = c.ref("employee.id", null=True)
    kind: str = c.text(10)
    status: str = c.text(12)
    open: bool = c.flag()
    starts_at: datetime = c.when(null=False)
    ends_at: datetime = c.when(null=False)
    need: str | None = c.prose()
    sequence: int = c.integer()
    former_starts_at: datetime | None = c.when()
    change_reason: str | None = c.prose()
    asked_by: str | None = c.text(10, null=True)
    reconfirmed_at: datetime | None = c.when()
    reconfirmed_day_at: datetime | None = c.when()
    prepared_at: datetime | None = c.when()
    kept_at: datetime | None = c.when()
    end_reason: str | None = c.prose()
