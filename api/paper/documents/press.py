"""The press: a process of its own that turns data into pages and can do nothing else (T11, ASVS 15.1.3).

`printing.py` starts this file by its path, with `python -I press.py FONTS TEMPLATES SECONDS MEGABYTES`. It reads
templates and fonts, draws once, and then gives up the right to open anything: where the system knows resource limits, a
file or a network connection can no longer be opened at all, whatever a template or a fault in the typesetter asks.
Memory, processor time and written files are capped too. Requests and answers are frames of four bytes of length and a
body over its own standard input and output; the end of the input is the end of the process.
"""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO

import typst

try:
    import resource
except ImportError:  # Windows: only the clock of printing.py bounds it there
    resource = None  # type: ignore[assignment]

WARM = "暖机 喆 \U00020bb7 ABC 123"
"""One character of every face, so that each is read while files can still be opened."""


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame, or None at the end."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    return stream.read(struct.unpack(">I", head)[0])


def write_frame(stream: BinaryIO, body: bytes) -> None:
    """One frame."""
    stream.write(struct.pack(">I", len(body)))
    stream.write(body)


def cap(seconds: int) -> None:
    """Let the next drawing use at most this much processor time."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))


def shut(megabytes: int) -> None:
    """No more files, no connections, no core, and so much memory."""
    if resource is not None:
        for what, most in (
            (resource.RLIMIT_AS, megabytes * 2**20),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, 3),
        ):
            resource.setrlimit(what, (most, most))


class Press:
    """The compiler with its faces, and the templates held in memory."""

    def __init__(self, fonts: Path, templates: Path) -> None:
        self.compiler = typst.Compiler(font_paths=[fonts], ignore_system_fonts=True, root=templates)
        self.files: Any = {file.name: file.read_bytes() for file in sorted(templates.glob("*.typ"))}
        self.files["main"] = self.files.pop("main.typ")

    def draw(self, papers: str, form: Any, ppi: float) -> list[bytes]:
        """A PDF as one part, or pictures of the pages."""
        made: Any = self.compiler.compile(input=self.files, format=form, ppi=ppi, sys_inputs={"papers": papers})
        return made if isinstance(made, list) else [made]

    def warm(self) -> None:
        """Read every face and every template once."""
        page = (f'#set text(font: ("Noto Sans SC", "Sibu Rare Hanzi"))\n{WARM} #text(weight: "bold")[{WARM}]').encode()
        files: Any = {"main": page}
        self.compiler.compile(input=files)


def main(fonts: str, templates: str, seconds: str, megabytes: str) -> None:
    """Draw until the input ends."""
    taken, given = sys.stdin.buffer, sys.stdout.buffer
    press = Press(Path(fonts), Path(templates))
    press.warm()
    shut(int(megabytes))
    write_frame(given, b"ready")
    given.flush()
    while (asked := read_frame(taken)) is not None:
        cap(int(seconds))
        request = json.loads(asked)
        try:
            parts = press.draw(request["papers"], request["form"], request["ppi"])
        except Exception as error:  # its words may quote what was typed: they go to nobody but a test
            write_frame(given, b"!" + type(error).__name__.encode() + b" " + str(error)[:2000].encode())
        else:
            write_frame(given, b"=" + struct.pack(">I", len(parts)))
            for part in parts:
                write_frame(given, part)
        given.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
