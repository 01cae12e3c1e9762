"""What happens to a work order, as the log keeps it. Typed words sit beside the log and can be erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class WorkOrderOpened(Fact):
    """The on-site information was received from intake (R103)."""

    type = "work_order.opened"
    sentence = Words("收到上门单 {number}", "Work order {number} received")
    personal = ("note",)
    number: str
    customer_id: str
    paid: bool
    asset_id: str | None = None
    site_id: str | None = None
    preferred_at: datetime | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderCorrected(Fact):
    """The case was corrected; the order says the same."""

    type = "work_order.corrected"
    sentence = Words("资料改为：{subject}", "Details corrected: {subject}")
    personal = ("subject",)
    quiet = True
    subject: str
    contact_id: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderContacted(Fact):
    type = "work_order.contacted"
    sentence = Words("已联系客户：{note}", "Customer contacted: {note}")
    personal = ("note",)
    note: str


@dataclass(frozen=True, slots=True)
class WorkOrderPromised(Fact):
    """R105; a changed promise keeps both times and the reason (R80, R95)."""

    type = "work_order.promised"
    sentence = Words("承诺 {promised_at} 上门", "Visit promised for {promised_at}")
    personal = ("reason",)
    promised_at: datetime
    duration_seconds: int
    former_promised_at: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderPartsAwaited(Fact):
    type = "work_order.parts_awaited"
    sentence = Words("等备件：{note}", "Waiting for parts: {note}")
    personal = ("note",)
    note: str
    expected_on: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderPartsReady(Fact):
    type = "work_order.parts_ready"
    sentence = Words("备件已到", "Parts are ready")


@dataclass(frozen=True, slots=True)
class WorkOrderAssigned(Fact):
    """R109; an override names its reason."""

    type = "work_order.assigned"
    sentence = Words("派给 {name}，{starts_at}", "Assigned to {name} for {starts_at}")
    personal = ("override_reason",)
    employee_id: str
    name: str
    booking_id: str
    starts_at: datetime
    ends_at: datetime
    travel_seconds: int
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderReassigned(Fact):
    type = "work_order.reassigned"
    sentence = Words("由 {former_name} 改派 {name}，{starts_at}", "Moved from {former_name} to {name}, {starts_at}")
    personal = ("override_reason",)
    employee_id: str
    name: str
    former_employee_id: str
    former_name: str
    booking_id: str
    starts_at: datetime
    ends_at: datetime
    travel_seconds: int
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderMoved(Fact):
    """Moved on the board: another time, another engineer, longer or shorter. Where the promise moved with it, both times
    and what was agreed with the customer are kept (R80, R95)."""

    type = "work_order.moved"
    sentence = Words(
        "由 {former_name} {former_starts_at} 改到 {name} {starts_at}",
        "Moved from {former_name} at {former_starts_at} to {name} at {starts_at}",
    )
    personal = ("reason",)
    employee_id: str
    name: str
    former_employee_id: str
    former_name: str
    booking_id: str
    starts_at: datetime
    ends_at: datetime
    former_starts_at: datetime
    former_ends_at: datetime
    travel_seconds: int
    promised_at: datetime | None = None
    former_promised_at: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderOverridden(Fact):
    """A manager put the visit where it clashes, knowing with what; one fact for each clash."""

    type = "work_order.overridden"
    sentence = Words("知道与{clash}冲突，仍然这样派：{reason}", "Placed knowingly against {clash}: {reason}")
    personal = ("reason",)
    quiet = True
    clash: str
    clash_kind: str
    reason: str
    clash_booking_id: str | None = None
    clash_starts_at: datetime | None = None
    clash_ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderUnassigned(Fact):
    type = "work_order.unassigned"
    sentence = Words("撤回派工：{reason}", "Assignment taken back: {reason}")
    personal = ("reason",)
    employee_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class WorkOrderRescheduled(Fact):
    """The coordinator agreed another time with the customer (R95)."""

    type = "work_order.rescheduled"
    sentence = Words(
        "改约：由 {former_promised_at} 改到 {promised_at}：{reason}",
        "Rescheduled from {former_promised_at} to {promised_at}: {reason}",
    )
    personal = ("reason",)
    promised_at: datetime
    former_promised_at: datetime
    reason: str
    employee_id: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderCancelled(Fact):
    type = "work_order.cancelled"
    sentence = Words("已取消：{reason}", "Cancelled: {reason}")
    personal = ("reason",)
    former: str
    reason: str


@dataclass(frozen=True, slots=True)
class WorkOrderAccepted(Fact):
    type = "work_order.accepted"
    sentence = Words("工程师已接单", "Accepted by the engineer")
    employee_id: str


@dataclass(frozen=True, slots=True)
class WorkOrderRefused(Fact):
    type = "work_order.refused"
    sentence = Words("工程师不能接：{reason}", "The engineer cannot take it: {reason}")
    personal = ("reason",)
    employee_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class WorkOrderDeparted(Fact):
    type = "work_order.departed"
    sentence = Words("已出发", "Left for the customer")


@dataclass(frozen=True, slots=True)
class WorkOrderArrived(Fact):
    """Arrival stops the clock of the promise (D9)."""

    type = "work_order.arrived"
    sentence = Words("已到场", "Arrived on site")


@dataclass(frozen=True, slots=True)
class WorkOrderDiagnosed(Fact):
    """R74: examined, and the plan fixed before the repair."""

    type = "work_order.diagnosed"
    sentence = Words("诊断：{diagnosis}；方案：{plan}", "Diagnosis: {diagnosis}; plan: {plan}")
    personal = ("diagnosis", "plan")
    diagnosis: str
    plan: str


@dataclass(frozen=True, slots=True)
class WorkOrderPartUsed(Fact):
    """R184: issued from the engineer's van against this order; not posted where the book did not have it."""

    type = "work_order.part_used"
    sentence = Words("用了 {part} × {quantity}", "Used {part} × {quantity}")
    part: str
    part_id: str
    quantity: int
    posted: bool


