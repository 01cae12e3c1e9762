"""Handing money over (交款单, R157, R179): what one person gives to another, line by line, counted by who receives it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, column
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import extra

STATUSES = ("presented", "confirmed", "withdrawn")
_STANDING = column("active", Integer) == 1


class CashHandover(SQLModel, table=True):
    """A slip. What was declared is the sum of its cash lines; what was counted is the receiver's word (D24).

    A difference is recorded beside both and posted, never smoothed over.
    """

    __tablename__ = "cash_handover"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("giver_id <> receiver_id", name="giver_is_another"),
        CheckConstraint("declared_fen >= 0 AND counted_fen >= 0", name="not_negative"),
        CheckConstraint(
            "(status = 'confirmed') = (receiver_id IS NOT NULL AND counted_fen IS NOT NULL)",
            name="confirmed_is_counted",
        ),
        Index("ix_cash_handover_queue", "station_id", "status", "created_at", "id"),
        Index("ix_cash_handover_new", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("giver_id", "receiver_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id", index=False)
    giver_id: str = c.ref("employee.id")
    receiver_id: str | None = c.ref("employee.id", null=True, index=False)
    status: str = c.text(10)
    declared_fen: int = c.fen()
    counted_fen: int | None = c.fen(null=True)
    counts: dict[str, Any] | None = c.data(null=True)
    note: str | None = c.prose()
    confirmed_at: datetime | None = c.when()
    receiver_note: str | None = c.prose()


class CashHandoverLine(SQLModel, table=True):
    """One payment on a slip; a payment stands on one slip at a time (`active`), whatever its way (R157)."""

    __tablename__ = "cash_handover_line"
    __table_args__ = (
        Index(
            "uq_cash_handover_line_active", "payment_id", unique=True, sqlite_where=_STANDING,
            postgresql_where=column("active"),
        ),
    )  # fmt: skip
    id: str = c.key()
    handover_id: str = c.ref("cash_handover.id")
    payment_id: str = c.ref("payment.id")
    way: str = c.text(8)
    amount_fen: int = c.fen()
    active: bool = c.flag()


_FIXED = ("station_id", "giver_id", "declared_fen", "number")
_ALTERED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _FIXED)
_REFUSED = f"OLD.status <> 'presented' OR {_ALTERED}"
_KEPT = "a cash_handover is fixed"
extra(
    sqlite=(
        f"CREATE TRIGGER IF NOT EXISTS cash_handover_fixed BEFORE UPDATE ON cash_handover WHEN {_REFUSED} "
        f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
        "CREATE TRIGGER IF NOT EXISTS cash_handover_kept BEFORE DELETE ON cash_handover "
        f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
    ),
    postgresql=(
        "CREATE OR REPLACE FUNCTION cash_handover_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' OR {_REFUSED} THEN "
        f"RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{_KEPT}'; END IF; RETURN NEW; END $$",
        "CREATE OR REPLACE TRIGGER cash_handover_guarded BEFORE UPDATE OR DELETE ON cash_handover "
        "FOR EACH ROW EXECUTE FUNCTION cash_handover_guard()",
    ),
)
