"""The life of an invoice (D25): issued, perhaps taken along, and if wrong taken back by a red-letter invoice."""

from __future__ import annotations

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.money.invoices import schemas

STATES = {
    "requested": Words("待开票", "To be issued"),
    "issued": Words("已开票", "Issued"),
    "red_lettered": Words("已红冲", "Red-lettered"),
    "withdrawn": Words("已撤回", "Withdrawn"),
}


def original(unit: Unit, invoice: Row) -> Words | None:
    """A red-letter invoice is not taken back by another, and none that somebody has with him."""
    if invoice.red_of_id:
        return Words("红字发票不能再红冲", "A red-letter invoice is final")
    if out(invoice):
        return Words("发票还在外面，请先带回", "It is out on a visit: it must come back first")
    return None


def out(invoice: Row) -> bool:
    """Whether somebody has it with him."""
    return invoice.taken_at is not None and invoice.handed_out_at is None and invoice.returned_at is None


def here(unit: Unit, invoice: Row) -> Words | None:
    """Only a paper invoice that is here is taken along."""
    if invoice.medium != "paper" or invoice.red_of_id:
        return Words("只有纸质蓝字发票要带", "Only a paper invoice is taken along")
    if invoice.handed_out_at or out(invoice):
        return Words("发票已经不在站里", "It is not here any more")
    if unit.actor.employee_id is None:
        return Words("要有人带", "Somebody must take it")
    return None


def with_me(unit: Unit, invoice: Row) -> Words | None:
    """Only who took it along says what became of it."""
    if out(invoice) and invoice.taken_by_id == unit.actor.employee_id:
        return None
    return Words("这张发票不在您手里", "You do not have this invoice with you")


def _carry(action: str, zh: str, en: str, guard: object) -> Step:
    return Step(
        action, Words(zh, en), frozenset({"issued"}), None, permission=P.INVOICES_CREATE, command=schemas.Carry,
        guard=guard, key=True,  # type: ignore[arg-type]
    )  # fmt: skip


WORKFLOW = Workflow(
    "invoices",
    STATES,
    [
        Step(
            "issue", Words("开票", "Issue"), frozenset({"requested"}), "issued", permission=P.INVOICES_EDIT,
            command=schemas.Issue, key=True,
        ),
        _carry("take-along", "带上门", "Take along", here),
        _carry("hand-out", "交给客户", "Hand out", with_me),
        _carry("bring-back", "带回", "Bring back", with_me),
        Step(
            "withdraw", Words("撤回申请", "Withdraw"), frozenset({"requested"}), "withdrawn",
            permission=P.INVOICES_CREATE, command=schemas.Withdraw, key=True,
        ),
        Step(
            "red-letter", Words("红冲", "Red-letter"), frozenset({"issued"}), "red_lettered",
            permission=P.INVOICES_EDIT, command=schemas.RedLetter, guard=original, key=True,
        ),
    ],
)  # fmt: skip
