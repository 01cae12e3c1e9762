"""Leave that was asked for, and what became of it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c


class LeaveRequest(SQLModel, table=True):
    """States: asked, approved, refused, withdrawn. An approved one holds a booking, so that no work can be put into it
    and it cannot be put over work; whoever books learns of the leave, never of its reason."""

    __tablename__ = "leave_request"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("status <> 'approved' OR booking_id IS NOT NULL", name="approved_is_booked"),
        CheckConstraint("decided_by_id IS NULL OR decided_by_id <> employee_id", name="never_ones_own"),
        Index("ix_leave_request_employee_from", "employee_id", "starts_at"),
        Index("ix_leave_request_station_from", "station_id", "starts_at"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    status: str = c.text(10)
    station_id: str = c.ref("station.id", index=False)
    employee_id: str = c.ref("employee.id", index=False)
    starts_at: datetime = c.when(null=False, index=True)
    ends_at: datetime = c.when(null=False)
    kind: str = c.text(10, of="sensitive")
    reason: str | None = c.text(500, null=True, of="sensitive")
    decided_by_id: str | None = c.ref("employee.id", null=True, index=False)
    decided_at: datetime | None = c.when()
    decision_note: str | None = c.text(500, null=True, of="personal")
    booking_id: str | None = c.ref("booking.id", null=True)
