"""The money ledger: rows that are only ever added, each moving one amount from one account to another.

Balanced by construction, since a row has one amount and two sides. Balances are sums of rows and nowhere stored. What
no service may get wrong is refused by the database whoever writes: a posting into a day that is not open, and a sum
that would fall below nothing (a payment refunded or applied beyond what was collected, a bill paid twice, cash handed
over that nobody holds). On PostgreSQL the sum is guarded by an advisory lock of its account, on SQLite by its one
writer.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import append_only, extra
from api.money.ledger.chart import KINDS, NAMES


def _among(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(map(repr, values))})"


class Posting(SQLModel, table=True):
    """One amount, out of `credit` and into `debit`; `*_holder_id` says whose hands, where an account is a person's."""

    __tablename__ = "posting"
    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount_is_positive"),
        CheckConstraint("debit <> credit", name="two_sides"),
        CheckConstraint(_among("debit", NAMES), name="debit_is_known"),
        CheckConstraint(_among("credit", NAMES), name="credit_is_known"),
        CheckConstraint(_among("kind", KINDS), name="kind_is_known"),
        CheckConstraint("(debit = 'cash_held') = (debit_holder_id IS NOT NULL)", name="debit_is_held"),
        CheckConstraint("(credit = 'cash_held') = (credit_holder_id IS NOT NULL)", name="credit_is_held"),
        CheckConstraint(
            "NOT (debit IN ('receivable', 'revenue') OR credit IN ('receivable', 'revenue')) OR bill_id IS NOT NULL",
            name="bill_is_named",
        ),
        CheckConstraint(
            "NOT (debit = 'advance' OR credit = 'advance') OR (payment_id IS NOT NULL AND case_id IS NOT NULL)",
            name="payment_is_named",
        ),
        Index("ix_posting_case", "case_id", "id"),
        Index("ix_posting_bill", "bill_id"),
        Index("ix_posting_payment", "payment_id"),
        Index("ix_posting_refund", "refund_id"),
        Index("ix_posting_day", "station_id", "posted_on"),
        Index("ix_posting_debit_holder", "debit_holder_id", "station_id"),
        Index("ix_posting_credit_holder", "credit_holder_id", "station_id"),
        {"info": {"station": "station_id", "own": ("debit_holder_id", "credit_holder_id")}},
    )
    id: str = c.key()
    station_id: str = c.ref("station.id", index=False)
    posted_on: date = c.day(null=False)
    """The local day whose books it stands in; never a closed one, whenever it happened."""
    kind: str = c.text(16)
    debit: str = c.text(16)
    credit: str = c.text(16)
    debit_holder_id: str | None = c.ref("employee.id", null=True, index=False)
    credit_holder_id: str | None = c.ref("employee.id", null=True, index=False)
    amount_fen: int = c.fen()
    case_id: str | None = c.ref("service_request.id", null=True, index=False)
    bill_id: str | None = c.id_of(null=True)
    payment_id: str | None = c.id_of(null=True)
    refund_id: str | None = c.id_of(null=True)
    handover_id: str | None = c.id_of(null=True)
    reverses_id: str | None = c.ref("posting.id", null=True)
    occurred_at: datetime = c.when(null=False)
    recorded_at: datetime = c.when(null=False)
    recorded_by_id: str | None = c.id_of(null=True)


