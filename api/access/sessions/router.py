"""`/auth`: tokens for people and machines. Forms and cookies come in here and nowhere else."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from pydantic_core import to_json

from api.access.caller import Caller, caller_of
from api.access.sessions import service
from api.access.sessions.issued import Issued
from api.access.sessions.problems import ClientRefused, SignInFailed, TokenRequestRefused, TooManyTries
from api.access.sessions.schemas import TokenAnswer, TokenForm
from api.kit import problems
from api.kit.edge import PUBLIC, SIGNED_IN
from api.kit.outside import answers_of, in_thread, outside
from api.kit.words import Words

LARGEST_FORM = 16 * 1024
"""Bytes: a form is taken apart before anybody is known, at a cost that grows with its fields (T23)."""
router = APIRouter(prefix="/auth", tags=["auth"])


@router.post(
    "/token",
    response_model=TokenAnswer,
    responses=answers_of(
        problems.Invalid, problems.Malformed, problems.TooLarge, problems.Unavailable, problems.Unauthenticated,
        problems.Forbidden, problems.TooMany, ClientRefused, SignInFailed, TokenRequestRefused, TooManyTries,
    ),
    operation_id="issue_token",
    max_body_size=LARGEST_FORM,
)  # fmt: skip
@outside(permission=PUBLIC)
async def issue_token(request: Request, form: Annotated[TokenForm, Form()]) -> Response:
    """An access token for 15 minutes (OAuth2 form). A refused password is counted per account and per address.

    A browser refreshes by its cookie alone and then sends the header `X-Sibu`, which no foreign page can (T27). An
    API client says its id and secret in the form, or by HTTP Basic; refusals then carry `error` as RFC 6749 names it.
    """
    system = request.app.state.sibu
    caller = caller_of(system.settings, request)
    cookie = _cookie(request, caller) if form.grant_type == "refresh_token" and not form.refresh_token else None
    scheme, _, basic = request.headers.get("authorization", "").partition(" ")
    said = basic.strip() if scheme.lower() == "basic" else None
    issued: Issued = await in_thread(service.issue, system, caller, form, cookie, said)
    if issued.standing:
        request.scope["state"]["fields"] = issued.standing.fields()
    body = to_json(service.answer(issued))
    headers = {"cache-control": "no-store", "pragma": "no-cache"}
    response = Response(body, headers=headers, media_type="application/json")
    if issued.client_type == "browser" and issued.refresh_token:
        _set_cookie(response, caller, issued)
    return response


@router.post(
    "/sign-out",
    status_code=204,
    response_class=Response,
    responses=answers_of(problems.Unauthenticated, problems.Forbidden, problems.Unavailable),
    operation_id="sign_out",
    openapi_extra={"security": [{"bearer": []}]},
)
@outside(permission=SIGNED_IN)
async def sign_out(request: Request) -> Response:
    """End this sign-in; the access token, or a browser's cookie when that has run out, says which."""
    system = request.app.state.sibu
    caller = caller_of(system.settings, request)

    def work() -> None:
        actor, cookie = None, None
        try:
            actor = system.authenticate(request)
        except problems.Unauthenticated:
            cookie = _cookie(request, caller)
        service.sign_out(system, caller, actor, cookie)

    await in_thread(work)
    # what a phone has not yet sent is sealed in its storage and belongs to its owner: only the rest is cleared (ASVS 14.3.1)
    response = Response(status_code=204, headers={"clear-site-data": '"cache", "cookies"', "cache-control": "no-store"})
    response.delete_cookie(_cookie_name(caller), path="/", secure=not caller.local, httponly=True, samesite="strict")
    return response


def _cookie(request: Request, caller: Caller) -> str | None:
    """The refresh token of a browser.

    :raises Forbidden: a cookie without the header that only our own pages send.
    """
    found = request.cookies.get(_cookie_name(caller))
    if found is not None and not request.headers.get("x-sibu"):
        raise problems.Forbidden(Words("缺少 X-Sibu 标头", "The header X-Sibu is missing"))
    return found[:200] if found else None


def _set_cookie(response: Response, caller: Caller, issued: Issued) -> None:
    assert issued.refresh_token is not None
    assert issued.ends_at is not None
    response.set_cookie(
        _cookie_name(caller), issued.refresh_token, expires=issued.ends_at, path="/",
        secure=not caller.local, httponly=True, samesite="strict",
    )  # fmt: skip


def _cookie_name(caller: Caller) -> str:
    """Browsers take `__Host-` only over HTTPS; on this machine itself plain HTTP is no risk."""
    return "refresh" if caller.local else "__Host-refresh"
