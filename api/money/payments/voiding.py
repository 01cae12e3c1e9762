"""Taking back what was recorded wrongly: the cashier before the day is closed, else finance after an approval.

Nothing is deleted: a reversing posting stands beside the first, in a day that is open.
"""

from __future__ import annotations

from typing import Any

from api.events import log
from api.kit.unit import Row, Unit
from api.money.ledger import queries as sums
from api.money.ledger import service as ledger
from api.money.ledger.chart import RECEIVED_IN
from api.money.ledger.yuan import yuan
from api.money.payments import answers, custody, facts, queries, schemas
from api.money.payments.workflow import WORKFLOW
from api.money.settlement_bills import service as billing


def correct(unit: Unit, id: str, command: schemas.Correct) -> dict[str, Any]:
    """The cashier takes a wrong entry out on its own day; the right one is recorded anew."""
    return _voided(unit, "correct", id, command.reason)


def approve_void(unit: Unit, id: str, command: schemas.ApproveVoid) -> dict[str, Any]:
    """The manager agrees; finance carries it out."""
    payment = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "approve-void", payment, answers.BASE)
    fact = facts.PaymentVoidApproved(reason=command.reason)
    log.append(unit, payment, fact, **changes, void_approved_by_id=unit.actor.employee_id)
    return answers.read(unit, payment.id, scoped=False)


def void(unit: Unit, id: str, command: schemas.Void) -> dict[str, Any]:
    """Finance voids what the manager agreed to."""
    return _voided(unit, "void", id, command.reason)


def _voided(unit: Unit, action: str, id: str, reason: str) -> dict[str, Any]:
    payment = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, action, payment, answers.BASE)
    for bill, amount in billing.paid_from(unit, payment.id):
        billing.release(unit, bill, payment.id, amount)
    first = sums.first(unit, "collected", sums.posting.c.payment_id == payment.id)
    ledger.post(
        unit, "payment_voided", "advance", _where(unit, payment), payment.amount_fen,
        station_id=payment.station_id, case_id=payment.case_id, payment_id=payment.id, reverses_id=first.id,
        **_holder(unit, payment),
    )  # fmt: skip
    custody.drop(unit, payment)
    fact = facts.PaymentVoided(
        number=payment.number, amount_fen=payment.amount_fen, yuan=yuan(payment.amount_fen), reason=reason
    )
    log.append(
        unit, payment, fact, **changes, voided_at=unit.now, voided_by_id=unit.actor.employee_id, voided_reason=reason
    )
    return answers.read(unit, payment.id, scoped=False)


def _handed(unit: Unit, payment: Row) -> bool:
    return payment.way == "cash" and queries.slip_of(unit, payment.id, "confirmed") is not None


def _where(unit: Unit, payment: Row) -> Any:
    return "drawer" if _handed(unit, payment) else RECEIVED_IN[payment.way]


def _holder(unit: Unit, payment: Row) -> dict[str, Any]:
    if payment.way != "cash" or _handed(unit, payment):
        return {}
    return {"credit_holder_id": payment.collected_by_id}
