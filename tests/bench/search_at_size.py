"""How long a search takes among many records: `python -m tests.bench.search_at_size [ROWS] [DATABASE_URL]`.

Fills a throw-away database (default: an SQLite file in a temporary folder) with ROWS entries (default 1,000,000) of made-up
customers, devices and orders at 50 stations, then prints the median and the slowest of 15 runs of each kind of search.
A given database is emptied first.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from api import models
from api.access.actor import SYSTEM, Reach
from api.kit import schema, search
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit

STATIONS = [new_id() for _ in range(50)]
CITIES = [
    "北京市通州区",
    "北京市海淀区",
    "上海市浦东新区",
    "浙江省衢州市柯城区",
    "湖南省长沙市岳麓区",
    "广东省深圳市南山区",
]
FIRST = "绿清蓝碧洁净华泰恒信宏达康源江海川泽润沛澄"
SECOND = "源泉水环科创仪测检化工能电机通达盛业鑫隆嘉"
KINDS = ["环境", "水务", "化工", "检测", "仪器", "电力"]
BORN = datetime(2026, 1, 1, tzinfo=UTC)


def entry(random_: random.Random, number: int) -> dict[str, Any]:
    """One made-up record."""
    name = random_.choice(FIRST) + random_.choice(SECOND) + random_.choice(SECOND) + random_.choice(KINDS)
    address = f"{random_.choice(CITIES)}光华路{number % 997}号{number % 31}幢"
    serial = f"WQ{number % 89:02d}-{number % 12 + 2501}-{number:07d}"
    kind = ("customer", "asset", "order")[number % 3]
    found = {
        "customer": lambda: search.terms([address], names=[name]),
        "asset": lambda: search.terms(["在线水质监测仪"], names=[name], codes=[serial]),
        "order": lambda: search.terms([f"WO-BJ01-20261121-{number:07d}", "仪表读数漂移"], names=[name]),
    }[kind]()
    return {
        "kind": kind, "subject_id": new_id(), "station_id": STATIONS[number % 50], "title": name, "subtitle": address,
        "terms": found, "open": number % 7 == 0, "sort_at": BORN + timedelta(seconds=number),
    }  # fmt: skip


def fill(db: Database, rows: int) -> None:
    """Write the entries in one go each 20,000."""
    random_ = random.Random(1)
    with db.write() as conn:
        conn.exec_driver_sql("DELETE FROM search_entry")
    for start in range(0, rows, 20_000):
        with db.write() as conn:
            made = [entry(random_, number) for number in range(start, min(rows, start + 20_000))]
            conn.execute(insert(models.search.SearchEntry.__table__), made)
    with db.write() as conn:
        conn.exec_driver_sql("ANALYZE")


def measure(db: Database) -> None:
    """Print each kind of search, for headquarters and for one station."""
    entries = models.search.SearchEntry.__table__
    everywhere, station = Reach(everywhere=True), Reach(stations=frozenset({STATIONS[7]}))
    asked = [
        ("two characters", "customer", "绿源"), ("two frequent characters", "customer", "光华"),
        ("pinyin initials", "customer", "lyhj"), ("full pinyin", "customer", "qingquan"),
        ("half a serial", "asset", "2503-0012"), ("four digits of a serial", "asset", "4417"),
        ("tail of a number", "order", "0123456"), ("every order", "order", "读数"), ("nothing", "customer", "黯然"),
    ]  # fmt: skip
    for label, kind, q in asked:
        for whose, reach in (("all", everywhere), ("station", station)):
            times, count = [], 0
            for _ in range(15):
                with db.read() as conn:
                    unit = Unit(db, conn, SYSTEM)
                    started = time.perf_counter()
                    found = select(entries.c.subject_id, entries.c.title).where(
                        entries.c.kind == kind, entries.c.subject_id.in_(search.matching(unit, kind, q, reach))
                    )
                    best = found.order_by(entries.c.open.desc(), entries.c.sort_at.desc()).limit(8)
                    count = len(conn.execute(best).all())
                    times.append((time.perf_counter() - started) * 1000)
            print(
                f"{label:26} {whose:8} {q:10} {count:2} shown  {statistics.median(times):8.1f} ms  max {max(times):8.1f}"
            )


def main() -> None:
    """Entry point."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        db = Database(sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{Path(folder) / 'size.db'}")
        schema.create_all(db)
        started = time.perf_counter()
        fill(db, rows)
        print(f"{rows:,} entries on {db.dialect} in {time.perf_counter() - started:.0f} s")
        measure(db)
        db.dispose()


if __name__ == "__main__":
    main()
