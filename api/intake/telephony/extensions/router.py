"""`/extensions`: who sits at which telephone, from when to when."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.intake.telephony.extensions import queries, schemas, service
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit

resource = Resource("/extensions", visible=queries.visible)
router = resource.router


@resource.get(permission=P.EXTENSIONS_VIEW, answer=list_of(schemas.ExtensionRead))
def list_extensions(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Who sits where and sat where, the newest first."""
    return queries.listed(unit, query)


@resource.post(permission=P.EXTENSIONS_CREATE, answer=schemas.ExtensionRead, refuses=(Clash,))
def assign_extension(unit: Unit, command: schemas.Assign) -> dict[str, Any]:
    """Put somebody at an extension."""
    return service.assign(unit, command)


@resource.get("/{id}", permission=P.EXTENSIONS_VIEW, answer=schemas.ExtensionRead)
def read_extension(unit: Unit, id: Id) -> dict[str, Any]:
    """One seat."""
    return queries.read(unit, id)


@resource.post("/{id}/end", permission=P.EXTENSIONS_EDIT, answer=schemas.ExtensionRead, status=200, match="optional")
def end_extension(unit: Unit, id: Id, command: schemas.End) -> dict[str, Any]:
    """Nobody sits there any more."""
    return service.end(unit, id, command)
