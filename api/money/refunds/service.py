"""Verbs on refunds: asked for, decided upon by a second person, paid out by the way the money came."""

from __future__ import annotations

from typing import Any

from api.access import scope
from api.access.policy import P
from api.events import log
from api.kit import jobs
from api.kit.numbering import next_number
from api.kit.problems import Invalid, NotFound, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.ledger import queries as sums
from api.money.ledger.days import local_day
from api.money.ledger.yuan import yuan
from api.money.payments import queries as payments
from api.money.payments.problems import NothingFree
from api.money.refunds import answers, facts, queries, schemas, settling
from api.money.refunds.model import Refund
from api.money.refunds.workflow import WORKFLOW
from api.network.stations import queries as stations


def request(unit: Unit, command: schemas.RefundCreate) -> dict[str, Any]:
    """Ask for money back out of a payment. What stands on a bill is free only once the bill is voided.

    :raises NothingFree: more than what of the payment is free.
    """
    try:
        payment = payments.one(unit, command.payment_id, lock=True)
    except NotFound as none:
        raise Invalid.field("/body/payment_id", "unknown", Words("没有这笔收款", "There is no such payment")) from none
    scope.demand(unit, P.PAYMENTS_CREATE, payment)
    if payment.status != "collected":
        raise TransitionRefused(Words("这笔款没有收到", "This payment was not collected"), offered=[])
    free = sums.of_payment(unit, payment.id) - queries.asked_for(unit, payment.id)
    if command.amount_fen > free:
        raise _too_much(free)
    code = stations.known(unit, payment.station_id).code
    refund = unit.insert(
        Refund, id=command.id, station_id=payment.station_id, case_id=payment.case_id,
        customer_id=payment.customer_id, payment_id=payment.id, way=payment.way, amount_fen=command.amount_fen,
        number=next_number(unit, "RF", code, local_day(unit, payment.station_id)), origin="staff",
        status="requested", reason=command.reason, requested_by_id=unit.actor.employee_id,
    )  # fmt: skip
    fact = facts.RefundRequested(
        number=refund.number, payment_id=payment.id, amount_fen=command.amount_fen, yuan=yuan(command.amount_fen),
        reason=command.reason,
    )  # fmt: skip
    log.append(unit, refund, fact)
    return answers.read(unit, refund.id, scoped=False)


def _too_much(free: int) -> NothingFree:
    words = Words(
        "这笔钱只有 {left} 元可退；已结到单上的要先作废结算单",
        "CNY {left} can go back; what stands on a bill only once that is voided",
    ).format(left=yuan(max(free, 0)))
    return NothingFree(words, free_fen=max(free, 0))


def approve(unit: Unit, id: str, command: schemas.Approve) -> dict[str, Any]:
    """A second person agrees: from now on the amount is owed to the customer. A provider is told by a job.

    :raises NothingFree: meanwhile the money came to stand on a bill or went back.
    """
    refund, payment = _with_payment(unit, id)
    changes = WORKFLOW.fire(unit, "approve", refund, answers.BASE)
    if (free := sums.of_payment(unit, payment.id)) < refund.amount_fen:
        raise _too_much(free)
    settling.owe(unit, refund)
    fact = facts.RefundApproved(number=refund.number, amount_fen=refund.amount_fen, yuan=yuan(refund.amount_fen))
    log.append(unit, refund, fact, **changes, approved_by_id=unit.actor.employee_id, approved_at=unit.now)
    if payment.provider:
        told = {
            "provider": payment.provider, "refund_id": refund.id, "payment_id": payment.id,
            "payment_reference": payment.provider_reference, "amount_fen": refund.amount_fen,
        }  # fmt: skip
        jobs.enqueue(unit.conn, unit.now, [{"kind": "payment.refund", "key": f"refund:{refund.id}", "payload": told}])
    return answers.read(unit, refund.id, scoped=False)


def reject(unit: Unit, id: str, command: schemas.Reject) -> dict[str, Any]:
    """Turn it down with the reason."""
    refund = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "reject", refund, answers.BASE)
    fact = facts.RefundRejected(number=refund.number, reason=command.reason)
    log.append(unit, refund, fact, **changes, rejected_reason=command.reason)
    return answers.read(unit, refund.id, scoped=False)


def pay_out(unit: Unit, id: str, command: schemas.PayOut) -> dict[str, Any]:
    """Cash out of the drawer, or what bank and card sent back.

    :raises Overdrawn: the drawer holds less.
    :raises Invalid: bank and card leave a slip.
    """
    refund, _ = _with_payment(unit, id)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "pay-out", refund, answers.BASE)
    if refund.way != "cash" and command.reference is None:
        words = Words("请写银行或刷卡的单号", "Give the number of the bank's or card's slip")
        raise Invalid.field("/body/reference", "missing", words)
    changes |= {"reference": command.reference}
    settling.out(unit, refund, changes, command.reference, unit.actor.employee_id)
    return answers.read(unit, refund.id, scoped=False)


def _with_payment(unit: Unit, id: str) -> tuple[Row, Row]:
    """The refund, and its payment locked first, as callbacks do."""
    payment = payments.any_one(unit, queries.one(unit, id).payment_id)
    assert payment is not None
    return queries.one(unit, id, lock=True), payment
