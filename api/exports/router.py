"""`/exports`: any list as CSV or XLSX, written by a job in its asker's name (T20, T31)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.exports import queries, schemas, service, writing
from api.exports.workflow import WORKFLOW
from api.kit import sheets
from api.kit.edge import SIGNED_IN, Afterwards, Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/exports", visible=queries.visible)
router = resource.router
files = Resource("/me/exports")
files_router = files.router


@resource.get(permission=P.EXPORTS_VIEW, answer=list_of(schemas.ExportRow))
def list_exports(unit: Unit, query: schemas.ExportsQuery) -> dict[str, Any]:
    """Exports, the newest first; those that wait for approval by `status=waiting`."""
    return queries.listed(unit, query)


@resource.post(permission=P.EXPORTS_CREATE, answer=schemas.ExportRead, status=202)
def create_export(unit: Unit, command: schemas.ExportCreate) -> dict[str, Any]:
    """Ask for a list as a file. Above the limit, and where the policy lets nobody take it out in bulk, another approves."""
    return service.ask(unit, command)


@resource.get("/lists", permission=P.EXPORTS_CREATE, answer=schemas.ListsRead)
def list_exportable_lists(unit: Unit) -> dict[str, Any]:
    """Which lists the caller may take out, and from how many rows on somebody else must approve."""
    return service.offered(unit)


@resource.get("/{id}", permission=P.EXPORTS_VIEW, answer=schemas.ExportRead)
def read_export(unit: Unit, id: Id) -> dict[str, Any]:
    """One export and how far it is."""
    return queries.read(unit, id)


@files.post(
    "/{id}/file", permission=SIGNED_IN, answer=None, status=200, key="none",
    media=tuple(kind.partition(";")[0] for kind in sheets.MEDIA.values()),
)  # fmt: skip
def take_my_export(unit: Unit, id: Id, command: schemas.Take) -> Afterwards:
    """The file of one's own export while it lives; every taking is logged (T31)."""
    return service.take(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.ExportRead)
assert writing
