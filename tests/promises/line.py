"""A line that is cut: lets so many bytes of a sender pass, so many a second, and then breaks, again and again."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any


class Line:
    """Listens on a port of its own and forwards to another; counts every byte that the sender gets across.

    `cut` is called in the line's thread at each break, before the sender learns of it, and says how the line breaks:
    `end` tells both sides, `silence` tells only the sender, as a lost mobile network does.
    """

    def __init__(self, port: int, every: int, speed: int, cut: Callable[[int], str]) -> None:
        self.target, self.every, self.speed, self.cut = port, every, speed, cut
        self.passed = 0
        self.cuts = 0
        self.port = 0
        self._left = every
        self._silent: list[asyncio.StreamWriter] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Line:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_: Any) -> None:
        async def end() -> None:
            self._server.close()
            for writer in self._silent:
                writer.transport.abort()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()

        asyncio.run_coroutine_threadsafe(end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _listen(self) -> asyncio.Server:
        return await asyncio.start_server(self._serve, "127.0.0.1", 0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        back = asyncio.ensure_future(self._back(up_reader, writer))
        how = "end"
        try:
            while part := await reader.read(16 * 1024):
                part = part[: self._left]
                self.passed += len(part)
                self._left -= len(part)
                up_writer.write(part)
                await up_writer.drain()
                await asyncio.sleep(len(part) / self.speed)
                if self._left == 0:
                    self._left = self.every
                    self.cuts += 1
                    how = await asyncio.to_thread(self.cut, self.cuts)
                    break
        except OSError:
            pass
        finally:
            back.cancel()
            writer.transport.abort()
            if how == "silence":
                self._silent.append(up_writer)
            else:
                up_writer.close()

    @staticmethod
    async def _back(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while part := await reader.read(65_536):
                writer.write(part)
                await writer.drain()
            writer.close()
        except OSError:
            writer.transport.abort()
