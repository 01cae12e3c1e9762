"""`/stock-exceptions`: what was used offline and is not there by the book, for a person to settle (P15, D41)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit
from api.parts.exceptions import queries, schemas, service
from api.parts.exceptions.workflow import WORKFLOW
from api.parts.problems import SerialElsewhere, StockShort

resource = Resource("/stock-exceptions", visible=queries.visible)
router = resource.router


@resource.get(permission=P.STOCK_EXCEPTIONS_VIEW, answer=list_of(schemas.ExceptionRead))
def list_stock_exceptions(unit: Unit, query: schemas.ExceptionsQuery) -> dict[str, Any]:
    """Exceptions, the newest first."""
    return queries.listed(unit, query)


@resource.get("/{id}", permission=P.STOCK_EXCEPTIONS_VIEW, answer=schemas.ExceptionRead)
def read_stock_exception(unit: Unit, id: Id) -> dict[str, Any]:
    """One exception."""
    return queries.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.ExceptionRead, refuses=(StockShort, SerialElsewhere))
