"""How the process speaks HTTP: uvicorn's fastest reader with a bound on what it takes as the head of a request (T23).

That reader keeps whatever comes before the empty line, however much: 30 MB of short headers became 310 MB of memory for one
connection that had not even said who it was (measured). A proxy before us bounds them; not everybody has one. No door of
ours speaks WebSocket, so none is offered (T17), nor any other protocol, such as the HTTP/2 in the clear that Java's own client
offers to take with every request: that reader would take the body of such a one for the next request, so it is read again
without the offer (RFC 9110, 7.8: a server may ignore it).
"""

from __future__ import annotations

from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGEST_HEAD = 64 * 1024
MOST_HEADERS = 100
REFUSAL = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 0\r\n"
    b"connection: close\r\n\r\n"
)
_OF_THE_OFFER = frozenset({b"upgrade", b"http2-settings"})


class _TooMuch(Exception):
    """Ends the reading of a head."""


class Bounded(HttpToolsProtocol):
    """Answers 431 and hangs up when a head is larger than `LARGEST_HEAD` or has more than `MOST_HEADERS` lines."""

    _come = 0
    _kept = 0
    _in_head = True
    _offered = False

    def data_received(self, data: bytes) -> None:
        """Read what came; a head that is not over by now and too large already is not waited for."""
        if self.transport.is_closing():
            return
        if self._in_head:
            self._come += len(data)
        self._read(data)
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
        # Of whatever protocol, in however many lines: the reader would take the body for the next request.
        self._offered = self.parser.should_upgrade() and self.parser.get_method() != b"CONNECT"
        if not self._offered:
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Whatever comes next is the next request's."""
        if not self._offered:
            super().on_message_complete()
        self._in_head = True

    def send_400_response(self, msg: str) -> None:
        """What the reader could not read, or was told to stop reading."""
        if self._kept > LARGEST_HEAD or len(self.headers or ()) > MOST_HEADERS:
            self._refuse()
        else:
            super().send_400_response(msg)

    def _read(self, data: bytes) -> None:
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserError:
            self.logger.warning("Invalid HTTP request received.")
            self.send_400_response("Invalid HTTP request received.")
        except httptools.HttpParserUpgrade as end_of_head:
            if self._offered:
                self._read_as_it_is(data[end_of_head.args[0] :])

    def _read_as_it_is(self, rest: bytes) -> None:
        """Read the head again without the offer of another protocol, then what follows it."""
        lines = [b"%s %s HTTP/%s" % (self.parser.get_method(), self.url, self.parser.get_http_version().encode())]
        for name, value in self.headers:
            if name == b"connection":
                words = (word.strip() for word in value.split(b","))
                value = b", ".join(word for word in words if word.lower() not in _OF_THE_OFFER)  # noqa: PLW2901
            if name not in _OF_THE_OFFER:
                lines.append(b"%s: %s" % (name, value))
        self.parser = httptools.HttpRequestParser(self)
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)  # as the base makes its own
        self._read(b"\r\n".join(lines) + b"\r\n\r\n" + rest)

    def _count(self, size: int) -> None:
        self._kept += size
        if self._kept > LARGEST_HEAD:
            raise _TooMuch

    def _refuse(self) -> None:
        self.transport.write(REFUSAL)
        self.transport.close()


OPTIONS: dict[str, Any] = {"http": Bounded, "ws": "none"}
"""For `uvicorn.run` and `uvicorn.Config`."""
