"""What other rooms do to a case by rule: count a repeated call, quote and consent, move it along the steps, close it."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import update

from api.events import log
from api.intake.service_requests import facts, index, queries
from api.intake.service_requests.model import ServiceRequest
from api.intake.service_requests.problems import MatterOver, WorkUnfinished
from api.intake.service_requests.workflow import WORKFLOW
from api.kit.unit import Row, Unit
from api.kit.words import Words

_case = ServiceRequest.__table__  # type: ignore[attr-defined]


def called_again(unit: Unit, case: Row, call_id: str, note: str | None) -> None:
    """Count a further call on an open matter (R42).

    :raises MatterOver: it is over.
    """
    if not case.open:
        raise MatterOver(number=case.number, status=case.status)
    fact = facts.ServiceRequestCalledAgain(call_id=call_id, calls=case.calls + 1, note=note)
    log.append(unit, case, fact, calls=case.calls + 1)


def quoted(unit: Unit, case: Row, *, amount_fen: int, number: str, adds: bool) -> None:
    """A quote was offered to the customer (R50). One that only adds to what was consented leaves the course as it is.

    Called by the quotes room with the locked case.

    :raises TransitionRefused: an earlier act is missing (R154), or the case is past it.
    """
    fact = facts.ServiceRequestQuoted(amount_fen=amount_fen, number=number)
    if adds or case.consented_at is not None:
        log.append(unit, case, fact)
        return
    changes = WORKFLOW.fire(unit, "quote", case)
    log.append(unit, case, fact, quoted_fen=amount_fen, quoted_at=unit.now, **changes)


def unquoted(unit: Unit, case: Row, *, number: str) -> None:
    """The quote before the customer is none any more (declined, run out, voided): the act is missing again (R154)."""
    if case.quoted_at is not None and case.consented_at is None:
        log.append(unit, case, facts.ServiceRequestUnquoted(number=number), quoted_fen=None, quoted_at=None)


def consented(unit: Unit, case: Row, *, total_fen: int, ceiling_fen: int, by: str, way: str, number: str) -> None:
    """The customer consented to a quote (R50, R177); `ceiling_fen` is what the case may cost altogether from now on.

    :raises TransitionRefused: an earlier act is missing (R154).
    """
    fact = facts.ServiceRequestConsented(amount_fen=total_fen, way=way, by=by, number=number, ceiling_fen=ceiling_fen)
    given: dict[str, Any] = {
        "consented_fen": ceiling_fen,
        "consented_at": unit.now,
        "consented_by": by,
        "consent_way": way,
    }
    changes: dict[str, Any] = {} if case.consented_at is not None else WORKFLOW.fire(unit, "consent", case)
    log.append(unit, case, fact, **given, **changes)


def move_on(
    unit: Unit, case_id: str, *, step: int | None = None, engineer_id: str | None = None, job: str | None = None
) -> None:
    """Say which of the four steps the case has reached, whose job it is now and how it stands; none's when left out (R9).

    How it stands is told by the order's own fact, so it alone moves no version and writes none of its own. Steps only
    move forward here; a reopened case starts anew by `reopen`.
    """
    case = queries.any_one(unit, case_id)
    reached = max(case.step, step or 0)
    if case.open and (reached, engineer_id) != (case.step, case.engineer_id):
        fact = facts.ServiceRequestMovedOn(step=reached, engineer_id=engineer_id)
        log.append(unit, case, fact, step=reached, engineer_id=engineer_id, job_status=job)
    elif case.job_status != job:
        unit.conn.execute(update(_case).where(_case.c.id == case_id).values(job_status=job))


def close_case(unit: Unit, case_id: str, *, verdict: Literal["satisfied", "waived"], follow_up_id: str) -> None:
    """Close the case after its fourth step: the satisfied follow-up or its recorded waiver (R9).

    Called by the room that ends the follow-up, after it has done so.

    :raises WorkUnfinished: an order or a follow-up is still open, or there was no follow-up.
    :raises TransitionRefused: no job was ever opened.
    """
    case = queries.any_one(unit, case_id)
    known = queries.follow_up(unit, case)
    if known is None or known["id"] != follow_up_id or known["status"] not in ("satisfied", "waived"):
        raise WorkUnfinished(Words("还没有回访，不能结案", "There was no follow-up; the case cannot close"))
    changes = WORKFLOW.fire(unit, "close", case)
    log.append(
        unit,
        case,
        facts.ServiceRequestClosed(verdict=verdict, follow_up_id=follow_up_id),
        open=False,
        step=4,
        closed_at=unit.now,
        **changes,
    )
    index.put(unit, case_id)
