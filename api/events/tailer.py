"""One reader of the log per process, which tells every stream what it may hear: a hundred streams cost one query."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from pydantic_core import to_json

from api.access.actor import Actor
from api.events import queries, sight
from api.events.sequencer import CHANNEL

if TYPE_CHECKING:
    from api.system import System

BATCH = 500
QUEUE = 1000
"""Facts that may wait for one slow reader; beyond, it is dropped and resumes where it was."""
LOOK_SECONDS = 0.2
LOOK_SECONDS_WITH_NOTICES = 1.0
log = logging.getLogger("sibu.stream")


def frame(row: Mapping[str, Any]) -> bytes:
    """A thin fact as one Server-Sent Event, its position as the id."""
    data = {
        "type": row["type"],
        "subject": row["subject"],
        "subject_id": row["subject_id"],
        "version": row["subject_version"],
        "case_id": row["case_id"],
    }
    return b"id: %d\ndata: %s\n\n" % (row["position"], to_json(data))


class Subscriber:
    """One open stream. The tailer's thread offers, the stream's event loop takes."""

    def __init__(self, loop: asyncio.AbstractEventLoop, actor: Actor) -> None:
        self.loop = loop
        self.waiting: deque[tuple[int, bytes]] = deque()
        self.something = asyncio.Event()
        self.seen = 0
        """Up to here everything was offered, or was not for this reader."""
        self.lost = False
        self.ended = False
        self.become(actor)

    def become(self, actor: Actor) -> None:
        """Judge by these rights from now on."""
        self.rights = (actor, actor.reach(sight.EVENTS), sight.reaches(actor))

    def offer(self, facts: list[tuple[int, bytes]], upto: int) -> None:
        """In the stream's loop: these facts are for it, and up to this position nothing else is."""
        self.waiting.extend(facts)
        self.lost = self.lost or len(self.waiting) > QUEUE
        self.seen = upto
        if facts or self.lost:
            self.something.set()

    def end(self) -> None:
        """In the stream's loop: close, the process is going."""
        self.ended = True
        self.something.set()


class Tailer:
    """Reads new positions in a thread while anybody listens; nothing runs while nobody does."""

    def __init__(self, system: System) -> None:
        self.db = system.db
        self.sequenced = system.sequenced
        self.stopping = system.stopping
        self._lock = threading.Lock()
        self._subscribers: set[Subscriber] = set()
        self._position = 0
        self._over: threading.Event | None = None
        self._threads: list[threading.Thread] = []

    def __len__(self) -> int:
        return len(self._subscribers)

    def subscribe(self, subscriber: Subscriber) -> int:
        """Offer everything after the position given back, which is where the log stands now. May read the database."""
        with self._lock:
            if self._over is None:
                with self.db.read() as conn:
                    self._position = queries.head(conn)
                self._begin()
            subscriber.seen = self._position
            self._subscribers.add(subscriber)
            return self._position

    def unsubscribe(self, subscriber: Subscriber) -> None:
        """The stream has ended."""
        with self._lock:
            self._subscribers.discard(subscriber)
            if not self._subscribers and self._over:
                self._over.set()
                self._over = None

    def close(self) -> None:
        """End every stream and wait for the threads."""
        with self._lock:
            for subscriber in self._subscribers:
                self._call(subscriber, subscriber.end)
            if self._over:
                self._over.set()
                self._over = None
        for thread in self._threads:
            thread.join()

    def _begin(self) -> None:
        self._over = over = threading.Event()
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        ear = self.sequenced.ear()
        for name, run in (("tail", self._tail), ("listen", self._listen)):
            thread = threading.Thread(target=run, args=(over, ear), name=f"sibu-{name}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _listen(self, over: threading.Event, ear: threading.Event) -> None:
        """Be told by other processes, where the database can tell."""
        while not over.is_set() and not self.db.is_sqlite:
            try:
                self.db.listen(CHANNEL, ear.set, over)
            except Exception as error:
                log.warning("no notices (%s); looking meanwhile", type(error).__name__)
                over.wait(2.0)

    def _tail(self, over: threading.Event, ear: threading.Event) -> None:
        pause = LOOK_SECONDS if self.db.is_sqlite else LOOK_SECONDS_WITH_NOTICES
        while not over.is_set():
            ear.clear()
            try:
                full = self._look(over)
            except Exception as error:
                log.warning("the log cannot be read (%s); again in 1 s", type(error).__name__)
                over.wait(1.0)
                continue
            if self.stopping.is_set():
                with self._lock:
                    for subscriber in self._subscribers:
                        self._call(subscriber, subscriber.end)
            if not full:
                ear.wait(pause)
        self.sequenced.forget(ear)

    def _look(self, over: threading.Event) -> bool:
        """Read what is new and offer it; whether there may be more."""
        with self.db.read() as conn:
            rows = queries.thin(conn, self._position, BATCH)
        if not rows:
            return False
        told = [(sight.row(row), (row["position"], frame(row))) for row in rows]
        with self._lock:
            if over.is_set():
                return False
            self._position = rows[-1]["position"]
            for subscriber in self._subscribers:
                actor, events, subjects = subscriber.rights
                mine = [item for fact, item in told if sight.sees(actor, events, subjects, fact)]
                self._call(subscriber, subscriber.offer, mine, self._position)
        return len(rows) == BATCH

    def _call(self, subscriber: Subscriber, do: Any, *arguments: Any) -> None:
        try:
            subscriber.loop.call_soon_threadsafe(do, *arguments)
        except RuntimeError:  # its loop is closed: the stream is gone, and is about to say so
            return


_tailers: WeakKeyDictionary[System, Tailer] = WeakKeyDictionary()
_making = threading.Lock()


def of(system: System) -> Tailer:
    """The tailer of this process."""
    with _making:
        if system not in _tailers:
            _tailers[system] = Tailer(system)
        return _tailers[system]


def close(system: System) -> None:
    """End the streams of this process, at its end."""
    if tailer := _tailers.pop(system, None):
        tailer.close()
