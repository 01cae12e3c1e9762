"""What follows for a quote without anybody's button: it runs out, or its case is judged anew or ends."""

from __future__ import annotations

from api.events import log
from api.intake.service_requests import course
from api.kit import jobs
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.quotes import answers, facts, queries
from api.money.quotes.offering import EXPIRY
from api.money.quotes.workflow import WORKFLOW


@jobs.handler(EXPIRY)
def expire(job: jobs.Claim) -> jobs.Apply:
    """The time until which an offer holds is over."""
    return lambda unit: run_out(unit, job.payload["quote_id"])


def run_out(unit: Unit, id: str) -> None:
    """An offer that nobody answered in time holds no more, and its case waits for a quote again."""
    quote = queries.held(unit, id, scoped=False)
    if quote.status != "offered":
        return
    changes = WORKFLOW.fire(unit, "expire", quote, answers.BASE)
    log.append(unit, quote, facts.QuoteExpired(number=quote.number), decided_at=unit.now, **changes)
    course.unquoted(unit, quote.case_row, number=quote.number)


def case_declined(unit: Unit, case: Row, reason: str) -> None:
    """The customer does not want paid service: what was before him is declined with it (R51)."""
    id = queries.live(unit, case.id)
    if id is None:
        return None
    quote = queries.held(unit, id, scoped=False)
    if quote.status != "offered":
        return _drop(unit, quote, reason)
    changes = WORKFLOW.fire(unit, "go-unwanted", quote, answers.BASE)
    fact = facts.QuoteDeclined(number=quote.number, reason=reason)
    log.append(unit, quote, fact, declined_reason=reason, decided_at=unit.now, **changes)
    return None


def case_over(unit: Unit, case: Row, reason: Words) -> None:
    """The case ended, or was judged anew: a quote in the making or before the customer means nothing any more."""
    if id := queries.live(unit, case.id):
        _drop(unit, queries.held(unit, id, scoped=False), unit.say(reason))


def _drop(unit: Unit, quote: Row, reason: str) -> None:
    changes = WORKFLOW.fire(unit, "drop", quote, answers.BASE)
    fact = facts.QuoteVoided(number=quote.number, reason=reason)
    log.append(unit, quote, fact, voided_reason=reason, decided_at=unit.now, **changes)
