"""Paid service before the quote: explain the policy, obtain acceptance, or decline (R49, R51, R154).

Quoting and consenting are done in the quotes room. That a later act waits for the earlier one is said once, by `acts`.
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


def decline(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """The customer does not want to pay: decline politely and end with the reason (R51)."""
    return ending.end(unit, id, "decline", facts.ServiceRequestDeclined(reason=command.reason), reason=command.reason)


def _act(unit: Unit, id: str, action: str, fact: Fact, **given: Any) -> dict[str, Any]:
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, action, case, answers.BASE)
    log.append(unit, case, fact, **given, **changes)
    return answers.changed(unit, id)
