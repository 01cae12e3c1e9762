"""`GET /events/stream`: what happens, as it happens, to whoever may know. Thin: the client fetches what it shows.

A stream never widens: each fact passes the caller's rights, which are asked for anew every 20 s, so that who lost them
is cut off within 60 s (T3, T17). It holds no database connection while it is open.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from pydantic_core import to_json
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request

from api.access.actor import Actor
from api.events import queries, sight, tailer
from api.events.tailer import Subscriber, Tailer
from api.kit import clock
from api.kit.problems import NotFound, Problem, Unavailable
from api.kit.unit import Unit

if TYPE_CHECKING:
    from api.system import System

LIFE_SECONDS = 600.0
PING_SECONDS = 15.0
RIGHTS_SECONDS = 20.0
BLIND_SECONDS = 40.0
"""How long a stream goes on while rights cannot be asked for, because the database is away."""
PAGE = 200
MOST = 1000
Given = TypeVar("Given")
_threads: RunVar[CapacityLimiter] = RunVar("stream_threads")


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream that may begin."""

    system: System
    request: Request
    tailer: Tailer
    subscriber: Subscriber
    last: int | None


async def open_stream(request: Request, last: int | None) -> Opened:
    """Check the caller; `last` is the position he received last.

    :raises Unauthenticated: no token that holds.
    :raises NotFound: his roles know no events.
    :raises Unavailable: too many streams on this process.
    """
    system: System = request.app.state.sibu
    actor = await _in_thread(_admit, system, request)
    tail = tailer.of(system)
    if len(tail) >= MOST:
        raise Unavailable(headers={"Retry-After": "10"})
    return Opened(system, request, tail, Subscriber(asyncio.get_running_loop(), actor), last)


async def events(stream: Opened) -> AsyncIterator[bytes]:
    """The bytes of the stream until its end; the client comes back with `Last-Event-ID`."""
    me, life = stream.subscriber, LIFE_SECONDS * random.uniform(0.9, 1.0)  # noqa: S311 - spreads the returns
    begun = checked = breath = clock.monotonic()
    try:
        live = await _in_thread(stream.tailer.subscribe, me)
        ahead = stream.last is not None and stream.last > live
        reached = live if stream.last is None or ahead else stream.last
        yield b"retry: 1000\n" + _note(reached, "stream.reset" if ahead else "stream.opened")
        while reached < live:
            found = await _in_thread(_missed, stream, reached, live)
            yield b"".join(tailer.frame(row) for row in found)
            reached = found[-1]["position"] if len(found) == PAGE else live
        while not me.ended and not me.lost:
            now = clock.monotonic()
            if now - begun > life:
                return
            if now - checked > RIGHTS_SECONDS:
                if await _still(stream):
                    checked = clock.monotonic()
                elif clock.monotonic() - checked > BLIND_SECONDS:
                    return
            if me.waiting:
                yield b"".join(me.waiting.popleft()[1] for _ in range(min(len(me.waiting), PAGE)))
                breath = clock.monotonic()
                continue
            if now - breath > PING_SECONDS:
                yield b"id: %d\n: ping\n\n" % me.seen
                breath = now
            me.something.clear()
            await _sleep(me.something, min(PING_SECONDS - (now - breath), RIGHTS_SECONDS - (now - checked)))
    except Problem:
        return  # signed out, disabled, or without rights: nothing more is said
    except SQLAlchemyError:
        return  # the database is away: the client comes back with where it was
    finally:
        stream.tailer.unsubscribe(me)


async def _sleep(something: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(something.wait(), max(0.05, seconds))
    except TimeoutError:
        return


async def _still(stream: Opened) -> bool:
    """Ask for the caller's rights anew and judge by them from now on; False if they cannot be asked for now.

    :raises Problem: he has none any more.
    """
    try:
        stream.subscriber.become(await _in_thread(_admit, stream.system, stream.request))
    except SQLAlchemyError:
        return False
    return True


def _admit(system: System, request: Request) -> Actor:
    actor = system.authenticate(request)
    if not actor.holds(sight.EVENTS):
        raise NotFound
    return actor


def _missed(stream: Opened, after: int, upto: int) -> list[dict[str, Any]]:
    with stream.system.db.read() as conn:
        return queries.thin_visible(Unit(stream.system.db, conn, stream.subscriber.rights[0]), after, upto, PAGE)


def _note(position: int, type: str) -> bytes:
    """A word of the stream itself: where it begins, or that the client knows more than we do and must fetch anew."""
    data = {"type": type, "subject": "stream", "subject_id": None, "version": None, "case_id": None}
    return b"id: %d\ndata: %s\n\n" % (position, to_json(data))


async def _in_thread(work: Callable[..., Given], *arguments: Any) -> Given:
    """Threads of their own: a thousand streams that return at once leave the requests theirs."""
    try:
        limiter = _threads.get()
    except LookupError:
        limiter = CapacityLimiter(2)
        _threads.set(limiter)
    return await to_thread.run_sync(work, *arguments, limiter=limiter)
