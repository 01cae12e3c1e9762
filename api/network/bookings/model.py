"""What could collide in time is a row here, and the database refuses overlaps (house rule 11, P4)."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, Integer, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import extra


class Bookable(SQLModel, table=True):
    """An engineer, a vehicle or a bench: whatever can be in one place only. `resource_no` keys the exclusion."""

    __tablename__ = "bookable"
    __table_args__ = (UniqueConstraint("resource_no"),)
    id: str = c.key()
    resource_no: int = c.column(BigInteger().with_variant(Integer, "sqlite"))
    kind: str = c.text(10)
    station_id: str = c.ref("station.id")


class Booking(SQLModel, table=True):
    """A span held by one resource. `blocked_from` and `blocked_to` include travel; only they may not overlap.

    `overrides_id` names the booking that a manager knowingly doubled, with `override_reason`; such a row is left out of
    the exclusion.
    """

    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("blocked_from <= starts_at AND blocked_to >= ends_at", name="travel_widens"),
        CheckConstraint("(override_reason IS NULL) = (overrides_id IS NULL)", name="override_is_reasoned"),
        Index("ix_booking_resource_from", "resource_no", "blocked_from"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id")
    resource_no: int = c.column(BigInteger().with_variant(Integer, "sqlite"))
    employee_id: str | None = c.ref("employee.id", null=True)
    kind: str = c.text(10)
    starts_at: datetime = c.when(null=False)
    ends_at: datetime = c.when(null=False)
    blocked_from: datetime = c.when(null=False)
    blocked_to: datetime = c.when(null=False)
    work_order_id: str | None = c.id_of(null=True, index=True)
    case_id: str | None = c.id_of(null=True)
    note: str | None = c.text(200, null=True)
    overrides_id: str | None = c.id_of(null=True)
    override_reason: str | None = c.text(500, null=True)
    released_at: datetime | None = c.when()


class BookingOverride(SQLModel, table=True):
    """A manager's leave to put a booking where it clashes: who gave it, when, why, and with what it clashes.

    One row for each clash, so that no two bookings of one resource overlap without a row that names both. It holds until
    `ended_at`, when the booking is moved on or given back. `clash_id` is null where a shift is what it goes against.
    """

    __tablename__ = "booking_override"
    __table_args__ = (
        CheckConstraint("(clash_id IS NULL) = (clash_kind = 'shift')", name="names_its_clash"),
        {"info": {"station": "station_id"}},
    )
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id")
    booking_id: str = c.ref("booking.id")
    by_id: str | None = c.id_of(null=True)
    reason: str = c.text(500)
    clash_kind: str = c.text(10)
    clash_id: str | None = c.id_of(null=True, index=True)
    clash_starts_at: datetime | None = c.when()
    clash_ends_at: datetime | None = c.when()
    clash_note: str | None = c.text(200, null=True)
    ended_at: datetime | None = c.when()


NO_OVERLAP = "booking_no_overlap"
"""Name of what refuses overlaps; it stands in the database's own message on both."""

_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS booking_no_overlap_{verb} BEFORE {verb} ON booking
WHEN NEW.override_reason IS NULL AND NEW.released_at IS NULL AND EXISTS (
  SELECT 1 FROM booking AS held
  WHERE held.resource_no = NEW.resource_no AND held.id <> NEW.id
    AND held.override_reason IS NULL AND held.released_at IS NULL
    AND held.blocked_from < NEW.blocked_to AND NEW.blocked_from < held.blocked_to
)
BEGIN SELECT RAISE(ABORT, 'booking_no_overlap'); END"""

_CONSTRAINT = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'booking_no_overlap') THEN
    ALTER TABLE booking ADD CONSTRAINT booking_no_overlap EXCLUDE USING gist (
      int8range(resource_no, resource_no, '[]') WITH &&, tstzrange(blocked_from, blocked_to) WITH &&
    ) WHERE (override_reason IS NULL AND released_at IS NULL);
  END IF;
END $$"""

extra(
    sqlite=(_TRIGGER.format(verb="INSERT"), _TRIGGER.format(verb="UPDATE")),
    postgresql=(_CONSTRAINT,),
    apart=(NO_OVERLAP,),
)
