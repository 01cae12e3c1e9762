"""The generators of `tools/clients/`, locked by hash, in an environment apart from the project's: each has its own wishes."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from tests.clients.running import run
from tests.started import ROOT

LOCK = ROOT / "tools/clients/requirements.lock"
PLACE = ROOT / "var/clients/generators"


def environment() -> Path:
    """The folder of the environment, made where the lock has changed."""
    stamp, digest = PLACE / ".lock", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not (stamp.exists() and stamp.read_text("utf-8") == digest):
        PLACE.parent.mkdir(parents=True, exist_ok=True)
        uv, env = ROOT / ".venv/bin/uv", {"UV_SYSTEM_CERTS": "1", **os.environ}
        run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, PLACE, cwd=ROOT, env=env)
        wanted = ("--require-hashes", "-r", LOCK)
        run(uv, "pip", "install", "--quiet", "--python", PLACE / "bin/python", *wanted, cwd=ROOT, env=env)
        stamp.write_text(digest, "utf-8")
    return PLACE
