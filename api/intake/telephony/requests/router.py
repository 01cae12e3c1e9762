"""`POST /telephony/requests/take` and `/settle`: what exchanges are asked to do, signed (T18)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import TypeAdapter
from pydantic_core import to_json

from api.access.caller import caller_of
from api.intake.telephony.events.problems import SignatureRefused
from api.intake.telephony.events.service import prove, taken
from api.intake.telephony.requests import schemas, service
from api.intake.telephony.signed import REFUSES, documented, limited
from api.kit.edge import SIGNED
from api.kit.outside import answers_of, in_thread, json_body, outside
from api.kit.unit import Unit

router = APIRouter(prefix="/telephony/requests", tags=["telephony"])
_take: TypeAdapter[schemas.Take] = TypeAdapter(schemas.Take)
_settle: TypeAdapter[schemas.Settle] = TypeAdapter(schemas.Settle)


@router.post(
    "/take",
    response_model=schemas.Taken,
    responses=answers_of(*REFUSES, SignatureRefused),
    operation_id="take_telephony_requests",
    openapi_extra=documented(schemas.Take),
)
@outside(permission=SIGNED)
async def take_telephony_requests(request: Request) -> Response:
    """What the exchange is to do now: dial, answer, pass on, hold, resume, transfer, hang up."""
    return await _signed(request, _take, service.take)


@router.post(
    "/settle",
    response_model=schemas.Settled,
    responses=answers_of(*REFUSES, SignatureRefused),
    operation_id="settle_telephony_request",
    openapi_extra=documented(schemas.Settle),
)
@outside(permission=SIGNED)
async def settle_telephony_request(request: Request) -> Response:
    """Say that a request is done, or cannot be."""
    return await _signed(request, _settle, service.settle)


async def _signed(
    request: Request, adapter: TypeAdapter[Any], do: Callable[[Unit, str, Any], dict[str, Any]]
) -> Response:
    system = request.app.state.sibu
    body = limited(await request.body())

    def work() -> dict[str, Any]:
        proven = prove(system, request.headers, body)
        command = json_body(request, body, adapter)
        caller = caller_of(system.settings, request)
        return taken(system, caller, proven, lambda unit: do(unit, proven[0]["id"], command))

    return Response(
        to_json(await in_thread(work)), headers={"cache-control": "no-store"}, media_type="application/json"
    )
