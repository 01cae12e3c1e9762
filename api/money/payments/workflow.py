"""The life of a payment: who may take it back, and until when."""

from __future__ import annotations

from functools import partial

from api.access.policy import P, Role
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow, by_machine
from api.money.payments import queries, schemas

STATES = {
    "pending": Words("待付款", "Waiting for payment"),
    "collected": Words("已收款", "Collected"),
    "failed": Words("没付成", "Failed"),
    "cancelled": Words("已撤销", "Withdrawn"),
    "voided": Words("已作废", "Voided"),
}
BY_HAND = ("cash", "bank", "card")
"""Ways that people record; what a provider reported is never voided, only refunded."""


def recorded(unit: Unit, payment: Row) -> Words | None:
    """Only what a person wrote down can have been written down wrongly; nor is it taken back once money went back."""
    if payment.way not in BY_HAND:
        return Words("平台收的款只能退款", "What a provider collected can only be refunded")
    if queries.refunded(unit, payment.id):
        return Words("已有退款，不能作废", "There is a refund for it")
    if queries.slip_of(unit, payment.id, "presented"):
        return Words("已写进交款单，先撤回交款单", "It stands on a handover slip: withdraw that first")
    return None


def correctable(unit: Unit, payment: Row) -> Words | None:
    """Corrected by the cashier before the day is closed, and only until it is handed over."""
    if refused := recorded(unit, payment):
        return refused
    if queries.slip_of(unit, payment.id, "confirmed"):
        return Words("已经交款，请财务作废", "Already handed over: finance must void it")
    if not queries.day_open(unit, payment.station_id, payment.posted_on):
        return Words("当天已日结，请财务作废", "Its day is closed: finance must void it")
    return None


def approvable(unit: Unit, payment: Row) -> Words | None:
    """Who collected it does not approve its voiding."""
    if refused := recorded(unit, payment):
        return refused
    if payment.void_approved_by_id:
        return Words("已经同意作废", "Already approved")
    if payment.collected_by_id == unit.actor.employee_id:
        return Words("自己收的款要别人同意", "Another person must approve what you collected")
    return None


def voidable(unit: Unit, payment: Row) -> Words | None:
    """Finance voids what another person approved."""
    if refused := recorded(unit, payment):
        return refused
    if payment.void_approved_by_id is None:
        return Words("还缺站长同意", "The manager has not approved it yet")
    if payment.void_approved_by_id == unit.actor.employee_id:
        return Words("同意的人不能自己作废", "Who approved it does not void it")
    return None


_machine = partial(by_machine, P.PAYMENTS_VIEW)

WORKFLOW = Workflow(
    "payments",
    STATES,
    [
        Step(
            "cancel", Words("撤销收款码", "Withdraw the charge"), frozenset({"pending"}), "cancelled",
            permission=P.PAYMENTS_CREATE, command=schemas.Cancel, key=True,
        ),
        Step(
            "correct", Words("更正", "Correct"), frozenset({"collected"}), "voided", permission=P.PAYMENTS_EDIT,
            command=schemas.Correct, guard=correctable, key=True,
        ),
        Step(
            "approve-void", Words("同意作废", "Approve voiding"), frozenset({"collected"}), None,
            permission=P.PAYMENTS_APPROVE, command=schemas.ApproveVoid, guard=approvable,
            roles=frozenset({Role.STATION_MANAGER, Role.REGIONAL_MANAGER}), key=True,
        ),
        Step(
            "void", Words("作废", "Void"), frozenset({"collected"}), "voided", permission=P.PAYMENTS_VOID,
            command=schemas.Void, guard=voidable, key=True,
        ),
        _machine("collect", "收到", "Collected", {"pending", "failed", "cancelled"}, "collected"),
        _machine("fail", "没付成", "Failed", {"pending"}, "failed"),
    ],
)  # fmt: skip