class CashDay(SQLModel, table=True):
    """One local day of a station's books: open, then closed with what was counted, and never touched again."""

    __tablename__ = "cash_day"
    __table_args__ = (
        UniqueConstraint("station_id", "day"),
        CheckConstraint(
            "status = 'open' OR (book_fen IS NOT NULL AND counted_fen IS NOT NULL AND closed_at IS NOT NULL)",
            name="closed_is_counted",
        ),
        CheckConstraint("banked_fen >= 0 AND counted_fen >= 0", name="counted_is_not_negative"),
        CheckConstraint("witness_id <> closed_by_id", name="witness_is_another"),
        CheckConstraint("approved_by_id <> closed_by_id", name="approver_is_another"),
        {"info": {"station": "station_id", "own": ("closed_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str = c.ref("station.id", index=False)
    day: date = c.day(null=False)
    status: str = c.text(8)
    book_fen: int | None = c.fen(null=True)
    counted_fen: int | None = c.fen(null=True)
    banked_fen: int = c.fen()
    bank_slip: str | None = c.text(60, null=True)
    counts: dict[str, Any] | None = c.data(null=True)
    """Pieces by denomination in fen, where they were counted so."""
    note: str | None = c.prose()
    closed_by_id: str | None = c.ref("employee.id", null=True, index=False)
    witness_id: str | None = c.ref("employee.id", null=True, index=False)
    closed_at: datetime | None = c.when()
    approved_by_id: str | None = c.ref("employee.id", null=True, index=False)
    approved_at: datetime | None = c.when()


DAY_CLOSED = "posting_day_closed"
OVERDRAWN = "posting_overdrawn"
"""What stands in the database's own message when it refuses a posting, on both."""
GUARDED = (
    ("debit", "advance", "payment_id"),
    ("debit", "refunds_payable", "refund_id"),
    ("credit", "receivable", "bill_id"),
    ("credit", "cash_held", "credit_holder_id"),
    ("credit", "drawer", "station_id"),
)
"""The sums that never fall below nothing: the side that lessens, the account, and by what it is kept apart."""


def _other(side: str) -> str:
    return "credit" if side == "debit" else "debit"


def _sum(side: str, account: str, by: str) -> str:
    """What stands on the account for the new row's object, before the row."""
    if by == "credit_holder_id":
        mine = (
            "station_id = NEW.station_id AND (debit_holder_id = NEW.credit_holder_id "
            "OR credit_holder_id = NEW.credit_holder_id)"
        )
        grows = f"debit = '{account}' AND debit_holder_id = NEW.credit_holder_id"
        lessens = f"credit = '{account}' AND credit_holder_id = NEW.credit_holder_id"
    else:
        mine = f"{by} = NEW.{by}"
        grows, lessens = f"{_other(side)} = '{account}'", f"{side} = '{account}'"
    return (
        f"SELECT COALESCE(SUM(CASE WHEN {grows} THEN amount_fen ELSE 0 END), 0) "
        f"- COALESCE(SUM(CASE WHEN {lessens} THEN amount_fen ELSE 0 END), 0) FROM posting "
        f"WHERE {mine} AND (debit = '{account}' OR credit = '{account}')"
    )


_SQLITE_DAY = f"""
CREATE TRIGGER IF NOT EXISTS posting_in_open_day BEFORE INSERT ON posting
WHEN NOT EXISTS (
  SELECT 1 FROM cash_day WHERE station_id = NEW.station_id AND day = NEW.posted_on AND status = 'open'
)
BEGIN SELECT RAISE(ABORT, '{DAY_CLOSED}'); END"""
_SQLITE_SUMS = tuple(
    f"CREATE TRIGGER IF NOT EXISTS posting_{account}_covered BEFORE INSERT ON posting "
    f"WHEN NEW.{side} = '{account}' AND NEW.amount_fen > ({_sum(side, account, by)}) "
    f"BEGIN SELECT RAISE(ABORT, '{OVERDRAWN}: {account}'); END"
    for side, account, by in GUARDED
)
_POSTGRES_SUMS = "".join(
    f"""
  IF NEW.{side} = '{account}' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('{account}:' || NEW.station_id::text || NEW.{by}::text, 0));
    IF NEW.amount_fen > ({_sum(side, account, by)}) THEN
      RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{OVERDRAWN}: {account}';
    END IF;
  END IF;"""
    for side, account, by in GUARDED
)
_POSTGRES_GUARD = f"""
CREATE OR REPLACE FUNCTION posting_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM cash_day WHERE station_id = NEW.station_id AND day = NEW.posted_on AND status = 'open' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{DAY_CLOSED}';
  END IF;{_POSTGRES_SUMS}
  RETURN NEW;
END $$"""
_CLOSED_FIGURES = ("station_id", "day", "status", "book_fen", "counted_fen", "banked_fen", "closed_by_id", "closed_at")
_CHANGED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _CLOSED_FIGURES)
extra(
    sqlite=(
        _SQLITE_DAY,
        *_SQLITE_SUMS,
        "CREATE TRIGGER IF NOT EXISTS cash_day_closed BEFORE UPDATE ON cash_day "
        f"WHEN OLD.status = 'closed' AND ({_CHANGED}) BEGIN SELECT RAISE(ABORT, 'cash_day is closed'); END",
        "CREATE TRIGGER IF NOT EXISTS cash_day_kept BEFORE DELETE ON cash_day "
        "BEGIN SELECT RAISE(ABORT, 'cash_day is kept'); END",
    ),
    postgresql=(
        _POSTGRES_GUARD,
        "CREATE OR REPLACE TRIGGER posting_guarded BEFORE INSERT ON posting "
        "FOR EACH ROW EXECUTE FUNCTION posting_guard()",
        "CREATE OR REPLACE FUNCTION cash_day_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' OR (OLD.status = 'closed' AND ({_CHANGED})) THEN "
        "RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'cash_day is closed'; END IF; "
        "RETURN NEW; END $$",
        "CREATE OR REPLACE TRIGGER cash_day_guarded BEFORE UPDATE OR DELETE ON cash_day "
        "FOR EACH ROW EXECUTE FUNCTION cash_day_guard()",
    ),
)
append_only("posting")
