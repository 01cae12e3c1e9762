"""What somebody must not forget about a customer (R397)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, column
from sqlmodel import SQLModel

from api.kit import columns as c

KINDS = ("todo", "alert", "need", "advice")
STATUSES = ("open", "done", "dropped")
_ALERT_OPEN = (column("status") == "open") & (column("kind") == "alert")


class CustomerReminder(SQLModel, table=True):
    """A word to speak or a thing to do for a customer by a day; somebody's own, or the station's.

    `alert` reminders are written by the monthly count (D31) and one at a time per customer; `need` ones come from
    below and stand at the station above (R396).
    """

    __tablename__ = "customer_reminder"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("status = 'open' OR ended_at IS NOT NULL", name="end_has_time"),
        Index("ix_customer_reminder_due", "station_id", "status", "due_on", "id"),
        Index("ix_customer_reminder_mine", "owner_id", "status", "due_on", "id"),
        Index(
            "uq_customer_reminder_alert", "customer_id", unique=True, sqlite_where=_ALERT_OPEN,
            postgresql_where=_ALERT_OPEN,
        ),
        {"info": {"station": "station_id", "own": ("owner_id", "created_by_id")}},
    )  # fmt: skip
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    station_id: str = c.ref("station.id", index=False)
    customer_id: str = c.ref("customer.id")
    owner_id: str | None = c.ref("employee.id", null=True, index=False)
    kind: str = c.text(8)
    what: str = c.text(200, of="personal")
    due_on: date = c.day(null=False)
    status: str = c.text(8)
    ended_at: datetime | None = c.when()
    ended_by_id: str | None = c.id_of(null=True)
    done_in_id: str | None = c.id_of(null=True)
    """The contact in which it was done."""
    reason: str | None = c.prose()
