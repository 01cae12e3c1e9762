"""Turns at the one writer of SQLite. The connection pool has none: whoever gives the connection back may take it again
at once, and eight busy writers left a ninth waiting for over 30 s (measured). Strict order of arrival costs most of the
throughput in changing threads; so a turn is for whoever comes first, until somebody has waited long enough.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import TimeoutError as PoolTimeout

from api.kit import clock

PATIENCE = 0.1
"""Seconds after which the one who waits longest is served next, whoever else comes."""
LONGEST_WAIT = 30.0


class _Waiter:
    __slots__ = ("gate", "owns", "since", "woken")

    def __init__(self) -> None:
        self.since = clock.monotonic()
        self.gate = threading.Lock()
        self.gate.acquire()
        self.woken = False
        self.owns = False


class Turns:
    """One at a time; nobody is passed over for longer than `PATIENCE` and the turns of those before him."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken = False
        self._waiting: deque[_Waiter] = deque()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and give it on at the end.

        :raises PoolTimeout: it did not come within 30 s.
        """
        self._take()
        try:
            yield
        finally:
            self._give()

    def _take(self) -> None:
        with self._lock:
            if not self._taken:
                self._taken = True
                return
            me = _Waiter()
            self._waiting.append(me)
        while True:
            rung = me.gate.acquire(timeout=max(0.0, me.since + LONGEST_WAIT - clock.monotonic()))
            with self._lock:
                if me.owns:
                    return
                if self._is_free():
                    self._waiting.remove(me)
                    self._taken = True
                    return
                if not rung:
                    self._waiting.remove(me)
                    raise PoolTimeout(f"no turn to write within {LONGEST_WAIT:.0f} s")
                me.woken = False  # somebody was quicker; the place in the queue stays

    def _give(self) -> None:
        with self._lock:
            if not self._waiting:
                self._taken = False
                return
            first = self._waiting[0]
            if clock.monotonic() - first.since > PATIENCE:
                self._waiting.popleft()
                first.owns = True
            else:
                self._taken = False
            if not first.woken:
                first.woken = True
                first.gate.release()

    def _is_free(self) -> bool:
        return not self._taken
