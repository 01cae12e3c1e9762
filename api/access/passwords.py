"""Passwords: Argon2id with the memory that the settings name, never more than two computations at once (ASVS 11.4)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from pwdlib.hashers.argon2 import Argon2Hasher

from api.kit.problems import Unavailable

TOGETHER = 2
"""Computations at the same time: each takes 64 MiB and a core, and sign-ins must not starve the work."""
_slots = threading.BoundedSemaphore(TOGETHER)


@lru_cache(maxsize=4)
def _hasher(memory_kib: int) -> Argon2Hasher:
    return Argon2Hasher(time_cost=2, memory_cost=memory_kib, parallelism=1)


@lru_cache(maxsize=4)
def _nobodys(memory_kib: int) -> str:
    return _hasher(memory_kib).hash("nobody has this password")


@contextmanager
def _slot() -> Iterator[None]:
    if not _slots.acquire(timeout=5):
        raise Unavailable(headers={"Retry-After": "2"})
    try:
        yield
    finally:
        _slots.release()


def hashed(text: str, memory_kib: int) -> str:
    """The hash to store.

    :raises Unavailable: too many are being computed.
    """
    with _slot():
        return _hasher(memory_kib).hash(text)


def matches(text: str, stored: str | None, memory_kib: int) -> bool:
    """Whether the password is right; without a hash the same work is done for nothing, so that time tells nothing (T16).

    :raises Unavailable: too many are being computed.
    """
    nobodys = _nobodys(memory_kib)
    with _slot():
        right = _hasher(memory_kib).verify(text, stored or nobodys)
    return right and stored is not None
