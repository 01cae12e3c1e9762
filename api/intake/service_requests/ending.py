"""The ends that need no job, the way back from an end, and what may be done at any time: a note, taking over."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.events.facts import Fact
from api.intake.service_requests import answers, due, facts, index, judging, queries, schemas
from api.intake.service_requests.workflow import WORKFLOW
from api.kit.problems import Forbidden, NotFound
from api.kit.unit import Unit


def end(unit: Unit, id: str, action: str, fact: Fact, **told: Any) -> dict[str, Any]:
    """End the case by this action: no clock runs on, nobody has it to do."""
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, action, case, answers.BASE)
    log.append(unit, case, fact, open=False, closed_at=unit.now, **told, **changes)
    due.follow(unit, case)
    index.put(unit, id)
    return answers.changed(unit, id)


def answer(unit: Unit, id: str, command: schemas.GiveAnswer) -> dict[str, Any]:
    """Answer a consultation, or solve software and use by telephone, and end (R53, R65, R66)."""
    return end(unit, id, "answer", facts.ServiceRequestAnswered(answer=command.answer), answer=command.answer)


def advise_carry_in(unit: Unit, id: str, command: schemas.AdviseCarryIn) -> dict[str, Any]:
    """Guide the customer to the office; the answer carries its address and hours to be read out (R46, R52)."""
    found = queries.whole(unit, id)
    if found is None:
        raise NotFound
    told = answers.where_to(unit, queries.as_row(found))
    fact = facts.ServiceRequestCarryInAdvised(station=told["name"], address=told["address"], note=command.note)
    return end(unit, id, "advise-carry-in", fact)


def cancel(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """Cancel with the reason; not while an order or a follow-up is open."""
    return end(unit, id, "cancel", facts.ServiceRequestCancelled(reason=command.reason), reason=command.reason)


def reopen(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """Open an ended case again; it is judged anew, because periods run out and consents were given to another job."""
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "reopen", case, answers.BASE)
    anew: dict[str, Any] = {"open": True, "step": 1, "closed_at": None, "mode": None, "reason": None, "answer": None}
    fact = facts.ServiceRequestReopened(former=case.status, reason=command.reason)
    log.append(unit, case, fact, **judging.UNJUDGED, **anew, **changes)
    due.follow(unit, case)
    index.put(unit, id)
    return answers.changed(unit, id)


def note(unit: Unit, id: str, command: schemas.NoteText) -> dict[str, Any]:
    """A note in the timeline."""
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "note", case, answers.BASE)
    log.append(unit, case, facts.ServiceRequestNoted(text=command.text), **changes)
    return answers.changed(unit, id)


def take(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """Become the owner.

    :raises Forbidden: the caller is no employee.
    """
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "take", case, answers.BASE)
    if unit.actor.employee_id is None:
        raise Forbidden(permission="service-requests:create")
    fact = facts.ServiceRequestTaken(employee_id=unit.actor.employee_id, name=unit.actor.name)
    log.append(unit, case, fact, owner_id=unit.actor.employee_id, **changes)
    return answers.changed(unit, id)
