"""Price lists by customer class and period (R155, R159), and their items."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit import schema

KINDS = ("labour", "part", "call_out", "test_fee", "upgrade", "training", "software", "other")
"""What is charged for (R6); quotes and bills use the same words."""
KIND = "kind IN ('labour', 'part', 'call_out', 'test_fee', 'upgrade', 'training', 'software', 'other')"


class PriceList(SQLModel, table=True):
    """What is charged to one class of customers (none named: to every class) from one day to another, both included.

    A published list is never changed: a change is a new list, which holds from its first day on (history is kept).
    """

    __tablename__ = "price_list"
    __table_args__ = (
        CheckConstraint("status IN ('draft', 'published', 'withdrawn')", name="status"),
        CheckConstraint("customer_class IS NULL OR customer_class IN ('A', 'B', 'C')", name="customer_class"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("status <> 'published' OR published_at IS NOT NULL", name="published_at"),
        CheckConstraint("status <> 'withdrawn' OR withdrawn_reason IS NOT NULL", name="withdrawal_is_reasoned"),
        Index("ix_price_list_in_force", "status", "customer_class", "starts_on"),
        {"info": {"shared": True}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    number: str = c.text(40, unique=True)
    name: str = c.text(80)
    customer_class: str | None = c.text(1, null=True)
    starts_on: date = c.day(null=False)
    ends_on: date | None = c.day()
    status: str = c.text(12)
    published_at: datetime | None = c.when()
    published_by_id: str | None = c.id_of(null=True)
    supersedes_id: str | None = c.ref("price_list.id", null=True)
    """The list of which this one was made as the change."""
    withdrawn_at: datetime | None = c.when()
    withdrawn_reason: str | None = c.prose()


class PriceItem(SQLModel, table=True):
    """One price. `family` or `model` narrow it to some products; `terms` is what the search looks at."""

    __tablename__ = "price_item"
    __table_args__ = (
        UniqueConstraint("price_list_id", "code"),
        CheckConstraint(KIND, name="kind"),
        CheckConstraint("unit_price_fen >= 0", name="price_not_negative"),
        Index("ix_price_item_code", "code"),
    )
    id: str = c.key()
    price_list_id: str = c.ref("price_list.id")
    position: int = c.integer()
    kind: str = c.text(10)
    code: str = c.text(40)
    name: str = c.text(120)
    family: str | None = c.text(40, null=True)
    model: str | None = c.text(40, null=True)
    unit: str = c.text(12)
    unit_price_fen: int = c.fen()
    terms: str = c.text(600)


_OF_DRAFT = "SELECT status FROM price_list WHERE id = {row}.price_list_id"
schema.extra(
    sqlite=(
        *(
            f"CREATE TRIGGER IF NOT EXISTS price_item_fixed_{verb.lower()} BEFORE {verb} ON price_item "
            f"WHEN ({_OF_DRAFT.format(row=row)}) <> 'draft' "
            "BEGIN SELECT RAISE(ABORT, 'a published price list is not changed'); END"
            for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
        ),
        "CREATE TRIGGER IF NOT EXISTS price_list_fixed BEFORE UPDATE ON price_list WHEN OLD.status <> 'draft' AND "
        "(NEW.customer_class IS NOT OLD.customer_class OR NEW.starts_on <> OLD.starts_on OR NEW.ends_on IS NOT "
        "OLD.ends_on OR NEW.name <> OLD.name OR NEW.status = 'draft') "
        "BEGIN SELECT RAISE(ABORT, 'a published price list is not changed'); END",
        "CREATE TRIGGER IF NOT EXISTS price_list_kept BEFORE DELETE ON price_list "
        "BEGIN SELECT RAISE(ABORT, 'a price list is never deleted'); END",
    ),
    postgresql=(
        "CREATE OR REPLACE FUNCTION price_item_fixed() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "DECLARE of_list uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.price_list_id ELSE OLD.price_list_id END; "
        "BEGIN IF (SELECT status FROM price_list WHERE id = of_list) <> 'draft' THEN "
        "RAISE EXCEPTION USING MESSAGE = 'a published price list is not changed', ERRCODE = '23514'; END IF; "
        "RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END; END $$",
        "CREATE OR REPLACE TRIGGER price_item_fixed BEFORE INSERT OR UPDATE OR DELETE ON price_item "
        "FOR EACH ROW EXECUTE FUNCTION price_item_fixed()",
        "CREATE OR REPLACE FUNCTION price_list_fixed() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN IF TG_OP = 'DELETE' THEN "
        "RAISE EXCEPTION USING MESSAGE = 'a price list is never deleted', ERRCODE = '23514'; END IF; "
        "IF OLD.status <> 'draft' AND (NEW.customer_class, NEW.starts_on, NEW.ends_on, NEW.name) IS DISTINCT FROM "
        "(OLD.customer_class, OLD.starts_on, OLD.ends_on, OLD.name) OR (OLD.status <> 'draft' AND NEW.status = 'draft') "
        "THEN RAISE EXCEPTION USING MESSAGE = 'a published price list is not changed', ERRCODE = '23514'; END IF; "
        "RETURN NEW; END $$",
        "CREATE OR REPLACE TRIGGER price_list_fixed BEFORE UPDATE OR DELETE ON price_list "
        "FOR EACH ROW EXECUTE FUNCTION price_list_fixed()",
    ),
)
