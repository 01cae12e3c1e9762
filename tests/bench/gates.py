"""What was measured, the limits that it must hold (design/goals.md), and both in print."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import Any

from tests.bench import load
from tests.bench.load import Result

FAIR = 0.5
"""Share of the fair route's requests/s that every operation must reach."""
GROWTH = {"read": 1.3, "list": 1.3, "change": 1.3, "search": 3.0, "serial": 3.0}
"""How many times as long an operation may take on the largest database as on the smallest."""
LIST_P99 = 0.100
"""Seconds of a list over the largest database, asked by one caller."""
LISTS = ("list", "page-1", "page-deep")
DEEP = 1.3
"""How many times as long as page 1 the deep page may take: the same, within what a shared machine lets one measure."""
AIMS = {  # share of the raw route's requests/s: SQLite, PostgreSQL (goals)
    "create": (0.25, 0.35), "read": (0.25, 0.45), "list": (0.35, 0.50), "search": (0.30, 0.40), "serial": (0.30, 0.40),
    "change": (0.25, 0.40), "month": (0.50, 0.60),
}  # fmt: skip
MEMORY = 200 * 2**20
"""Bytes of two workers together: an aim, printed."""


@dataclass
class Line:
    """One kind doing one operation at one concurrency on one database, round by round."""

    rounds: list[Result] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return statistics.median(one.rate for one in self.rounds)

    @property
    def errors(self) -> int:
        return sum(one.errors for one in self.rounds)

    @property
    def cpu(self) -> float:
        return sum(one.cpu for one in self.rounds) / max(sum(one.requests for one in self.rounds), 1)

    @property
    def memory(self) -> int:
        return max(one.memory for one in self.rounds)

    def quantile(self, share: float) -> float:
        """Over all rounds together."""
        return load.quantile(sorted(time for one in self.rounds for time in one.times), share)

    def middle(self, round_: int) -> float:
        """The median of one round."""
        return load.quantile(sorted(self.rounds[round_].times), 0.5)


