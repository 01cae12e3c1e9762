"""`/uploads`: files on their way, by the tus protocol 1.0.0 (core, creation, expiration, checksum, termination).

Announce with `POST`, send with `PATCH` from the offset that `HEAD` tells, then `POST …/finish` makes the attachment.
"""

from __future__ import annotations

from email.utils import format_datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from pydantic import TypeAdapter
from pydantic_core import to_json

from api.access.caller import caller_of
from api.files.attachments import queries
from api.files.attachments.schemas import AttachmentRead
from api.files.threads import moving, working
from api.files.uploads import announcing, problems, receiving, service
from api.files.workbench.problems import FileRefused, WrongFileType
from api.kit import outside
from api.kit import problems as refusals
from api.kit.edge import SIGNED_IN
from api.kit.ids import Id
from api.kit.problems import WrongMedia
from api.kit.unit import Row
from api.kit.validation import check, no_parameters
from api.kit.words import Words

MEDIA = "application/offset+octet-stream"
LARGEST_PATCH = 64 * 1024 * 1024
"""Above every file that may be announced; the true bound is what this upload announced."""
BASE = "/api/v1/uploads"
router = APIRouter(prefix="/uploads", tags=["uploads"])
_id = TypeAdapter(Id)
_COMMON = (
    refusals.Unauthenticated, refusals.NotFound, refusals.Unavailable, refusals.Malformed, refusals.Invalid,
    problems.WrongTusVersion, refusals.TooLarge,
)  # fmt: skip
_SECURE: dict[str, Any] = {"x-permission": SIGNED_IN, "security": [{"bearer": []}]}


def _header(name: str, about: str, *, required: bool = True, pattern: str = ".+") -> dict[str, Any]:
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "header", "required": required, "description": about, "schema": schema}


_TUS = _header("Tus-Resumable", "The version of the protocol.", pattern=r"^1\.0\.0$")
_OFFSET = _header("Upload-Offset", "Where the part begins, as `HEAD` told.", pattern=r"^\d{1,15}$")


