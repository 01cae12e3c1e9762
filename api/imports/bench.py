"""Reads one file on a bench of its own: `python -I bench.py MEMORY ROOT FORM FILE ROWS`, called by `apart.py` (T21).

It gets no settings and no secrets, little time and memory, and knows of the house only how tables are read, because readers
of other people's files are where the holes are. Rows go to ROWS, one line of JSON each; what it has to say of the whole
file goes to its output.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from types import SimpleNamespace

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


def main(root: str, form: str, file: str, rows: str) -> dict[str, object]:
    """Read it; gives what keeps it from being read, in both languages, or nothing."""
    sys.path.append(root)
    from api.imports import tables

    try:
        with Path(rows).open("w", encoding="utf-8") as out:
            for row in tables.read(SimpleNamespace(**json.loads(form)), Path(file).read_bytes()):
                out.write(json.dumps([row.line, row.cells, row.bad]) + "\n")
    except tables.BadRow as refused:
        return {"refused": refused.words}
    except (MemoryError, RecursionError):
        return {"costly": True}
    return {}


if __name__ == "__main__":
    bound(int(sys.argv[1]))
    sys.stdout.write(json.dumps(main(*sys.argv[2:])))
