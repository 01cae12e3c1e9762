"""Every rule's carrying line disabled, one after the other: `python -m tests.rules [RULE …]`, which is `make rules`.

A rule counts as carried out only if its named test turns red when the line that carries it is disabled. So the tree is
copied to a temporary folder; there all named tests must pass, and then, line by line of `carried.toml`, the line is
replaced by what disables it and each of its tests must fail: fail, not break, so that a line whose loss stops the
program from starting shows nothing. What came of it is kept in `results.json` after every line, and a line that was
shown for this very state of `api/` and of its tests is not tried again, so that a broken run goes on where it stopped.
On SQLite, because the rules are the same code on both databases.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from typing import Any

from tests.rules.table import ROOT, Line, lines, misfits

RESULTS = Path(__file__).with_name("results.json")
COPIED = ("api", "alembic", "tests", "pyproject.toml", "openapi.json")
_OUTCOME = re.compile(r"^(PASSED|FAILED|ERROR|SKIPPED) (\S+::\S+?)(?=\[| |$)", re.MULTILINE)
_TESTS_FAILED = 1


def main(arguments: list[str] | None = None) -> int:
    """Entry point; 0 when every line turned its tests red."""
    parser = argparse.ArgumentParser(prog="python -m tests.rules", description=__doc__.splitlines()[0])
    known = lines()
    parser.add_argument("rules", nargs="*", metavar="RULE", help="such as R9, or R9.2 for one line of it; all if none")
    parser.add_argument("--again", action="store_true", help="also what was shown for this state of the code")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="so many lines at a time (%(default)s)")
    given = parser.parse_args(arguments)
    asked = {name.upper() for name in given.rules}
    if unknown := asked - {name for line in known for name in (line.rule, line.name)}:
        parser.error(f"no such rule in the table: {', '.join(sorted(unknown))}")
    wanted = [line for line in known if not asked or asked & {line.rule, line.name}]
    kept = _read()
    shown = {line.name: kept[line.name] for line in wanted if not given.again and _is_shown(line, kept)}
    left = [line for line in wanted if line.name not in shown]
    for line in wanted:
        if line.name in shown:
            print(_told(line, shown[line.name], known=True))
    if left:
        with tempfile.TemporaryDirectory(prefix="sibu rules ") as folder:
            trees = [Tree(Path(folder) / str(number)) for number in range(min(max(given.jobs, 1), len(left)))]
            try:
                shown |= _try(left, trees, kept, {line.name for line in known})
            finally:
                for tree in trees:
                    tree.close()
    failed = sum(not result["red"] for result in shown.values())
    print(f"{len(shown) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _try(
    wanted: list[Line], trees: list[Tree], kept: dict[str, dict[str, Any]], known: set[str]
) -> dict[str, dict[str, Any]]:
    """Disable each line in one of the copies; what came of it is kept at once."""
    fitting = [line for line in wanted if not misfits(line)]
    names = sorted({test for line in fitting for test in line.tests})
    print(f"{len(names)} tests of {len(fitting)} lines, all of them as they are:", flush=True)
    green = trees[0].run(names).of("PASSED") if names else set()
    print(
        f"  {len({_plain(name) for name in names} & green)} of {len({_plain(name) for name in names})} pass", flush=True
    )
    free: Queue[Tree] = Queue()
    for tree in trees:
        free.put(tree)

    def shown(line: Line) -> tuple[Line, dict[str, Any]]:
        tree = free.get()
        try:
            return line, _shown(line, tree, green)
        finally:
            free.put(tree)

    results = {}
    with ThreadPoolExecutor(len(trees)) as pool:
        for line, result in pool.map(shown, wanted):
            results[line.name] = kept[line.name] = result
            _write({name: each for name, each in kept.items() if name in known})
            print(_told(line, result), flush=True)
    return results


def _shown(line: Line, tree: Tree, green: set[str]) -> dict[str, Any]:
    started = time.monotonic()
    why = "; ".join(misfits(line) or _why_not(line, tree, green))
    return {
        "red": not why, "why": why, "says": line.says, "file": line.file, "tests": list(line.tests),
        "state": _state(line, tree.folder), **tree.of,
        "at": datetime.now(UTC).isoformat(timespec="seconds"), "seconds": round(time.monotonic() - started, 1),
    }  # fmt: skip


def _why_not(line: Line, tree: Tree, green: set[str]) -> list[str]:
    """Why the line does not count; empty when all its tests pass with it and fail without it."""
    if wrong := [f"{test} does not pass as it is" for test in line.tests if _plain(test) not in green]:
        return wrong
    with tree.without(line):
        outcome = tree.run(line.tests, first_only=len(line.tests) == 1)
    if outcome.code != _TESTS_FAILED:
        return [f"pytest ended with {outcome.code}, not with failed tests: {outcome.text[-200:]}"]
    return [f"{test} stays green" for test in line.tests if _plain(test) not in outcome.of("FAILED")]


@dataclass(frozen=True)
class Outcome:
    """What pytest said."""

    code: int
    text: str

    def of(self, word: str) -> set[str]:
        """The tests of which some run ended so; passed are those of which every run did."""
        ended: dict[str, set[str]] = {}
        for how, test in _OUTCOME.findall(self.text):
            ended.setdefault(test, set()).add(how)
        return {test for test, hows in ended.items() if (hows == {word} if word == "PASSED" else word in hows)}


class Tree:
    """A copy of the code in which lines are disabled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.of = {
            "commit": _git("rev-parse", "HEAD"), "api": _git("rev-parse", "HEAD:api"),
            "uncommitted": bool(_git("status", "--porcelain", "--", "api")),
        }  # fmt: skip
        """Which code it is a copy of: the commit, its tree of `api/`, and whether that was changed since."""
        listed = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *COPIED)
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).is_file():
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, target)
        env = os.environ | {"SIBU_TEST_DB": "sqlite", "COLUMNS": "1000"}
        self.warm = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("warm.py"), folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env,
        )  # fmt: skip

    def close(self) -> None:
        """End its process."""
        assert self.warm.stdin
        self.warm.stdin.close()
        self.warm.wait()

    def without(self, line: Line) -> Disabled:
        """The copy while this line is disabled."""
        return Disabled(self.folder / line.file, line)

    def run(self, tests: Iterable[str], *, first_only: bool = False) -> Outcome:
        """Run these tests of the copy."""
        output = self.folder / "output.txt"
        arguments = [
            "-q", "-rA", "--tb=no", "--show-capture=no", "--color=no", "-p", "no:randomly", "-p", "no:cacheprovider",
            "-W", "ignore::pytest.PytestAssertRewriteWarning", *(["-x"] if first_only else []), *tests, str(output),
        ]  # fmt: skip
        assert self.warm.stdin
        assert self.warm.stdout
        self.warm.stdin.write(json.dumps(arguments) + "\n")
        self.warm.stdin.flush()
        code = self.warm.stdout.readline()
        return Outcome(int(code or -1), output.read_text("utf-8"))