@dataclass
class Measured:
    """Everything that one run found on one kind of database."""

    database: str
    cases: tuple[int, ...]
    pages: dict[int, int]
    """Which page the deep one is, by the number of cases."""
    lines: dict[tuple[int, str, int, str], Line] = field(default_factory=dict)
    """By cases, operation, concurrency, kind."""

    def line(self, cases: int, name: str, concurrency: int, kind: str) -> Line:
        return self.lines.setdefault((cases, name, concurrency, kind), Line())

    def share(self, cases: int, name: str, concurrency: int, of: str) -> float:
        """Ours as a share of another kind's requests/s: the median of the rounds, each against its own neighbour."""
        ours, other = (self.lines[cases, name, concurrency, kind].rounds for kind in ("ours", of))
        return statistics.median(mine.rate / its.rate for mine, its in zip(ours, other, strict=True))

    def growth(self, name: str, concurrency: int) -> float:
        """How many times as long an answer of ours takes on the largest database as on the smallest; 1 if it is one."""
        small, large = (self.lines[cases, name, concurrency, "ours"] for cases in (min(self.cases), max(self.cases)))
        return statistics.median(large.middle(round_) / small.middle(round_) for round_ in range(len(small.rounds)))

    def depth(self, cases: int, concurrency: int) -> float:
        """How many times as long as the first page the deep one takes."""
        first, deep = (self.lines[cases, name, concurrency, "ours"] for name in ("page-1", "page-deep"))
        return statistics.median(deep.middle(round_) / first.middle(round_) for round_ in range(len(first.rounds)))

    def asked(self) -> list[tuple[int, str, int]]:
        """Cases, operation and concurrency, in the order of measuring."""
        return list(dict.fromkeys((cases, name, concurrency) for cases, name, concurrency, _ in self.lines))

    # -- judging -----------------------------------------------------------------------------------------------------
    def broken(self) -> list[str]:
        """The gates that did not hold, in words; empty is good."""
        found = []
        for cases, name, concurrency in self.asked():
            where = f"{self.database}, {cases:,} cases, {name} at concurrency {concurrency}"
            if (share := self.share(cases, name, concurrency, "fair")) < FAIR:
                found.append(f"{where}: {share:.2f} of the fair route's requests/s, the gate is {FAIR}")
            for kind in ("ours", "fair", "raw"):
                if errors := self.lines[cases, name, concurrency, kind].errors:
                    found.append(f"{where}: {errors} errors of the {kind} route")
        for name in LISTS:
            p99 = self.lines[max(self.cases), name, 1, "ours"].quantile(0.99)
            if p99 >= LIST_P99:
                found.append(f"{self.database}, {name}: p99 {p99 * 1e3:.0f} ms, the gate is {LIST_P99 * 1e3:.0f}")
        for cases in self.cases:
            if (depth := self.depth(cases, 1)) > DEEP:
                page = f"page {self.pages[cases]:,} of {cases:,} cases"
                found.append(f"{self.database}, {page}: {depth:.2f} times page 1, the gate is {DEEP}")
        for name, limit in GROWTH.items():
            if (growth := self.growth(name, 1)) > limit:
                grown = f"from {min(self.cases):,} to {max(self.cases):,} cases"
                found.append(f"{self.database}, {name}: {growth:.2f} times as long {grown}, the gate is {limit}")
        return found

    # -- telling -----------------------------------------------------------------------------------------------------
    def print(self) -> None:
        """The table, the growth and the depth."""
        head = f"{'operation':<10}{'cases':>9}{'conc':>5}{'kind':>6}{'req/s':>8}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms':>8}{'MiB':>6}"
        print(f"\n{self.database}\n{head}{'errors':>7}{'/fair':>7}{'/raw':>6}{'aim':>6}")
        for cases, name, concurrency in self.asked():
            for kind in ("ours", "fair", "raw"):
                line = self.lines[cases, name, concurrency, kind]
                text = (
                    f"{name:<10}{cases:>9,}{concurrency:>5}{kind:>6}{line.rate:>8.0f}{line.quantile(0.5) * 1e3:>9.2f}"
                    f"{line.quantile(0.99) * 1e3:>9.2f}{line.cpu * 1e3:>8.2f}{line.memory / 2**20:>6.0f}{line.errors:>7}"
                )
                if kind == "ours":
                    fair = self.share(cases, name, concurrency, "fair")
                    text += f"{fair:>7.2f}{self.share(cases, name, concurrency, 'raw'):>6.2f}{self.aim(name):>6}"
                    text += "" if fair >= FAIR else "  BELOW THE GATE"
                print(text)
        if len(self.cases) > 1:
            print(
                f"\ntimes as long with {max(self.cases):,} cases as with {min(self.cases):,}, at concurrency 1 and 16"
            )
            for name in dict.fromkeys(name for _, name, _ in self.asked()):
                limit = f"  (gate {GROWTH[name]})" if name in GROWTH else ""
                print(f"  {name:<10}{self.growth(name, 1):>6.2f}{self.growth(name, 16):>6.2f}{limit}")
        for cases in self.cases:
            print(
                f"page {self.pages[cases]:,} of {cases:,} cases takes {self.depth(cases, 1):.2f} times page 1 (gate {DEEP})"
            )
        used = max(line.memory for (_, _, _, kind), line in self.lines.items() if kind == "ours")
        print(f"two workers hold {used / 2**20:.0f} MiB (aim {MEMORY / 2**20:.0f})", flush=True)

    def aim(self, name: str) -> str:
        """The raw aim in print, where there is one."""
        return f"{AIMS[name][self.database != 'SQLite']:.2f}" if name in AIMS else ""

    def figures(self) -> dict[str, Any]:
        """The same as JSON."""
        lines = [
            {
                "cases": cases, "operation": name, "concurrency": concurrency, "kind": kind,
                "requests_per_second": round(line.rate, 1), "p50_ms": round(line.quantile(0.5) * 1e3, 3),
                "p99_ms": round(line.quantile(0.99) * 1e3, 3), "cpu_ms": round(line.cpu * 1e3, 3),
                "memory_mib": round(line.memory / 2**20, 1), "errors": line.errors,
                "requests": sum(one.requests for one in line.rounds),
            }
            | ({"of_fair": round(self.share(cases, name, concurrency, "fair"), 3),
                "of_raw": round(self.share(cases, name, concurrency, "raw"), 3)} if kind == "ours" else {})
            for (cases, name, concurrency, kind), line in self.lines.items()
        ]  # fmt: skip
        names = dict.fromkeys(name for _, name, _ in self.asked())
        return {
            "database": self.database,
            "lines": lines,
            "growth": {name: round(self.growth(name, 1), 3) for name in names},
            "deep_pages": [
                {"cases": cases, "page": self.pages[cases], "times_page_1": round(self.depth(cases, 1), 3)}
                for cases in self.cases
            ],
            "broken": self.broken(),
        }  # fmt: skip
