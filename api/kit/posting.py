"""One POST to a judged address, bounded in time and in what is read of the answer; no redirect is followed.

The connection goes to the address that `egress.address_of` gave, while certificate and `Host` are the name's (T10, T28).
The bounds hold for the whole exchange, so that a peer that answers drop by drop holds nobody longer than one that is
silent. Ready clients bound each single read, and would follow, resolve again or read on.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from api.kit import clock
from api.kit.egress import Target

Trouble = Literal["timeout", "no_connection", "tls", "unreadable"]
Connect = Callable[[str, int, float], socket.socket]
MOST_BYTES = 64 * 1024
"""Of an answer, its head included."""
CONNECT_SECONDS = 5.0
EXCERPT_SECONDS = 2.0


class Failed(Exception):
    """No answer came, or none that could be read; `trouble` says which."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble


@dataclass(frozen=True, slots=True)
class Answered:
    """What the peer said: its status, how long it asks us to wait, and the beginning of a refusal's body."""

    status: int
    retry_after: str | None
    excerpt: str


def connected(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to this very address."""
    line = socket.create_connection((address, port), seconds)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # head and body go in two parts
    return line


def post(
    target: Target, address: str, body: bytes, headers: Mapping[str, str], *,
    seconds: float = 15.0, excerpt: int = 500, connect: Connect = connected,
) -> Answered:  # fmt: skip
    """Send it and read the answer's status; of anything but success also the first `excerpt` characters.

    :raises Failed: see there.
    """
    until = clock.monotonic() + seconds
    try:
        with connect(address, target.port, min(CONNECT_SECONDS, seconds)) as plain:
            plain.settimeout(max(0.01, until - clock.monotonic()))
            if target.scheme == "http":
                return _exchange(plain, target, body, headers, until, excerpt)
            with _trust().wrap_socket(plain, server_hostname=target.host) as sealed:
                return _exchange(sealed, target, body, headers, until, excerpt)
    except TimeoutError as error:
        raise Failed("timeout") from error
    except ssl.SSLError as error:
        raise Failed("tls") from error
    except http.client.RemoteDisconnected as error:
        raise Failed("no_connection") from error
    except (http.client.HTTPException, ValueError) as error:
        raise Failed("unreadable") from error
    except OSError as error:
        raise Failed("no_connection") from error


@cache
def _trust() -> ssl.SSLContext:
    """Chain and name are checked against the machine's authorities."""
    return ssl.create_default_context()


def _exchange(
    line: socket.socket, target: Target, body: bytes, headers: Mapping[str, str], until: float, excerpt: int
) -> Answered:
    bounds = _Bounds(line, until)
    spoken = http.client.HTTPConnection(target.host, target.port)  # else the end of an IPv6 address is read as a port
    spoken.sock = bounds
    spoken.putrequest("POST", target.path, skip_host=True, skip_accept_encoding=True)
    for name, value in {
        "Host": target.netloc,
        "Content-Length": str(len(body)),
        "Connection": "close",
        **headers,
    }.items():
        spoken.putheader(name, value)
    spoken.endheaders(body)
    answer = spoken.getresponse()
    said = ""
    if not 200 <= answer.status < 300 and excerpt:
        bounds.until = min(until, clock.monotonic() + EXCERPT_SECONDS)
        try:
            said = answer.read(excerpt * 4).decode("utf-8", "replace")[:excerpt]
        except (OSError, http.client.HTTPException, ValueError):
            said = ""
    return Answered(answer.status, answer.headers.get("retry-after"), said)


class _Bounds(io.RawIOBase):
    """A connection as `http.client` asks for it, whose every wait has the same end, and whose answer one in size."""

    def __init__(self, line: socket.socket, until: float) -> None:
        self.line = line
        self.until = until
        self.left = MOST_BYTES

    def close(self) -> None:
        """The line is closed by whoever opened it; `http.client` would do so before the end of the answer was read."""

    def sendall(self, data: bytes) -> None:
        self.line.settimeout(self._wait())
        self.line.sendall(data)

    def makefile(self, _mode: str) -> Any:
        return io.BufferedReader(self, 4096)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """:raises TimeoutError: its time is over. :raises ValueError: it says more than we listen to."""
        if self.left <= 0:
            raise ValueError("longer than we listen")
        self.line.settimeout(self._wait())
        got = self.line.recv_into(memoryview(buffer)[: self.left])
        self.left -= got
        return got

    def _wait(self) -> float:
        if (wait := self.until - clock.monotonic()) <= 0:
            raise TimeoutError
        return wait
