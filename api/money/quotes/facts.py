"""What happens to quotes, as the log keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.intake.service_requests.words import WAYS
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class QuoteDrafted(Fact):
    type = "quote.drafted"
    sentence = Words("起草报价 {number}", "Drafted the quote {number}")
    number: str
    revision: int
    customer_id: str
    supplement_to_id: str | None = None
    replaces_id: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteFilled(Fact):
    type = "quote.filled"
    sentence = Words("报价 {lines} 项，合计 {total_fen} 元", "{lines} lines, CNY {total_fen} in all")
    lines: int
    list_total_fen: int
    total_fen: int


@dataclass(frozen=True, slots=True)
class QuoteApprovalRequested(Fact):
    type = "quote.approval_requested"
    sentence = Words("提请批准报价 {total_fen} 元", "Asked for approval of CNY {total_fen}")
    total_fen: int
    discount_bp: int
    below_former: bool
    free_lines: bool


@dataclass(frozen=True, slots=True)
class QuoteApproved(Fact):
    type = "quote.approved"
    sentence = Words("批准报价 {total_fen} 元", "Approved CNY {total_fen}")
    total_fen: int
    digest: str


@dataclass(frozen=True, slots=True)
class QuoteApprovalRefused(Fact):
    type = "quote.approval_refused"
    sentence = Words("没有批准：{reason}", "Not approved: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class QuoteTakenBack(Fact):
    type = "quote.taken_back"
    sentence = Words("撤回待批的报价", "Took the request for approval back")


@dataclass(frozen=True, slots=True)
class QuoteOffered(Fact):
    """From here on the quote is fixed (R161)."""

    type = "quote.offered"
    sentence = Words(
        "报出 {number}：{total_fen} 元，{valid_until} 前有效",
        "Offered {number}: CNY {total_fen}, valid until {valid_until}",
    )
    number: str
    total_fen: int
    fingerprint: str
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class QuoteConsented(Fact):
    type = "quote.consented"
    sentence = Words(
        "{by} {way}同意 {number}，最高 {ceiling_fen} 元", "{by} consented to {number}, up to CNY {ceiling_fen}, {way}"
    )
    spoken = {"way": WAYS}
    personal = ("by",)
    number: str
    by: str
    way: str
    fingerprint: str
    ceiling_fen: int
    adds_fen: int
    consent_id: str


@dataclass(frozen=True, slots=True)
class QuoteDeclined(Fact):
    type = "quote.declined"
    sentence = Words("客户谢绝 {number}：{reason}", "The customer declined {number}: {reason}")
    personal = ("reason",)
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class QuoteExpired(Fact):
    type = "quote.expired"
    sentence = Words("报价 {number} 过期", "The quote {number} expired")
    number: str


@dataclass(frozen=True, slots=True)
class QuoteSuperseded(Fact):
    type = "quote.superseded"
    sentence = Words("报价 {number} 换新版", "The quote {number} was superseded")
    number: str


@dataclass(frozen=True, slots=True)
class QuoteVoided(Fact):
    """A number once given stays on file (R164)."""

    type = "quote.voided"
    sentence = Words("作废 {number}：{reason}", "Voided {number}: {reason}")
    personal = ("reason",)
    number: str
    reason: str
