"""A client that keeps a connection and knows when it was cut: what a journal of sent, acknowledged and unknown needs."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any

IDLE_SECONDS = 3.0
"""A connection that was idle for longer is not used again: the server lets go of one after 5 s, perhaps at that very moment."""


class Cut(Exception):
    """The connection ended before the whole answer was here: whether it was done is unknown."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One whole answer; names of headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Wire:
    """One keep-alive connection to a replica, made anew after each cut."""

    def __init__(self, port: int, token: str) -> None:
        self.port, self.token = port, token
        self._pair: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._used = 0.0

    async def send(
        self, method: str, path: str, body: Any = None, *, cut: bool = False, **headers: str | None
    ) -> Reply:
        """One request below `/api/v1`; names of headers with `_` for `-`; bytes go as they are, other bodies as JSON. With `cut`
        the reply is not waited for.

        :raises Cut: no whole answer came.
        """
        as_it_is = isinstance(body, bytes)
        content = b"" if body is None else body if as_it_is else json.dumps(body, ensure_ascii=False).encode()
        head = [f"{method} /api/v1/{path} HTTP/1.1", "Host: promise", f"Authorization: Bearer {self.token}"]
        head += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items() if value is not None]
        if content:
            head += [] if as_it_is else ["Content-Type: application/json"]
            head += [f"Content-Length: {len(content)}"]
        try:
            async with asyncio.timeout(60):
                if time.monotonic() - self._used > IDLE_SECONDS:
                    self.close()
                self._used = time.monotonic()
                if self._pair is None:
                    self._pair = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
                reader, writer = self._pair
                writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + content)
                await writer.drain()
                if cut:
                    await asyncio.sleep(0.001)
                    raise Cut
                return await _reply(reader, empty=method == "HEAD")
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            self.close()
            raise Cut from error
        except Cut:
            self.close()
            raise

    def close(self) -> None:
        """Hang up."""
        if self._pair is not None:
            self._pair[1].transport.abort()
            self._pair = None


async def _reply(reader: asyncio.StreamReader, empty: bool) -> Reply:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {}
    for line in filter(None, lines):
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    length = 0 if empty else int(headers.get("content-length", "0"))
    return Reply(int(first.split()[1]), headers, await reader.readexactly(length) if length else b"")
