"""The life of a stock-take: counting, submitted, settled by a second person; or cancelled."""

from __future__ import annotations

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.parts.counts import queries, schemas

STATES = {
    "counting": Words("在盘", "Counting"),
    "submitted": Words("待批", "Awaiting approval"),
    "settled": Words("已结清", "Settled"),
    "cancelled": Words("已作废", "Cancelled"),
}


def complete(unit: Unit, count: Row) -> Words | None:
    """Every line of the sheet is counted."""
    told = count.__dict__.get("open_lines")  # a list has counted them already
    open_lines = queries.open_lines(unit, count.id) if told is None else int(told)
    if open_lines:
        return Words("还有 {n} 行没盘", "{n} lines are not counted yet").format(n=open_lines)
    return None


def second_person(unit: Unit, count: Row) -> Words | None:
    """Nobody approves what he counted, nor what lies in his own van (R189; promises.md: separate hands)."""
    me = unit.actor.employee_id
    if me is not None and me in (count.created_by_id, count.holder_id):
        return Words("自己盘的、自己车上的，要由别人批", "Somebody else approves what you counted or hold")
    return None


WORKFLOW = Workflow(
    "stock-counts",
    STATES,
    [
        Step(
            "settle", Words("批准差异", "Approve the differences"), frozenset({"submitted"}), "settled",
            P.STOCK_COUNTS_APPROVE, schemas.Settle, second_person, key=True,
        ),
        Step(
            "submit", Words("盘完，交批", "Hand in for approval"), frozenset({"counting"}), "submitted",
            P.STOCK_COUNTS_EDIT, schemas.Submit, complete,
        ),
        Step(
            "count-again", Words("退回重盘", "Have it counted again"), frozenset({"submitted"}), "counting",
            P.STOCK_COUNTS_APPROVE, schemas.Because,
        ),
        Step(
            "cancel", Words("作废", "Cancel"), frozenset({"counting", "submitted"}), "cancelled", P.STOCK_COUNTS_EDIT,
            schemas.Because,
        ),
    ],
)  # fmt: skip
