"""`/entitlements`: is it free, and which way (R47)?"""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.entitlements import schemas, service
from api.kit.edge import Resource
from api.kit.unit import Unit

resource = Resource("/entitlements")
router = resource.router


@resource.get(permission=P.ASSETS_VIEW, answer=schemas.EntitlementRead)
def check_entitlement(unit: Unit, query: schemas.EntitlementQuery) -> dict[str, Any]:
    """What the customer is entitled to, with every reason and its dates, in words that may be read out to him."""
    return service.check(unit, **query.model_dump())
