"""The register of consultations (客户咨询记录表): what was asked, who answers, until when, and what was answered."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, Index, column
from sqlmodel import SQLModel

from api.kit import columns as c

OPEN: ColumnElement[bool] = column("open")


class Consultation(SQLModel, table=True):
    """One question of one case. `due_at` is when the customer was told he would hear (R54, R55); it moves with each word.

    `owner_id` owes the answer; with a `role` and nobody, everybody of that post at the station does (R56). One of a case
    is open at a time.
    """

    __tablename__ = "consultation"
    __table_args__ = (
        CheckConstraint("status NOT IN ('promised', 'transferred') OR contact_id IS NOT NULL", name="whom_to_answer"),
        CheckConstraint("status <> 'transferred' OR problem IS NOT NULL", name="transfer_is_clear"),
        CheckConstraint("status NOT IN ('promised', 'transferred') OR due_at IS NOT NULL", name="promise_has_time"),
        Index("uq_consultation_open", "case_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_consultation_queue", "open", "due_at", "id"),
        Index("ix_consultation_newest", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("owner_id", "created_by_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True, index=True)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id")
    case_id: str = c.ref("service_request.id")
    call_id: str | None = c.ref("call.id", null=True, index=False)
    customer_id: str = c.ref("customer.id")
    contact_id: str | None = c.ref("contact.id", null=True, index=False)
    status: str = c.text(12)
    open: bool = c.flag()
    urgency: str = c.text(10)
    question: str = c.prose(null=False)
    problem: str | None = c.prose()
    """What was clarified before it was passed on (R57)."""
    owner_id: str | None = c.ref("employee.id", null=True)
    role: str | None = c.text(40, null=True)
    due_at: datetime | None = c.when()
    answer: str | None = c.prose()
    way: str | None = c.text(12, null=True)
    replied_at: datetime | None = c.when()
    replied_by_id: str | None = c.id_of(null=True)
    in_time: bool | None = c.flag(null=True)
