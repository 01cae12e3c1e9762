"""`/dispatch`: the dispatcher's board, and what waits for somebody."""

from __future__ import annotations

from typing import Any

from fastapi import Response
from pydantic_core import to_json

from api.access.policy import P
from api.dispatch.board import schemas, service
from api.kit.edge import Afterwards, Resource
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/dispatch")
router = resource.router


@resource.get("/board", permission=P.DISPATCH_VIEW, answer=schemas.BoardRead)
def read_board(unit: Unit, query: schemas.BoardQuery) -> dict[str, Any]:
    """Engineers, vehicles and benches over a day or a week with shifts, leave, jobs, travel and breaks. Jobs are placed
    and moved by the actions of their orders."""
    return service.board(unit, query)


@resource.get("/map", permission=P.DISPATCH_VIEW, answer=schemas.MapRead)
def read_map(unit: Unit) -> Afterwards:
    """The map's source of tiles, which is a setting of the installation."""

    def make(system: Any) -> Response:
        told = {"tiles": system.settings.tiles, "credit": system.settings.tiles_credit}
        return Response(to_json(told), media_type="application/json", headers={"cache-control": "no-store"})

    return Afterwards(make)


@resource.get("/unassigned", permission=P.DISPATCH_VIEW, answer=list_of(schemas.UnassignedRow))
def list_unassigned(unit: Unit, query: schemas.UnassignedQuery) -> dict[str, Any]:
    """The open orders that wait for an engineer: late first, then what falls due next."""
    return service.unassigned(unit, query)
