"""Settlement bills (结算单, R178): what the customer owes for work done, never above what he consented to (R154)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import append_only, extra

STATUSES = ("issued", "settled", "voided")


class SettlementBill(SQLModel, table=True):
    """A bill with its lines, fixed once issued. A wrong one is voided, with red figures in the ledger, never deleted.

    What of it is paid stands in no column: it is a sum of the ledger. `settled` follows from that sum (R163).
    """

    __tablename__ = "settlement_bill"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("total_fen > 0", name="total_is_positive"),
        CheckConstraint("(status = 'voided') = (voided_at IS NOT NULL)", name="void_has_time"),
        CheckConstraint("status <> 'voided' OR voided_reason IS NOT NULL", name="void_is_reasoned"),
        Index("ix_settlement_bill_queue", "station_id", "status", "created_at", "id"),
        Index("ix_settlement_bill_new", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("issued_by_id", "engineer_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id", index=False)
    case_id: str = c.ref("service_request.id")
    customer_id: str = c.ref("customer.id")
    status: str = c.text(8)
    total_fen: int = c.fen()
    remark: str | None = c.prose()
    issued_by_id: str | None = c.ref("employee.id", null=True, index=False)
    engineer_id: str | None = c.ref("employee.id", null=True, index=False)
    """Whose job it was when the bill was written, so that it is his own to collect."""
    settled_at: datetime | None = c.when()
    voided_at: datetime | None = c.when()
    voided_by_id: str | None = c.ref("employee.id", null=True, index=False)
    voided_reason: str | None = c.prose()


class SettlementBillLine(SQLModel, table=True):
    """One line, as it stands on the consented quote or for less; `quantity` in thousandths."""

    __tablename__ = "settlement_bill_line"
    __table_args__ = (
        UniqueConstraint("bill_id", "position"),
        CheckConstraint("amount_fen >= 0 AND quantity > 0", name="not_negative"),
    )
    id: str = c.key()
    bill_id: str = c.ref("settlement_bill.id", index=False)
    position: int = c.integer()
    quote_line_id: str = c.ref("quote_line.id")
    kind: str = c.text(10)
    description: str = c.text(120)
    unit: str = c.text(12)
    quantity: int = c.integer()
    unit_fen: int = c.fen()
    amount_fen: int = c.fen()


ABOVE_CEILING = "billed_within_consent"
UNCONSENTED = "settlement_bill without consent"
"""What stands in the database's own message when a bill is refused, on both."""
_FIXED = ("case_id", "station_id", "customer_id", "number", "total_fen")
_ALTERED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _FIXED)
_REFUSED = f"OLD.status = 'voided' OR {_ALTERED}"
_RAISE = "UPDATE case_account SET billed_fen = billed_fen + NEW.total_fen WHERE case_id = NEW.case_id;"
_LOWER = "UPDATE case_account SET billed_fen = billed_fen - OLD.total_fen WHERE case_id = OLD.case_id;"
_KEPT = "a settlement_bill is fixed"
extra(
    sqlite=(
        "CREATE TRIGGER IF NOT EXISTS settlement_bill_consented BEFORE INSERT ON settlement_bill "
        "WHEN NEW.status <> 'issued' OR NOT EXISTS (SELECT 1 FROM case_account WHERE case_id = NEW.case_id) "
        f"BEGIN SELECT RAISE(ABORT, '{UNCONSENTED}'); END",
        f"CREATE TRIGGER IF NOT EXISTS settlement_bill_raises AFTER INSERT ON settlement_bill BEGIN {_RAISE} END",
        "CREATE TRIGGER IF NOT EXISTS settlement_bill_lowers AFTER UPDATE ON settlement_bill "
        f"WHEN OLD.status <> 'voided' AND NEW.status = 'voided' BEGIN {_LOWER} END",
        f"CREATE TRIGGER IF NOT EXISTS settlement_bill_fixed BEFORE UPDATE ON settlement_bill WHEN {_REFUSED} "
        f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
        "CREATE TRIGGER IF NOT EXISTS settlement_bill_kept BEFORE DELETE ON settlement_bill "
        f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
    ),
    postgresql=(
        "CREATE OR REPLACE FUNCTION settlement_bill_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'INSERT' THEN {_RAISE} IF NOT FOUND OR NEW.status <> 'issued' THEN "
        f"RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{UNCONSENTED}'; END IF; RETURN NEW; END IF; "
        f"IF TG_OP = 'DELETE' OR {_REFUSED} THEN "
        f"RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{_KEPT}'; END IF; "
        f"IF NEW.status = 'voided' THEN {_LOWER} END IF; RETURN NEW; END $$",
        "CREATE OR REPLACE TRIGGER settlement_bill_guarded BEFORE INSERT OR UPDATE OR DELETE ON settlement_bill "
        "FOR EACH ROW EXECUTE FUNCTION settlement_bill_guard()",
    ),
)
append_only("settlement_bill_line")
