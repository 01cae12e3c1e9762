"""From the draft to the customer: approval (D21, R158), the offer that fixes it (R161), new revisions, voiding (R164)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.events import log
from api.intake.service_requests import course
from api.kit import jobs
from api.kit.problems import Forbidden, Stale
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.quotes import answers, facts, queries, schemas, service
from api.money.quotes.workflow import WORKFLOW
from api.network.settings import limits
from api.network.stations import queries as stations

EXPIRY = "quote-expiry"


def request_approval(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """Ask somebody who may grant it; meanwhile the lines stand still."""
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "request-approval", quote, answers.BASE)
    fact = facts.QuoteApprovalRequested(
        total_fen=quote.total_fen, discount_bp=quote.discount_bp, below_former=quote.below_former,
        free_lines=quote.free_lines,
    )  # fmt: skip
    log.append(unit, quote, fact, asked_at=unit.now, **changes)
    return answers.changed(unit, id)


def approve(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """Grant exactly these lines; other lines need another approval.

    :raises Forbidden: the caller is no employee, so nobody could answer for it.
    """
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "approve", quote, answers.BASE)
    if unit.actor.employee_id is None:
        raise Forbidden(permission="quotes:approve")
    digest = service.digest(unit, quote)
    fact = facts.QuoteApproved(total_fen=quote.total_fen, digest=digest)
    granted = {"approved_at": unit.now, "approved_by_id": unit.actor.employee_id, "approved_digest": digest}
    log.append(unit, quote, fact, **granted, **changes)
    return answers.changed(unit, id)


def refuse_approval(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """Not at this price; it goes back to its maker with the reason."""
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "refuse-approval", quote, answers.BASE)
    log.append(unit, quote, facts.QuoteApprovalRefused(reason=command.reason), asked_at=None, **changes)
    return answers.changed(unit, id)


def take_back(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """The maker takes it back to change it."""
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "take-back", quote, answers.BASE)
    log.append(unit, quote, facts.QuoteTakenBack(), asked_at=None, **changes)
    return answers.changed(unit, id)


def offer(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """Give the quote to the customer: its fingerprint and validity are fixed from here on (R161), its case is quoted.

    :raises Stale: its lines are not those that were approved.
    """
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "offer", quote, answers.BASE)
    if quote.approved_digest is not None and quote.approved_digest != service.digest(unit, quote):
        raise Stale(Words("报价和批准时不同，请重新提请批准", "It is not what was approved; ask again"))
    valid_until = _valid_until(unit, quote)
    fingerprint = service.digest(
        unit, quote, number=quote.number, revision=quote.revision, case_id=quote.case_id, customer_id=quote.customer_id,
        supplement_to_id=quote.supplement_to_id, valid_until=valid_until.isoformat(),
    )  # fmt: skip
    fact = facts.QuoteOffered(
        number=quote.number, total_fen=quote.total_fen, fingerprint=fingerprint, valid_until=valid_until
    )
    log.append(unit, quote, fact, offered_at=unit.now, valid_until=valid_until, fingerprint=fingerprint, **changes)
    adds = quote.supplement_to_id is not None
    course.quoted(unit, quote.case_row, amount_fen=quote.total_fen, number=quote.number, adds=adds)
    over = valid_until + timedelta(seconds=1)
    jobs.enqueue(
        unit.conn, unit.now, [{"kind": EXPIRY, "key": f"{EXPIRY}:{id}", "payload": {"quote_id": id}, "due_at": over}]
    )
    return answers.changed(unit, id)


def _valid_until(unit: Unit, quote: Row) -> datetime:
    """The last second of the station's day so many days from now."""
    zone = ZoneInfo(stations.zone_of(unit, quote.station_id))
    days = limits.get(unit, "quote.valid_days", quote.station_id)
    last = unit.now.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(last, time(23, 59, 59), zone)


def revise(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """What was offered is not altered: it is superseded, and a new revision begins with its lines (R161). Gives that one."""
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "revise", quote, answers.BASE)
    log.append(unit, quote, facts.QuoteSuperseded(number=quote.number), decided_at=unit.now, **changes)
    course.unquoted(unit, quote.case_row, number=quote.number)
    return _anew(unit, quote, supplement_to_id=quote.supplement_to_id, replaces_id=quote.replaces_id)


def renew(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """Begin a new revision with the lines of one that was decided or ran out; a consent holds until the new one's."""
    quote = queries.held(unit, id)
    WORKFLOW.fire(unit, "renew", quote, answers.BASE)
    case = quote.case_row
    standing = queries.standing(unit, case.id) if case.consented_at else None
    adds = quote.supplement_to_id is not None and quote.status != "consented" and standing is not None
    return _anew(unit, quote, supplement_to_id=standing if adds else None, replaces_id=None if adds else standing)


def _anew(unit: Unit, quote: Row, **more: Any) -> dict[str, Any]:
    """A draft with the same lines. Prices are those of today, where they are still in force."""
    former = queries.lines(unit, quote.id)
    begun = service.begin(unit, quote.case_row, quote.note, **more)
    lines = service.refreshed(unit, quote.case_row, former)
    if lines:
        service.put(unit, begun, lines)
    return answers.changed(unit, begun.id)


def void(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """Void with the reason: the number stays on file and is not given again (R164)."""
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "void", quote, answers.BASE)
    fact = facts.QuoteVoided(number=quote.number, reason=command.reason)
    log.append(unit, quote, fact, voided_reason=command.reason, decided_at=unit.now, **changes)
    course.unquoted(unit, quote.case_row, number=quote.number)
    return answers.changed(unit, id)
