"""The life of a settlement bill."""

from __future__ import annotations

from functools import partial

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow, by_machine
from api.money.settlement_bills import queries, schemas

STATES = {
    "issued": Words("待收款", "To be paid"),
    "settled": Words("已收齐", "Paid in full"),
    "voided": Words("已作废", "Voided"),
}


def uninvoiced(unit: Unit, bill: Row) -> Words | None:
    """A bill for which an invoice stands is not voided before that is red-lettered (D25)."""
    if queries.invoiced(unit, bill.id):
        return Words("已开发票，请先红冲发票", "An invoice stands for it: red-letter that first")
    return None


_machine = partial(by_machine, P.SETTLEMENT_BILLS_VIEW)

WORKFLOW = Workflow(
    "settlement-bills",
    STATES,
    [
        Step(
            "void", Words("作废", "Void"), frozenset({"issued", "settled"}), "voided",
            permission=P.SETTLEMENT_BILLS_VOID, command=schemas.Void, guard=uninvoiced, key=True,
        ),
        _machine("settle", "收齐", "Settle", {"issued"}, "settled"),
        _machine("reopen", "又欠款", "Reopen", {"settled"}, "issued"),
    ],
)  # fmt: skip
