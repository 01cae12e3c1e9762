"""`/quotes`: what the customer is asked to pay, and what he said to it (R50, R154)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash, Stale, TransitionRefused
from api.kit.unit import Unit
from api.money.quotes import answers, consenting, offering, queries, schemas, service
from api.money.quotes.workflow import WORKFLOW

resource = Resource("/quotes", visible=queries.visible)
router = resource.router


@resource.get(permission=P.QUOTES_VIEW, answer=list_of(schemas.QuoteRow))
def list_quotes(unit: Unit, query: schemas.QuotesQuery) -> dict[str, Any]:
    """Quotes, the newest first; void ones stay among them (R164)."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(permission=P.QUOTES_CREATE, answer=schemas.QuoteRead, refuses=(TransitionRefused, Clash), key="required")
def create_quote(unit: Unit, command: schemas.QuoteCreate) -> dict[str, Any]:
    """Draft a quote for a case, with lines of the price list or free ones."""
    return service.create(unit, command)


@resource.get("/{id}", permission=P.QUOTES_VIEW, answer=schemas.QuoteRead)
def read_quote(unit: Unit, id: Id) -> dict[str, Any]:
    """One quote with its lines and consent."""
    return service.read(unit, id)


@resource.put(
    "/{id}/lines", permission=P.QUOTES_EDIT, answer=schemas.QuoteRead, refuses=(TransitionRefused, Stale),
    match="optional",
)  # fmt: skip
def put_quote_lines(unit: Unit, id: Id, command: schemas.LinesPut) -> dict[str, Any]:
    """Set all lines of a draft."""
    return service.put_lines(unit, id, command)


resource.actions(WORKFLOW, offering, consenting, answer=schemas.QuoteRead, refuses=(Clash,))
