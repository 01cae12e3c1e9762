"""`/attachments`: pictures and documents. Every read asks the parent's own door: who may not see the thing, sees no file."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from api.files.attachments import answers, queries, reading, schemas, service
from api.files.attachments.problems import WrongRange
from api.files.attachments.workflow import WORKFLOW
from api.files.threads import moving
from api.kit import problems
from api.kit.edge import SIGNED_IN, Resource
from api.kit.ids import Id
from api.kit.outside import answers_of, outside
from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words

resource = Resource("/attachments", visible=queries.visible)
router = resource.router


@resource.get(permission=SIGNED_IN, answer=schemas.AttachmentList, refuses=(problems.NotFound,))
def list_attachments(unit: Unit, query: schemas.AttachmentsQuery) -> dict[str, Any]:
    """The files of one thing, of a whole case, or one's own drafts; oldest first."""
    if (query.parent_kind is None) != (query.parent_id is None):
        words = Words("parent_kind 和 parent_id 要一起给", "parent_kind and parent_id go together")
        raise Invalid.field(f"/query/{'parent_id' if query.parent_kind else 'parent_kind'}", "missing", words)
    return answers.listed(unit, query)


@resource.get("/{id}", permission=SIGNED_IN, answer=schemas.AttachmentRead)
def read_attachment(unit: Unit, id: Id) -> dict[str, Any]:
    """What is known of one file."""
    return answers.read(unit, queries.one(unit, id))


resource.actions(WORKFLOW, service, answer=schemas.AttachmentRead, refuses=(problems.Forbidden,))


@outside(permission=SIGNED_IN)
async def read_content(request: Request, id: Id) -> Response:
    """The file, whole or a part of it (`Range`)."""
    found: Response = await moving(reading.answer, request, id, "content")
    return found


@outside(permission=SIGNED_IN)
async def read_thumbnail(request: Request, id: Id) -> Response:
    """A small picture of it; 404 where it has none."""
    found: Response = await moving(reading.answer, request, id, "thumbnail")
    return found


for part, endpoint in (("content", read_content), ("thumbnail", read_thumbnail)):
    media = ("image/jpeg",) if part == "thumbnail" else ("image/jpeg", "image/png", "application/pdf")
    described = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in media}
    for method in ("GET", "HEAD"):
        router.add_api_route(
            f"/{{id}}/{part}",
            endpoint,
            methods=[method],
            route_class_override=APIRoute,
            response_class=Response,
            responses=answers_of(
                problems.Unauthenticated, problems.NotFound, problems.Invalid, problems.Unavailable, WrongRange
            )
            | {
                200: {"description": "All of it.", "content": described if method == "GET" else {}},
                206: {"description": "The part asked for.", "content": described if method == "GET" else {}},
            },
            openapi_extra={"x-permission": SIGNED_IN, "security": [{"bearer": []}]},
            operation_id=f"{'read' if method == 'GET' else 'head'}_attachment_{part}",
        )
