"""Reads one file on a bench of its own: `python -I bench.py MEMORY ROOT READER FORM FILE LINES`, called by `apart.py` (T21).

It gets no settings and no secrets, little time and memory, and knows of the house only the one reader, because readers of
other people's files are where the holes are. What is read goes to LINES, each in one line of JSON; what it has to say of
the whole file goes to its output.
"""

from __future__ import annotations

import contextlib
import json
import sys
from importlib import import_module
from pathlib import Path

MEMORY = 512 * 1024 * 1024
SECONDS = 60
LARGEST = 400 * 1024 * 1024
"""Bytes of what it writes: all that inflating may give, in JSON."""


def bound(memory: int) -> None:
    """Little memory, little time, no file beyond a size; where the system can say so."""
    with contextlib.suppress(ImportError):
        import resource

        for what, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, SECONDS),
            (resource.RLIMIT_FSIZE, LARGEST),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))


def main(root: str, reader: str, form: str, file: str, lines: str) -> dict[str, object]:
    """Read it; gives what keeps it from being read, in both languages, or nothing."""
    sys.path.append(root)
    from api.kit.words import Worded

    read = import_module(reader).lines
    try:
        with Path(lines).open("w", encoding="utf-8") as out:
            for line in read(Path(file).read_bytes(), **json.loads(form)):
                out.write(json.dumps(line) + "\n")
    except Worded as refused:
        return {"refused": refused.words}
    except (MemoryError, RecursionError):
        return {"costly": True}
    return {}


if __name__ == "__main__":
    bound(int(sys.argv[1]))
    sys.stdout.write(json.dumps(main(*sys.argv[2:])))
