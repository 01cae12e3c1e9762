"""The life of a swap: asked by one, agreed by the other, approved by the manager of both."""

from __future__ import annotations

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.network.shift_swaps import schemas


def _the_other(unit: Unit, swap: Row) -> Words | None:
    if swap.other_id == unit.actor.employee_id:
        return None
    return Words("要由对方答复", "The other one answers")


def _the_asker(unit: Unit, swap: Row) -> Words | None:
    if swap.asker_id == unit.actor.employee_id:
        return None
    return Words("只有提出的人可以撤回", "Only who asked may withdraw it")


def _neither(unit: Unit, swap: Row) -> Words | None:
    """Nobody approves his own swap (separate hands)."""
    if unit.actor.employee_id in (swap.asker_id, swap.other_id):
        return Words("自己的换班由上级批准", "One's own swap is decided by somebody else")
    return None


_ASKED, _AGREED = frozenset({"asked"}), frozenset({"agreed"})
WORKFLOW = Workflow(
    "shift-swaps",
    schemas.STATES,
    (
        Step("agree", Words("同意", "Agree"), _ASKED, "agreed", P.SHIFT_SWAPS_EDIT, schemas.Agree, _the_other),
        Step("decline", Words("不同意", "Decline"), _ASKED, "declined", P.SHIFT_SWAPS_EDIT, schemas.Decline, _the_other),
        Step("approve", Words("批准", "Approve"), _AGREED, "approved", P.SHIFT_SWAPS_APPROVE, schemas.Approve, _neither,
             key=True),
        Step("refuse", Words("不批准", "Refuse"), _ASKED | _AGREED, "refused", P.SHIFT_SWAPS_APPROVE, schemas.Refuse,
             _neither),
        Step("withdraw", Words("撤回", "Withdraw"), _ASKED | _AGREED, "withdrawn", P.SHIFT_SWAPS_EDIT, schemas.Withdraw,
             _the_asker),
    ),
)  # fmt: skip
