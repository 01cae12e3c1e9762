"""Runs a generator, a compiler or a walk, and says what it said when it fails."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.started import ROOT

DOCUMENT = ROOT / "openapi.json"
EXAMPLES = ROOT / "docs/examples"


class Failed(Exception):
    """A command that did not exit 0; the message is its end."""


class LeftOut(Exception):
    """What this language needs is not on this machine; the message says what."""


def run(*argv: object, cwd: Path, env: Mapping[str, str]) -> str:
    """What the command printed.

    :raises Failed: it did not exit 0.
    """
    words = [str(word) for word in argv]
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise Failed(f"{' '.join(words)[:200]}\n{(done.stdout + done.stderr)[-6000:]}")
    return done.stdout
