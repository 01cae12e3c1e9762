"""A real HTTP receiver on the loopback address, as an integrator would write one: verifies, remembers, answers as told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks.webhooks import Webhook

from api.kit import clock

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Message:
    """What came in, with the time of its coming."""

    id: str
    body: dict[str, Any]
    headers: dict[str, str]
    raw: bytes
    at: float

    @property
    def subject_id(self) -> str:
        return str(self.body["data"].get("subject_id"))

    @property
    def position(self) -> int:
        return int(self.body["data"]["position"])


@dataclass
class Receiver:
    """`answer(message, nth)` says what each is answered; every one is remembered."""

    port: int = 0
    got: list[Message] = field(default_factory=list)
    answer: Callable[[Message], Answer] = lambda message: (204, {}, b"")
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @property
    def ids(self) -> list[str]:
        return [message.id for message in self.got]

    def verified(self, secret: str) -> bool:
        """Whether the reference library finds every message signed with this secret."""
        for message in self.got:
            Webhook(secret).verify(message.raw, message.headers)
        return bool(self.got)


@contextmanager
def receiving(answer: Callable[[Message], Answer] | None = None, port: int = 0) -> Iterator[Receiver]:
    """A receiver that answers 204 unless told otherwise."""
    receiver = Receiver()
    if answer:
        receiver.answer = answer

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            message = Message(headers.get("webhook-id", ""), json.loads(raw), headers, raw, clock.monotonic())
            with receiver.lock:
                receiver.got.append(message)
            status, told, body = receiver.answer(message)
            if status == 0:  # the line is cut
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in told.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: Any) -> None:
            return  # a sender that was killed in the middle

    server = Server(("127.0.0.1", port), Handler)
    receiver.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
