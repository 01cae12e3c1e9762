"""What the document says is what is answered: a whole case and every object, each answer held to its schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from tests.aftercare.steps import Calls
from tests.client import Api
from tests.contract.answers import Witness
from tests.contract.routes import declared
from tests.contract.samples import SAMPLES
from tests.contract.writes import HOMES, Write, writes
from tests.work.steps import Desk
from tests.world import World


@pytest.fixture
def witness(anonymous: Api, monkeypatch: pytest.MonkeyPatch) -> Iterator[Witness]:
    """Judges every answer that any client of this test gets."""
    seen = Witness(anonymous.app.openapi())  # type: ignore[attr-defined]
    send = Api.request

    def judged(self: Api, *arguments: Any, **more: Any) -> Any:
        answer = send(self, *arguments, **more)
        seen.judge(answer)
        return answer

    monkeypatch.setattr(Api, "request", judged)
    yield seen
    assert not seen.wrong, "\n".join(dict.fromkeys(seen.wrong))


def test_a_case_through_all_four_steps(witness: Witness, as_role: Callable[..., Api], world: World) -> None:
    """Every answer on the way, and every list and page that shows the case at its end."""
    desk = Desk(as_role, world)
    calls = Calls(desk)
    order = desk.to("record_in")
    follow_up = calls.of(order)
    for action in ("attempt", "dissatisfied", "find-root-cause", "set-measure", "satisfied"):
        follow_up = calls.act(follow_up, action)
    manager = as_role("SM")
    for path in ("service-requests", "work-orders", "follow-ups", "bookings", "customers", "assets", "calls", "events"):
        manager.read(path)
    for path in (
        f"service-requests/{order['case']['id']}", f"work-orders/{order['id']}", f"follow-ups/{follow_up['id']}"
    ):  # fmt: skip
        for part in ("", "/events", "/clocks"):
            manager.read(path + part)
    manager.read("search", q="COD")
    assert {f"POST /work-orders/{{id}}/{step}" for step in ("assign", "depart", "sign", "hand-in")} <= witness.succeeded


NOT_READ = {
    "GET /events/stream", "GET /demo", "GET /healthz", "GET /readyz", "GET /attachments/{id}/content",
    "GET /attachments/{id}/thumbnail", "GET /shifts/{id}/partners", "GET /calendar-feeds/{secret}.ics",
}  # fmt: skip
"""A stream does not end, there is no demo here, health lies outside the API, bytes of files lie outside the database, the
partners of a swap are told to who stands in the shift, a calendar to who knows its secret: all have tests of their own."""


def test_every_object_of_every_resource(
    witness: Witness, as_role: Callable[..., Api], db: Database, world: World
) -> None:
    """Each read of the document succeeds on a sample, and each act answers in its documented shape, done or refused."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        made = {name: sample.make(unit, world, "A1", None) for name, sample in SAMPLES.items()}
    for route in declared():
        if route.method == "GET" and str(route) not in NOT_READ:
            _client(as_role, route.permission or "").get(
                route.path.strip("/").replace("{id}", made.get(route.parts[0], "")).replace("{key}", "a.b"),
                params=_asked(route.path, world, made),
            )
    for write in writes(witness.document):
        if (sample := SAMPLES.get(write.resource)) is None or "{id}" not in write.path:
            continue
        with db.write() as conn:
            unit = Unit(db, conn, SYSTEM)
            id = sample.make(unit, world, "A1", None)
            body = sample.bodies.get(write.method if write.method in ("PATCH", "PUT") else _last(write), {})
            body = body(unit, world, "A1", id) if callable(body) else body
        client = _client(as_role, write.permission)
        client.request(write.method, write.address(id), json=body, headers=write.headers("zh-CN"))
    reads = {operation for operation in witness.operations() if operation.startswith("GET ")}
    assert reads - witness.succeeded - NOT_READ == set()


ASKED = {
    "/dispatch/board": {"from": "2026-12-01"}, "/roster": {"from": "2026-12-01"},
    "/time-slots": {"work_order_id": "{work-orders}"},
    "/entitlements": {"serial": "WQ51-2509-002245"}, "/callers": {"phone": "13800004410"}, "/search": {"q": "绿源"},
    "/documents": {"subject": "work_order", "subject_id": "{work-orders}"},
    "/documents/kinds": {"subject": "work_order", "subject_id": "{work-orders}"},
    "/documents/preview": {"kind": "repair_work_order", "subject_id": "{work-orders}"},
    "/settlement-bills/billable": {"case_id": "{service-requests}"},
    "/stations/responsible": {"address": "北京市通州区光华路"}, "/price-lists/prices": {"class": "B"},
    "/reports/work-by-month": {"month": "2026-11"},
}  # fmt: skip
"""What some reads must be asked; `{work-orders}` stands for the id of that resource's sample."""


def _asked(path: str, world: World, made: dict[str, str]) -> dict[str, str] | None:
    if path == "/entries/asked":
        return {"subject": "station", "subject_id": world.stations["A1"]}
    return {name: made.get(value.strip("{}"), value) for name, value in ASKED.get(path, {}).items()} or None


def _last(write: Write) -> str:
    return write.path.rpartition("/")[2]


def _client(as_role: Callable[..., Api], permission: str) -> Api:
    short = Write("", "", permission, {}).sender()
    return as_role(short, HOMES.get(short, "A1"))
