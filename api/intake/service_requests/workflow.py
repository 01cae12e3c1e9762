"""The life of a case (R414) and the order of acts in paid service (R154)."""

from __future__ import annotations

from api.access.policy import P, Role
from api.intake.service_requests import acts, queries
from api.intake.service_requests import schemas as s
from api.kit.text import Body
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Guard, Step, Workflow

STATES = {
    "new": Words("未判断", "New"),
    "judged": Words("已判断", "Judged"),
    "awaiting_consent": Words("等客户同意", "Awaiting consent"),
    "accepted": Words("客户已同意", "Accepted"),
    "job_opened": Words("已派工", "Job opened"),
    "closed": Words("已结案", "Closed"),
    "answered": Words("已答复", "Answered"),
    "declined": Words("已婉拒", "Declined"),
    "carry_in_advised": Words("已请送修", "Carry-in advised"),
    "cancelled": Words("已取消", "Cancelled"),
}
ENDS = frozenset({"closed", "answered", "declined", "carry_in_advised", "cancelled"})
"""States in which nothing more is due; only `reopen` leads out."""
_OPEN = frozenset(STATES) - ENDS
_BEFORE_WORK = frozenset({"judged", "awaiting_consent", "accepted"})
_CONSENTING = frozenset({"judged", "awaiting_consent"})
_TELEPHONE_TEAM = frozenset({Role.HOTLINE_ENGINEER, Role.COORDINATOR, Role.RECEPTION_ENGINEER, Role.STATION_MANAGER})


def _judged(unit: Unit, case: Row) -> Words | None:
    if case.judged_at is None:
        return Words("设备或地点改过，请重新判断", "The device or place was changed; judge again")
    return None


def can_answer(unit: Unit, case: Row) -> Words | None:
    """A consultation, or software and use that the telephone can solve (R53, R66); paid advice only after consent."""
    if reason := _judged(unit, case):
        return reason
    if case.service_group != "consultation" and case.fault_kind != "software":
        return Words("硬件故障不能只靠答复结束", "A hardware fault does not end with an answer")
    if case.service_group == "paid_service":
        return acts.missing(unit, case, "work")
    return None


def can_advise_carry_in(unit: Unit, case: Row) -> Words | None:
    """Only where the judgement was carry-in (R52)."""
    if reason := _judged(unit, case):
        return reason
    if case.mode != "carry_in":
        return Words("方式不是送修，先重新判断", "The way is not carry-in; judge again first")
    return None


def _is_paid(unit: Unit, case: Row) -> Words | None:
    if reason := _judged(unit, case):
        return reason
    if not case.paid:
        return Words("这次服务不收费", "This service is free of charge")
    return None


def can_explain(unit: Unit, case: Row) -> Words | None:
    """First act of paid service (R49, R154)."""
    if reason := _is_paid(unit, case):
        return reason
    if case.policy_explained_at is not None:
        return Words("收费政策已经说明过", "The policy was explained already")
    return None


def can_accept(unit: Unit, case: Row) -> Words | None:
    """Second act: not before the policy was explained (R49, R154)."""
    if reason := _is_paid(unit, case) or acts.missing(unit, case, "accept"):
        return reason
    if case.accepted_at is not None:
        return Words("客户已经愿意付费", "The customer has accepted already")
    return None


def can_quote(unit: Unit, case: Row) -> Words | None:
    """Third act: not before the customer accepted paid service (R50, R154)."""
    return _is_paid(unit, case) or acts.missing(unit, case, "quote")


def can_consent(unit: Unit, case: Row) -> Words | None:
    """Fourth act: to a quotation and nothing else (R50, R154)."""
    return _is_paid(unit, case) or acts.missing(unit, case, "consent")


def can_dispatch(unit: Unit, case: Row) -> Words | None:
    """A visit, and no work before the consent where it is paid (R48, R154); anew where the visit was cancelled."""
    if case.status == "job_opened" and any(order["status"] != "cancelled" for order in queries.orders(unit, case)):
        return Words("已经派过工，派工单还在", "It was dispatched already; its order stands")
    if reason := _judged(unit, case):
        return reason
    if case.mode != "on_site":
        return Words("方式不是上门，先重新判断", "The way is not a visit; judge again first")
    return acts.missing(unit, case, "work")


