"""Runs a long command with a sign of life. Standard library only: set-up runs before any package exists."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / "var" / "log" / "setup.log"
_HEARTBEAT_SECONDS = 15
_TAIL_LINES = 25


class StepFailed(Exception):
    """A set-up step ended badly; the message says which, why, and what to do."""


def say(text: str) -> None:
    """Prints one line at once, also into a pipe."""
    print(text, flush=True)


def run_step(title: str, argv: Sequence[str], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    """Runs ``argv`` to its end, its output going to the log, a progress line to the terminal.

    :raises StepFailed: when the command cannot be started or exits non-zero; carries the end of its output.
    """
    started = time.monotonic()
    LOG.parent.mkdir(parents=True, exist_ok=True)
    tail: deque[str] = deque(maxlen=_TAIL_LINES)
    with LOG.open("a", encoding="utf-8") as log, _Progress(title) as progress:
        log.write(f"\n== {title}: {' '.join(argv)}\n")
        try:
            process = subprocess.Popen(
                list(argv),
                cwd=cwd,
                env=dict(env) if env is not None else None,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise StepFailed(f"{title}: could not start {argv[0]}: {error}") from error
        with process:
            assert process.stdout is not None
            for line in process.stdout:
                log.write(line)
                log.flush()
                if line.strip():
                    tail.append(line.rstrip())
                    progress.detail = line.strip()
        code = process.returncode
    seconds = time.monotonic() - started
    if code != 0:
        shown = "\n".join(f"    {line}" for line in tail)
        raise StepFailed(f"{title}: failed after {seconds:.0f} s (exit {code}). Its last lines:\n{shown}{_hint(tail)}")
    say(f"  {title}: done in {seconds:.0f} s")


def _hint(tail: Sequence[str]) -> str:
    text = "\n".join(tail).lower()
    if "no space left" in text or "enospc" in text:
        return "\n  The disk is full: set-up needs about 2 GB."
    if any(sign in text for sign in ("name resolution", "enotfound", "eai_again", "dns error", "connection refused")):
        return "\n  The package registry cannot be reached: is this machine online, and is its proxy set?"
    return ""


class _Progress:
    """Elapsed seconds beside the title: one moving line on a terminal, a line now and then elsewhere."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.detail = ""
        self._started = time.monotonic()
        self._stop = threading.Event()
        self._live = sys.stdout.isatty() and not os.environ.get("CI")
        self._thread = threading.Thread(target=self._show, daemon=True)

    def __enter__(self) -> _Progress:
        if not self._live:
            say(f"  {self.title} …")
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        if self._live:
            sys.stdout.write("\r\x1b[K")
            sys.stdout.flush()

    def _show(self) -> None:
        while not self._stop.wait(0.2 if self._live else _HEARTBEAT_SECONDS):
            elapsed = time.monotonic() - self._started
            if self._live:
                line = f"  {self.title} … {elapsed:.0f} s  {self.detail}"
                width = shutil.get_terminal_size().columns - 1
                sys.stdout.write("\r\x1b[K" + line[:width])
                sys.stdout.flush()
            else:
                say(f"  {self.title} … {elapsed:.0f} s so far")
