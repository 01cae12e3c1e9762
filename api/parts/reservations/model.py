"""Parts that are spoken for, and parts that a job waits for."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import extra


class StockReservation(SQLModel, table=True):
    """So many pieces for one order (D26). `held` pieces lie at the place and are nobody else's; a `waiting` one is the
    request for what is not there (R107, R182) and is held when enough has come. What is held and not yet issued is the
    position's `reserved`, kept by the database."""

    __tablename__ = "stock_reservation"
    __table_args__ = (
        CheckConstraint("quantity > 0 AND issued >= 0 AND issued <= quantity", name="issued_within"),
        CheckConstraint("status IN ('waiting', 'held', 'issued', 'released')", name="known_status"),
        CheckConstraint("(status = 'issued') = (issued = quantity)", name="issued_when_all_is"),
        Index("ix_stock_reservation_waiting", "place_id", "part_id", "status", "id"),
        {"info": {"station": "station_id", "own": ("created_by_id", "engineer_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id")
    status: str = c.text(8)
    part_id: str = c.ref("part.id")
    place_id: str = c.ref("stock_place.id", index=False)
    quantity: int = c.integer()
    issued: int = c.integer()
    order_id: str = c.id_of(index=True)
    order_number: str = c.text(40)
    case_id: str | None = c.id_of(null=True)
    engineer_id: str | None = c.id_of(null=True, index=True)
    needed_on: str | None = c.text(10, null=True)
    expected_on: str | None = c.text(10, null=True)
    note: str | None = c.prose()
    reason: str | None = c.prose()


_HELD = "CASE WHEN {row}.status = 'held' THEN {row}.quantity - {row}.issued ELSE 0 END"
_NEW, _OLD = _HELD.format(row="NEW"), _HELD.format(row="OLD")
_AT = "WHERE part_id = NEW.part_id AND place_id = NEW.place_id"
_LOST = "CHECK constraint failed: ck_stock_position_reserved_is_there"

extra(
    sqlite=(
        f"""
CREATE TRIGGER IF NOT EXISTS stock_reservation_holds AFTER INSERT ON stock_reservation WHEN {_NEW} > 0 BEGIN
  SELECT RAISE(ABORT, '{_LOST}') WHERE NOT EXISTS (SELECT 1 FROM stock_position {_AT});
  UPDATE stock_position SET reserved = reserved + {_NEW} {_AT};
END""",  # noqa: S608 - fixed words
        f"""
CREATE TRIGGER IF NOT EXISTS stock_reservation_moves AFTER UPDATE ON stock_reservation WHEN {_NEW} <> {_OLD} BEGIN
  SELECT RAISE(ABORT, '{_LOST}') WHERE NOT EXISTS (SELECT 1 FROM stock_position {_AT});
  UPDATE stock_position SET reserved = reserved + {_NEW} - {_OLD} {_AT};
END""",  # noqa: S608 - fixed words
        """
CREATE TRIGGER IF NOT EXISTS stock_reservation_stays BEFORE UPDATE ON stock_reservation
WHEN NEW.part_id <> OLD.part_id OR (NEW.place_id <> OLD.place_id AND OLD.status = 'held')
BEGIN SELECT RAISE(ABORT, 'what is held keeps its part and place'); END""",
        """
CREATE TRIGGER IF NOT EXISTS stock_reservation_kept BEFORE DELETE ON stock_reservation WHEN OLD.status = 'held'
BEGIN SELECT RAISE(ABORT, 'what is held is released, not deleted'); END""",
    ),
    postgresql=(
        f"""
CREATE OR REPLACE FUNCTION stock_reservation_holds() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE change integer;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'held' THEN RAISE EXCEPTION 'what is held is released, not deleted'; END IF;
    RETURN OLD;
  END IF;
  change := {_NEW};
  IF TG_OP = 'UPDATE' THEN
    IF NEW.part_id <> OLD.part_id OR (NEW.place_id <> OLD.place_id AND OLD.status = 'held') THEN
      RAISE EXCEPTION 'what is held keeps its part and place';
    END IF;
    change := change - {_OLD};
  END IF;
  IF change <> 0 THEN
    UPDATE stock_position SET reserved = reserved + change {_AT};
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'ck_stock_position_reserved_is_there';
    END IF;
  END IF;
  RETURN NEW;
END $$""",  # noqa: S608 - fixed words
        "CREATE OR REPLACE TRIGGER stock_reservation_holds BEFORE INSERT OR UPDATE OR DELETE ON stock_reservation "
        "FOR EACH ROW EXECUTE FUNCTION stock_reservation_holds()",
    ),
)
