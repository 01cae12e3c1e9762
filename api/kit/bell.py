"""A bell between the threads of one process: whoever waits is woken, and a ring before the wait is not lost."""

from __future__ import annotations

import threading


class Bell:
    """Rung after a commit; the database stays the truth, so a lost ring costs only the time until the next look."""

    def __init__(self) -> None:
        self._ears: list[threading.Event] = []
        self._lock = threading.Lock()

    def ear(self, also: threading.Event | None = None) -> threading.Event:
        """An event of one's own to wait on (or one that listens elsewhere already); clear it before looking."""
        made = also or threading.Event()
        with self._lock:
            self._ears.append(made)
        return made

    def forget(self, ear: threading.Event) -> None:
        """Stop ringing this one."""
        with self._lock:
            self._ears.remove(ear)

    def ring(self) -> None:
        """Wake everyone who listens."""
        with self._lock:
            for ear in self._ears:
                ear.set()