def is_anothers(unit: Unit, case: Row) -> Words | None:
    """Nobody takes over what is his."""
    if case.owner_id is not None and case.owner_id == unit.actor.employee_id:
        return Words("已经由您负责", "It is yours already")
    return None


def unfinished(unit: Unit, case: Row) -> Words | None:
    """What still runs for the case; while it does, the case neither closes nor is cancelled (R9)."""
    for order in queries.orders(unit, case):
        if order["open"]:
            return Words("派工单 {number} 还没办完", "Order {number} is unfinished").format(number=order["number"])
    known = queries.follow_up(unit, case)
    if known and known["open"]:
        return Words("回访 {number} 还没办完", "Follow-up {number} is unfinished").format(number=known["number"])
    return None


def _step(
    action: str, zh: str, en: str, sources: frozenset[str], target: str | None, command: type[Body],
    **more: object,
) -> Step:  # fmt: skip
    more = {"permission": P.SERVICE_REQUESTS_EDIT, "roles": _TELEPHONE_TEAM} | more
    return Step(action, Words(zh, en), sources, target, command=command, **more)  # type: ignore[arg-type]


def _told(action: str, zh: str, en: str, sources: frozenset[str], target: str, guard: Guard) -> Step:
    """A step that nobody has a button for: it follows from what was done in another room."""
    return _step(action, zh, en, sources, target, s.Nothing, guard=guard, permission=P.SERVICE_REQUESTS_VIEW,
                 roles=frozenset(), offer=False)  # fmt: skip


_DISPATCHERS = _TELEPHONE_TEAM - {Role.RECEPTION_ENGINEER}
"""A visit is promised by the hotline or the coordinator (R48, R175)."""

WORKFLOW = Workflow(
    "service-requests",
    STATES,
    [
        _step("judge", "判断", "Judge", _CONSENTING | {"new"}, "judged", s.Judge),
        _step("explain-policy", "说明收费政策", "Explain the policy", _CONSENTING, "awaiting_consent", s.Nothing,
              guard=can_explain),
        _step("accept-terms", "客户愿意付费", "Customer accepts", _CONSENTING, "awaiting_consent", s.Nothing,
              guard=can_accept),
        # quoting and consenting are acts of the quotes room, which tells the case by `course` (R50, R154)
        _told("quote", "报价", "Quote", _CONSENTING, "awaiting_consent", can_quote),
        _told("consent", "客户同意报价", "Customer consents", _CONSENTING, "accepted", can_consent),
        _step("dispatch", "转派工", "Dispatch", _BEFORE_WORK | {"job_opened"}, "job_opened", s.Dispatch, guard=can_dispatch,
              roles=_DISPATCHERS),
        _step("answer", "答复", "Answer", _BEFORE_WORK, "answered", s.GiveAnswer, guard=can_answer),
        _step("advise-carry-in", "请客户送修", "Advise carry-in", _BEFORE_WORK, "carry_in_advised", s.AdviseCarryIn,
              guard=can_advise_carry_in),
        _step("decline", "婉拒", "Decline", _CONSENTING, "declined", s.Because, guard=_is_paid),
        _step("cancel", "取消", "Cancel", _OPEN, "cancelled", s.Because, guard=unfinished),
        _step("reopen", "重开", "Reopen", ENDS, "new", s.Because),
        _step("note", "备注", "Note", frozenset(STATES), None, s.NoteText, permission=P.SERVICE_REQUESTS_CREATE,
              roles=frozenset()),
        # closing is nobody's button: it follows from the satisfied follow-up or its waiver (R9)
        _told("close", "结案", "Close", frozenset({"job_opened"}), "closed", unfinished),
        _step("take", "接手", "Take over", _OPEN, None, s.Nothing, guard=is_anothers,
              permission=P.SERVICE_REQUESTS_CREATE),
    ],
)  # fmt: skip
"""The steps in the order in which screens offer them."""
