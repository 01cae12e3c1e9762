"""`/work-orders/{id}/candidates`: who could go."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.dispatch.candidates import schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.unit import Unit

resource = Resource("/work-orders")
router = resource.router


@resource.get("/{id}/candidates", permission=P.WORK_ORDERS_ASSIGN, answer=schemas.CandidateList)
def list_candidates(unit: Unit, id: Id, query: schemas.Query) -> dict[str, Any]:
    """The station's field engineers for this visit, the fittest first, each with reasons for and against."""
    return service.candidates(unit, id, query)
