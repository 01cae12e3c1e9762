"""What happens to refunds."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class RefundRequested(Fact):
    type = "refund.requested"
    sentence = Words("申请退款 {yuan} 元：{reason}", "Asked to refund CNY {yuan}: {reason}")
    personal = ("reason",)
    number: str
    payment_id: str
    amount_fen: int
    yuan: str
    reason: str


@dataclass(frozen=True, slots=True)
class RefundApproved(Fact):
    type = "refund.approved"
    sentence = Words("同意退款 {yuan} 元", "Approved the refund of CNY {yuan}")
    number: str
    amount_fen: int
    yuan: str


@dataclass(frozen=True, slots=True)
class RefundAccepted(Fact):
    """The provider has taken the order and will tell when the money is out."""

    type = "refund.accepted"
    sentence = Words("支付平台已受理退款", "The provider accepted the refund")
    reference: str


@dataclass(frozen=True, slots=True)
class RefundRejected(Fact):
    type = "refund.rejected"
    sentence = Words("不同意退款：{reason}", "Turned the refund down: {reason}")
    personal = ("reason",)
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class RefundPaid(Fact):
    type = "refund.paid"
    sentence = Words("已退款 {yuan} 元", "Refunded CNY {yuan}")
    number: str
    amount_fen: int
    yuan: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class RefundFailed(Fact):
    type = "refund.failed"
    sentence = Words("退款没有成功", "The refund did not go through")
    number: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class RefundMadeElsewhere(Fact):
    """The provider sent money back without our asking: a chargeback, or a deed in its own console."""

    type = "refund.made_elsewhere"
    sentence = Words("支付平台自行退款 {yuan} 元", "The provider refunded CNY {yuan} of itself")
    number: str
    amount_fen: int
    yuan: str
