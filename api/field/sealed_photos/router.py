"""`/sealed-photos`: photos that phones could not send before they were wiped."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from pydantic import TypeAdapter
from pydantic_core import to_json

from api.access.actor import NOBODY
from api.access.caller import caller_of
from api.field.devices.keys import unb64
from api.field.devices.problems import DeviceSecretWrong
from api.field.sealed_photos import schemas, service
from api.field.sealed_queues.problems import NotOpenable
from api.files.threads import moving, working
from api.files.workbench.problems import FileRefused, WrongFileType
from api.kit import outside
from api.kit import problems as refusals
from api.kit.edge import PUBLIC
from api.kit.problems import Malformed, WrongMedia
from api.kit.validation import check, parse_json
from api.kit.words import Words

MEDIA = "application/octet-stream"
LARGEST = 32 * 1024 * 1024
"""Above every photo that is taken; the true bound is a setting."""
router = APIRouter(prefix="/sealed-photos", tags=["sealed-photos"])
_sealed = TypeAdapter(schemas.SealedPhoto)


def _envelope(request: Request) -> schemas.SealedPhoto:
    """:raises Malformed: :raises Invalid: :raises WrongMedia:"""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != MEDIA:
        raise WrongMedia(Words("请用 {media}", "Send {media}").format(media=MEDIA))
    try:
        text = unb64(request.headers.get("sibu-sealed", ""))
    except ValueError as error:
        raise Malformed(Words("缺少 Sibu-Sealed，或读不懂", "Sibu-Sealed is missing or cannot be read")) from error
    found: schemas.SealedPhoto = check(_sealed, parse_json(text), "header/sibu-sealed")
    return found


@outside.outside(permission=PUBLIC)
async def receive_sealed_photo(request: Request) -> Response:
    """Open a photo that a wiped or signed-out phone sealed, and attach it as its owner; the same again is answered as
    before. The body is the hidden picture, `Sibu-Sealed` what leads to it.
    """
    system, caller = request.app.state.sibu, caller_of(request.app.state.sibu.settings, request)

    def look() -> tuple[schemas.SealedPhoto, dict[str, Any] | None]:
        sent = _envelope(request)
        length = request.headers.get("content-length", "")
        with outside.work(system, caller, NOBODY) as unit:
            return sent, service.expected(unit, sent, int(length) if length.isdecimal() else LARGEST)

    sent, known = await moving(look)
    if known is None:
        body = await request.body()
        known = await working(
            service.receive, system.files, lambda actor: outside.work(system, caller, actor), NOBODY, sent, body
        )
    return Response(to_json(known), 200, {"cache-control": "no-store"}, "application/json")


router.add_api_route(
    "",
    receive_sealed_photo,
    methods=["POST"],
    status_code=200,
    response_model=schemas.SealedPhotoRead,
    route_class_override=APIRoute,
    responses=outside.answers_of(
        refusals.Malformed, refusals.Invalid, refusals.Unavailable, refusals.TooLarge, refusals.KeyReused,
        refusals.StorageFull, WrongMedia, DeviceSecretWrong, NotOpenable, FileRefused, WrongFileType,
    ),
    openapi_extra={
        "x-permission": PUBLIC,
        "security": [],
        "parameters": [
            {
                "name": "Sibu-Sealed", "in": "header", "required": True, "description": "The envelope, base64url of JSON.",
                "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$", "maxLength": 12000},
            }
        ],
        **outside.documented_bytes(MEDIA),
    },
    operation_id="receive_sealed_photo",
    max_body_size=LARGEST,
)  # fmt: skip
