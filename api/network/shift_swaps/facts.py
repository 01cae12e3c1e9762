"""What happens to a swap."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class SwapAsked(Fact):
    type = "shift_swap.asked"
    sentence = Words("提出换班", "Asked for a swap")
    personal = ("note",)
    shift_id: str
    other_id: str
    other_shift_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SwapAgreed(Fact):
    type = "shift_swap.agreed"
    sentence = Words("同意换班", "Agreed to the swap")


@dataclass(frozen=True, slots=True)
class SwapDeclined(Fact):
    type = "shift_swap.declined"
    sentence = Words("不同意换班：{reason}", "Declined the swap: {reason}")
    personal = ("reason",)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SwapApproved(Fact):
    """The manager approved: both shifts have their new holders."""

    type = "shift_swap.approved"
    sentence = Words("批准换班", "Approved the swap")
    personal = ("note",)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SwapRefused(Fact):
    type = "shift_swap.refused"
    sentence = Words("没有批准换班：{reason}", "Refused the swap: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class SwapWithdrawn(Fact):
    type = "shift_swap.withdrawn"
    sentence = Words("撤回换班", "Withdrew the swap")
