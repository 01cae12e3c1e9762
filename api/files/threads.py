"""Threads of their own for files: neither slow senders nor slow pictures keep the ordinary requests waiting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar

_bytes: RunVar[CapacityLimiter] = RunVar("file_bytes")
_benches: RunVar[CapacityLimiter] = RunVar("file_benches")


async def moving(work: Callable[..., Any], *arguments: Any) -> Any:
    """For looking, and for moving bytes."""
    return await to_thread.run_sync(work, *arguments, limiter=_of(_bytes, 6))


async def working(work: Callable[..., Any], *arguments: Any) -> Any:
    """For what takes seconds."""
    return await to_thread.run_sync(work, *arguments, limiter=_of(_benches, 4))


def _of(variable: RunVar[CapacityLimiter], most: int) -> CapacityLimiter:
    try:
        return variable.get()
    except LookupError:
        limiter = CapacityLimiter(most)
        variable.set(limiter)
        return limiter
