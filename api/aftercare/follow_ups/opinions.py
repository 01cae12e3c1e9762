"""What customers said in follow-ups, for the judgement of their satisfaction (R390)."""

from __future__ import annotations

from sqlalchemy import func, select

from api.aftercare.follow_ups.model import FollowUp
from api.customers.relations.figures import Opinion
from api.kit.unit import Unit

_follow_up = FollowUp.__table__  # type: ignore[attr-defined]


def of_customers(unit: Unit, ids: list[str], most: int) -> dict[str, list[Opinion]]:
    """By customer: his last opinions, the newest first; for the house's own count, unscoped.

    A follow-up that is open with a reason is one that heard of dissatisfaction; the questions were scored then too.
    """
    said = (
        select(
            _follow_up.c.customer_id, _follow_up.c.status, _follow_up.c.csi, _follow_up.c.id,
            func.row_number()
            .over(partition_by=_follow_up.c.customer_id, order_by=_follow_up.c.created_at.desc())
            .label("nth"),
        )
        .where(_follow_up.c.customer_id.in_(ids), _follow_up.c.csi.is_not(None))
        .subquery()
    )  # fmt: skip
    rows = unit.rows(select(said).where(said.c.nth <= most).order_by(said.c.customer_id, said.c.nth))
    found: dict[str, list[Opinion]] = {}
    for row in rows:
        found.setdefault(row["customer_id"], []).append(Opinion(row["status"] == "satisfied", row["csi"]))
    return found
