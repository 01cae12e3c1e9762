"""`/receivables`: what customers owe, by case, with its age; and one case's money in and out."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.service_requests import queries as cases
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit
from api.money.receivables import schemas, service

resource = Resource("/receivables", visible=cases.visible)
router = resource.router


@resource.get(permission=P.RECEIVABLES_VIEW, answer=list_of(schemas.ReceivableRow))
def list_receivables(unit: Unit, query: schemas.ReceivablesQuery) -> dict[str, Any]:
    """Cases on which something is owed, the oldest bill first."""
    return service.listed(unit, query)


@resource.get("/summary", permission=P.RECEIVABLES_VIEW, answer=schemas.ReceivablesSummary)
def read_receivables_summary(unit: Unit) -> dict[str, Any]:
    """All that is owed in the caller's sight, by age."""
    return service.summary(unit)


@resource.get("/{id}", permission=P.RECEIVABLES_VIEW, answer=schemas.CaseStatement)
def read_case_statement(unit: Unit, id: Id) -> dict[str, Any]:
    """What was consented to, billed, collected, refunded and is still owed on a case (R171)."""
    return service.statement(unit, id)
