"""Sends the bytes of a file to whoever may see its parent, whole or a part of them."""

from __future__ import annotations

import logging
import re
from typing import Any

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from api.access.caller import caller_of
from api.files.attachments import names, queries
from api.files.attachments.problems import WrongRange
from api.files.attachments.purposes import PICTURES
from api.kit import outside
from api.kit.problems import NotFound
from api.kit.unit import Row
from api.kit.validation import no_parameters

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
log = logging.getLogger("sibu.files")
INERT = {
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
}
"""Whatever a browser is made to do with it, it runs nothing, is shared with no other site, and is not kept."""


def answer(request: Request, id: str, part: str) -> Response:
    """`part` is `content` or `thumbnail`.

    :raises NotFound: not for this caller, or there is none (any more). :raises WrongRange:
    """
    system = request.app.state.sibu
    actor = system.authenticate(request)
    no_parameters(request.query_params)
    with outside.look(system, caller_of(system.settings, request), actor) as unit:
        row = queries.one(unit, id)
        digest = row.content_id if part == "content" else row.thumbnail_id
        if digest is None:
            raise NotFound
        size = row.bytes if part == "content" else queries.size_of(unit, digest)
    start, end = _asked(request, size)
    headers = _headers(row, part) | {"content-length": str(end - start)}
    status = 200
    if (start, end) != (0, size):
        status = 206
        headers["content-range"] = f"bytes {start}-{end - 1}/{size}"
    media = row.media if part == "content" else "image/jpeg"
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=media)
    try:
        parts = system.files.read(digest, start, end)
    except FileNotFoundError:
        log.exception("the store has lost a content that attachment %s refers to", id)
        raise NotFound from None
    return StreamingResponse(parts, status, headers, media)


def _headers(row: Row, part: str) -> dict[str, str]:
    """Pictures of our own drawing may be shown in place; a document is handed over."""
    inline = part == "thumbnail" or row.media in PICTURES
    return INERT | {"content-disposition": names.disposition(row.name, inline=inline)}


def _asked(request: Request, size: int) -> tuple[int, int]:
    """The part of `size` bytes that is asked for; a Range that is none of ours means the whole (RFC 9110, 14.2)."""
    text = request.headers.get("range")
    found: Any = _RANGE.fullmatch(text.strip()) if text else None
    if not found or not (found[1] or found[2]) or request.headers.get("if-range"):
        return 0, size
    if not found[1]:
        start, end = max(0, size - int(found[2])), size
    else:
        start, end = int(found[1]), min(size, int(found[2]) + 1) if found[2] else size
    if start >= end:
        raise WrongRange(headers={"content-range": f"bytes */{size}"})
    return start, end
