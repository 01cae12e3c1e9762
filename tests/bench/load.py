"""A load from one process over keep-alive connections: prepared requests out, whole answers in, times kept.

A client in Python easily costs more than the server it measures; this one waits on its sockets and only counts bytes up
to Content-Length. Connections are spread over the workers, as a proxy would.
"""

from __future__ import annotations

import selectors
import socket
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_LONGEST = 30.0
"""Seconds without any answer after which a server is given up."""


@dataclass(frozen=True)
class Result:
    """What one run showed; times in seconds."""

    requests: int
    errors: int
    seconds: float
    times: array[float]
    cpu: float
    """CPU seconds of the workers, all their threads."""
    memory: int
    """Resident bytes of the workers together after the run."""

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


def quantile(times: Sequence[float], share: float) -> float:
    """The time within which this share of the answers came; `times` in order."""
    return times[min(int(len(times) * share), len(times) - 1)] if times else 0.0


def request(method: str, path: str, token: str, body: bytes = b"", key: str | None = None) -> bytes:
    """One HTTP/1.1 request as bytes."""
    head = f"{method} {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\nAccept-Language: zh-CN\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    if key:
        head += f"Idempotency-Key: {key}\r\n"
    return head.encode() + b"\r\n" + body


@dataclass
class _Lane:
    """A caller who asks again as soon as he is answered; alone, he goes from worker to worker in turn."""

    connections: list[socket.socket]
    sent: float = 0.0
    turn: int = 0
    heard: bytearray = field(default_factory=bytearray)

    def ask(self, message: bytes) -> socket.socket:
        connection = self.connections[self.turn % len(self.connections)]
        self.turn += 1
        self.heard.clear()
        self.sent = time.perf_counter()
        connection.sendall(message)
        return connection

    def answered(self, connection: socket.socket) -> int | None:
        """The status once the answer is whole."""
        more = connection.recv(1 << 18)
        if not more:
            raise ConnectionError("the server hung up")
        self.heard += more
        end = self.heard.find(b"\r\n\r\n")
        if end < 0 or len(self.heard) < end + 4 + _length(self.heard[:end]):
            return None
        return int(self.heard[9:12])


def _length(head: bytearray) -> int:
    at = head.lower().find(b"\r\ncontent-length:")
    return int(head[at + 17 :].split(b"\r\n", 1)[0]) if at >= 0 else 0


def _drive(lanes: list[_Lane], make: Callable[[], bytes], seconds: float) -> tuple[array[float], int, float]:
    """Let every lane ask for so long; the times, how many were refused, and how long it took until the last answer."""
    times, errors, open_ = array("d"), 0, len(lanes)
    with selectors.DefaultSelector() as waiting:
        for lane in lanes:
            for connection in lane.connections:
                waiting.register(connection, selectors.EVENT_READ, lane)
        start = time.perf_counter()
        until = start + seconds
        for lane in lanes:
            lane.ask(make())
        while open_:
            ready = waiting.select(_LONGEST)
            if not ready:
                raise TimeoutError(f"no answer for {_LONGEST:.0f} s")
            for key, _ in ready:
                lane = key.data
                status = lane.answered(key.fileobj)
                if status is None:
                    continue
                now = time.perf_counter()
                times.append(now - lane.sent)
                errors += status >= 300
                if now < until:
                    lane.ask(make())
                else:
                    open_ -= 1
        return times, errors, time.perf_counter() - start


def run(
    ports: Sequence[int], make: Callable[[], bytes], *, concurrency: int, seconds: float, pids: Sequence[int]
) -> Result:
    """Send what `make` gives over so many connections for so long, after a warm-up of a quarter of it."""
    lanes = []
    try:
        for number in range(concurrency):
            to = ports if concurrency < len(ports) else [ports[number % len(ports)]]
            lanes.append(_Lane([_connected(port) for port in to]))
        _drive(lanes, make, min(1.0, seconds / 4))
        before = sum(map(cpu, pids))
        times, errors, took = _drive(lanes, make, seconds)
        return Result(len(times), errors, took, times, sum(map(cpu, pids)) - before, sum(map(memory, pids)))
    finally:
        for lane in lanes:
            for connection in lane.connections:
                connection.close()


def _connected(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=_LONGEST)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def cpu(pid: int) -> float:
    """CPU seconds used so far by the threads that a process has now."""
    spent = (file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(int(text.split(" ", 1)[0]) for text in spent) / 1e9


def memory(pid: int) -> int:
    """Resident bytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
