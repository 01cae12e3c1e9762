"""A real server on a free port, in a thread, and a client that reads its stream."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import uvicorn

from api.kit import clock
from api.kit.db import Database
from api.kit.serving import OPTIONS
from api.main import create_app
from api.settings import Settings
from api.system import System


def until(true: Callable[[], object], what: str) -> None:
    """Wait for it; a minute is for a machine under load, not a promise."""
    end = clock.monotonic() + 60
    while not true():
        assert clock.monotonic() < end, f"not within a minute: {what}"
        clock.sleep(0.02)


class Server:
    """One replica: `address`, and its `system`."""

    def __init__(self, settings: Settings, db: Database) -> None:
        app = create_app(settings, db)
        self.system: System = app.state.sibu
        config = uvicorn.Config(app, port=0, log_level="error", timeout_graceful_shutdown=10, **OPTIONS)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run)

    @property
    def address(self) -> str:
        """Where it answers."""
        port = self.server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}/api/v1"

    def token(self, account: str, password: str) -> str:
        """An access token of this person."""
        form = {"grant_type": "password", "username": account, "password": password, "client_type": "native"}
        answer = httpx.post(f"{self.address}/auth/token", data=form, timeout=30)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["access_token"])


@contextmanager
def serving(settings: Settings, db: Database) -> Iterator[Server]:
    """A running replica, ended with its streams."""
    made = Server(settings, db)
    made.thread.start()
    until(lambda: made.server.started, "the server")
    try:
        yield made
    finally:
        made.system.stopping.set()
        made.server.should_exit = True
        made.thread.join()


class Listener:
    """Reads one stream in a thread; `facts` in the order received, `raw` every byte."""

    def __init__(self, server: Server, token: str, last: int | None = None) -> None:
        self.facts: list[dict[str, Any]] = []
        self.notes: list[dict[str, Any]] = []
        self.raw = b""
        self.status = 0
        self.last = last
        self.closed = threading.Event()
        self._address, self._token = f"{server.address}/events/stream", token
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        until(lambda: self.notes or self.closed.is_set(), "the stream has begun")

    def _read(self) -> None:
        headers = {"Authorization": f"Bearer {self._token}"} | (
            {"Last-Event-ID": str(self.last)} if self.last is not None else {}
        )
        try:
            with httpx.stream("GET", self._address, headers=headers, timeout=httpx.Timeout(30, read=None)) as answer:
                self._answer = answer
                self.status = answer.status_code
                waiting = b""
                for chunk in answer.iter_raw():
                    self.raw += chunk
                    *whole, waiting = (waiting + chunk).split(b"\n\n")
                    for part in whole:
                        self._hear(part.decode())
        except httpx.HTTPError:
            return  # hung up
        finally:
            self.closed.set()

    def _hear(self, part: str) -> None:
        said = dict(line.split(": ", 1) for line in part.split("\n") if not line.startswith(":"))
        if "id" in said:
            self.last = int(said["id"])
        if "data" in said:
            fact = json.loads(said["data"]) | {"position": int(said["id"])}
            (self.notes if fact["subject"] == "stream" else self.facts).append(fact)

    def stop(self) -> None:
        """Hang up, as a lost network does."""
        if not self.closed.is_set():
            self._answer.extensions["network_stream"].get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        self._thread.join()

    @property
    def positions(self) -> list[int]:
        """Positions received, in order."""
        return [fact["position"] for fact in self.facts]
