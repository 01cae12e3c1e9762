"""How a refund ends: the money is out, or did not go; by hand, by a job, or by a provider's word, once."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.kit.numbering import next_number
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.ledger import queries as sums
from api.money.ledger import service as ledger
from api.money.ledger.chart import RECEIVED_IN, Account
from api.money.ledger.days import local_day
from api.money.ledger.yuan import yuan
from api.money.refunds import facts, queries
from api.money.refunds.model import Refund
from api.money.refunds.workflow import WORKFLOW
from api.money.settlement_bills import service as billing
from api.network.stations import queries as stations

ELSEWHERE = Words("支付平台自行退款", "Refunded by the provider of itself")


def owe(unit: Unit, refund: Row) -> None:
    """The amount leaves the payment's free money and is owed to the customer; the ledger refuses more than is free."""
    ledger.post(
        unit, "refund", "advance", "refunds_payable", refund.amount_fen, station_id=refund.station_id,
        case_id=refund.case_id, payment_id=refund.payment_id, refund_id=refund.id,
    )  # fmt: skip


def out(unit: Unit, refund: Row, changes: dict[str, Any], reference: str | None, by: str | None) -> None:
    """The money is with the customer."""
    ledger.post(
        unit, "refund_paid", "refunds_payable", _whence(refund), refund.amount_fen, station_id=refund.station_id,
        case_id=refund.case_id, payment_id=refund.payment_id, refund_id=refund.id,
    )  # fmt: skip
    fact = facts.RefundPaid(
        number=refund.number, amount_fen=refund.amount_fen, yuan=yuan(refund.amount_fen), reference=reference
    )
    log.append(unit, refund, fact, **changes, paid_at=unit.now, paid_by_id=by)


def _whence(refund: Row) -> Account:
    return "drawer" if refund.way == "cash" else RECEIVED_IN[refund.way]


def paid(unit: Unit, refund_id: str, reference: str | None) -> str:
    """The provider says that it went out; said again, it changes nothing."""
    refund = queries.any_one(unit, refund_id)
    if refund is None or refund.status in ("requested", "rejected", "failed"):
        return "held"
    if refund.status == "paid":
        return "known"
    changes: dict[str, Any] = WORKFLOW.fire(ledger.by_rule(unit), "settle", refund)
    out(unit, refund, changes | {"provider_reference": reference}, reference, None)
    return "done"


def accepted(unit: Unit, refund_id: str, reference: str | None) -> None:
    """The provider will send it; by this reference its callback finds it, whether it names our id or not."""
    refund = queries.any_one(unit, refund_id)
    if refund is None or refund.status != "approved" or reference is None or refund.provider_reference is not None:
        return
    log.append(unit, refund, facts.RefundAccepted(reference=reference), provider_reference=reference)


def failed(unit: Unit, refund_id: str) -> str:
    """The provider could not send it: the payment's money is free again."""
    refund = queries.any_one(unit, refund_id)
    if refund is None or refund.status != "approved":
        return "late"
    changes = WORKFLOW.fire(ledger.by_rule(unit), "fail", refund)
    first = sums.first(unit, "refund", sums.posting.c.refund_id == refund.id)
    ledger.post(
        unit, "refund_failed", "refunds_payable", "advance", refund.amount_fen, station_id=refund.station_id,
        case_id=refund.case_id, payment_id=refund.payment_id, refund_id=refund.id, reverses_id=first.id,
    )  # fmt: skip
    fact = facts.RefundFailed(number=refund.number, amount_fen=refund.amount_fen)
    log.append(unit, refund, fact, **changes)
    return "done"


def told_paid(unit: Unit, payment: Row, told: dict[str, Any]) -> str:
    """A callback says that money went back: of a refund that we asked for, or of one that we learn of only now."""
    known = _known(unit, payment, told)
    if known is None and not told["refund_id"]:
        known = queries.under_way(unit, payment.id, told["amount_fen"])
    if known is not None:
        fits = known.payment_id == payment.id and known.amount_fen == told["amount_fen"]
        return paid(unit, known.id, told["transaction_id"]) if fits else "held"
    return _made_elsewhere(unit, payment, told)


def told_failed(unit: Unit, payment: Row, told: dict[str, Any]) -> str:
    """A callback says that a refund did not go out."""
    known = _known(unit, payment, told)
    if known is None or known.payment_id != payment.id:
        return "held"
    return failed(unit, known.id)


def _known(unit: Unit, payment: Row, told: dict[str, Any]) -> Row | None:
    """The refund that is meant, by our id or by the provider's."""
    ours = queries.any_one(unit, told["refund_id"]) if told["refund_id"] else None
    return ours or queries.by_reference(unit, payment.provider, told["transaction_id"])


def _made_elsewhere(unit: Unit, payment: Row, told: dict[str, Any]) -> str:
    """It has happened, so it is booked; bills that were paid from it are owed again as far as needed."""
    amount = told["amount_fen"]
    applied = billing.paid_from(unit, payment.id)
    lacking = amount - sums.of_payment(unit, payment.id)
    if lacking > sum(fen for _, fen in applied):
        return "held"
    for bill, fen in reversed(applied):
        back = min(lacking, fen)
        if back > 0:
            billing.release(unit, bill, payment.id, back)
            lacking -= back
    code = stations.known(unit, payment.station_id).code
    refund = unit.insert(
        Refund, station_id=payment.station_id, case_id=payment.case_id, customer_id=payment.customer_id,
        number=next_number(unit, "RF", code, local_day(unit, payment.station_id)), payment_id=payment.id,
        way=payment.way, amount_fen=amount, origin="provider", status="approved", reason=ELSEWHERE.zh,
        provider_reference=told["transaction_id"],
    )  # fmt: skip
    log.append(unit, refund, facts.RefundMadeElsewhere(number=refund.number, amount_fen=amount, yuan=yuan(amount)))
    owe(unit, refund)
    out(unit, refund, WORKFLOW.fire(ledger.by_rule(unit), "settle", refund), told["transaction_id"], None)
    return "done"
