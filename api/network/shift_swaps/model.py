"""Shifts that are to change hands."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class ShiftSwap(SQLModel, table=True):
    """`asker_id` gives `shift_id` to `other_id` and takes `other_shift_id` for it, or none. States: asked, agreed,
    approved, declined (by the other), refused (by the manager), withdrawn."""

    __tablename__ = "shift_swap"
    __table_args__ = (
        CheckConstraint("asker_id <> other_id", name="of_two_people"),
        CheckConstraint(
            "decided_by_id IS NULL OR (decided_by_id <> asker_id AND decided_by_id <> other_id)", name="never_ones_own"
        ),
        {"info": {"station": "station_id", "own": ("asker_id", "other_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    status: str = c.text(10)
    station_id: str = c.ref("station.id")
    asker_id: str = c.ref("employee.id")
    other_id: str = c.ref("employee.id")
    shift_id: str = c.ref("shift.id")
    other_shift_id: str | None = c.ref("shift.id", null=True)
    note: str | None = c.text(500, null=True, of="personal")
    agreed_at: datetime | None = c.when()
    decided_by_id: str | None = c.ref("employee.id", null=True, index=False)
    decided_at: datetime | None = c.when()
    decision_note: str | None = c.text(500, null=True, of="personal")
