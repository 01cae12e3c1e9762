"""What happens to settlement bills."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class SettlementBillIssued(Fact):
    type = "settlement_bill.issued"
    sentence = Words("开出结算单 {number}，{yuan} 元", "Issued the bill {number}, CNY {yuan}")
    number: str
    total_fen: int
    yuan: str


@dataclass(frozen=True, slots=True)
class SettlementBillPaid(Fact):
    """Money came to stand on the bill; `left_fen` is still owed."""

    type = "settlement_bill.paid"
    sentence = Words(
        "结算单 {number} 收到 {yuan} 元，还欠 {left_yuan} 元", "CNY {yuan} paid on {number}, CNY {left_yuan} left"
    )
    quiet = True
    number: str
    payment_id: str
    amount_fen: int
    left_fen: int
    yuan: str
    left_yuan: str


@dataclass(frozen=True, slots=True)
class SettlementBillSettled(Fact):
    """Paid in full; only now it goes on to finance (R163)."""

    type = "settlement_bill.settled"
    sentence = Words("结算单 {number} 已收齐", "The bill {number} is paid in full")
    number: str
    total_fen: int


@dataclass(frozen=True, slots=True)
class SettlementBillReopened(Fact):
    """What had been paid was taken back, so something is owed again."""

    type = "settlement_bill.reopened"
    sentence = Words("结算单 {number} 又欠 {left_yuan} 元", "CNY {left_yuan} are owed again on {number}")
    number: str
    left_fen: int
    left_yuan: str


@dataclass(frozen=True, slots=True)
class SettlementBillVoided(Fact):
    type = "settlement_bill.voided"
    sentence = Words("作废结算单 {number}：{reason}", "Voided the bill {number}: {reason}")
    personal = ("reason",)
    number: str
    total_fen: int
    reason: str
