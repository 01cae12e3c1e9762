"""The life of a refund: two people, always (ASVS 2.3.5)."""

from __future__ import annotations

from functools import partial

from api.access.policy import P, Role
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow, by_machine
from api.money.cash_days import queries as days
from api.money.ledger.days import local_day
from api.money.payments.workflow import BY_HAND
from api.money.refunds import queries, schemas

STATES = {
    "requested": Words("待批", "To be approved"),
    "approved": Words("待退", "To be paid out"),
    "paid": Words("已退款", "Refunded"),
    "rejected": Words("未同意", "Turned down"),
    "failed": Words("没退成", "Failed"),
}


def second_person(unit: Unit, refund: Row) -> Words | None:
    """Neither who asked for it nor who collected the money approves."""
    if unit.actor.kind != "system" and unit.actor.employee_id in (None, refund.requested_by_id):
        return Words("自己申请的退款要别人批", "Another person must approve what you asked for")
    if unit.actor.employee_id and queries.collector(unit, refund.payment_id) == unit.actor.employee_id:
        return Words("自己收的款要别人批退", "Another person must approve what you collected")
    return None


def by_hand(unit: Unit, refund: Row) -> Words | None:
    """What came through a provider goes back through it; nothing leaves a drawer whose former day is not counted yet.

    What lacks there when that day is closed must still be in the books, or it could not be closed any more.
    """
    if refund.way not in BY_HAND:
        return Words("由支付平台退回", "The provider sends it back")
    if refund.way == "cash" and days.earlier_open(unit, refund.station_id, local_day(unit, refund.station_id)):
        return Words(
            "前面还有没日结的日子，先日结再从钱箱退款", "Close the earlier day before paying out of the drawer"
        )
    return None


_machine = partial(by_machine, P.PAYMENTS_VIEW)

WORKFLOW = Workflow(
    "refunds",
    STATES,
    [
        Step(
            "approve", Words("同意退款", "Approve"), frozenset({"requested"}), "approved",
            permission=P.PAYMENTS_APPROVE, command=schemas.Approve, guard=second_person, key=True,
        ),
        Step(
            "pay-out", Words("退款给客户", "Pay out"), frozenset({"approved"}), "paid", permission=P.PAYMENTS_EDIT,
            command=schemas.PayOut, guard=by_hand, roles=frozenset({Role.ADMIN_SPECIALIST}), key=True,
        ),
        Step(
            "reject", Words("不同意", "Turn down"), frozenset({"requested"}), "rejected",
            permission=P.PAYMENTS_APPROVE, command=schemas.Reject, key=True,
        ),
        _machine("settle", "退款到账", "Paid", {"approved"}, "paid"),
        _machine("fail", "没退成", "Failed", {"approved"}, "failed"),
    ],
)  # fmt: skip
