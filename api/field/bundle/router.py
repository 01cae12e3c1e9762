"""`/field/bundle`: what a phone needs for a day without network."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.field.bundle import schemas, service
from api.kit.edge import Resource
from api.kit.unit import Unit

resource = Resource("/field")
router = resource.router


@resource.get("/bundle", permission=P.FIELD_VIEW, answer=schemas.Bundle, tag="cursor")
def read_bundle(unit: Unit, query: schemas.BundleQuery) -> dict[str, Any]:
    """The caller's own jobs of today and tomorrow with all that they need and no more; with `cursor` only what changed.

    `If-None-Match` with the last `ETag` answers 304 when nothing did.
    """
    return service.bundle(unit, query)
