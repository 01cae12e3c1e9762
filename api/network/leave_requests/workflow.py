"""The life of a leave: asked, then approved or refused by somebody else, or withdrawn."""

from __future__ import annotations

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.network.leave_requests import schemas


def _another_s(unit: Unit, leave: Row) -> Words | None:
    """Nobody decides on his own leave (separate hands), and none is approved when it is over."""
    if leave.employee_id == unit.actor.employee_id:
        return Words("自己的请假由上级批准", "One's own leave is decided by somebody else")
    if leave.ends_at <= unit.now:
        return Words("这段时间已经过去", "That time is over")
    return None


def _not_over(unit: Unit, leave: Row) -> Words | None:
    if leave.ends_at <= unit.now:
        return Words("这段时间已经过去", "That time is over")
    return None


_ASKED = frozenset({"asked"})
WORKFLOW = Workflow(
    "leave-requests",
    schemas.STATES,
    (
        Step("approve", Words("批准", "Approve"), _ASKED, "approved", P.LEAVE_REQUESTS_APPROVE, schemas.Approve,
             _another_s, key=True),
        Step("refuse", Words("不批准", "Refuse"), _ASKED, "refused", P.LEAVE_REQUESTS_APPROVE, schemas.Refuse, _another_s),
        Step("withdraw", Words("撤回", "Withdraw"), _ASKED | {"approved"}, "withdrawn", P.LEAVE_REQUESTS_EDIT,
             schemas.Withdraw, _not_over, key=True),
    ),
)  # fmt: skip
