"""`/cash-handovers`: who holds the company's money, and how it gets to the admin specialist."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import TransitionRefused
from api.kit.unit import Unit
from api.money.cash_handovers import answers, queries, schemas, service
from api.money.cash_handovers.workflow import WORKFLOW
from api.money.ledger.problems import DayClosed, Overdrawn

resource = Resource("/cash-handovers", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CASH_HANDOVERS_VIEW, answer=list_of(schemas.HandoverRow))
def list_cash_handovers(unit: Unit, query: schemas.HandoversQuery) -> dict[str, Any]:
    """Slips in the caller's sight."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.get("/held", permission=P.CASH_HANDOVERS_VIEW, answer=schemas.Holdings)
def list_held_money(unit: Unit, query: schemas.HoldingsQuery) -> dict[str, Any]:
    """What each person holds and until when, late first (R157, D24)."""
    return answers.holdings(unit, mine=query.mine)


@resource.post(
    permission=P.CASH_HANDOVERS_CREATE, answer=schemas.HandoverRead, key="required", refuses=(TransitionRefused,)
)
def present_cash_handover(unit: Unit, command: schemas.HandoverCreate) -> dict[str, Any]:
    """Write the slip over what you have collected."""
    return service.present(unit, command)


@resource.get("/{id}", permission=P.CASH_HANDOVERS_VIEW, answer=schemas.HandoverRead)
def read_cash_handover(unit: Unit, id: Id) -> dict[str, Any]:
    """One slip with its lines."""
    return answers.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.HandoverRead, refuses=(DayClosed, Overdrawn))
