"""How the process speaks HTTP: uvicorn's fastest reader with a bound on what it takes as the head of a request (T23).

That reader keeps whatever comes before the empty line, however much: 30 MB of short headers became 310 MB of memory for one
connection that had not even said who it was (measured). A proxy before us bounds them; not everybody has one. No door of
ours speaks WebSocket, so none is offered (T17).
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGEST_HEAD = 64 * 1024
MOST_HEADERS = 100
REFUSAL = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 0\r\n"
    b"connection: close\r\n\r\n"
)


class _TooMuch(Exception):
    """Ends the reading of a head."""


class Bounded(HttpToolsProtocol):
    """Answers 431 and hangs up when a head is larger than `LARGEST_HEAD` or has more than `MOST_HEADERS` lines."""

    _come = 0
    _kept = 0
    _in_head = True

    def data_received(self, data: bytes) -> None:
        """Read what came; a head that is not over by now and too large already is not waited for."""
        if self.transport.is_closing():
            return
        if self._in_head:
            self._come += len(data)
        super().data_received(data)
        if self._in_head and self._come > LARGEST_HEAD and not self.transport.is_closing():
            self._refuse()

    def on_message_begin(self) -> None:
        """The first byte of a request."""
        super().on_message_begin()
        self._in_head, self._kept = True, 0

    def on_url(self, url: bytes) -> None:
        """A part of the address."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """One header."""
        self._count(len(name) + len(value))
        super().on_header(name, value)
        if len(self.headers) > MOST_HEADERS:
            raise _TooMuch

    def on_headers_complete(self) -> None:
        """The head is over; what follows is bounded by the app."""
        self._in_head, self._come = False, 0
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Whatever comes next is the next request's."""
        super().on_message_complete()
        self._in_head = True

    def send_400_response(self, msg: str) -> None:
        """What the reader could not read, or was told to stop reading."""
        if self._kept > LARGEST_HEAD or len(self.headers or ()) > MOST_HEADERS:
            self._refuse()
        else:
            super().send_400_response(msg)

    def _count(self, size: int) -> None:
        self._kept += size
        if self._kept > LARGEST_HEAD:
            raise _TooMuch

    def _refuse(self) -> None:
        self.transport.write(REFUSAL)
        self.transport.close()


OPTIONS: dict[str, Any] = {"http": Bounded, "ws": "none"}
"""For `uvicorn.run` and `uvicorn.Config`."""
