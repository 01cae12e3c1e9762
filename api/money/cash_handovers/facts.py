"""What happens to handover slips."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class CashHandoverPresented(Fact):
    type = "cash_handover.presented"
    sentence = Words(
        "交款 {number}：现金 {yuan} 元，共 {lines} 笔", "Handed over {number}: CNY {yuan} in cash, {lines} payments"
    )
    number: str
    declared_fen: int
    yuan: str
    lines: int


@dataclass(frozen=True, slots=True)
class CashHandoverConfirmed(Fact):
    """Both figures stand; a difference is told, not hidden (D24)."""

    type = "cash_handover.confirmed"
    sentence = Words(
        "点收 {number}：{yuan} 元，差 {difference_yuan} 元",
        "Received {number}: CNY {yuan}, difference CNY {difference_yuan}",
    )
    number: str
    declared_fen: int
    counted_fen: int
    difference_fen: int
    yuan: str
    difference_yuan: str


@dataclass(frozen=True, slots=True)
class CashHandoverWithdrawn(Fact):
    type = "cash_handover.withdrawn"
    sentence = Words("撤回交款 {number}", "Withdrew the handover {number}")
    number: str
