"""`/imports`: a file of any resource, judged row by row before anything is written (T21, P31)."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path, Query, Request, Response
from fastapi.routing import APIRoute
from pydantic import TypeAdapter, WithJsonSchema
from pydantic_core import to_json

from api.access.caller import caller_of
from api.access.policy import P
from api.imports import facts as _imported  # tells the timeline the words of what came in
from api.imports.runs import queries, running, schemas, service
from api.imports.runs.workflow import WORKFLOW
from api.imports.tables import MEGABYTES
from api.kit import outside, problems
from api.kit.edge import SIGNED_IN, Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import TooLarge, WrongMedia
from api.kit.text import line
from api.kit.unit import Unit
from api.kit.validation import check, no_parameters
from api.kit.words import Words

MEDIA = "application/octet-stream"
LARGEST = MEGABYTES * 1024 * 1024
resource = Resource("/imports", visible=queries.visible)
router = resource.router
files = Resource("/me/imports")
files_router = files.router
_name: Any = TypeAdapter(line(140))
_id = TypeAdapter(Id)


@resource.get(permission=P.IMPORTS_VIEW, answer=list_of(schemas.ImportRow))
def list_imports(unit: Unit, query: schemas.ImportsQuery) -> dict[str, Any]:
    """Imports, the newest first."""
    return queries.listed(unit, query)


@resource.post(permission=P.IMPORTS_CREATE, answer=schemas.ImportRead)
def create_import(unit: Unit, command: schemas.ImportCreate) -> dict[str, Any]:
    """Begin an import; its file is sent to `file` next."""
    return service.begin(unit, command)


@resource.get("/mappings", permission=P.IMPORTS_CREATE, answer=schemas.MappingsRead)
def list_import_mappings(unit: Unit) -> dict[str, Any]:
    """The mappings that the caller may use, and the resources that one of his own may name."""
    return service.offered(unit)


@resource.get("/{id}", permission=P.IMPORTS_VIEW, answer=schemas.ImportRead)
def read_import(unit: Unit, id: Id) -> dict[str, Any]:
    """One import: how far it is, what it would do or did, and what is refused; rows are told to its asker alone."""
    return queries.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.ImportRead)


async def send_import_file(
    request: Request,
    id: Annotated[str, WithJsonSchema(_id.json_schema()), Path(description="The import.")],
    name: Annotated[str, WithJsonSchema(_name.json_schema()), Query(description="What the file is called.")],
) -> Response:
    """The file of my import, as bytes: CSV, XLSX or JSON, at most 20 MB. A job judges it."""
    system = request.app.state.sibu
    actor = await outside.in_thread(system.authenticate, request)
    no_parameters(name for name in request.query_params if name != "name")
    found: str = check(_id, id, "path/id")
    called: str = check(_name, name, "query/name")
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != MEDIA:
        raise WrongMedia(Words(f"请用 {MEDIA}", f"Send {MEDIA}"))
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > LARGEST:
            raise TooLarge

    def take() -> dict[str, Any]:
        with outside.work(system, caller_of(system.settings, request), actor) as unit:
            return service.take_file(unit, found, called, bytes(content))

    taken = await outside.in_thread(take)
    return Response(to_json(taken), headers={"cache-control": "no-store"}, media_type="application/json")


files_router.add_api_route(
    "/{id}/file",
    outside.outside(permission=SIGNED_IN)(send_import_file),
    methods=["PUT"],
    response_model=schemas.ImportRead,
    route_class_override=APIRoute,
    max_body_size=LARGEST + 1,
    responses=outside.answers_of(
        problems.Unauthenticated, problems.Forbidden, problems.NotFound, problems.Invalid, problems.TooLarge, problems.WrongMedia,
        problems.Unavailable, problems.StorageFull,
    ),
    openapi_extra={
        "x-permission": SIGNED_IN, "security": [{"bearer": []}],
        **outside.documented_bytes(MEDIA),
    },
    operation_id="send_import_file",
)  # fmt: skip
assert running
assert _imported
