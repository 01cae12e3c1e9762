"""`/refunds`: money back to customers, by two people."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import TransitionRefused
from api.kit.unit import Unit
from api.money.ledger.problems import DayClosed, Overdrawn
from api.money.payments.problems import NothingFree
from api.money.refunds import answers, queries, schemas, service
from api.money.refunds.workflow import WORKFLOW

resource = Resource("/refunds", visible=queries.visible)
router = resource.router


@resource.get(permission=P.PAYMENTS_VIEW, answer=list_of(schemas.RefundRow))
def list_refunds(unit: Unit, query: schemas.RefundsQuery) -> dict[str, Any]:
    """Refunds in the caller's sight."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(
    permission=P.PAYMENTS_CREATE, answer=schemas.RefundRead, key="required", refuses=(TransitionRefused, NothingFree)
)
def request_refund(unit: Unit, command: schemas.RefundCreate) -> dict[str, Any]:
    """Ask for a refund; another person approves it."""
    return service.request(unit, command)


@resource.get("/{id}", permission=P.PAYMENTS_VIEW, answer=schemas.RefundRead)
def read_refund(unit: Unit, id: Id) -> dict[str, Any]:
    """One refund with what may be done now."""
    return answers.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.RefundRead, refuses=(NothingFree, DayClosed, Overdrawn))
