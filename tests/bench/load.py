"""A load from one process over keep-alive connections: prepared requests out, whole answers in, times kept.

A client in Python would cost more than the server it measures; this one only counts bytes up to Content-Length.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TICKS = 100
"""Clock ticks a second of /proc (USER_HZ)."""


@dataclass(frozen=True)
class Result:
    """What one run showed; times in seconds."""

    requests: int
    errors: int
    seconds: float
    p50: float
    p99: float
    cpu: float
    """CPU seconds of the server, all its threads."""
    memory: int
    """Resident bytes of the server after the run."""

    @property
    def rate(self) -> float:
        return self.requests / self.seconds

    @property
    def cpu_each(self) -> float:
        return self.cpu / max(self.requests, 1)


def request(method: str, path: str, token: str, body: bytes = b"", key: str | None = None) -> bytes:
    """One HTTP/1.1 request as bytes."""
    head = f"{method} {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\nAccept-Language: zh-CN\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    if key:
        head += f"Idempotency-Key: {key}\r\n"
    return head.encode() + b"\r\n" + body


async def _exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, message: bytes) -> tuple[int, bytes]:
    writer.write(message)
    head = await reader.readuntil(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        if line[:15].lower() == b"content-length:":
            length = int(line[15:])
            break
    body = await reader.readexactly(length) if length else b""
    return int(head[9:12]), body


async def _drive(port: int, make: Callable[[], bytes], concurrency: int, seconds: float, pid: int) -> Result:
    times: list[float] = []
    errors = 0

    async def one(until: float) -> None:
        nonlocal errors
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**22)
        try:
            while time.perf_counter() < until:
                message = make()
                start = time.perf_counter()
                status, _ = await _exchange(reader, writer, message)
                times.append(time.perf_counter() - start)
                errors += status >= 300
        finally:
            writer.close()

    warm = time.perf_counter() + min(1.0, seconds / 4)
    await asyncio.gather(*(one(warm) for _ in range(concurrency)))
    times.clear()
    errors = 0
    before, start = cpu(pid), time.perf_counter()
    await asyncio.gather(*(one(start + seconds) for _ in range(concurrency)))
    took, used = time.perf_counter() - start, cpu(pid) - before
    times.sort()
    pick = lambda share: times[min(int(len(times) * share), len(times) - 1)] if times else 0.0  # noqa: E731
    return Result(len(times), errors, took, pick(0.5), pick(0.99), used, memory(pid))


def run(port: int, make: Callable[[], bytes], *, concurrency: int, seconds: float, pid: int) -> Result:
    """Send what `make` gives over so many connections for so long, after a warm-up of up to a second."""
    return asyncio.run(_drive(port, make, concurrency, seconds, pid))


def ask(port: int, message: bytes) -> tuple[int, bytes]:
    """One request, one answer."""

    async def once() -> tuple[int, bytes]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**22)
        try:
            return await _exchange(reader, writer, message)
        finally:
            writer.close()

    return asyncio.run(once())


def cpu(pid: int) -> float:
    """CPU seconds used so far by a process with all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> int:
    """Resident bytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
