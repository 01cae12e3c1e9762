"""The engineer's verbs, from accepting the job to handing the record in (R110 to R114).

Each carries the phone's own time (D41): that time counts, whenever it arrives here.
"""

from __future__ import annotations

from typing import Any

from api.kit import drawings
from api.kit.problems import TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.work.work_orders import answers, commands, facts, queries, timing
from api.work.work_orders.model import Signature
from api.work.work_orders.service import done, freed, in_future
from api.work.work_orders.workflow import WORKFLOW

BASE = answers.BASE


def accept(unit: Unit, id: str, command: commands.Plainly) -> dict[str, Any]:
    """The engineer takes the job."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "accept", order, BASE)
    fact = facts.WorkOrderAccepted(employee_id=order.engineer_id)
    return done(unit, order, fact, **changes, accepted_at=unit.moment(after=order.assigned_at))


def refuse(unit: Unit, id: str, command: commands.Refuse) -> dict[str, Any]:
    """The engineer cannot take it: back to the coordinator, his time is free, the promise stands."""
    order = queries.one(unit, id, lock=True)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "refuse", order, BASE)
    fact = facts.WorkOrderRefused(employee_id=order.engineer_id, reason=command.reason)
    changes |= freed(unit, order, command.reason)
    return done(unit, order, fact, **changes, reason=command.reason)


def depart(unit: Unit, id: str, command: commands.Plainly) -> dict[str, Any]:
    """He leaves for the customer, the fault and the time confirmed (R71)."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "depart", order, BASE)
    at = unit.moment(after=order.accepted_at)
    return done(unit, order, facts.WorkOrderDeparted(), **changes, departed_at=at)


def arrive(unit: Unit, id: str, command: commands.Plainly) -> dict[str, Any]:
    """He is there: the promise of D9 is kept or missed."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "arrive", order, BASE)
    at = unit.moment(after=order.departed_at)
    timing.stop(unit, order, "arrive", at)
    return done(unit, order, facts.WorkOrderArrived(), **changes, arrived_at=at)


def diagnose(unit: Unit, id: str, command: commands.Diagnose) -> dict[str, Any]:
    """The fault is examined and the plan fixed before the repair starts (R74)."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "diagnose", order, BASE)
    fact = facts.WorkOrderDiagnosed(diagnosis=command.diagnosis, plan=command.plan)
    return done(
        unit, order, fact, **changes, diagnosis=command.diagnosis, plan=command.plan,
        diagnosed_at=unit.moment(after=order.arrived_at),
    )  # fmt: skip


def complete(unit: Unit, id: str, command: commands.Complete) -> dict[str, Any]:
    """Repaired, tested, the customer instructed (R76); starts the time for the record (D13).

    :raises TransitionRefused: the test failed or the customer was not instructed; offers the ways out (R112, R82).
    """
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "complete", order, BASE)
    if not command.test_passed:
        words = Words(
            "检验不合格，不能完工：约二次上门，或上报难题",
            "The test failed: agree a second visit, or report it upward",
        )
        raise TransitionRefused(words, offered=_ways_out(unit, order))
    if not command.instructed:
        words = Words("还没向客户交代使用注意事项", "The customer has not been told how to use it")
        raise TransitionRefused(words, offered=WORKFLOW.offered(unit, order, BASE))
    at = unit.moment(after=order.diagnosed_at)
    timing.start_record(unit, order, at)
    fact = facts.WorkOrderCompleted(
        work_done=command.work_done, test_result=command.test_result, test_passed=True, instructed=True
    )
    return done(
        unit, order, fact, **changes, work_done=command.work_done, test_result=command.test_result,
        test_passed=True, instructed=True, done_at=at,
    )  # fmt: skip


def _ways_out(unit: Unit, order: Row) -> list[dict[str, Any]]:
    offered = WORKFLOW.offered(unit, order, BASE)
    return [offer for offer in offered if offer["action"] in ("second-visit", "escalate")]


def sign(unit: Unit, id: str, command: commands.Sign) -> dict[str, Any]:
    """The customer signs what was done (R77).

    :raises Invalid: the picture is none, too large, or blank.
    """
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "sign", order, BASE)
    made = unit.insert(Signature, work_order_id=order.id, picture=drawings.drawn(command.picture))
    fact = facts.WorkOrderSigned(signer=command.signer, signature_id=made.id)
    return done(
        unit, order, fact, **changes, signature_kind="drawn", signer=command.signer, signature_reason=None,
        signed_at=unit.moment(after=order.done_at),
    )  # fmt: skip


def refuse_signature(unit: Unit, id: str, command: commands.RefuseSignature) -> dict[str, Any]:
    """The customer does not sign; the recorded refusal stands in its place (R77)."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "refuse-signature", order, BASE)
    fact = facts.WorkOrderSignatureRefused(reason=command.reason, signer=command.signer)
    return done(
        unit, order, fact, **changes, signature_kind="refused", signer=command.signer,
        signature_reason=command.reason, signed_at=unit.moment(after=order.done_at),
    )  # fmt: skip


def hand_in(unit: Unit, id: str, command: commands.HandIn) -> dict[str, Any]:
    """The service record is in (R79); whether it is late, the phone's time decides, not the upload's (D13)."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "hand-in", order, BASE)
    at = unit.moment(after=order.signed_at)
    late = timing.stop(unit, order, "record", at)
    fact = facts.WorkOrderRecordHandedIn(late=late, note=command.note)
    return done(unit, order, fact, **changes, handed_in_at=at, recorded_late=late)


def cannot_today(unit: Unit, id: str, command: commands.CannotToday) -> dict[str, Any]:
    """What cannot be done today was settled with the customer at once; both times and the reason are kept (R80).

    :raises Invalid: the new time does not lie after the deed.
    """
    order = queries.one(unit, id, lock=True)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "cannot-today", order, BASE)
    in_future(command.promised_at, unit.moment())
    timing.aim(unit, order, command.promised_at, command.reason)
    fact = facts.WorkOrderPutOff(
        promised_at=command.promised_at, former_promised_at=order.promised_at, reason=command.reason,
        employee_id=order.engineer_id,
    )  # fmt: skip
    changes |= freed(unit, order, command.reason)
    return done(unit, order, fact, **changes, promised_at=command.promised_at, reason=command.reason)


def escalate(unit: Unit, id: str, command: commands.Escalate) -> dict[str, Any]:
    """A technical problem goes upward at once (R82); the manager reads it off the fact."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "escalate", order, BASE)
    return done(unit, order, facts.WorkOrderEscalated(problem=command.problem), **changes, problem=command.problem)


def second_visit(unit: Unit, id: str, command: commands.SecondVisit) -> dict[str, Any]:
    """Not solved (R112): back to the coordinator, who promises anew; each visit is diagnosed and tested for itself."""
    order = queries.one(unit, id, lock=True)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "second-visit", order, BASE)
    timing.cancel(unit, order)
    fact = facts.WorkOrderSecondVisitNeeded(employee_id=order.engineer_id, reason=command.reason)
    changes |= freed(unit, order, command.reason) | dict.fromkeys(_OF_ONE_VISIT)
    return done(unit, order, fact, **changes, reason=command.reason)


_OF_ONE_VISIT = (
    "promised_at", "arrived_at", "diagnosis", "plan", "diagnosed_at", "work_done", "test_result", "test_passed",
    "instructed", "done_at",
)  # fmt: skip
