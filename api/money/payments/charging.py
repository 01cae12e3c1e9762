"""The jobs that speak with providers: outside any transaction, repeatable, their effect written once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from api.events import log
from api.kit import jobs
from api.kit.unit import Unit
from api.money import providers
from api.money.payments import facts, queries
from api.money.refunds import settling


@jobs.handler("payment.charge")
def charge(job: jobs.Claim) -> jobs.Apply | None:
    """Make the charge, so that its code can be shown; of no use once the charge has ended."""
    told: dict[str, Any] = job.payload
    made = providers.PROVIDERS[told["provider"]].charge(
        providers.Charge(
            told["payment_id"], told["number"], told["way"], told["amount_fen"],
            datetime.fromisoformat(told["expires_at"]),
        )
    )  # fmt: skip

    def apply(unit: Unit) -> None:
        payment = queries.any_one(unit, told["payment_id"])
        assert payment is not None
        if payment.provider_reference is None:
            fact = facts.PaymentChargeMade(provider=payment.provider, provider_reference=made.reference)
            log.append(unit, payment, fact, provider_reference=made.reference, qr_text=made.qr_text)

    return apply


@jobs.handler("payment.refund")
def refund(job: jobs.Claim) -> jobs.Apply | None:
    """Send an approved refund back by the provider through whom the money came."""
    told: dict[str, Any] = job.payload
    came = providers.PROVIDERS[told["provider"]].refund(
        providers.RefundOrder(
            told["refund_id"], told["payment_id"], told["payment_reference"], told["amount_fen"]
        )
    )  # fmt: skip

    def apply(unit: Unit) -> None:
        if came.outcome == "paid":
            settling.paid(unit, told["refund_id"], came.reference)
        elif came.outcome == "accepted":
            settling.accepted(unit, told["refund_id"], came.reference)
        elif came.outcome == "failed":
            settling.failed(unit, told["refund_id"])

    return apply
