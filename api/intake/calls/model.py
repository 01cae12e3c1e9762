"""One telephone contact (R413)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c


class Call(SQLModel, table=True):
    """A call with its times; `wait_seconds` runs from the first ring to the answer (R39, D11)."""

    __tablename__ = "call"
    __table_args__ = (
        CheckConstraint("direction IN ('inbound', 'outbound')", name="direction"),
        Index("ix_call_status", "status", "rang_at"),
        Index("ix_call_rang", "rang_at"),
        {"info": {"station": "station_id", "own": ("agent_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id")
    status: str = c.text(24)
    direction: str = c.text(10)
    phone: str | None = c.text(20, null=True, index=True, of="personal")
    rang_at: datetime = c.when(null=False)
    answered_at: datetime | None = c.when()
    ended_at: datetime | None = c.when()
    wait_seconds: int | None = c.integer(null=True)
    rings: int | None = c.integer(null=True)
    within_limit: bool | None = c.flag(null=True)
    exchange_id: str | None = c.ref("telephony_exchange.id", null=True, index=False)
    """The exchange that tells of it; None for a call that was entered by hand."""
    queue: str | None = c.text(40, null=True)
    caller_name: str | None = c.text(80, null=True, of="personal")
    """What the exchange says of the caller: believed by nobody, shown as it is (T9)."""
    agent_id: str | None = c.ref("employee.id", null=True)
    customer_id: str | None = c.ref("customer.id", null=True)
    contact_id: str | None = c.ref("contact.id", null=True)
    case_id: str | None = c.ref("service_request.id", null=True)
    repeat: bool = c.flag()
    """A second or later call on a matter that was open already (R42)."""
    outcome: str | None = c.text(20, null=True)
    note: str | None = c.prose()