@dataclass(frozen=True, slots=True)
class WorkOrderCompleted(Fact):
    """R76: tested, and the customer instructed."""

    type = "work_order.completed"
    sentence = Words("已完工：{work_done}", "Work done: {work_done}")
    personal = ("work_done", "test_result")
    work_done: str
    test_result: str
    test_passed: bool
    instructed: bool


@dataclass(frozen=True, slots=True)
class WorkOrderSigned(Fact):
    type = "work_order.signed"
    sentence = Words("{signer} 已签字", "Signed by {signer}")
    personal = ("signer",)
    signer: str
    signature_id: str


@dataclass(frozen=True, slots=True)
class WorkOrderSignatureRefused(Fact):
    """A recorded refusal stands in for the signature (R77)."""

    type = "work_order.signature_refused"
    sentence = Words("客户未签字：{reason}", "Not signed: {reason}")
    personal = ("signer", "reason")
    reason: str
    signer: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderRecordHandedIn(Fact):
    """R79; `late` by the clock of D13."""

    type = "work_order.record_handed_in"
    sentence = Words("已交服务记录", "Service record handed in")
    personal = ("note",)
    late: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class WorkOrderPutOff(Fact):
    """What could not be done today was settled with the customer at once; both times are kept (R80)."""

    type = "work_order.put_off"
    sentence = Words(
        "今天做不了，由 {former_promised_at} 另约 {promised_at}：{reason}",
        "Not today; moved from {former_promised_at} to {promised_at}: {reason}",
    )
    personal = ("reason",)
    promised_at: datetime
    former_promised_at: datetime
    reason: str
    employee_id: str


@dataclass(frozen=True, slots=True)
class WorkOrderEscalated(Fact):
    """Told to the manager at once (R82)."""

    type = "work_order.escalated"
    sentence = Words("上报难题：{problem}", "Reported upward: {problem}")
    personal = ("problem",)
    problem: str


@dataclass(frozen=True, slots=True)
class WorkOrderSecondVisitNeeded(Fact):
    type = "work_order.second_visit_needed"
    sentence = Words("需二次上门：{reason}", "A second visit is needed: {reason}")
    personal = ("reason",)
    employee_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class WorkOrderFollowedUp(Fact):
    type = "work_order.followed_up"
    sentence = Words("已回访", "Followed up")
    follow_up_id: str


@dataclass(frozen=True, slots=True)
class WorkOrderClosed(Fact):
    type = "work_order.closed"
    sentence = Words("结单", "Closed")
