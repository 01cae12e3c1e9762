"""What is measured: the operations of design/goals.md with their tokens, bodies and rows to spread over."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from starlette.testclient import TestClient

from api import models
from api.access import tokens
from api.kit import clock
from api.kit.db import Database
from api.main import create_app
from tests.bench import load
from tests.bench.settings import settings
from tests.world import World

BASE = "/api/v1"
DEEP = 1_000
"""Which page of the list is compared with the first."""
PAGE = 50
ORDERS = 240
"""How many are changed, a third of them by each kind of route."""
KINDS = ("ours", "fair", "raw")
MONTH = "2026-10"
_VALID = timedelta(hours=3)
"""How long a token of the bench holds: longer than a run."""


@dataclass(frozen=True)
class Operation:
    """One operation: `url` is asked of ours, `path` is its template, `targets` are put in the place of `target`."""

    name: str
    method: str
    url: str
    path: str
    token: str
    status: int = 200
    target: str = ""
    targets: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """Several for a change, so that each changes something."""
    page: int = 0
    """Which page of the list it is."""

    def requests(self, kind: str, chance: random.Random) -> Callable[[], bytes]:
        """A maker of prepared requests, spread over the kind's rows. The bare apps have a path for each operation."""
        front = "" if kind == "ours" else f"/{self.name}"
        made = [
            load.request(self.method, front + url, self.token, body.encode())
            for url in [self.url.replace(self.target, id) for id in share(self.targets, kind)] or [self.url]
            for body in self.bodies or [""]
        ]
        return lambda: chance.choice(made)


def share(targets: Sequence[str], kind: str) -> list[str]:
    """The rows of one kind: none changes what another does."""
    return list(targets[KINDS.index(kind) :: len(KINDS)])


Kin = dict[str, str]
"""The ids of what belongs to an order, by what it is."""


def kin(db: Database, orders: Sequence[str]) -> dict[str, Kin]:
    """Of each order: its case, its open appointment, and the open clocks of all three."""
    order, clock = models.work_orders.WorkOrder.__table__, models.clocks.Clock.__table__
    visit = models.appointments.Appointment.__table__
    found: dict[str, Kin] = {id: {} for id in orders}
    with db.read() as conn:
        for id, case in conn.execute(select(order.c.id, order.c.case_id).where(order.c.id.in_(orders))):
            found[id]["case"] = case
        for id, own in conn.execute(
            select(visit.c.work_order_id, visit.c.id).where(visit.c.work_order_id.in_(orders), visit.c.open)
        ):
            found[id]["appointment"] = own
        whose = {own: id for id, kin_ in found.items() for own in (id, *kin_.values())}
        for subject_id, kind, own in conn.execute(
            select(clock.c.subject_id, clock.c.kind, clock.c.id).where(
                clock.c.subject_id.in_(list(whose)), clock.c.open
            )
        ):
            found[whose[subject_id]][f"clock {kind}"] = own
    return found


def prepare(db: Database, world: World, url: str) -> list[Operation]:
    """The operations on this database, signed in as whoever does them."""
    app = create_app(settings(url), db)
    client = TestClient(app, base_url=f"http://bench{BASE}/")
    lifetime, tokens.LIFETIME = tokens.LIFETIME, _VALID
    try:
        hotline, coordinator, director = (
            _token(client, world, *post) for post in (("HL", "A1"), ("CO", "A1"), ("HQ", "C"))
        )
    finally:
        tokens.LIFETIME = lifetime
    case, order = models.service_requests.ServiceRequest.__table__, models.work_orders.WorkOrder.__table__
    with db.read() as conn:
        station = world.stations["A1"]
        cases = tuple(conn.execute(select(case.c.id).where(case.c.station_id == station).limit(1000)).scalars())
        waiting = (
            select(order.c.id).where(order.c.station_id == station, order.c.status == "time_promised").limit(ORDERS)
        )
        orders = tuple(conn.execute(waiting).scalars())
        linked = (case.c.customer_id, case.c.contact_id, case.c.site_id, case.c.asset_id)
        customer = conn.execute(select(*linked).where(case.c.id == cases[0])).one()
    new = dict(customer._mapping) | {
        "channel": "call", "subject": "零点漂移，数据间歇性为负", "description": "读数从昨晚开始忽高忽低",
        "group": "hardware_repair", "fault_kind": "hardware",
    }  # fmt: skip
    times = _times()
    promises = tuple(
        json.dumps({"duration_minutes": 60, "reason": "客户另约", "promised_at": f"{at:%Y-%m-%dT%H:%M:%SZ}"})
        for at in times
    )
    for id in orders:  # an appointment follows the first promise: from the second on each is a change of it
        path = f"work-orders/{id}/promise"
        answer = client.post(path, content=promises[0], headers=_as(coordinator) | {"Content-Type": "application/json"})
        assert answer.status_code == 200, answer.text
    listed, found = f"{BASE}/service-requests", f"{BASE}/search"
    queue = f"{listed}?open=true&sort=-created_at&limit={PAGE}"
    number, cursor = _deep(client, hotline)
    report = f"{BASE}/reports/work-by-month"
    return [
        Operation("create", "POST", listed, listed, hotline, 201, bodies=(json.dumps(new),)),
        Operation("read", "GET", f"{listed}/{cases[0]}", f"{listed}/{{id}}", hotline, target=cases[0], targets=cases),
        Operation("list", "GET", queue, listed, coordinator),
        Operation("page-1", "GET", queue, listed, hotline, page=1),
        Operation("page-deep", "GET", f"{queue}&cursor={cursor}", listed, hotline, page=number),
        Operation("search", "GET", f"{found}?q=%E7%BB%BF%E6%BA%90", found, hotline),
        Operation("serial", "GET", f"{found}?q=Q0000012", found, hotline),
        Operation(
            "change", "POST", f"{BASE}/work-orders/{orders[0]}/promise", f"{BASE}/work-orders/{{id}}/promise", coordinator,
            target=orders[0], targets=orders, bodies=promises,
        ),
        Operation("month", "GET", f"{report}?month={MONTH}", report, director),
    ]  # fmt: skip


def _token(client: TestClient, world: World, role: str, station: str) -> str:
    account = {"username": world.account(role, station), "password": world.password}
    answer = client.post("auth/token", data={"grant_type": "password", "client_type": "native"} | account)
    return str(answer.json()["access_token"])


def _as(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _times() -> list[datetime]:
    """Forty times of working days to come."""
    days = (clock.day_of(clock.now()) + timedelta(days=ahead) for ahead in range(2, 9))
    hours = [time(hour, minute) for hour in (9, 10, 14, 15) for minute in (0, 30)]
    return [clock.wall(day, hour) for day in [day for day in days if day.weekday() < 6][:5] for hour in hours]


def _deep(client: TestClient, token: str) -> tuple[int, str]:
    """The number and cursor of page 1,000 of the whole network's open queue, or of the last page, walked to by its cursors."""
    asked: dict[str, Any] = {"open": "true", "sort": "-created_at"}
    rows, cursor, step = 0, "", 200
    while rows < PAGE * (DEEP - 1):
        asked |= {"limit": min(step, PAGE * (DEEP - 1) - rows)} | ({"cursor": cursor} if cursor else {})
        answer = client.get("service-requests", params=asked, headers=_as(token))
        assert answer.status_code == 200, answer.text
        found = answer.json()
        if found["next_cursor"] is None:
            if step == PAGE:
                break
            step = PAGE
            continue
        rows, cursor = rows + len(found["items"]), found["next_cursor"]
    assert cursor, "the queue has one page"
    return rows // PAGE + 1, cursor
