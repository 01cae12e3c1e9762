"""What happens to a case, as the log keeps it. Typed words sit beside the log and can be erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.events.facts import Fact
from api.intake.service_requests.words import CODES, GROUPS, MODES, VERDICTS, WAYS
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ServiceRequestCreated(Fact):
    type = "service_request.created"
    sentence = Words("受理：{subject}", "Taken in: {subject}")
    personal = ("subject", "description")
    number: str
    channel: str
    service_group: str
    urgency: str
    customer_id: str
    subject: str
    description: str | None = None
    contact_id: str | None = None
    site_id: str | None = None
    asset_id: str | None = None
    fault_kind: str | None = None
    fault_group: str | None = None
    third_party_accessory: bool = False
    exclusion: str | None = None
    call_id: str | None = None
    imported_from: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceRequestEdited(Fact):
    """`changed` holds the new values of the fields that were edited."""

    type = "service_request.edited"
    sentence = Words("改了资料", "Details changed")
    personal = ("changed",)
    fields: list[str]
    changed: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ServiceRequestJudged(Fact):
    """The first judgement and the entitlement on which it stands (R3, R47); a consultation has none."""

    type = "service_request.judged"
    sentence = Words("初步判断：{service_group}，{mode}，{code}", "Judged: {service_group}, {mode}, {code}")
    spoken = {"service_group": GROUPS, "mode": MODES, "code": CODES}
    service_group: str
    fault_kind: str | None
    mode: str | None
    paid: bool
    verdict: str | None
    code: str
    exclusion: str | None = None
    fault_group: str | None = None
    third_party_accessory: bool = False


@dataclass(frozen=True, slots=True)
class ServiceRequestAnswered(Fact):
    type = "service_request.answered"
    sentence = Words("已答复：{answer}", "Answered: {answer}")
    personal = ("answer",)
    answer: str


@dataclass(frozen=True, slots=True)
class ServiceRequestCarryInAdvised(Fact):
    type = "service_request.carry_in_advised"
    sentence = Words("请客户送修，已告知地址和营业时间", "Advised to carry in, with address and opening hours")
    personal = ("note",)
    station: str
    address: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceRequestPolicyExplained(Fact):
    type = "service_request.policy_explained"
    sentence = Words("已说明收费政策", "The paid-service policy was explained")


@dataclass(frozen=True, slots=True)
class ServiceRequestTermsAccepted(Fact):
    type = "service_request.terms_accepted"
    sentence = Words("客户愿意付费", "The customer accepts paid service")


@dataclass(frozen=True, slots=True)
class ServiceRequestQuoted(Fact):
    type = "service_request.quoted"
    sentence = Words("等客户同意报价 {amount_fen} 元", "Awaiting consent to CNY {amount_fen}")
    amount_fen: int
    number: str


@dataclass(frozen=True, slots=True)
class ServiceRequestUnquoted(Fact):
    type = "service_request.unquoted"
    sentence = Words("报价 {number} 不再有效", "Quote {number} holds no more")
    number: str


@dataclass(frozen=True, slots=True)
class ServiceRequestConsented(Fact):
    """`ceiling_fen` is what the case may cost altogether from then on."""

    type = "service_request.consented"
    sentence = Words("报价已定，这件事最高 {ceiling_fen} 元", "Agreed: CNY {ceiling_fen} at most for this matter")
    spoken = {"way": WAYS}
    personal = ("by",)
    amount_fen: int
    way: str
    by: str
    number: str
    ceiling_fen: int


@dataclass(frozen=True, slots=True)
class ServiceRequestDeclined(Fact):
    type = "service_request.declined"
    sentence = Words("已婉拒：{reason}", "Declined politely: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class ServiceRequestDispatched(Fact):
    """The dispatch order is to be filled at once (R48); the work room opens it in the same transaction."""

    type = "service_request.dispatched"
    sentence = Words("转派工", "Passed on for dispatch")
    personal = ("note",)
    paid: bool
    note: str | None = None
    preferred_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ServiceRequestCancelled(Fact):
    type = "service_request.cancelled"
    sentence = Words("已取消：{reason}", "Cancelled: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class ServiceRequestReopened(Fact):
    type = "service_request.reopened"
    sentence = Words("重开：{reason}", "Reopened: {reason}")
    personal = ("reason",)
    former: str
    reason: str


@dataclass(frozen=True, slots=True)
class ServiceRequestNoted(Fact):
    type = "service_request.noted"
    sentence = Words("{text}", "{text}")
    personal = ("text",)
    text: str


@dataclass(frozen=True, slots=True)
class ServiceRequestTaken(Fact):
    type = "service_request.taken"
    sentence = Words("由 {name} 接手", "Taken over by {name}")
    employee_id: str
    name: str


@dataclass(frozen=True, slots=True)
class ServiceRequestCalledAgain(Fact):
    """The customer had to call again about the same matter (R42)."""

    type = "service_request.called_again"
    sentence = Words("客户再次来电，同一件事，第 {calls} 次", "The customer called again, call {calls} on this matter")
    personal = ("note",)
    call_id: str
    calls: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceRequestMovedOn(Fact):
    """What the rooms above made of the case: its step and whose it is now."""

    type = "service_request.moved_on"
    sentence = Words("进入第 {step} 步", "Step {step} reached")
    quiet = True
    step: int
    engineer_id: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceRequestClosed(Fact):
    type = "service_request.closed"
    sentence = Words("结案，{verdict}", "Closed, {verdict}")
    spoken = {"verdict": VERDICTS}
    verdict: str
    follow_up_id: str
