"""The adapter's process: reads AMI over TCP, tells the API, does what it asks; outlives the absence of either."""

from __future__ import annotations

import logging
import socket
import threading
from dataclasses import dataclass
from datetime import datetime

from api.intake.telephony.exchange_side.ami import Blocks, Translator, written
from api.intake.telephony.exchange_side.sender import Outbox, Refused, Sender, Unreachable
from api.kit import clock

LOOK_SECONDS = 0.5
AGAIN_SECONDS = 5.0
log = logging.getLogger("sibu.asterisk")


@dataclass(frozen=True)
class Door:
    """Where AMI listens and who signs in there."""

    host: str
    port: int
    username: str
    password: str
    context: str = "from-internal"

    def __repr__(self) -> str:
        return f"Door({self.host}:{self.port})"


class SignInRefused(RuntimeError):
    """Asterisk does not know this user; trying again would not help."""


class Adapter:
    """One Asterisk. `run` returns when `over` is set.

    :raises SignInRefused: of `run`.
    """

    def __init__(self, door: Door, sender: Sender, over: threading.Event) -> None:
        self._door, self._sender, self._over = door, sender, over
        self._translator = Translator(self._now, door.context)
        self._outbox = Outbox(sender)

    @staticmethod
    def _now() -> datetime:
        return clock.now()

    def run(self) -> None:
        """Connect, read, and connect again whenever the line breaks."""
        while not self._over.is_set():
            try:
                self._read()
            except (OSError, ValueError) as error:
                log.warning("Asterisk: %s; again in %.0f s", type(error).__name__, AGAIN_SECONDS)
            self._outbox.flush()
            self._over.wait(AGAIN_SECONDS)

    def _read(self) -> None:
        blocks, looked = Blocks(), 0.0
        with socket.create_connection((self._door.host, self._door.port), timeout=10) as line:
            line.settimeout(LOOK_SECONDS)
            sign_in = {"Username": self._door.username, "Secret": self._door.password, "Events": "on"}
            line.sendall(written({"Action": "Login", "ActionID": "sign-in", **sign_in}))
            while not self._over.is_set():
                try:
                    data = line.recv(65536)
                    if not data:
                        return
                except TimeoutError:
                    data = b""
                for block in blocks.feed(data):
                    if block.get("ActionID") == "sign-in" and block.get("Response") == "Error":
                        raise SignInRefused(str(self._door))
                    self._outbox.add(self._translator.events(block))
                self._outbox.flush()
                if clock.monotonic() - looked > LOOK_SECONDS:
                    looked = clock.monotonic()
                    self._ask(line)

    def _ask(self, line: socket.socket) -> None:
        """Do what the API asks; this also says that the exchange is there."""
        try:
            for request in self._sender.take():
                action = self._translator.action(request)
                if action:
                    line.sendall(written(action))
                self._sender.settle(request["id"], done=action is not None)
        except (Refused, Unreachable) as error:
            log.warning("the API: %s", error)
