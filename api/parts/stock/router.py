"""`/stock`: how much of each part lies where, and the card of each position."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit
from api.parts.stock import queries, schemas

resource = Resource("/stock", visible=queries.visible)
router = resource.router


@resource.get(permission=P.STOCK_VIEW, answer=list_of(schemas.PositionRow))
def list_stock(unit: Unit, query: schemas.StockQuery) -> dict[str, Any]:
    """Positions by part, place and level (R146: is the part in stock?); an engineer sees his van."""
    return queries.listed(unit, query)


@resource.get("/{id}", permission=P.STOCK_VIEW, answer=schemas.PositionRead)
def read_position(unit: Unit, id: Id) -> dict[str, Any]:
    """One position with the pieces that are known by number, the oldest first."""
    return queries.read(unit, id)


@resource.get("/{id}/card", permission=P.STOCK_VIEW, answer=list_of(schemas.CardLine))
def read_stock_card(unit: Unit, id: Id, query: schemas.CardQuery) -> dict[str, Any]:
    """Its stock card: every movement with the balance after it, the newest first."""
    return queries.card(unit, id, query)
