"""`/auth/reset` and `/me/password`."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import TypeAdapter

from api.access.caller import caller_of
from api.access.own_password import schemas, service
from api.access.own_password.problems import CodeRefused
from api.access.sessions.problems import TooManyTries
from api.kit import problems
from api.kit.edge import PUBLIC, SIGNED_IN
from api.kit.outside import answers_of, documented_body, in_thread, json_body, outside

router = APIRouter()
_REFUSES = (
    problems.Malformed,
    problems.WrongMedia,
    problems.TooLarge,
    problems.Invalid,
    problems.Unavailable,
    TooManyTries,
)
_reset: TypeAdapter[schemas.Reset] = TypeAdapter(schemas.Reset)
_change: TypeAdapter[schemas.Change] = TypeAdapter(schemas.Change)


@router.post(
    "/auth/reset",
    tags=["auth"],
    status_code=204,
    response_class=Response,
    responses=answers_of(*_REFUSES, CodeRefused),
    operation_id="reset_password",
    openapi_extra=documented_body(schemas.Reset),
)
@outside(permission=PUBLIC)
async def reset_password(request: Request) -> Response:
    """Set a password with the code that an administrator handed over; the code works once."""
    system = request.app.state.sibu
    command = json_body(request, await request.body(), _reset)
    await in_thread(service.reset, system, caller_of(system.settings, request), command)
    return Response(status_code=204)


@router.post(
    "/me/password",
    tags=["me"],
    status_code=204,
    response_class=Response,
    responses=answers_of(*_REFUSES, problems.Unauthenticated, problems.Forbidden),
    operation_id="change_password",
    openapi_extra=documented_body(schemas.Change) | {"security": [{"bearer": []}]},
)
@outside(permission=SIGNED_IN)
async def change_password(request: Request) -> Response:
    """Change the own password with the old one; all other sessions end."""
    system = request.app.state.sibu
    body = await request.body()

    def work() -> None:
        actor = system.authenticate(request)
        if actor.kind != "person":
            raise problems.Forbidden
        service.change(system, caller_of(system.settings, request), actor, json_body(request, body, _change))

    await in_thread(work)
    return Response(status_code=204)
