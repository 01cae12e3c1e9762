"""`/field/crew`: who is out."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.field.crew import schemas, service
from api.kit.edge import Resource
from api.kit.unit import Unit

resource = Resource("/field")
router = resource.router


@resource.get("/crew", permission=P.FIELD_VIEW, answer=schemas.Crew)
def read_crew(unit: Unit, query: schemas.CrewQuery) -> dict[str, Any]:
    """Engineers in the caller's sight: present and next job, last contact, what waits on the phone, what is to decide."""
    return service.crew(unit, query)
