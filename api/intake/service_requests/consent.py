"""Paid service, act by act: explain the policy, obtain acceptance, quote, obtain consent, or decline (R49-R51, R154).

That a later act waits for the earlier one is said once, by the guards of `workflow.py`.
"""

from __future__ import annotations

from typing import Any

from api.events import log
from api.events.facts import Fact
from api.intake.service_requests import answers, ending, facts, queries, schemas
from api.intake.service_requests.workflow import WORKFLOW
from api.kit.unit import Unit


def explain_policy(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """The paid-service policy was explained (R49)."""
    return _act(unit, id, "explain-policy", facts.ServiceRequestPolicyExplained(), policy_explained_at=unit.now)


def accept_terms(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """The customer accepts that it is paid (R49)."""
    return _act(unit, id, "accept-terms", facts.ServiceRequestTermsAccepted(), accepted_at=unit.now)


def quote(unit: Unit, id: str, command: schemas.Quote) -> dict[str, Any]:
    """A quotation in fen; a new figure replaces one that nobody has consented to yet (R50)."""
    fact = facts.ServiceRequestQuoted(amount_fen=command.amount_fen, note=command.note)
    return _act(unit, id, "quote", fact, quoted_fen=command.amount_fen, quoted_at=unit.now)


def consent(unit: Unit, id: str, command: schemas.Consent) -> dict[str, Any]:
    """The customer consents to the quotation as it stands: by whom and how (R50)."""
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "consent", case, answers.BASE)
    fact = facts.ServiceRequestConsented(amount_fen=case.quoted_fen, way=command.way, by=command.by)
    given = {"consented_fen": case.quoted_fen, "consented_at": unit.now, "consented_by": command.by}
    log.append(unit, case, fact, **given, consent_way=command.way, **changes)
    return answers.changed(unit, id)


def decline(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """The customer does not want to pay: decline politely and end with the reason (R51)."""
    return ending.end(unit, id, "decline", facts.ServiceRequestDeclined(reason=command.reason), reason=command.reason)


def _act(unit: Unit, id: str, action: str, fact: Fact, **given: Any) -> dict[str, Any]:
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, action, case, answers.BASE)
    log.append(unit, case, fact, **given, **changes)
    return answers.changed(unit, id)
