"""`/me/calendar-feed` and the secret address `/calendar-feeds/{secret}.ics`."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.routing import APIRoute

from api.access.actor import NOBODY
from api.access.caller import caller_of
from api.dispatch.calendar_feeds import schemas, service
from api.kit import outside, problems
from api.kit.edge import PUBLIC, SIGNED_IN, Resource
from api.kit.unit import Unit
from api.kit.validation import no_parameters

resource = Resource("/me/calendar-feed")
router = resource.router
feeds_router = APIRouter(prefix="/calendar-feeds", tags=["calendar-feeds"])


@resource.get(permission=SIGNED_IN, answer=schemas.CalendarFeedRead)
def read_my_calendar_feed(unit: Unit) -> dict[str, Any]:
    """Whether my work can be subscribed to, and since when."""
    return service.read(unit)


@resource.post(
    permission=SIGNED_IN, answer=schemas.CalendarFeedRead, status=200, key="none", refuses=(problems.Forbidden,)
)
def make_my_calendar_feed(unit: Unit, command: schemas.CalendarFeedMake) -> dict[str, Any]:
    """A new secret address of my calendar, told this once; the one before opens nothing any more."""
    return service.make(unit)


@resource.post("/revoke", permission=SIGNED_IN, answer=schemas.CalendarFeedRead, status=200, key="none")
def revoke_my_calendar_feed(unit: Unit, command: schemas.CalendarFeedRevoke) -> dict[str, Any]:
    """Nobody can subscribe to my work any more."""
    return service.revoke(unit)


def read_calendar_feed(
    request: Request,
    secret: Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{43}$", description="The secret part of the address.")],
) -> Response:
    """My work as iCalendar (RFC 5545), for programs that subscribe to it: thin, with `ETag`. The address is the key."""
    no_parameters(request.query_params)
    system = request.app.state.sibu
    with outside.look(system, caller_of(system.settings, request), NOBODY) as unit:
        content = service.drawn(unit, secret, system.settings.address)
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {
        "etag": tag, "cache-control": "private, no-cache", "content-disposition": 'inline; filename="sibu.ics"',
        "x-robots-tag": "noindex",
    }  # fmt: skip
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")


feeds_router.add_api_route(
    "/{secret}.ics",
    outside.outside(permission=PUBLIC)(read_calendar_feed),
    methods=["GET"],
    route_class_override=APIRoute,
    response_class=Response,
    responses=outside.answers_of(problems.NotFound, problems.Invalid, problems.Unavailable)
    | {
        200: {"description": "The calendar.", "content": {"text/calendar": {"schema": {"type": "string"}}}},
        304: {"description": "It is as it was."},
    },
    openapi_extra={"x-permission": PUBLIC, "security": []},
    operation_id="read_calendar_feed",
)
