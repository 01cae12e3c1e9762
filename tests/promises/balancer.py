"""A small balancer, as the proxy in front of replicas is one: asks who is ready, keeps connections, never sends a write twice."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field

LOOK_SECONDS = 0.1
IDLE_SECONDS = 0.5
"""A kept connection that was idle for longer is not used again: shorter than the replicas keep one, and than they drain."""
_BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
Pair = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Backend:
    """One replica as the balancer knows it."""

    port: int
    ready: bool = False
    busy: int = 0
    answered: int = 0
    last: int = 0
    """Answers after which the replica wanted its connection closed: it drained."""
    idle: list[tuple[float, Pair]] = field(default_factory=list)


class Balancer:
    """Listens on a port of its own, in the loop of who enters it."""

    def __init__(self, ports: list[int]) -> None:
        self.backends = [Backend(port) for port in ports]
        self.port = 0
        self.elsewhere = 0
        """Requests that were sent to the other replica because the first could not be reached."""
        self.failed: list[str] = []

    async def __aenter__(self) -> Balancer:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=2**22)
        self.port = self._server.sockets[0].getsockname()[1]
        self._looks = [asyncio.create_task(self._look(backend)) for backend in self.backends]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for look in self._looks:
            look.cancel()
        await asyncio.gather(*self._looks, return_exceptions=True)
        for backend in self.backends:
            for _, (_, writer) in backend.idle:
                writer.transport.abort()
        await asyncio.sleep(0)

    async def _look(self, backend: Backend) -> None:
        while True:
            backend.ready = await self._is_ready(backend.port)
            await asyncio.sleep(LOOK_SECONDS)

    async def _is_ready(self, port: int) -> bool:
        try:
            async with asyncio.timeout(5):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                try:
                    writer.write(b"GET /readyz HTTP/1.1\r\nHost: balancer\r\nConnection: close\r\n\r\n")
                    return b" 200 " in await reader.readline()
                finally:
                    writer.transport.abort()
        except (OSError, TimeoutError):
            return False

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, EOFError, asyncio.CancelledError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                answer, _ = await self._pass_on(head + await reader.readexactly(_length(head)))
                writer.write(answer)
                await writer.drain()
        writer.transport.abort()

    async def _pass_on(self, request: bytes) -> tuple[bytes, Backend | None]:
        first = request.split(b"\r\n", 1)[0].decode("latin-1")
        tried: list[Backend] = []
        while len(tried) < len(self.backends):
            backend = min((b for b in self.backends if b not in tried), key=lambda b: (not b.ready, b.busy, b.answered))
            tried.append(backend)
            try:
                reader, writer = await self._connection(backend)
            except OSError:
                self.elsewhere += 1
                continue
            backend.busy += 1
            try:
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                answer = head + await reader.readexactly(_length(head))
            except (OSError, EOFError) as error:
                writer.transport.abort()
                if first.startswith("GET "):
                    self.elsewhere += 1
                    continue
                self.failed.append(f"{first}: {type(error).__name__} from {backend.port}")  # it may have arrived
                return _BAD_GATEWAY, None
            except asyncio.CancelledError:
                writer.transport.abort()
                raise
            finally:
                backend.busy -= 1
            backend.answered += 1
            if b"\r\nconnection: close" in head.lower():
                backend.last += 1
                writer.transport.abort()
            else:
                backend.idle.append((time.monotonic(), (reader, writer)))
            return answer, backend
        self.failed.append(f"{first}: no replica can be reached")
        return _BAD_GATEWAY, None

    async def _connection(self, backend: Backend) -> Pair:
        while backend.idle:
            since, (reader, writer) = backend.idle.pop()
            if time.monotonic() - since < IDLE_SECONDS and not reader.at_eof():
                return reader, writer
            writer.transport.abort()
        return await asyncio.open_connection("127.0.0.1", backend.port, limit=2**22)


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
