"""The life of an exception: open, then posted or dismissed by somebody else than who used the part."""

from __future__ import annotations

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.parts.exceptions import schemas

STATES = {
    "open": Words("待处理", "Open"),
    "posted": Words("已补记", "Posted"),
    "dismissed": Words("不记", "Not posted"),
}


def not_his_own(unit: Unit, subject: Row) -> Words | None:
    """Nobody settles a stock variance about himself (promises.md: separate hands)."""
    if subject.employee_id is not None and subject.employee_id == unit.actor.employee_id:
        return Words("自己的差异要由别人处理", "Somebody else settles your own variance")
    return None


WORKFLOW = Workflow(
    "stock-exceptions",
    STATES,
    [
        Step(
            "book", Words("货已补上，记用料", "It is there now: post it"), frozenset({"open"}), "posted",
            P.STOCK_EXCEPTIONS_EDIT, schemas.Settle, not_his_own, key=True,
        ),
        Step(
            "book-found", Words("账少了，盘盈后记用料", "The book lacked it: find and post"), frozenset({"open"}),
            "posted", P.STOCK_EXCEPTIONS_APPROVE, schemas.Settle, not_his_own, key=True,
        ),
        Step(
            "dismiss", Words("没用这件，不记", "It was not used: do not post"), frozenset({"open"}), "dismissed",
            P.STOCK_EXCEPTIONS_EDIT, schemas.Settle, not_his_own, key=True,
        ),
    ],
)  # fmt: skip
