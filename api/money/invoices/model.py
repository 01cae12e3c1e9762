"""VAT invoices as data (D25): asked for, issued, and corrected by a red-letter invoice, never deleted."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, String, column
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import extra

STATUSES = ("requested", "issued", "red_lettered", "withdrawn")
RATES = (0, 100, 300, 600, 900, 1300)
"""Rates of VAT in hundredths of a per cent."""
_ISSUED = column("invoice_no", String).is_not(None)


class Invoice(SQLModel, table=True):
    """An invoice for a case, as a rule for a bill of it.

    A red one names in `red_of_id` the wrong one that it takes back, with figures below nothing. A paper invoice that was
    taken along on a visit (R156) comes back or is handed out the same day.
    """

    __tablename__ = "invoice"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("kind IN ('general', 'special')", name="kind"),
        CheckConstraint("medium IN ('electronic', 'paper')", name="medium"),
        CheckConstraint(f"tax_rate_bp IN {RATES}", name="rate"),
        CheckConstraint("(red_of_id IS NULL) = (amount_fen > 0) AND amount_fen <> 0", name="red_is_below_nothing"),
        CheckConstraint("amount_fen = net_fen + tax_fen", name="net_and_tax"),
        CheckConstraint("kind <> 'special' OR tax_number IS NOT NULL", name="special_has_tax_number"),
        CheckConstraint(
            "status NOT IN ('issued', 'red_lettered') OR (invoice_no IS NOT NULL AND issued_at IS NOT NULL)",
            name="issued_has_number",
        ),
        CheckConstraint("medium = 'paper' OR taken_by_id IS NULL", name="only_paper_is_taken"),
        Index(
            "uq_invoice_no", "invoice_code", "invoice_no", unique=True, sqlite_where=_ISSUED, postgresql_where=_ISSUED
        ),
        Index("ix_invoice_queue", "station_id", "status", "created_at", "id"),
        Index("ix_invoice_new", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("requested_by_id", "taken_by_id")}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id", index=False)
    case_id: str = c.ref("service_request.id")
    bill_id: str | None = c.ref("settlement_bill.id", null=True)
    """Empty for one that was made out beforehand, to be taken along (R156)."""
    customer_id: str = c.ref("customer.id", index=False)
    kind: str = c.text(8)
    medium: str = c.text(10)
    title: str = c.text(120, of="personal")
    tax_number: str | None = c.text(20, null=True, of="personal")
    content: str = c.text(120)
    amount_fen: int = c.fen()
    tax_rate_bp: int = c.integer(of="money")
    net_fen: int = c.fen()
    tax_fen: int = c.fen()
    status: str = c.text(12)
    invoice_code: str = c.text(12)
    """Empty for electronic invoices without a code."""
    invoice_no: str | None = c.text(20, null=True)
    issued_at: datetime | None = c.when()
    red_of_id: str | None = c.ref("invoice.id", null=True, unique=True, index=False)
    reason: str | None = c.prose()
    requested_by_id: str | None = c.ref("employee.id", null=True, index=False)
    issued_by_id: str | None = c.ref("employee.id", null=True, index=False)
    taken_by_id: str | None = c.ref("employee.id", null=True, index=False)
    taken_at: datetime | None = c.when()
    handed_out_at: datetime | None = c.when()
    returned_at: datetime | None = c.when()


_FIXED = (
    "bill_id", "kind", "medium", "title", "tax_number", "amount_fen", "tax_rate_bp", "net_fen", "tax_fen",
    "invoice_code", "invoice_no", "issued_at", "red_of_id",
)  # fmt: skip
_ALTERED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _FIXED)
_KEPT = "an issued invoice is fixed"
extra(
    sqlite=(
        f"CREATE TRIGGER IF NOT EXISTS invoice_fixed BEFORE UPDATE ON invoice WHEN OLD.invoice_no IS NOT NULL "
        f"AND ({_ALTERED}) BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
        f"CREATE TRIGGER IF NOT EXISTS invoice_kept BEFORE DELETE ON invoice BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
    ),
    postgresql=(
        "CREATE OR REPLACE FUNCTION invoice_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' OR (OLD.invoice_no IS NOT NULL AND ({_ALTERED})) THEN "
        f"RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{_KEPT}'; END IF; RETURN NEW; END $$",
        "CREATE OR REPLACE TRIGGER invoice_guarded BEFORE UPDATE OR DELETE ON invoice "
        "FOR EACH ROW EXECUTE FUNCTION invoice_guard()",
    ),
)
