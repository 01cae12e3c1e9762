"""pytest in forks of one process that has loaded the packages already, since loading them takes longer than a test.

Started with the folder of a copy; reads one JSON list of arguments per line, answers each with the exit code on a line
of its own. Nothing of the project is loaded before the fork, so that each run sees the code as it then lies there.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path

import argon2  # noqa: F401
import fastapi.testclient  # noqa: F401
import httpx  # noqa: F401
import jose.jwt  # noqa: F401
import PIL.Image  # noqa: F401
import pytest
import sqlmodel  # noqa: F401


def main(folder: Path) -> None:
    """Serve until the input ends."""
    os.chdir(folder)
    sys.path[:] = [str(folder), *(path for path in sys.path if path != str(Path(__file__).parent))]
    gc.freeze()
    for asked in sys.stdin:
        *arguments, output = json.loads(asked)
        child = os.fork()
        if child == 0:
            run(arguments, Path(output))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def run(arguments: list[str], output: Path) -> None:
    """The fork: everything it says goes to the output, and it never comes back."""
    code = 3
    try:
        with output.open("w", encoding="utf-8") as written:
            os.dup2(written.fileno(), 1)
            os.dup2(written.fileno(), 2)
            code = int(pytest.main(arguments))
            sys.stdout.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
