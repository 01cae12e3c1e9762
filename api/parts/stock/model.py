"""The ledger: movements are only ever added, and the database itself keeps each position from them (P15).

A position is moved by the trigger of `stock_movement` and its reservation by the one of `stock_reservation`, so that
stock is the sum of its movements whoever writes, and its CHECKs refuse what would make it negative.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import append_only, extra

KINDS = ("receipt", "issue", "return", "transfer", "move", "surplus", "shortage", "scrap", "reversal")


class StockPosition(SQLModel, table=True):
    """How much of a part lies at a place, how much of that is spoken for, and what it is worth in all (D26: moving
    average; the average is worked out when asked, so that rounding never loses a fen). Written by triggers alone; its id
    is that of the movement that opened it."""

    __tablename__ = "stock_position"
    __table_args__ = (
        UniqueConstraint("part_id", "place_id"),
        CheckConstraint("quantity >= 0", name="never_negative"),
        CheckConstraint("reserved >= 0 AND reserved <= quantity", name="reserved_is_there"),
        CheckConstraint("value_fen >= 0", name="value_never_negative"),
        CheckConstraint("quantity > 0 OR value_fen = 0", name="nothing_is_worth_nothing"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    part_id: str = c.ref("part.id")
    place_id: str = c.ref("stock_place.id")
    station_id: str = c.ref("station.id")
    employee_id: str | None = c.id_of(null=True, index=True)
    quantity: int = c.integer()
    reserved: int = c.integer()
    value_fen: int = c.fen()


class StockMovement(SQLModel, table=True):
    """So many pieces of a part went from a place to a place; no place stands for outside. `number` is that of the slip,
    whose lines share it. Append-only: what was wrong is reversed by a movement of its own."""

    __tablename__ = "stock_movement"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="moves_something"),
        CheckConstraint("value_fen >= 0", name="value_never_negative"),
        CheckConstraint(
            "(from_place_id IS NOT NULL OR to_place_id IS NOT NULL) "
            "AND (from_place_id IS NULL OR to_place_id IS NULL OR from_place_id <> to_place_id)",
            name="goes_somewhere",
        ),
        CheckConstraint(
            "kind IN ('receipt', 'issue', 'return', 'transfer', 'move', 'surplus', 'shortage', 'scrap', 'reversal')",
            name="known_kind",
        ),
        # R184: what leaves for outside leaves for a job, or is written off for a reason
        CheckConstraint(
            "to_place_id IS NOT NULL OR order_id IS NOT NULL OR reason IS NOT NULL", name="leaves_for_a_job"
        ),
        CheckConstraint("kind NOT IN ('issue', 'return') OR order_id IS NOT NULL", name="issue_names_its_order"),
        CheckConstraint("(kind = 'reversal') = (reverses_id IS NOT NULL)", name="reversal_names_what"),
        UniqueConstraint("reverses_id"),
        UniqueConstraint("number", "line"),
        Index("ix_stock_movement_from", "from_place_id", "part_id", "id"),
        Index("ix_stock_movement_to", "to_place_id", "part_id", "id"),
        Index("ix_stock_movement_part", "part_id", "id"),
        {"info": {"station": "station_id", "own": ("employee_id",)}},
    )
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40)
    line: int = c.integer()
    kind: str = c.text(10)
    station_id: str = c.ref("station.id")
    part_id: str = c.ref("part.id", index=False)
    quantity: int = c.integer()
    value_fen: int = c.fen()
    from_place_id: str | None = c.ref("stock_place.id", null=True, index=False)
    to_place_id: str | None = c.ref("stock_place.id", null=True, index=False)
    serials: list[str] | None = c.data(null=True)
    order_id: str | None = c.id_of(null=True, index=True)
    order_number: str | None = c.text(40, null=True)
    case_id: str | None = c.id_of(null=True)
    reservation_id: str | None = c.id_of(null=True)
    transfer_id: str | None = c.id_of(null=True, index=True)
    count_id: str | None = c.id_of(null=True, index=True)
    exception_id: str | None = c.id_of(null=True)
    reverses_id: str | None = c.ref("stock_movement.id", null=True, index=False)
    reason: str | None = c.text(500, null=True)
    occurred_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    employee_id: str | None = c.id_of(null=True, index=True)
    """Whose van or bench it touched."""


class StockSerial(SQLModel, table=True):
    """A piece that is known by its number: in exactly one place, or out of stock."""

    __tablename__ = "stock_serial"
    __table_args__ = (
        UniqueConstraint("part_id", "serial"),
        CheckConstraint("state IN ('in_stock', 'used', 'gone')", name="known_state"),
        CheckConstraint("(state = 'in_stock') = (place_id IS NOT NULL)", name="in_one_place"),
    )
    id: str = c.key()
    part_id: str = c.ref("part.id", index=False)
    serial: str = c.text(60)
    state: str = c.text(8)
    place_id: str | None = c.ref("stock_place.id", null=True)
    order_id: str | None = c.id_of(null=True, index=True)
    received_at: datetime = c.when(null=False)


append_only("stock_movement")

_SQLITE_MOVES = """
CREATE TRIGGER IF NOT EXISTS stock_movement_moves AFTER INSERT ON stock_movement BEGIN
  SELECT RAISE(ABORT, 'CHECK constraint failed: ck_stock_position_never_negative')
  WHERE NEW.from_place_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM stock_position WHERE part_id = NEW.part_id AND place_id = NEW.from_place_id
  );
  UPDATE stock_position SET quantity = quantity - NEW.quantity, value_fen = value_fen - NEW.value_fen
  WHERE part_id = NEW.part_id AND place_id = NEW.from_place_id;
  INSERT INTO stock_position (id, part_id, place_id, station_id, employee_id, quantity, reserved, value_fen)
  SELECT NEW.id, NEW.part_id, place.id, place.station_id, place.employee_id, NEW.quantity, 0, NEW.value_fen
  FROM stock_place AS place WHERE place.id = NEW.to_place_id
  ON CONFLICT (part_id, place_id) DO UPDATE
  SET quantity = quantity + excluded.quantity, value_fen = value_fen + excluded.value_fen;
END"""

_POSTGRES_MOVES = """
CREATE OR REPLACE FUNCTION stock_movement_moves() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.from_place_id IS NOT NULL THEN
    UPDATE stock_position SET quantity = quantity - NEW.quantity, value_fen = value_fen - NEW.value_fen
    WHERE part_id = NEW.part_id AND place_id = NEW.from_place_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_stock_position_never_negative',
        MESSAGE = 'ck_stock_position_never_negative';
    END IF;
  END IF;
  INSERT INTO stock_position (id, part_id, place_id, station_id, employee_id, quantity, reserved, value_fen)
  SELECT NEW.id, NEW.part_id, place.id, place.station_id, place.employee_id, NEW.quantity, 0, NEW.value_fen
  FROM stock_place AS place WHERE place.id = NEW.to_place_id
  ON CONFLICT (part_id, place_id) DO UPDATE
  SET quantity = stock_position.quantity + excluded.quantity, value_fen = stock_position.value_fen + excluded.value_fen;
  RETURN NULL;
END $$"""

extra(
    sqlite=(_SQLITE_MOVES,),
    postgresql=(
        _POSTGRES_MOVES,
        "CREATE OR REPLACE TRIGGER stock_movement_moves AFTER INSERT ON stock_movement "
        "FOR EACH ROW EXECUTE FUNCTION stock_movement_moves()",
    ),
)
