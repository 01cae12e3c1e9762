"""What customers were billed, for the judgement of their worth (D30, D31)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from api.customers.relations.figures import Purchase
from api.kit.unit import Unit
from api.money.settlement_bills.model import SettlementBill

_bill = SettlementBill.__table__  # type: ignore[attr-defined]
_ZONE = ZoneInfo("Asia/Shanghai")


def of_customers(unit: Unit, ids: list[str], since: datetime) -> dict[str, list[Purchase]]:
    """By customer: bills that were not voided, on their local day, oldest first; for the house's own count, unscoped."""
    rows = unit.rows(
        select(_bill.c.customer_id, _bill.c.created_at, _bill.c.total_fen)
        .where(_bill.c.customer_id.in_(ids), _bill.c.created_at >= since, _bill.c.status != "voided")
        .order_by(_bill.c.created_at)
    )
    found: dict[str, list[Purchase]] = {}
    for row in rows:
        bought = Purchase(row["created_at"].astimezone(_ZONE).date(), row["total_fen"])
        found.setdefault(row["customer_id"], []).append(bought)
    return found
