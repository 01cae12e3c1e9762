"""The table of rules and the lines that carry them (`carried.toml`), and whether it still fits the code."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TABLE = Path(__file__).with_name("carried.toml")


@dataclass(frozen=True)
class Line:
    """One carrying line: `source` of `file`, what disables it, and the tests that must then fail."""

    rule: str
    says: str
    file: str
    source: str
    disabled: str
    tests: tuple[str, ...]
    number: int
    """The how-manieth line of this rule, from 1; with the rule it names the entry."""

    @property
    def name(self) -> str:
        """As shown and kept, such as `R9.2`."""
        return f"{self.rule}.{self.number}"


def lines() -> list[Line]:
    """All entries in the order of the table."""
    seen: Counter[str] = Counter()
    found = []
    for entry in tomllib.loads(TABLE.read_text("utf-8"))["carried"]:
        seen[entry["rule"]] += 1
        found.append(Line(**entry | {"tests": tuple(entry["tests"])}, number=seen[entry["rule"]]))
    return found


def misfits(line: Line) -> list[str]:
    """What of the entry no longer fits the code; empty if all does."""
    path = ROOT / line.file
    times = path.read_text("utf-8").count(line.source) if path.is_file() else 0
    wrong = [] if times == 1 else [f"{line.file} holds its text {times} times: {line.source}"]
    if line.source == line.disabled:
        wrong.append("what disables it is the line itself")
    wrong += [f"there is no test {test}" for test in line.tests if not exists(test)]
    return wrong if line.tests else [*wrong, "it names no test"]


def exists(test: str) -> bool:
    """Whether the file defines a test of this name; parameters are not looked at."""
    file, _, name = test.partition("::")
    return name.partition("[")[0] in _defined(ROOT / file)


@cache
def _defined(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    names = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.ClassDef):
            names |= {f"{node.name}::{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return frozenset(names)
