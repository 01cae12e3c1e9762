"""`/events`: the change feed and the live stream of what the caller may see."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Header, Request
from fastapi.responses import StreamingResponse
from fastapi.routing import APIRoute

from api.access.policy import P
from api.events import feed, stream
from api.events.schemas import EventFeed, FeedQuery
from api.kit import problems
from api.kit.edge import Resource
from api.kit.outside import answers_of, outside
from api.kit.unit import Unit
from api.kit.validation import no_parameters

resource = Resource("/events")
router = resource.router


@resource.get(permission=P.EVENTS_VIEW, answer=EventFeed)
def list_events(unit: Unit, query: FeedQuery) -> dict[str, Any]:
    """Facts after a position, in the one order of all facts."""
    return feed.feed(unit, query)


async def stream_events(
    request: Request,
    last_event_id: Annotated[
        str | None,
        Header(pattern=r"^\d{1,16}$", description="The last position received; the stream goes on after it."),
    ] = None,
) -> StreamingResponse:
    """Server-Sent Events, `id` the position, `data` the thin fact. Lives about ten minutes, says something every 15 s.

    It begins with `stream.opened` at the position from which it tells everything; `stream.reset` instead means that the
    position given is unknown here, and that what is shown must be fetched anew.
    """
    no_parameters(request.query_params)
    opened = await stream.open_stream(request, None if last_event_id is None else int(last_event_id))
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(stream.events(opened), headers=headers, media_type="text/event-stream")


router.add_api_route(
    "/stream",
    outside(permission=P.EVENTS_VIEW)(stream_events),
    methods=["GET"],
    route_class_override=APIRoute,
    response_class=StreamingResponse,
    responses=answers_of(problems.Unauthenticated, problems.NotFound, problems.Invalid, problems.Unavailable)
    | {200: {"description": "The stream.", "content": {"text/event-stream": {"schema": {"type": "string"}}}}},
    openapi_extra={"x-permission": str(P.EVENTS_VIEW), "security": [{"bearer": []}]},
    operation_id="stream_events",
)
