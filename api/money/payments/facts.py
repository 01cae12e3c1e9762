"""What happens to payments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.events.facts import Fact
from api.kit.words import Words
from api.money.ledger.chart import WAYS

_WAY: dict[str, dict[str, Words]] = {"way": dict(WAYS)}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class PaymentAsked(Fact):
    """A charge before the customer: he pays by his phone, and the provider tells us."""

    type = "payment.asked"
    sentence = Words("请客户付 {yuan} 元（{way}）", "Asked for CNY {yuan} by {way}")
    spoken = _WAY
    number: str
    way: str
    amount_fen: int
    yuan: str
    bill_id: str | None = None


@dataclass(frozen=True, slots=True)
class PaymentChargeMade(Fact):
    type = "payment.charge_made"
    sentence = Words("收款码已生成", "The payment code is ready")
    quiet = True
    provider: str
    provider_reference: str


@dataclass(frozen=True, slots=True)
class PaymentCollected(Fact):
    """`late`: its charge had been given up before the customer paid all the same."""

    type = "payment.collected"
    sentence = Words("收到 {yuan} 元（{way}）", "Collected CNY {yuan} by {way}")
    spoken = _WAY
    number: str
    way: str
    amount_fen: int
    yuan: str
    posted_on: date
    bill_id: str | None = None
    reference: str | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class PaymentCancelled(Fact):
    type = "payment.cancelled"
    sentence = Words("撤销收款码", "Withdrew the charge")


@dataclass(frozen=True, slots=True)
class PaymentFailed(Fact):
    type = "payment.failed"
    sentence = Words("付款没有成功", "The payment did not go through")


@dataclass(frozen=True, slots=True)
class PaymentVoidApproved(Fact):
    type = "payment.void_approved"
    sentence = Words("同意作废这笔收款：{reason}", "Approved voiding this payment: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class PaymentVoided(Fact):
    type = "payment.voided"
    sentence = Words("作废收款 {yuan} 元：{reason}", "Voided the payment of CNY {yuan}: {reason}")
    personal = ("reason",)
    number: str
    amount_fen: int
    yuan: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaymentCallbackHeld(Fact):
    """What the provider told does not fit what we know: a person must look."""

    type = "payment.callback_held"
    sentence = Words("支付平台的通知对不上，请核对", "The provider's notice does not fit; check it")
    quiet = True
    event_id: str
    what: str
    amount_fen: int | None = None
