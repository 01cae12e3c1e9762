"""`POST /telephony/events`: what exchanges tell, signed (T18)."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import TypeAdapter
from pydantic_core import to_json

from api.access.caller import caller_of
from api.intake.telephony.events import schemas, service
from api.intake.telephony.events.problems import SignatureRefused
from api.intake.telephony.signed import REFUSES, documented, limited
from api.kit.edge import SIGNED
from api.kit.outside import answers_of, in_thread, json_body, outside

router = APIRouter(prefix="/telephony", tags=["telephony"])
_told: TypeAdapter[schemas.Told] = TypeAdapter(schemas.Told)


@router.post(
    "/events",
    response_model=schemas.Heard,
    responses=answers_of(*REFUSES, SignatureRefused),
    operation_id="hear_telephony_events",
    openapi_extra=documented(schemas.Told),
)
@outside(permission=SIGNED)
async def hear_telephony_events(request: Request) -> Response:
    """What an exchange tells of calls and agents: in any order, late, more than once; each event counts once.

    Signed as `api/intake/telephony/signing.py` says. No events at all only says that the exchange is there.
    """
    system = request.app.state.sibu
    body = limited(await request.body())

    def work() -> dict[str, int]:
        proven = service.prove(system, request.headers, body)
        told = json_body(request, body, _told)
        caller = caller_of(system.settings, request)
        return service.hear_all(system, caller, proven, told)

    return Response(
        to_json(await in_thread(work)), headers={"cache-control": "no-store"}, media_type="application/json"
    )
