"""The life of a transfer: sent, then received by another, or taken back."""

from __future__ import annotations

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.parts.transfers import schemas

STATES = {
    "sent": Words("在途", "On its way"),
    "received": Words("已收", "Received"),
    "taken_back": Words("已退回", "Taken back"),
}


def another(unit: Unit, transfer: Row) -> Words | None:
    """Two persons: whoever sent it does not also say that it arrived."""
    if transfer.sent_by_id is not None and transfer.sent_by_id == unit.actor.employee_id:
        return Words("自己发的要由收货的人收", "Whoever sent it does not receive it")
    return None


WORKFLOW = Workflow(
    "stock-transfers",
    STATES,
    [
        Step(
            "receive", Words("收货", "Receive"), frozenset({"sent"}), "received", P.STOCK_TRANSFERS_EDIT,
            schemas.Receive, another, key=True,
        ),
        Step(
            "take-back", Words("退回", "Take back"), frozenset({"sent"}), "taken_back", P.STOCK_TRANSFERS_EDIT,
            schemas.TakeBack, key=True,
        ),
    ],
)  # fmt: skip
