"""The server as `make run` starts it: a process of its own, on an empty folder, with the demo in it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "readme-walks-through-1"


class NotStarted(Exception):
    """It ended instead of serving; carries what it said."""


@contextmanager
def started(folder: Path, **settings: str) -> Iterator[dict[str, str]]:
    """Serves while it lasts, with these settings besides; gives the environment of whoever follows a guide."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {name: value for name, value in os.environ.items() if not name.startswith("SIBU_")}
    env |= {
        "SIBU_PORT": str(port), "SIBU_DATA": str(folder / "a folder"), "SIBU_DEMO_PASSWORD": PASSWORD,
        "SIBU_URL": f"http://127.0.0.1:{port}",
    } | settings  # fmt: skip
    with (folder / "log").open("w+") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "api.cli", "start"], cwd=ROOT, env=env, stdout=log, stderr=log
        )
        try:
            for _ in range(240):
                if process.poll() is not None:
                    raise NotStarted((folder / "log").read_text())
                try:
                    if httpx.get(f"{env['SIBU_URL']}/readyz").status_code == 200:
                        break
                except httpx.TransportError:
                    pass
                time.sleep(0.5)
            else:
                raise NotStarted((folder / "log").read_text())
            yield env
        finally:
            process.terminate()
            process.wait()
