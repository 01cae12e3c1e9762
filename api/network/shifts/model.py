"""The roster: who works when, where and at what, and whether he was there (R22, R37)."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, Integer, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import extra


class Shift(SQLModel, table=True):
    """One person's turn at one station. States: planned, removed; a removed one stays as a record.

    `report_at` is the time by which he is to be at his post (R37, D10), worked out when the shift is planned, so that a
    changed setting makes nobody late afterwards. `resource_no` is his number in the book of time and keys the exclusion.
    """

    __tablename__ = "shift"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("report_at <= starts_at", name="report_before_start"),
        Index("ix_shift_station_from", "station_id", "starts_at"),
        Index("ix_shift_employee_from", "employee_id", "starts_at"),
        Index("ix_shift_resource_from", "resource_no", "starts_at"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    status: str = c.text(10)
    station_id: str = c.ref("station.id", index=False)
    employee_id: str = c.ref("employee.id", index=False)
    resource_no: int = c.column(BigInteger().with_variant(Integer, "sqlite"))
    starts_at: datetime = c.when(null=False, index=True)
    ends_at: datetime = c.when(null=False)
    report_at: datetime = c.when(null=False)
    kind: str = c.text(10)
    note: str | None = c.text(120, null=True)


class Attendance(SQLModel, table=True):
    """When somebody was at his post and until when. `corrected_by_id` and `reason`: his manager set it right; never he
    himself (R279)."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("shift_id"),
        CheckConstraint("(corrected_by_id IS NULL) = (reason IS NULL)", name="correction_is_reasoned"),
        CheckConstraint("left_at IS NULL OR left_at >= arrived_at", name="left_after_arrival"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    shift_id: str = c.ref("shift.id", index=False)
    station_id: str = c.ref("station.id")
    employee_id: str = c.ref("employee.id")
    arrived_at: datetime | None = c.when()
    left_at: datetime | None = c.when()
    corrected_by_id: str | None = c.id_of(null=True)
    reason: str | None = c.text(500, null=True, of="personal")


NO_OVERLAP = "shift_no_overlap"
"""Name of what refuses two shifts of one person at once; it stands in the database's own message on both."""

_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS shift_no_overlap_{verb} BEFORE {verb} ON shift
WHEN NEW.status = 'planned' AND EXISTS (
  SELECT 1 FROM shift AS held
  WHERE held.resource_no = NEW.resource_no AND held.id <> NEW.id AND held.status = 'planned'
    AND held.starts_at < NEW.ends_at AND NEW.starts_at < held.ends_at
)
BEGIN SELECT RAISE(ABORT, 'shift_no_overlap'); END"""

_CONSTRAINT = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'shift_no_overlap') THEN
    ALTER TABLE shift ADD CONSTRAINT shift_no_overlap EXCLUDE USING gist (
      int8range(resource_no, resource_no, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&
    ) WHERE (status = 'planned');
  END IF;
END $$"""

extra(
    sqlite=(_TRIGGER.format(verb="INSERT"), _TRIGGER.format(verb="UPDATE")),
    postgresql=(_CONSTRAINT,),
    apart=(NO_OVERLAP,),
)
