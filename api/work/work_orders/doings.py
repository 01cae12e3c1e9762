"""What was done for customers and when, for the judgement of who is active (D31)."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from api.kit.unit import Unit
from api.work.work_orders.model import WorkOrder

_order = WorkOrder.__table__  # type: ignore[attr-defined]
_ZONE = ZoneInfo("Asia/Shanghai")


def of_customers(unit: Unit, ids: list[str], since: datetime) -> dict[str, list[date]]:
    """By customer: the local days of finished work, oldest first; for the house's own count, unscoped."""
    rows = unit.rows(
        select(_order.c.customer_id, _order.c.done_at)
        .where(_order.c.customer_id.in_(ids), _order.c.done_at >= since)
        .order_by(_order.c.done_at)
    )
    found: dict[str, list[date]] = {}
    for row in rows:
        found.setdefault(row["customer_id"], []).append(row["done_at"].astimezone(_ZONE).date())
    return found
