"""Quotes and their lines (R50, R161, R164): what is offered is fixed by the database itself, and nothing is deleted."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint, column
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit import schema
from api.money.price_lists.model import KIND

STATUSES = (
    "draft", "awaiting_approval", "offered", "consented", "declined", "expired", "superseded", "void",
)  # fmt: skip
LIVE = ("draft", "awaiting_approval", "offered")
"""One quote of a case is in the making or before the customer at a time."""
_LIVE = column("status", String).in_(LIVE)


class Quote(SQLModel, table=True):
    """A quotation for a case; `revision` counts the quotes of one case.

    `supplement_to_id` names the consented quote that this one adds to (extra findings, R177). `replaces_id` names the
    consented quote in whose place it comes: until the customer consents to the new one, the former holds.
    """

    __tablename__ = "quote"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("total_fen = list_total_fen - discount_fen", name="total_is_list_less_discount"),
        CheckConstraint("discount_fen >= 0 AND total_fen >= 0", name="not_negative"),
        CheckConstraint("ceiling_fen IS NULL OR ceiling_fen >= total_fen", name="ceiling_covers_total"),
        CheckConstraint(
            "status NOT IN ('offered', 'consented', 'declined', 'expired') "
            "OR (fingerprint IS NOT NULL AND valid_until IS NOT NULL)",
            name="offered_is_fixed",
        ),
        CheckConstraint("status <> 'consented' OR ceiling_fen IS NOT NULL", name="consented_has_ceiling"),
        CheckConstraint("status <> 'void' OR voided_reason IS NOT NULL", name="void_is_reasoned"),
        CheckConstraint("approved_by_id IS NULL OR approved_by_id <> created_by_id", name="creator_never_approves"),
        CheckConstraint("supplement_to_id IS NULL OR replaces_id IS NULL", name="adds_or_replaces"),
        UniqueConstraint("case_id", "revision"),
        Index("uq_quote_live", "case_id", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index("ix_quote_queue", "station_id", "status", "created_at", "id"),
        Index("ix_quote_new", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("created_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.ref("employee.id", null=True)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id", index=False)
    case_id: str = c.ref("service_request.id", index=False)
    customer_id: str = c.ref("customer.id")
    status: str = c.text(20)
    revision: int = c.integer()
    list_total_fen: int = c.fen()
    discount_fen: int = c.fen()
    total_fen: int = c.fen()
    ceiling_fen: int | None = c.fen(null=True)
    """Up to what the customer consented; with the consent, not before."""
    fingerprint: str | None = c.text(64, null=True)
    """SHA-256 over number, revision, customer, lines, totals and validity as they were offered."""
    valid_until: datetime | None = c.when()
    note: str | None = c.prose()
    discount_bp: int = c.integer(default=0)
    """The deepest discount of a line in hundredths of a per cent, rounded up: a whole quote hides none (D21)."""
    free_lines: bool = c.flag(default=False)
    """A line has a price that stands in no list (R155)."""
    below_former: bool = c.flag(default=False)
    """A line costs less than this customer paid for the same before (R158)."""
    asked_at: datetime | None = c.when()
    approved_by_id: str | None = c.ref("employee.id", null=True, index=False)
    approved_at: datetime | None = c.when()
    approved_digest: str | None = c.text(64, null=True)
    """SHA-256 over the lines that were approved: other lines need another approval."""
    offered_at: datetime | None = c.when()
    decided_at: datetime | None = c.when()
    declined_reason: str | None = c.prose()
    voided_reason: str | None = c.prose()
    supplement_to_id: str | None = c.ref("quote.id", null=True)
    replaces_id: str | None = c.ref("quote.id", null=True, index=False)


class QuoteLine(SQLModel, table=True):
    """One line: `quantity` in thousandths, `discount_bp` in hundredths of a per cent, `amount_fen` rounded half up."""

    __tablename__ = "quote_line"
    __table_args__ = (
        UniqueConstraint("quote_id", "position"),
        CheckConstraint(KIND, name="kind"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("unit_fen >= 0 AND unit_fen <= unit_list_fen", name="not_above_list"),
        CheckConstraint("amount_fen >= 0", name="amount_not_negative"),
        CheckConstraint("discount_bp BETWEEN 0 AND 10000", name="discount_is_share"),
    )
    id: str = c.key()
    quote_id: str = c.ref("quote.id")
    position: int = c.integer()
    kind: str = c.text(10)
    price_item_id: str | None = c.ref("price_item.id", null=True)
    part_id: str | None = c.id_of(null=True)
    code: str | None = c.text(40, null=True, index=True)
    """The price list's code, by which the customer's former price is found (R158)."""
    description: str = c.text(120)
    unit: str = c.text(12)
    quantity: int = c.integer()
    unit_list_fen: int = c.fen()
    unit_fen: int = c.fen()
    discount_bp: int = c.integer()
    amount_fen: int = c.fen()
    former_fen: int | None = c.fen(null=True)
    """What this customer paid for the same last time, as it was known when the line was written (R158)."""


_FIXED = ("number", "case_id", "customer_id", "revision")
_ONCE_OFFERED = ("list_total_fen", "discount_fen", "total_fen", "fingerprint", "valid_until")
_CHANGED = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _FIXED)
_ALTERED = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _ONCE_OFFERED)
_STATUS = "SELECT status FROM quote WHERE id = "
_REFUSE_LINE, _REFUSE_QUOTE = "an offered quote is not altered", "a quote is never deleted"
schema.extra(
    sqlite=(
        *(
            f"CREATE TRIGGER IF NOT EXISTS quote_line_fixed_{verb.lower()} BEFORE {verb} ON quote_line "
            f"WHEN ({_STATUS}{row}.quote_id) <> 'draft' "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSE_LINE}'); END"
            for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
        ),
        f"CREATE TRIGGER IF NOT EXISTS quote_fixed BEFORE UPDATE ON quote WHEN {_CHANGED} OR "
        f"(OLD.fingerprint IS NOT NULL AND ({_ALTERED})) BEGIN SELECT RAISE(ABORT, '{_REFUSE_LINE}'); END",
        f"CREATE TRIGGER IF NOT EXISTS quote_kept BEFORE DELETE ON quote "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSE_QUOTE}'); END",
    ),
    postgresql=(
        "CREATE OR REPLACE FUNCTION quote_line_fixed() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "DECLARE of_quote uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.quote_id ELSE OLD.quote_id END; "
        f"BEGIN IF ({_STATUS}of_quote) <> 'draft' THEN "
        f"RAISE EXCEPTION USING MESSAGE = '{_REFUSE_LINE}', ERRCODE = '23514'; END IF; "
        "RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END; END $$",
        "CREATE OR REPLACE TRIGGER quote_line_fixed BEFORE INSERT OR UPDATE OR DELETE ON quote_line "
        "FOR EACH ROW EXECUTE FUNCTION quote_line_fixed()",
        "CREATE OR REPLACE FUNCTION quote_fixed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' THEN RAISE EXCEPTION USING MESSAGE = '{_REFUSE_QUOTE}', ERRCODE = '23514'; END IF; "
        f"IF {_CHANGED.replace('IS NOT', 'IS DISTINCT FROM')} OR (OLD.fingerprint IS NOT NULL AND "
        f"({_ALTERED.replace('IS NOT', 'IS DISTINCT FROM')})) THEN "
        f"RAISE EXCEPTION USING MESSAGE = '{_REFUSE_LINE}', ERRCODE = '23514'; END IF; RETURN NEW; END $$",
        "CREATE OR REPLACE TRIGGER quote_fixed BEFORE UPDATE OR DELETE ON quote "
        "FOR EACH ROW EXECUTE FUNCTION quote_fixed()",
    ),
)
