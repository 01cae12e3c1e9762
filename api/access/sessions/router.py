"""`/auth`: tokens for people and machines. Forms and cookies come in here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import APIRouter, Form, Request, Response
from pydantic_core import to_json

from api.access.caller import Caller, caller_of
from api.access.sessions import service
from api.access.sessions.problems import SignInFailed, TooManyTries
from api.access.sessions.schemas import TokenAnswer, TokenForm
from api.kit import problems
from api.kit.edge import PUBLIC
from api.kit.outside import answers_of, outside

router = APIRouter(prefix="/auth", tags=["auth"])
_threads: RunVar[CapacityLimiter] = RunVar("sign_in_threads")


async def _in_thread(work: Callable[..., Any], *arguments: Any) -> Any:
    """Sign-ins have threads of their own, so that a storm of them leaves the others to the work."""
    try:
        limiter = _threads.get()
    except LookupError:
        limiter = CapacityLimiter(4)
        _threads.set(limiter)
    return await to_thread.run_sync(work, *arguments, limiter=limiter)


@router.post(
    "/token",
    response_model=TokenAnswer,
    responses=answers_of(problems.Invalid, problems.TooLarge, problems.Unavailable, SignInFailed, TooManyTries),
    operation_id="issue_token",
)
@outside(permission=PUBLIC)
async def issue_token(request: Request, form: Annotated[TokenForm, Form()]) -> Response:
    """An access token for 15 minutes (OAuth2 form). A refused password is counted per account and per address."""
    system = request.app.state.sibu
    caller = caller_of(system.settings, request)
    issued: service.Issued = await _in_thread(service.by_password, system, caller, form)
    response = Response(
        to_json(service.answer(issued)), headers={"cache-control": "no-store"}, media_type="application/json"
    )
    if issued.client_type == "browser" and issued.refresh_token:
        _set_cookie(response, caller, issued)
    return response


def _set_cookie(response: Response, caller: Caller, issued: service.Issued) -> None:
    assert issued.refresh_token is not None
    assert issued.ends_at is not None
    response.set_cookie(
        _cookie_name(caller), issued.refresh_token, expires=issued.ends_at, path="/",
        secure=not caller.local, httponly=True, samesite="strict",
    )  # fmt: skip


def _cookie_name(caller: Caller) -> str:
    """Browsers take `__Host-` only over HTTPS; on this machine itself plain HTTP is no risk."""
    return "refresh" if caller.local else "__Host-refresh"
