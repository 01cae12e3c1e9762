"""Payments: each row is one part, by one way; a bill may be paid in many (R178)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import extra
from api.money.ledger.chart import WAYS

STATUSES = ("pending", "collected", "failed", "cancelled", "voided")
PURPOSES = ("bill", "special_order", "project")


class Payment(SQLModel, table=True):
    """Money from a customer, for a bill or in advance; `pending` is a charge the customer has not paid yet.

    What of it is applied or free stands in no column: it is a sum of the ledger. Its amount, way and case never change
    once it is collected.
    """

    __tablename__ = "payment"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint(f"way IN {tuple(WAYS)}", name="way"),
        CheckConstraint(f"purpose IN {PURPOSES}", name="purpose"),
        CheckConstraint("amount_fen > 0", name="amount_is_positive"),
        CheckConstraint("(purpose = 'bill') = (bill_id IS NOT NULL)", name="bill_is_named"),
        CheckConstraint("way <> 'cash' OR collected_by_id IS NOT NULL", name="cash_is_held"),
        CheckConstraint("status NOT IN ('collected', 'voided') OR collected_at IS NOT NULL", name="collected_has_time"),
        CheckConstraint("status <> 'voided' OR voided_reason IS NOT NULL", name="void_is_reasoned"),
        CheckConstraint("void_approved_by_id <> voided_by_id", name="void_by_two"),
        UniqueConstraint("provider", "provider_reference"),
        Index("ix_payment_queue", "station_id", "status", "created_at", "id"),
        Index("ix_payment_new", "created_at", "id"),
        {"info": {"station": "station_id", "own": ("collected_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(40, unique=True)
    station_id: str = c.ref("station.id", index=False)
    case_id: str = c.ref("service_request.id")
    customer_id: str = c.ref("customer.id")
    bill_id: str | None = c.ref("settlement_bill.id", null=True)
    purpose: str = c.text(16)
    way: str = c.text(8)
    amount_fen: int = c.fen()
    status: str = c.text(10)
    collected_by_id: str | None = c.ref("employee.id", null=True)
    collected_at: datetime | None = c.when()
    occurred_at: datetime | None = c.when()
    posted_on: date | None = c.day()
    reference: str | None = c.text(80, null=True)
    """Number of the bank's or the card's slip, or the provider's transaction."""
    receipt_number: str | None = c.text(40, null=True, unique=True)
    """Of the receipt that a phone gave the customer while it was offline, from its own block (D24)."""
    payer: str | None = c.text(80, null=True, of="personal")
    remark: str | None = c.prose()
    provider: str | None = c.text(20, null=True)
    provider_reference: str | None = c.text(80, null=True)
    qr_text: str | None = c.text(400, null=True)
    expires_at: datetime | None = c.when()
    void_approved_by_id: str | None = c.ref("employee.id", null=True, index=False)
    voided_by_id: str | None = c.ref("employee.id", null=True, index=False)
    voided_reason: str | None = c.prose()
    voided_at: datetime | None = c.when()


class PaymentCallback(SQLModel, table=True):
    """What a provider told us, once for each of its event ids; it waits until it can take effect, in whatever order."""

    __tablename__ = "payment_callback"
    __table_args__ = (
        UniqueConstraint("provider", "event_id"),
        CheckConstraint("(outcome = 'waiting') = (done_at IS NULL)", name="done_has_time"),
    )
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    provider: str = c.text(20)
    event_id: str = c.text(80)
    type: str = c.text(30)
    payment_id: str = c.id_of(index=True)
    data: dict[str, Any] = c.data()
    outcome: str = c.text(10)
    done_at: datetime | None = c.when()


_FIXED = ("case_id", "station_id", "customer_id", "bill_id", "number", "amount_fen", "way")
_ALTERED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _FIXED)
_KEPT = "a payment is fixed"
extra(
    sqlite=(
        f"CREATE TRIGGER IF NOT EXISTS payment_fixed BEFORE UPDATE ON payment WHEN {_ALTERED} "
        f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
        f"CREATE TRIGGER IF NOT EXISTS payment_kept BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END",
    ),
    postgresql=(
        "CREATE OR REPLACE FUNCTION payment_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' OR {_ALTERED} THEN "
        f"RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{_KEPT}'; END IF; RETURN NEW; END $$",
        "CREATE OR REPLACE TRIGGER payment_guarded BEFORE UPDATE OR DELETE ON payment "
        "FOR EACH ROW EXECUTE FUNCTION payment_guard()",
    ),
)
