"""`/settlement-bills`: what the customer owes for work done."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import TransitionRefused
from api.kit.unit import Unit
from api.money.ledger.problems import DayClosed, Overdrawn
from api.money.settlement_bills import answers, queries, schemas, service
from api.money.settlement_bills.problems import AboveConsent
from api.money.settlement_bills.workflow import WORKFLOW

resource = Resource("/settlement-bills", visible=queries.visible)
router = resource.router


@resource.get(permission=P.SETTLEMENT_BILLS_VIEW, answer=list_of(schemas.BillRow))
def list_settlement_bills(unit: Unit, query: schemas.BillsQuery) -> dict[str, Any]:
    """Bills in the caller's sight; `open=true` those on which something is owed (R163)."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.get("/billable", permission=P.SETTLEMENT_BILLS_VIEW, answer=schemas.Billable)
def read_billable(unit: Unit, query: schemas.BillableQuery) -> dict[str, Any]:
    """What of a case's consent no bill has yet, and what hinders the bill."""
    return service.billable(unit, query.case_id)


@resource.post(
    permission=P.SETTLEMENT_BILLS_CREATE, answer=schemas.BillRead, key="required",
    refuses=(TransitionRefused, AboveConsent, DayClosed, Overdrawn),
)  # fmt: skip
def issue_settlement_bill(unit: Unit, command: schemas.BillCreate) -> dict[str, Any]:
    """Issue the bill after the work; refused above what the customer consented to (R154, R178)."""
    return service.issue(unit, command)


@resource.get("/{id}", permission=P.SETTLEMENT_BILLS_VIEW, answer=schemas.BillRead)
def read_settlement_bill(unit: Unit, id: Id) -> dict[str, Any]:
    """One bill with its lines and what is paid of it."""
    return answers.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.BillRead, refuses=(DayClosed, Overdrawn))
