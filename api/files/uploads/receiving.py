"""Takes the bytes of one PATCH as they come; what has come when the line breaks is kept."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from anyio import CancelScope, move_on_after, sleep
from fastapi import Request

from api.files.store import Busy, Moved, Sink
from api.files.threads import moving
from api.files.uploads.announcing import Checksum
from api.files.uploads.problems import ChecksumMismatch, UploadBusy, UploadMoved
from api.kit import clock
from api.kit.problems import TooLarge
from api.kit.unit import Row

if TYPE_CHECKING:
    from api.system import System

TICK = 0.2
SILENCE = 8.0
"""Seconds without a byte after which a line counts as broken; after `TICK` already, if the sender has come back on another.
"""
PATIENCE = 4.0
"""How long a sender who has come back waits for his former line to be given up."""


async def receive(system: System, request: Request, upload: Row, offset: int, checksum: Checksum | None) -> int:
    """Append what the request brings; gives the offset reached.

    :raises UploadMoved: :raises UploadBusy: :raises TooLarge: more than was announced.
    :raises ChecksumMismatch: nothing of the part is kept.
    """
    room = upload.length - offset
    with ExitStack() as stack:
        try:
            sink = await _opened(system, stack, upload.id, offset)
            if int(request.headers.get("content-length") or 0) > room:
                raise TooLarge
            if checksum:
                return await _checked(request, sink, room, checksum)
            return await _as_it_comes(request, sink, room)
        except Moved as moved:
            raise UploadMoved(offset=moved.offset, headers={"upload-offset": str(moved.offset)}) from moved
        except Busy as busy:
            raise UploadBusy(headers={"Retry-After": "2"}) from busy


async def _opened(system: System, stack: ExitStack, id: str, offset: int) -> Sink:
    """:raises Busy: somebody else goes on sending. :raises Moved:"""
    until = clock.monotonic() + PATIENCE
    while True:
        try:
            sink: Sink = await moving(lambda: stack.enter_context(system.files.receiving(id, offset)))
        except Busy:
            if clock.monotonic() > until:
                raise
            await sleep(0.05)
        else:
            return sink


async def _parts(request: Request, sink: Sink, room: int) -> AsyncIterator[bytes]:
    """The parts of the body as they come.

    :raises TooLarge: more than `room`. :raises Broken: the line did.
    """
    silent, more = 0.0, True
    while more:
        message = None
        with move_on_after(TICK):
            message = await request.receive()
        if message is None:
            silent += TICK
            if silent >= SILENCE or await moving(sink.idle):
                raise Broken
            continue
        silent = 0.0
        if message["type"] == "http.disconnect":
            raise Broken
        part, more = message.get("body", b""), message.get("more_body", False)
        room -= len(part)
        if room < 0:
            raise TooLarge
        if part:
            yield part


class Broken(Exception):
    """The line broke: what came is kept, and the sender asks where to go on."""


async def _as_it_comes(request: Request, sink: Sink, room: int) -> int:
    try:
        async for part in _parts(request, sink, room):
            await moving(sink.write, part)
    except Broken:
        pass
    finally:
        with CancelScope(shield=True):
            reached: int = await moving(sink.settle)
    return reached


async def _checked(request: Request, sink: Sink, room: int, checksum: Checksum) -> int:
    """A part with a checksum is kept whole or not at all, so it waits beside the upload until it is known to be right."""
    count = checksum.hasher()
    with tempfile.TemporaryFile(prefix="sibu-part-") as aside:
        try:
            async for part in _parts(request, sink, room):
                count.update(part)
                await moving(aside.write, part)
        except Broken as broken:
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
