"""What becomes of a call when its need is taken in as a request; apart, because requests know calls by it."""

from __future__ import annotations

from dataclasses import replace

from api.access.actor import SYSTEM
from api.events import log
from api.intake.calls import facts, queries
from api.intake.calls.workflow import WORKFLOW
from api.kit.problems import Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words


def held(unit: Unit, call_id: str, customer_id: str) -> Row:
    """The caller's call, locked, that is about to become a request of this customer.

    :raises Invalid: no such call, or it was identified as another customer's.
    :raises TransitionRefused: it is over, or belongs to a matter already.
    """
    try:
        call = queries.one(unit, call_id, lock=True)
    except NotFound:
        unknown = Words("没有这通电话", "There is no such call")
        raise Invalid.field("/body/call_id", "not_found", unknown) from None
    if call.customer_id not in (None, customer_id):
        other = Words("这通电话是另一位客户打来的", "Another customer is on this call")
        raise Invalid.field("/body/call_id", "belongs_elsewhere", other)
    WORKFLOW.fire(unit, "turn-into-request", call, "/api/v1/calls")
    return call


def turn(unit: Unit, call: Row, case: Row) -> None:
    """Tie the call to the request made of it."""
    changes = WORKFLOW.fire(unit, "turn-into-request", call, "/api/v1/calls")
    log.append(
        unit,
        call,
        facts.CallTurnedIntoRequest(service_request_id=case.id),
        case_id=case.id,
        customer_id=case.customer_id,
        contact_id=call.contact_id or case.contact_id,
        **changes,
    )


def promise(unit: Unit, call_id: str, case: Row, *, passed: bool) -> None:
    """The customer was promised an answer in this call, or his question was passed on (R54, R56, R413).

    :raises Invalid: no such call, or one about another matter.
    """
    try:
        call = queries.one(unit, call_id, lock=True)
    except NotFound:
        call = None
    if call is None or call.case_id not in (None, case.id):
        unknown = Words("没有这通电话，或是另一件事的", "There is no such call, or it is about another matter")
        raise Invalid.field("/body/call_id", "not_found", unknown)
    changes = WORKFLOW.fire(unit, "hand-on" if passed else "promise-reply", call, "/api/v1/calls")
    log.append(unit, call, facts.CallReplyPromised(number=call.number, passed=passed), case_id=case.id, **changes)


def replied(unit: Unit, call_id: str) -> None:
    """What was promised in the call was kept."""
    call = queries.told(unit, call_id)
    if call.status not in WORKFLOW.steps["reply"].sources:
        return
    by = replace(unit, actor=SYSTEM, match=None)  # it follows from the answer, whoever gave it
    log.append(by, call, facts.CallReplied(number=call.number), **WORKFLOW.fire(by, "reply", call))
