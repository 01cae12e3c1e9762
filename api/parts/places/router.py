"""`/stock-places`: centre, stores, bins, vans, benches, defective and in transit."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.parts.places import queries, schemas, service

resource = Resource("/stock-places", visible=queries.visible)
router = resource.router


@resource.get(permission=P.STOCK_PLACES_VIEW, answer=list_of(schemas.PlaceRead))
def list_stock_places(unit: Unit, query: schemas.PlacesQuery) -> dict[str, Any]:
    """Places with what lies in each; an engineer sees his van."""
    return queries.listed(unit, query)


@resource.post(permission=P.STOCK_PLACES_CREATE, answer=schemas.PlaceRead)
def add_stock_place(unit: Unit, command: schemas.PlaceCreate) -> dict[str, Any]:
    """Set up a place."""
    return service.add(unit, command)


@resource.get("/{id}", permission=P.STOCK_PLACES_VIEW, answer=schemas.PlaceRead)
def read_stock_place(unit: Unit, id: Id) -> dict[str, Any]:
    """One place."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.STOCK_PLACES_EDIT, answer=schemas.PlaceRead, refuses=(Clash,))
def change_stock_place(unit: Unit, id: Id, command: schemas.PlaceChange) -> dict[str, Any]:
    """Rename a place, or give it up once it is empty."""
    return service.change(unit, id, command)
