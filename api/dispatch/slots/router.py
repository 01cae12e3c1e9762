"""`/time-slots`: when it could be."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.dispatch.slots import schemas, service
from api.kit.edge import Resource
from api.kit.unit import Unit

resource = Resource("/time-slots")
router = resource.router


@resource.get(permission=P.APPOINTMENTS_CREATE, answer=schemas.SlotList)
def search_time_slot(unit: Unit, query: schemas.SlotQuery) -> dict[str, Any]:
    """Free times for a visit, at the counter or by telephone, the earliest first, each with its reasons."""
    return service.search(unit, query)