class Disabled:
    """A file of the copy while one line of it is disabled."""

    def __init__(self, path: Path, line: Line) -> None:
        self.path, self.line, self.whole = path, line, path.read_text("utf-8")

    def __enter__(self) -> None:
        self._put(self.whole.replace(self.line.source, self.line.disabled))

    def __exit__(self, *_: object) -> None:
        self._put(self.whole)

    def _put(self, text: str) -> None:
        """Also forget the compiled file: one of the same length and second would be taken for the new one."""
        self.path.write_text(text, "utf-8")
        for compiled in (self.path.parent / "__pycache__").glob(f"{self.path.stem}.*.pyc"):
            compiled.unlink()


def _plain(test: str) -> str:
    return test.partition("[")[0]


def _is_shown(line: Line, kept: dict[str, dict[str, Any]]) -> bool:
    """Whether it was shown for the code as it lies here."""
    result = kept.get(line.name)
    return bool(result and result["red"] and result["state"] == _state(line))


def _state(line: Line, root: Path = ROOT) -> str:
    """A hash over the entry, every source file of `api/`, and the files of its tests."""
    files = {path for path in (root / "api").rglob("*") if path.suffix in (".py", ".toml") and path.is_file()}
    files |= {root / test.partition("::")[0] for test in line.tests}
    total = hashlib.sha256(repr((line.source, line.disabled, line.tests)).encode())
    for path in sorted(file for file in files if file.is_file()):
        total.update(f"\0{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes())
    return total.hexdigest()[:40]


def _told(line: Line, result: dict[str, Any], known: bool = False) -> str:
    verdict = "red  " if result["red"] else "GREEN"
    when = f"shown {result['at'][:16]}" if known else f"{result['seconds']:.0f} s"
    wrong = f"\n         {result['why']}" if result["why"] else ""
    return f"{verdict} {line.name:7} {line.file}: {line.says} ({when}){wrong}"


def _read() -> dict[str, dict[str, Any]]:
    return json.loads(RESULTS.read_text("utf-8"))["lines"] if RESULTS.exists() else {}


def _write(kept: dict[str, dict[str, Any]]) -> None:
    red = sum(result["red"] for result in kept.values())
    order = {line.name: place for place, line in enumerate(lines())}
    whole = {
        "red": red, "green": len(kept) - red, "rules": len({name.partition(".")[0] for name in kept}),
        "lines": {name: kept[name] for name in sorted(kept, key=order.__getitem__)},
    }  # fmt: skip
    made = RESULTS.with_suffix(".part")
    made.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")
    made.replace(RESULTS)


def _git(*arguments: str) -> str:
    told = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
