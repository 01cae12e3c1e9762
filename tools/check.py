"""Every check of the project in turn: `make test` is this file, and `make lint` a part of it.

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
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby
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
    beside: str = ""
    """Neighbours with the same word here run at the same time: alone, each leaves a core idle."""


CHECKS = (
    Check("format", "the formatter would change nothing", (f"{_BIN}/ruff", "format", "--check", "--quiet", ".")),
    Check("lint", "ruff's rules", (f"{_BIN}/ruff", "check", "--quiet", ".")),
    Check("imports", "dependencies point one way", (f"{_BIN}/lint-imports", "--no-cache")),
    Check("types", "mypy", (f"{_BIN}/mypy",), beside="build"),
    Check(
        "openapi",
        "the API's document is whole and current, and takes nothing from its readers",
        (str(PYTHON), "tools/breaking.py", "--check"),
        beside="build",
    ),
    Check("frontend", "lint, types, unit tests, build, budgets", (str(NPM), "run", "check"), FRONTEND, beside="build"),
    Check("sqlite", "all tests on SQLite", (str(PYTHON), "-m", "pytest"), env=_on("sqlite"), beside="tests"),
    Check("postgres", "all tests on PostgreSQL", (str(PYTHON), "-m", "pytest"), env=_on("postgres"), beside="tests"),
    Check(
        "browser",
        "both faces in a real Chromium, of what frontend built",
        (str(NPM), "run", "e2e"),
        FRONTEND,
        browser_environment,
        beside="tests",
    ),
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
    started = time.monotonic()
    results: list[Result] = []
    for _, group in groupby(checks, key=lambda check: check.beside or check.name):
        results += _run_together(list(group))
    say("\nChecks:")
    for result in results:
        verdict = "passed" if result.passed else "FAILED"
        say(f"  {verdict}  {result.seconds:6.1f} s  {result.check.name:10} {result.check.about}")
    failed = sum(not result.passed for result in results)
    say(f"Total {time.monotonic() - started:.0f} s\n")
    say(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


@dataclass(frozen=True)
class Result:
    """How one check went."""

    check: Check
    passed: bool
    seconds: float


def _run_together(checks: list[Check]) -> list[Result]:
    """Runs checks at the same time; shows the output of the first as it comes, then that of the others."""
    if len(checks) == 1:
        say(f"\n── {checks[0].name}: {checks[0].about}")
        return [_finished(_run(checks[0], None))]
    with ThreadPoolExecutor(len(checks)) as pool, tempfile.TemporaryDirectory() as folder:
        outputs = [Path(folder) / check.name for check in checks]
        runs = [pool.submit(_run, check, output) for check, output in zip(checks, outputs, strict=True)]
        results = []
        for check, output, run in zip(checks, outputs, runs, strict=True):
            say(f"\n── {check.name}: {check.about} (beside {', '.join(c.name for c in checks if c is not check)})")
            _follow(output, run)
            results.append(_finished(run.result()))
        return results


def _run(check: Check, output: Path | None) -> Result:
    """Runs one check, its output going into a file or where ours goes."""
    started = time.monotonic()
    try:
        env = {**check.env(), "PYTHONUNBUFFERED": "1"}
        with output.open("wb") if output else nullcontext() as target:
            done = subprocess.run(
                check.argv, cwd=check.cwd, env=env, stdin=subprocess.DEVNULL, stdout=target, stderr=target
            )
        passed = done.returncode == 0
    except (OSError, StepFailed) as error:
        say(f"{check.name} could not run: {error}")
        passed = False
    return Result(check, passed, time.monotonic() - started)


def _follow(output: Path, run: Future[Result]) -> None:
    """Shows what a running check writes, to its end."""
    shown = 0
    over = False
    while not over:
        over = run.done()
        if output.exists():
            with output.open("rb") as handle:
                handle.seek(shown)
                new = handle.read()
            shown += len(new)
            sys.stdout.buffer.write(new)
            sys.stdout.flush()
        if not over:
            wait([run], timeout=0.5)


def _finished(result: Result) -> Result:
    say(f"── {result.check.name} {'passed' if result.passed else 'FAILED'} in {result.seconds:.1f} s")
    return result


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
