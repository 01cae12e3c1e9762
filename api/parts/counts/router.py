"""`/stock-counts`: sheets, and the approval of their differences (R189, D26)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash, TransitionRefused
from api.kit.unit import Unit
from api.parts.counts import answers, queries, schemas, service
from api.parts.counts.workflow import WORKFLOW
from api.parts.problems import SerialElsewhere, StockShort

resource = Resource("/stock-counts", visible=queries.visible)
router = resource.router


@resource.get(permission=P.STOCK_COUNTS_VIEW, answer=list_of(schemas.CountRow))
def list_stock_counts(unit: Unit, query: schemas.CountsQuery) -> dict[str, Any]:
    """Stock-takes, the newest first."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(permission=P.STOCK_COUNTS_CREATE, answer=schemas.CountRead, key="required", refuses=(Clash,))
def open_stock_count(unit: Unit, command: schemas.CountOpen) -> dict[str, Any]:
    """Open a sheet of a place with all below it."""
    return service.open_count(unit, command)


@resource.get("/{id}", permission=P.STOCK_COUNTS_VIEW, answer=schemas.CountRead)
def read_stock_count(unit: Unit, id: Id) -> dict[str, Any]:
    """One stock-take with its sheet."""
    return answers.read(unit, id)


@resource.post("/{id}/enter", permission=P.STOCK_COUNTS_EDIT, answer=schemas.CountRead, status=200,
               refuses=(TransitionRefused,), match="optional")  # fmt: skip
def enter_stock_count(unit: Unit, id: Id, command: schemas.Enter) -> dict[str, Any]:
    """Write down what was found."""
    return service.enter(unit, id, command)


resource.actions(WORKFLOW, service, answer=schemas.CountRead, refuses=(StockShort, SerialElsewhere))
