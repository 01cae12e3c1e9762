"""What one process shares: settings, database, who-is-calling, and the bell that wakes the worker."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from fastapi import Request

from api.access.actor import NOBODY, Actor
from api.access.limits import Limiter
from api.files.store import Store, open_store
from api.kit import clock
from api.kit.bell import Bell
from api.kit.db import Database, settle_shared_columns
from api.kit.egress import networks
from api.kit.sealing import Sealer
from api.settings import Settings

END_SECONDS = 25.0
"""A process that is asked to end has ended its requests and jobs within this time; the container's own limit is 30 s."""


class System:
    """Made once by `create_app` and by the worker; reachable in handlers as `request.app.state.sibu`."""

    nobody = NOBODY

    def __init__(self, settings: Settings, db: Database | None = None) -> None:
        settle_shared_columns()
        self.settings = settings
        self.db = db or Database(settings.database_url)
        self.sealer = Sealer(settings.secret, settings.former_secret)
        """Keeps secrets that must be read again."""
        self.limiter = Limiter(self.db)
        """Counts what integrations ask for."""
        self.inner = networks(settings.webhook_networks)
        """Networks of our own that webhooks may reach."""
        self.bell = Bell()
        """Rung when this process has committed something."""
        self.sequenced = Bell()
        """Rung when facts got their positions."""
        self.draining = threading.Event()
        """Set when the process is asked to end: it still serves, but is not ready for more (P33)."""
        self.stopping = threading.Event()
        """Set when it ends, so that streams end too."""
        self._ends_at = 0.0

    @cached_property
    def files(self) -> Store:
        """Where files lie; opened when the first one is asked for."""
        return open_store(self.settings)

    def authenticate(self, request: Request) -> Actor:
        """Who is calling; an integration's request is counted, and its answer says how it stands.

        :raises Unauthenticated: no token, or one that does not hold.
        :raises TooMany: an integration that has used up its minute.
        """
        from api.access import tokens

        actor, state = tokens.actor_of(self, request), request.scope["state"]
        if actor.terms and "fields" not in state:  # a stream asks again and again, and is one request
            standing = self.limiter.spend(actor.id, actor.terms.per_minute)
            state["fields"] = standing.fields()
            standing.demand()
        return actor

    def wake(self) -> None:
        """Tell the worker of this process that there is something new."""
        self.bell.ring()

    @contextmanager
    def told_of_the_end(self) -> Iterator[None]:
        """Set `stopping` before the server is told to end, since it waits for its streams; on SIGTERM only after the time that
        balancers need to see that this process drains. Asked a second time, or with Ctrl+C, it ends at once."""
        former: dict[int, Any] = {}

        def end(number: int, frame: Any) -> None:
            self.stopping.set()
            then = former[number]
            if callable(then):
                then(number, frame)

        def hear(number: int, frame: Any) -> None:
            again = self.draining.is_set()
            self._ends_at = self._ends_at or clock.monotonic() + END_SECONDS
            self.draining.set()
            if again or number != signal.SIGTERM or not self.settings.drain_seconds:
                end(number, frame)
                return
            timer = threading.Timer(self.settings.drain_seconds, end, (number, None))
            timer.daemon = True
            timer.start()

        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                former[number] = signal.signal(number, hear)
        try:
            yield
        finally:
            for heard, then in former.items():
                if signal.getsignal(heard) is hear:
                    signal.signal(heard, then)

    def seconds_left(self) -> float:
        """What is left of the time in which a process that was asked to end has ended."""
        return max(1.0, self._ends_at - clock.monotonic()) if self._ends_at else END_SECONDS

    def close(self) -> None:
        """Close the database."""
        self.db.dispose()

    def __repr__(self) -> str:  # settings hold the secret
        return f"System({self.db.dialect})"
