"""`/parts`: the catalogue, with substitutes, models and the limits of the control table (R190, D27)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit
from api.parts.catalogue import queries, schemas, service

resource = Resource("/parts", visible=queries.visible)
router = resource.router


@resource.get(permission=P.PARTS_VIEW, answer=list_of(schemas.PartRow))
def list_parts(unit: Unit, query: schemas.PartsQuery) -> dict[str, Any]:
    """Parts by number, part of the name, pinyin or family, with what of them the caller can see in stock."""
    return queries.listed(unit, query)


@resource.post(permission=P.PARTS_CREATE, answer=schemas.PartRead)
def add_part(unit: Unit, command: schemas.PartCreate) -> dict[str, Any]:
    """Put a part into the catalogue."""
    return service.add(unit, command)


@resource.get("/{id}", permission=P.PARTS_VIEW, answer=schemas.PartRead)
def read_part(unit: Unit, id: Id) -> dict[str, Any]:
    """One part."""
    return queries.read(unit, id)


@resource.patch("/{id}", permission=P.PARTS_EDIT, answer=schemas.PartRead)
def change_part(unit: Unit, id: Id, command: schemas.PartChange) -> dict[str, Any]:
    """Change a part; its number and whether it is tracked by serial number stay."""
    return service.change(unit, id, command)
