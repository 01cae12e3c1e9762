"""The customer's word on a quote: his consent to exactly this version up to a ceiling, or his no (R50, R154, R177)."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.files.attachments import service as files
from api.intake.service_requests import course
from api.kit.problems import Invalid, Stale, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.consents.model import Consent
from api.money.quotes import answers, facts, queries, schemas
from api.money.quotes.workflow import WORKFLOW


def consent(unit: Unit, id: str, command: schemas.Consent) -> dict[str, Any]:
    """Record who consented how to which exact version and up to how much; the database raises the case's ceiling by it.

    :raises Stale: the fingerprint is not that of the quote as it was offered.
    :raises Invalid: the ceiling lies below the total, the call was not with this customer, the proof is no file of this
        case nor the caller's own (T4), the time does not fit.
    :raises TransitionRefused: more was billed already than would then be consented to.
    """
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "consent", quote, answers.BASE)
    if command.fingerprint != quote.fingerprint:
        raise Stale(Words("客户看到的不是这一版报价", "That is not the quote as it was offered"))
    ceiling = quote.total_fen if command.ceiling_fen is None else command.ceiling_fen
    if ceiling < quote.total_fen:
        words = Words("不能低于报价合计", "Not below the quote's total")
        raise Invalid.field("/body/ceiling_fen", "below_total", words)
    if command.call_id and not queries.call_of(unit, command.call_id, quote.customer_id):
        raise Invalid.field(
            "/body/call_id", "unknown", Words("没有和这位客户的这通电话", "No such call with this customer")
        )
    if command.attachment_id:
        files.claim(unit, command.attachment_id, "service_request", quote.case_row, pointer="/body/attachment_id")
    at = unit.occurred_at or unit.now
    if not quote.offered_at <= at <= unit.now:
        words = Words("同意的时间要在报价之后、现在之前", "The consent lies between the offer and now")
        raise Invalid.field("/body/occurred_at", "out_of_range", words)
    adds, consented, billed = _raise(unit, quote, ceiling)
    if consented + adds < billed:
        words = Words("已结算 {fen} 元，不能低于它", "CNY {fen} were billed already; it cannot be less")
        raise TransitionRefused(words.format(fen=f"{billed / 100:.2f}"), offered=[])
    given = unit.insert(
        Consent, case_id=quote.case_id, station_id=quote.station_id, quote_id=quote.id,
        quote_fingerprint=command.fingerprint, ceiling_fen=ceiling, adds_fen=adds, given_by=command.by, way=command.way,
        call_id=command.call_id, attachment_id=command.attachment_id, occurred_at=at,
        recorded_by_id=unit.actor.employee_id,
    )  # fmt: skip
    fact = facts.QuoteConsented(
        number=quote.number, by=command.by, way=command.way, fingerprint=command.fingerprint, ceiling_fen=ceiling,
        adds_fen=adds, consent_id=given.id,
    )  # fmt: skip
    log.append(unit, quote, fact, ceiling_fen=ceiling, decided_at=unit.now, **changes)
    if quote.replaces_id:
        _replace(unit, quote.replaces_id)
    course.consented(
        unit, quote.case_row, total_fen=quote.total_fen, ceiling_fen=consented + adds, by=command.by, way=command.way,
        number=quote.number,
    )  # fmt: skip
    return answers.changed(unit, id)


def _raise(unit: Unit, quote: Row, ceiling: int) -> tuple[int, int, int]:
    """By how much this consent raises the case's ceiling; what the ceiling is; how much of it was billed.

    A supplement adds its own (R177); a quote in the place of another adds the difference. A first one adds its own too;
    where the case was reopened, what the customer had consented to but was never billed lapses.
    """
    consented, billed = queries.account(unit, quote.case_id)
    if quote.supplement_to_id:
        return ceiling, consented, billed
    if quote.replaces_id:
        return ceiling - queries.ceiling(unit, quote.replaces_id), consented, billed
    return billed + ceiling - consented, consented, billed


def _replace(unit: Unit, id: str) -> None:
    """The quote consented to before makes room for the one consented to now."""
    former = queries.held(unit, id, scoped=False)
    changes = WORKFLOW.fire(unit, "replace", former, answers.BASE)
    log.append(unit, former, facts.QuoteSuperseded(number=former.number), **changes)


def decline(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """The customer says no to this quote; the case may be quoted anew or declined (R51)."""
    quote = queries.held(unit, id)
    changes = WORKFLOW.fire(unit, "decline", quote, answers.BASE)
    fact = facts.QuoteDeclined(number=quote.number, reason=command.reason)
    log.append(unit, quote, fact, declined_reason=command.reason, decided_at=unit.now, **changes)
    course.unquoted(unit, quote.case_row, number=quote.number)
    return answers.changed(unit, id)
