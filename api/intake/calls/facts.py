"""What happens to a call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.intake.calls.schemas import OUTCOMES
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class CallRang(Fact):
    type = "call.rang"
    sentence = Words("来电 {number} 响铃", "Call {number} rang")
    personal = ("phone",)
    number: str
    direction: str
    rang_at: datetime
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class CallDialled(Fact):
    """The exchange is asked to call; the number stands in the request alone."""

    type = "call.dialled"
    sentence = Words("拨出电话 {number}", "Call {number} was dialled")
    number: str
    contact_id: str | None = None
    call_back_of_id: str | None = None


@dataclass(frozen=True, slots=True)
class CallAnswered(Fact):
    """How long the customer waited is kept with the fact (R39, D11)."""

    type = "call.answered"
    sentence = Words("接起来电 {number}", "Call {number} answered")
    personal = ("phone",)
    number: str
    direction: str
    wait_seconds: int | None
    rings: int | None
    within_limit: bool | None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class CallIdentified(Fact):
    type = "call.identified"
    sentence = Words("认出来电客户", "The caller was identified")
    customer_id: str
    contact_id: str | None = None


@dataclass(frozen=True, slots=True)
class CallMatched(Fact):
    """A second or later call on an open matter (R42)."""

    type = "call.matched"
    sentence = Words("同一件事再次来电", "Another call on the same matter")
    personal = ("note",)
    service_request_id: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CallTurnedIntoRequest(Fact):
    type = "call.turned_into_request"
    sentence = Words("来电转为需求", "The call became a request")
    service_request_id: str


@dataclass(frozen=True, slots=True)
class CallClosed(Fact):
    type = "call.closed"
    sentence = Words("来电 {number} 结束，{outcome}", "Call {number} ended: {outcome}")
    spoken = {"outcome": OUTCOMES}
    personal = ("note",)
    number: str
    outcome: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CallTransferred(Fact):
    type = "call.transferred"
    sentence = Words("来电 {number} 转给了 {employee_id}", "Call {number} went to {employee_id}")
    number: str
    employee_id: str


@dataclass(frozen=True, slots=True)
class CallHungUp(Fact):
    type = "call.hung_up"
    sentence = Words("来电 {number} 挂机", "Call {number} hung up")
    number: str
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class CallMissed(Fact):
    type = "call.missed"
    sentence = Words("来电 {number} 没有人接", "Nobody took call {number}")
    number: str
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class CallCorrected(Fact):
    """What the exchange told late changed what was known."""

    type = "call.corrected"
    sentence = Words(
        "按交换机后到的消息更正来电 {number}", "Call {number} was set right by what the exchange told late"
    )
    number: str
    changed: list[str]


@dataclass(frozen=True, slots=True)
class CallLapsed(Fact):
    """Nobody ended it, so that time did."""

    type = "call.lapsed"
    sentence = Words("来电 {number} 到时自动结束，{outcome}", "Call {number} was ended by the clock: {outcome}")
    spoken = {"outcome": OUTCOMES}
    number: str
    outcome: str


@dataclass(frozen=True, slots=True)
class CallReplyPromised(Fact):
    """The due time stands in the consultation (R54, R413)."""

    type = "call.reply_promised"
    sentence = Words("来电 {number} 答应回复", "In call {number} an answer was promised")
    number: str
    passed: bool


@dataclass(frozen=True, slots=True)
class CallReplied(Fact):
    type = "call.replied"
    sentence = Words("来电 {number} 答应的已回复", "What was promised in call {number} was answered")
    number: str
