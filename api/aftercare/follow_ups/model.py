"""Follow-ups by telephone (Flow D, R422) and the tries to reach the customer (D14)."""

from datetime import datetime
from typing import Any

from sqlmodel import SQLModel

from api.kit import columns as c


class FollowUp(SQLModel, table=True):
    """One customer to be called after one job, between `due_from` and `due_at`."""

    __tablename__ = "follow_up"
    __table_args__ = ({"info": {"station": "station_id", "own": ("engineer_id", "caller_id")}},)
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    case_id: str = c.ref("service_request.id")
    work_order_id: str | None = c.ref("work_order.id", null=True)
    station_id: str = c.ref("station.id")
    customer_id: str = c.ref("customer.id")
    contact_id: str | None = c.ref("contact.id", null=True, index=False)
    engineer_id: str | None = c.ref("employee.id", null=True, index=False)
    caller_id: str | None = c.ref("employee.id", null=True, index=False)
    subject: str = c.text(120, of="personal")
    status: str = c.text(20)
    open: bool = c.flag()
    due_from: datetime = c.when(null=False)
    due_at: datetime = c.when(null=False, index=True)
    attempts: int = c.integer()
    answers: dict[str, Any] | None = c.data(null=True, of="personal")
    csi: int | None = c.integer(null=True)
    """Mean of the scored questions times 20 (D15)."""
    reason: str | None = c.prose()
    root_cause: str | None = c.prose()
    measure: str | None = c.prose()
    waiver: str | None = c.prose()
    closed_at: datetime | None = c.when()


class FollowUpTry(SQLModel, table=True):
    """One attempt to reach the customer, on its day."""

    __tablename__ = "follow_up_try"
    id: str = c.key()
    follow_up_id: str = c.ref("follow_up.id")
    at: datetime = c.when(null=False)
    by_id: str | None = c.id_of(null=True)
    outcome: str = c.text(20)
    note: str | None = c.prose()
    agreed_outside_hours: bool = c.flag()
