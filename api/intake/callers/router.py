"""`/callers`: who is on the telephone."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.callers import schemas, service
from api.kit.edge import Resource
from api.kit.unit import Unit

resource = Resource("/callers")
router = resource.router


@resource.get(permission=P.CALLS_CREATE, answer=schemas.Callers)
def look_up_callers(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Customers with this number, with their open matters, devices and last services (R42)."""
    return service.look_up(unit, query)