def _answer(status: int, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(
        status_code=status, headers={"tus-resumable": announcing.VERSION, "cache-control": "no-store"} | named
    )


def _expires(upload: Row) -> str:
    return format_datetime(upload.expires_at, usegmt=True)


class _Caller:
    """Who sends, and which of his uploads it is about."""

    def __init__(self, request: Request, id: str | None = None) -> None:
        no_parameters(request.query_params)
        self.system = request.app.state.sibu
        self.caller = caller_of(self.system.settings, request)
        self.actor = self.system.authenticate(request)
        if id is not None:
            self.id: str = check(_id, id, "path/id")

    def upload(self) -> Row:
        """:raises NotFound: not his."""
        with outside.look(self.system, self.caller, self.actor) as unit:
            return queries.own_upload(unit, self.id)


@outside.outside(permission=SIGNED_IN)
async def describe_uploads(request: Request) -> Response:
    """What of the protocol is spoken here."""
    await moving(_Caller, request)
    return _answer(
        204, tus_version=announcing.VERSION, tus_extension=announcing.EXTENSIONS,
        tus_checksum_algorithm=",".join(announcing.ALGORITHMS),
    )  # fmt: skip


@outside.outside(permission=SIGNED_IN)
async def announce_upload(request: Request) -> Response:
    """Announce a file. `Upload-Metadata` names it, what it is for and what it belongs to (pairs of name and base64):

    `filename`, and where wished `id`, `filetype`, `purpose` (photo, document, voucher), `slot`, `parent_kind`, `parent_id`,
    `sha256`, `occurred_at`. With an `id` of the client's own, announcing again gives the same upload.
    """

    def work() -> tuple[Row, int]:
        who = _Caller(request)
        announcing.version(request.headers)
        length = announcing.whole_number(request.headers, "upload-length")
        with outside.work(who.system, who.caller, who.actor) as unit:
            made, fresh = service.announce(unit, length, request.headers.get("upload-metadata", ""))
        return made, 0 if fresh else service.offset(who.system, made)

    upload, offset = await moving(work)
    return _answer(201, location=f"{BASE}/{upload.id}", upload_expires=_expires(upload), upload_offset=str(offset))


@outside.outside(permission=SIGNED_IN)
async def tell_upload(request: Request, id: Id) -> Response:
    """How much has arrived for good."""

    def work() -> tuple[Row, int]:
        who = _Caller(request, id)
        announcing.version(request.headers)
        found = who.upload()
        return found, service.offset(who.system, found)

    upload, offset = await moving(work)
    return _answer(
        200, upload_offset=str(offset), upload_length=str(upload.length), upload_expires=_expires(upload),
        upload_metadata=upload.announced,
    )  # fmt: skip


@outside.outside(permission=SIGNED_IN)
async def append_to_upload(request: Request, id: Id) -> Response:
    """Send the bytes from the offset on, in one part or in many. What has arrived when the line breaks is kept, unless
    the part bears an `Upload-Checksum`: such a part is kept whole or not at all."""

    def look() -> tuple[_Caller, Row, int, announcing.Checksum | None]:
        who = _Caller(request, id)
        announcing.version(request.headers)
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != MEDIA:
            raise WrongMedia(Words("请用 {media}", "Send {media}").format(media=MEDIA))
        offset = announcing.whole_number(request.headers, "upload-offset")
        checksum = announcing.checksum(request.headers.get("upload-checksum"))
        upload = who.upload()
        if upload.attachment_id or upload.refusal or offset > upload.length:
            reached = service.offset(who.system, upload)
            raise problems.UploadMoved(offset=reached, headers={"upload-offset": str(reached)})
        return who, upload, offset, checksum

    who, upload, offset, checksum = await moving(look)
    reached = await receiving.receive(who.system, request, upload, offset, checksum)
    return _answer(204, upload_offset=str(reached), upload_expires=_expires(upload))


@outside.outside(permission=SIGNED_IN)
async def give_up_upload(request: Request, id: Id) -> Response:
    """Give an upload up; an attachment that it became stays."""

    def work() -> None:
        who = _Caller(request, id)
        announcing.version(request.headers)
        with outside.work(who.system, who.caller, who.actor) as unit:
            service.remove(unit, who.id)
        who.system.files.forget(who.id)

    await moving(work)
    return _answer(204)


@outside.outside(permission=SIGNED_IN)
async def finish_upload(request: Request, id: Id) -> Response:
    """Make the attachment of what has arrived: the server looks what it is, makes pictures anew without metadata and PDFs
    without anything that acts, and refuses the rest. Doing it again gives the same attachment."""

    def work() -> tuple[dict[str, Any], bool]:
        who = _Caller(request, id)
        return service.finish(who.system, who.caller, who.actor, who.id)

    answer, _ = await working(work)
    headers = {
        "location": f"/api/v1/attachments/{answer['id']}", "etag": f'"{answer["version"]}"', "cache-control": "no-store",
    }  # fmt: skip
    return Response(to_json(answer), 201, headers, "application/json")


for method, path, endpoint, status, refuses, asked in (
    ("OPTIONS", "", describe_uploads, 204, (), ()),
    (
        "POST", "", announce_upload, 201,
        (refusals.Forbidden, refusals.Duplicate, problems.FileTooLarge, problems.FileQuota, refusals.StorageFull),
        (
            _TUS,
            _header("Upload-Length", "Bytes of the whole file.", pattern=r"^\d{1,15}$"),
            _header("Upload-Metadata", "Pairs of name and base64.", pattern=r"^[\x20-\x7e]{1,2000}$"),
        ),
    ),
    ("HEAD", "/{id}", tell_upload, 200, (), (_TUS,)),
    (
        "PATCH", "/{id}", append_to_upload, 204,
        (problems.UploadMoved, problems.UploadBusy, problems.ChecksumMismatch, WrongMedia, refusals.StorageFull),
        (
            _TUS, _OFFSET,
            _header("Upload-Checksum", "`sha256` or `sha1`, and the part's digest in base64.", required=False),
        ),
    ),
    ("DELETE", "/{id}", give_up_upload, 204, (), (_TUS,)),
):  # fmt: skip
    router.add_api_route(
        path,
        endpoint,
        methods=[method],
        status_code=status,
        response_class=Response,
        route_class_override=APIRoute,
        responses=outside.answers_of(*_COMMON, *refuses),
        openapi_extra=_SECURE
        | {"parameters": list(asked)}
        | (outside.documented_bytes(MEDIA) if method == "PATCH" else {}),
        operation_id=endpoint.__name__,
        max_body_size=LARGEST_PATCH if method == "PATCH" else None,
    )
router.add_api_route(
    "/{id}/finish",
    finish_upload,
    methods=["POST"],
    status_code=201,
    response_model=AttachmentRead,
    route_class_override=APIRoute,
    responses=outside.answers_of(
        *_COMMON, refusals.Forbidden, problems.UploadIncomplete, problems.WrongHash, FileRefused, WrongFileType,
        refusals.StorageFull,
    ),
    openapi_extra=_SECURE,
    operation_id="finish_upload",
)  # fmt: skip
