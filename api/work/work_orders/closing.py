"""The end of an order follows from the fourth step (R9); nobody closes one by hand."""

from __future__ import annotations

from api.kit.unit import Unit
from api.work.work_orders import facts, queries
from api.work.work_orders.service import index, settle
from api.work.work_orders.workflow import WORKFLOW


def close(unit: Unit, order_id: str, follow_up_id: str) -> None:
    """The visit was followed up, or its follow-up waived: the order closes; the unit acts as the system.

    :raises TransitionRefused: its record is not in.
    """
    order = queries.any_one(unit, order_id)
    followed = WORKFLOW.fire(unit, "mark-followed-up", order)
    settle(unit, order, facts.WorkOrderFollowedUp(follow_up_id=follow_up_id), **followed)
    settle(unit, order, facts.WorkOrderClosed(), **WORKFLOW.fire(unit, "close", order), open=False, closed_at=unit.now)
    index(unit, order)
