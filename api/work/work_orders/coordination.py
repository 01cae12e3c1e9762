"""The coordinator's verbs: contact, promise, parts, another time, cancel (Flow B, R103 to R109)."""

from __future__ import annotations

from typing import Any

from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.clocks import service as clocks
from api.work.work_orders import answers, commands, facts, queries, timing
from api.work.work_orders.service import done, freed, in_future, index, settle
from api.work.work_orders.workflow import WORKFLOW

BASE = answers.BASE


def contact(unit: Unit, id: str, command: commands.Contact) -> dict[str, Any]:
    """The customer was contacted and the fault judged further (R104); stops the two hours of D9."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "contact", order, BASE)
    timing.stop(unit, order, "contact")
    fact = facts.WorkOrderContacted(note=command.note)
    return done(unit, order, fact, **changes, contacted_at=unit.now, contact_note=command.note)


def promise(unit: Unit, id: str, command: commands.Promise) -> dict[str, Any]:
    """Promise the time of the visit (R105); a change of it is settled with the customer and keeps its reason (R80, R95).

    :raises Invalid: the time is past, or the reason of a change is missing.
    """
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "promise", order, BASE)
    in_future(command.promised_at, unit.now)
    former = order.promised_at if order.promised_at != command.promised_at else None
    if former and not command.reason:
        words = Words("改约要写明原因", "A change of the promised time needs its reason")
        raise Invalid.field("/body/reason", "missing", words)
    timing.aim(unit, order, command.promised_at, command.reason or unit.say(clocks.PROMISED))
    seconds = command.duration_minutes * 60
    fact = facts.WorkOrderPromised(
        promised_at=command.promised_at, duration_seconds=seconds, former_promised_at=former, reason=command.reason
    )
    return done(
        unit, order, fact, **changes, promised_at=command.promised_at, duration_seconds=seconds,
        reason=command.reason or order.reason,
    )  # fmt: skip


def wait_for_parts(unit: Unit, id: str, command: commands.WaitForParts) -> dict[str, Any]:
    """A part must come first (R107); the wait does not count against the promise, and says why."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "wait-for-parts", order, BASE)
    reason = unit.say(Words("等备件：{note}", "Waiting for parts: {note}")).format(note=command.note)
    timing.pause(unit, order, reason)
    expected = command.expected_on.isoformat() if command.expected_on else None
    fact = facts.WorkOrderPartsAwaited(note=command.note, expected_on=expected)
    return done(unit, order, fact, **changes, reason=command.note, parts_expected_on=expected)


def parts_ready(unit: Unit, id: str, command: commands.PartsReady) -> dict[str, Any]:
    """The part was issued (R108); the clock runs on."""
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "parts-ready", order, BASE)
    timing.resume(unit, order)
    return done(unit, order, facts.WorkOrderPartsReady(), **changes, parts_expected_on=None)


def reschedule(unit: Unit, id: str, command: commands.Reschedule) -> dict[str, Any]:
    """Another time, agreed with the customer; the engineer's time is given back (R95).

    :raises Invalid: the time is past.
    """
    order = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "reschedule", order, BASE)
    in_future(command.promised_at, unit.now)
    timing.aim(unit, order, command.promised_at, command.reason)
    fact = facts.WorkOrderRescheduled(
        promised_at=command.promised_at, former_promised_at=order.promised_at, reason=command.reason,
        employee_id=order.engineer_id,
    )  # fmt: skip
    changes |= freed(unit, order, command.reason)
    return done(unit, order, fact, **changes, promised_at=command.promised_at, reason=command.reason)


def cancel(unit: Unit, id: str, command: commands.Because) -> dict[str, Any]:
    """The visit is not wanted any more; why is kept, and the number with it (D40)."""
    order = queries.one(unit, id, lock=True)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "cancel", order, BASE)
    timing.cancel(unit, order)
    fact = facts.WorkOrderCancelled(former=order.status, reason=command.reason)
    changes |= freed(unit, order, command.reason)
    settle(unit, order, fact, **changes, open=False, closed_at=unit.now, reason=command.reason)
    index(unit, order)
    return answers.read(unit, order.id, scoped=False)
