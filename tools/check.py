"""Every check of the project, one after the other: `make test` is this file, and `make lint` a part of it.

    .venv/bin/python tools/check.py                  all of them
    .venv/bin/python tools/check.py lint types       only these
    .venv/bin/python tools/check.py --list           what there is

A failed check does not hide the others. The last line counts them; the exit code is 0 only when all passed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from bootstrap import FRONTEND, NPM, PYTHON, VENV, environment
from browser import browser_environment
from steps import ROOT, StepFailed, say

_BIN = VENV / "bin"


def _on(database: str) -> Callable[[], dict[str, str]]:
    """The environment of a pytest run on one database; counts are the reduced ones unless the caller says more."""
    return lambda: {**environment(), "SIBU_TEST_DB": database}


@dataclass(frozen=True)
class Check:
    """One command that passes when it exits 0."""

    name: str
    about: str
    argv: tuple[str, ...]
    cwd: Path = ROOT
    env: Callable[[], dict[str, str]] = environment


CHECKS = (
    Check("format", "the formatter would change nothing", (f"{_BIN}/ruff", "format", "--check", "--quiet", ".")),
    Check("lint", "ruff's rules", (f"{_BIN}/ruff", "check", "--quiet", ".")),
    Check("types", "mypy", (f"{_BIN}/mypy",)),
    Check("imports", "dependencies point one way", (f"{_BIN}/lint-imports", "--no-cache")),
    Check("openapi", "the API's document is whole and current", (str(PYTHON), "-m", "api.cli", "openapi", "--check")),
    Check("frontend", "lint, types, unit tests, build, budgets", (str(NPM), "run", "check"), FRONTEND),
    Check("sqlite", "all tests on SQLite", (str(PYTHON), "-m", "pytest"), env=_on("sqlite")),
    Check("postgres", "all tests on PostgreSQL", (str(PYTHON), "-m", "pytest"), env=_on("postgres")),
    Check("browser", "both faces in a real Chromium", (str(NPM), "run", "e2e"), FRONTEND, browser_environment),
)


def main() -> int:
    """Entry point; exits 1 when any check failed."""
    parser = argparse.ArgumentParser(description="Run the project's checks.")
    parser.add_argument("names", nargs="*", help="only these checks")
    parser.add_argument("--list", action="store_true", help="name the checks and stop")
    given = parser.parse_args()
    unknown = set(given.names) - {check.name for check in CHECKS}
    if unknown:
        parser.error(f"no such check: {', '.join(sorted(unknown))}")
    wanted = [check for check in CHECKS if not given.names or check.name in given.names]
    if given.list:
        for check in wanted:
            say(f"{check.name:10} {check.about}")
        return 0
    return _run_all(wanted)


def _run_all(checks: list[Check]) -> int:
    results = [(check, *_run(check)) for check in checks]
    say("\nChecks:")
    for check, passed, seconds in results:
        say(f"  {'passed' if passed else 'FAILED'}  {seconds:6.1f} s  {check.name:10} {check.about}")
    failed = sum(not passed for _, passed, _ in results)
    say(f"Total {sum(seconds for _, _, seconds in results):.0f} s\n")
    say(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _run(check: Check) -> tuple[bool, float]:
    """Runs one check with its output shown as it comes; returns whether it passed and its seconds."""
    say(f"\n── {check.name}: {check.about}")
    started = time.monotonic()
    try:
        env = {**check.env(), "PYTHONUNBUFFERED": "1"}
        passed = subprocess.run(check.argv, cwd=check.cwd, env=env, stdin=subprocess.DEVNULL).returncode == 0
    except (OSError, StepFailed) as error:
        say(f"{check.name} could not run: {error}")
        passed = False
    seconds = time.monotonic() - started
    say(f"── {check.name} {'passed' if passed else 'FAILED'} in {seconds:.1f} s")
    return passed, seconds


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
