"""Takes the bytes of one PATCH as they come; what has come when the line breaks is kept."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from typing import TYPE_CHECKING

from anyio import CancelScope, fail_after
from fastapi import Request
from starlette.requests import ClientDisconnect

from api.files.store import Busy, Moved, Sink
from api.files.threads import moving
from api.files.uploads.announcing import Checksum
from api.files.uploads.problems import ChecksumMismatch, UploadBusy, UploadMoved
from api.kit.problems import TooLarge
from api.kit.unit import Row

if TYPE_CHECKING:
    from api.system import System

SILENCE = 15.0
"""Seconds without a byte after which a line counts as broken; its lock on the upload ends with it."""


async def receive(system: System, request: Request, upload: Row, offset: int, checksum: Checksum | None) -> int:
    """Append what the request brings; gives the offset reached.

    :raises UploadMoved: :raises UploadBusy: :raises TooLarge: more than was announced.
    :raises ChecksumMismatch: nothing of the part is kept.
    """
    room = upload.length - offset
    with ExitStack() as stack:
        try:
            sink: Sink = await moving(lambda: stack.enter_context(system.files.receiving(upload.id, offset)))
            if int(request.headers.get("content-length") or 0) > room:
                raise TooLarge
            if checksum:
                return await _checked(request, sink, room, checksum)
            return await _as_it_comes(request, sink, room)
        except Moved as moved:
            raise UploadMoved(offset=moved.offset, headers={"upload-offset": str(moved.offset)}) from moved
        except Busy as busy:
            raise UploadBusy(headers={"Retry-After": "2"}) from busy


async def _as_it_comes(request: Request, sink: Sink, room: int) -> int:
    try:
        parts = request.stream()
        while True:
            with fail_after(SILENCE):
                part = await anext(parts, None)
            if part is None:
                break
            room -= len(part)
            if room < 0:
                raise TooLarge
            if part:
                await moving(sink.write, part)
    except (ClientDisconnect, TimeoutError):
        pass  # the line broke: what came is kept, and the sender asks where to go on
    finally:
        with CancelScope(shield=True):
            reached: int = await moving(sink.settle)
    return reached


async def _checked(request: Request, sink: Sink, room: int, checksum: Checksum) -> int:
    """A part with a checksum is kept whole or not at all, so it waits beside the upload until it is known to be right."""
    count = checksum.hasher()
    with tempfile.TemporaryFile(prefix="sibu-part-") as aside:
        try:
            parts = request.stream()
            while True:
                with fail_after(SILENCE):
                    part = await anext(parts, None)
                if part is None:
                    break
                room -= len(part)
                if room < 0:
                    raise TooLarge
                count.update(part)
                await moving(aside.write, part)
        except (ClientDisconnect, TimeoutError) as broken:
            raise ChecksumMismatch from broken
        if count.digest() != checksum.digest:
            raise ChecksumMismatch

        def keep() -> int:
            aside.seek(0)
            while part := aside.read(256 * 1024):
                sink.write(part)
            return sink.settle()

        kept: int = await moving(keep)
        return kept
