"""`/shift-swaps`: shifts that change hands."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.shift_swaps import queries, schemas, service
from api.network.shift_swaps.workflow import WORKFLOW

resource = Resource("/shift-swaps", visible=queries.visible)
router = resource.router
partners = Resource("/shifts")
partners_router = partners.router


@resource.get(permission=P.SHIFT_SWAPS_VIEW, answer=list_of(schemas.SwapRow))
def list_shift_swaps(unit: Unit, query: schemas.SwapQuery) -> dict[str, Any]:
    """Swaps, one's own or those of one's stations."""
    return queries.listed(unit, query)


@resource.post(permission=P.SHIFT_SWAPS_CREATE, answer=schemas.SwapRead, refuses=(Clash,))
def ask_for_swap(unit: Unit, command: schemas.SwapCreate) -> dict[str, Any]:
    """Offer one's own shift to a colleague, for his or for nothing."""
    return service.ask(unit, command)


@resource.get("/{id}", permission=P.SHIFT_SWAPS_VIEW, answer=schemas.SwapRead)
def read_shift_swap(unit: Unit, id: Id) -> dict[str, Any]:
    """One swap."""
    return queries.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.SwapRead, refuses=(Clash,))


@partners.get("/{id}/partners", permission=P.SHIFT_SWAPS_CREATE, answer=schemas.PartnerList)
def list_partners(unit: Unit, id: Id) -> dict[str, Any]:
    """Colleagues who are free for the caller's shift, and what they could give for it."""
    return service.partners(unit, id)
