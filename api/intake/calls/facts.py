"""What happens to a call."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.intake.calls.schemas import OUTCOMES
from api.kit.words import Words


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
