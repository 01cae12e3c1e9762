"""Drawing papers: a few warm presses (`press.py`), each a process that is watched, and replaced when it dies or dawdles.

Nothing here knows the database. Drawing happens after the transaction (house rule 2): see `kit.edge.Afterwards`.
"""

from __future__ import annotations

import atexit
import json
import logging
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from api.kit.problems import Unavailable
from api.kit.words import Words

HERE = Path(__file__).parent
FONTS, TEMPLATES = HERE / "fonts", HERE / "templates"
PRESSES = 2
"""How many may draw at once: a long batch leaves the other one to whoever prints a single paper."""
SECONDS = 20
"""Longest drawing, by the clock and by the processor."""
MEGABYTES = 1536
"""Memory of one press, addresses included."""
RUNS = 500
"""After so many drawings a press is replaced, so that what a library forgets to free never piles up."""
WAIT = 10.0
log = logging.getLogger("sibu.printing")
Form = Literal["pdf", "png"]


class Broken(RuntimeError):
    """The press died or was too slow."""


class Refused(RuntimeError):
    """The typesetter refused the data: a fault of a template, never of what somebody typed."""


class Press:
    """One process. Used by one thread at a time."""

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES, templates: Path = TEMPLATES) -> None:
        self.seconds = seconds
        self.runs = 0
        self._process = subprocess.Popen(  # noqa: S603 - our own file, by its path, with our own arguments
            [
                sys.executable, "-I", str(HERE / "press.py"), str(FONTS), str(templates), str(max(1, int(seconds))),
                str(megabytes),
            ],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd=templates,
        )  # fmt: skip
        with self._watched():
            self._read()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def draw(self, papers: list[dict[str, Any]], form: Form = "pdf", ppi: float = 110) -> list[bytes]:
        """A PDF as one part, or a picture of each page.

        :raises Broken: it died, or took longer than it may; this press is dead then.
        :raises Refused: the data do not fit the template.
        """
        self.runs += 1
        request = json.dumps({"papers": json.dumps(papers, ensure_ascii=False), "form": form, "ppi": ppi})
        body = request.encode()
        with self._watched():
            stream = self._process.stdin
            assert stream
            stream.write(struct.pack(">I", len(body)) + body)
            stream.flush()
            head = self._read()
            if head[:1] != b"=":
                raise Refused(head[1:].decode("utf-8", "replace"))
            return [self._read() for _ in range(struct.unpack(">I", head[1:])[0])]

    def end(self) -> None:
        """End it now."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                try:
                    stream.close()
                except OSError:
                    log.debug("a press was gone before its pipe was closed")

    @contextmanager
    def _watched(self) -> Iterator[None]:
        timer = threading.Timer(self.seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        except Refused:
            raise
        except (OSError, EOFError, struct.error) as error:
            self.end()
            raise Broken from error
        finally:
            timer.cancel()

    def _read(self) -> bytes:
        stream = self._process.stdout
        assert stream
        head = stream.read(4)
        if len(head) < 4:
            raise EOFError
        size = struct.unpack(">I", head)[0]
        body = stream.read(size)
        if len(body) < size:
            raise EOFError
        return body


class Presses:
    """The presses of this process; started when first needed."""

    def __init__(self, number: int = PRESSES) -> None:
        self._idle: list[Press] = []
        self._free = threading.Semaphore(number)
        self._lock = threading.Lock()

    def draw(self, papers: list[dict[str, Any]], form: Form = "pdf", ppi: float = 110) -> list[bytes]:
        """As `Press.draw`; a press that was found dead is replaced once.

        :raises Unavailable: no press became free, or the drawing broke two of them.
        """
        if not self._free.acquire(timeout=WAIT):
            raise Unavailable(headers={"Retry-After": "5"})
        try:
            for _ in range(2):
                try:
                    press = self._take()  # a fresh one may break while it warms
                    made = press.draw(papers, form, ppi)
                except Broken:
                    log.warning("a press broke; another takes its place")
                    continue
                except Refused:
                    self._back(press)
                    raise
                self._back(press)
                return made
        finally:
            self._free.release()
        raise Unavailable(Words("这张单据画不出来", "This paper cannot be drawn"), headers={"Retry-After": "60"})

    def _take(self) -> Press:
        with self._lock:
            while self._idle:
                press = self._idle.pop()
                if press.alive:
                    return press
                press.end()
        return Press()

    def _back(self, press: Press) -> None:
        if press.runs >= RUNS:
            press.end()
            return
        with self._lock:
            self._idle.append(press)

    def end(self) -> None:
        """End all that are idle; they start again when needed."""
        with self._lock:
            idle, self._idle = self._idle, []
        for press in idle:
            press.end()


presses = Presses()
"""Shared by the whole process; each press ends with it, because its input ends."""
atexit.register(presses.end)
