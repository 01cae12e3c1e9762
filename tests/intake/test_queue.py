"""The queue: what is late first, filters, pages that neither lose nor double a row, and each his own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from api.network.clocks import service as clocks
from tests.client import Api
from tests.intake.steps import act, device, take_in
from tests.world import World

Role = Callable[..., Api]
CASE = models.service_requests.ServiceRequest.__table__


def due_in(db: Database, case: dict[str, Any], **ahead: float) -> None:
    """Let the case's nearest clock fall due so far from now (negative: it is late)."""
    table = models.service_requests.ServiceRequest.__table__
    at = datetime.now(UTC) + timedelta(**ahead)
    with db.write() as conn:
        conn.execute(update(table).where(table.c.id == case["id"]).values(due_at=at, due_state="running"))


def ids(api: Api, **query: Any) -> list[str]:
    return [row["id"] for row in api.read("service-requests", **query)["items"]]


def test_what_is_late_comes_first_then_what_falls_due(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    soon, late, later = (take_in(agent, world) for _ in range(3))
    question = take_in(agent, world, group="consultation")
    due_in(db, soon, minutes=20)
    due_in(db, late, hours=-1)
    due_in(db, later, hours=3)
    assert ids(agent) == ids(agent, sort="due") == [late["id"], soon["id"], later["id"], question["id"]]
    assert ids(agent, late="true") == [late["id"]]
    assert ids(agent, late="false") == [soon["id"], later["id"], question["id"]]
    assert ids(agent, due_within_seconds=3600) == [soon["id"]]
    assert ids(agent, due_within_seconds=4 * 3600) == [soon["id"], later["id"]]


def test_a_paused_clock_makes_nothing_late_and_waits_at_the_end(as_role: Role, world: World, db: Database) -> None:
    """Its old time says nothing: over all pages it stands behind what falls due, and comes back when it runs again."""
    agent, rows = as_role("HL"), [take_in(as_role("HL"), world) for _ in range(4)]
    paused, other, soon, later = rows
    due_in(db, soon, minutes=20)
    due_in(db, later, hours=3)
    due_in(db, other, hours=-1)
    clock = models.clocks.Clock.__table__

    def unit_of(do: Callable[..., object]) -> None:
        with db.write() as conn:
            unit = Unit(db, conn, SYSTEM)
            case = unit.one(models.service_requests.ServiceRequest, CASE.c.id == paused["id"])
            do(unit, case, "pass", *(["等客户"] if do is clocks.pause else []))

    unit_of(clocks.pause)
    first = agent.read("service-requests", limit=2)
    second = agent.read("service-requests", limit=2, cursor=first["next_cursor"])
    assert [row["id"] for row in (*first["items"], *second["items"])] == [
        other["id"], soon["id"], later["id"], paused["id"],
    ]  # fmt: skip
    shown = second["items"][-1]["clock"]
    assert (shown["state"], shown["due_at"]) == ("paused", None)
    assert ids(agent, late="true") == [other["id"]]
    assert paused["id"] in ids(agent, late="false")
    unit_of(clocks.resume)
    assert agent.read("service-requests")["items"][0]["id"] == other["id"]
    with db.read() as conn:
        due = conn.execute(select(clock.c.due_at).where(clock.c.subject_id == paused["id"])).scalar_one()
    row = next(row for row in agent.read("service-requests")["items"] if row["id"] == paused["id"])
    assert datetime.fromisoformat(row["clock"]["due_at"]) == due


def test_filters(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    new = take_in(agent, world)
    judged = act(agent, take_in(agent, world), "judge")
    question = take_in(agent, world, "B1", group="consultation")
    over = act(agent, take_in(agent, world, "A2"), "cancel")
    taken = act(as_role("HL", "B1"), question, "take")
    everything = {new["id"], judged["id"], question["id"], over["id"]}
    for query, wanted in (
        ({}, everything),
        ({"status": "new"}, {new["id"], question["id"]}),
        ({"status": "cancelled"}, {over["id"]}),
        ({"open": "false"}, {over["id"]}),
        ({"step": 2}, {judged["id"]}),
        ({"mode": "on_site"}, {judged["id"]}),
        ({"group": "consultation"}, {question["id"]}),
        ({"station_id": world.stations["B1"]}, {question["id"]}),
        ({"owner_id": taken["owner"]["id"]}, {question["id"]}),
        ({"customer_id": world.customers["A2"]}, {over["id"]}),
        ({"asset_id": world.assets["A1"], "status": "judged"}, {judged["id"]}),
        ({"imported": "false"}, everything),
        ({"imported": "true"}, set()),
    ):
        assert set(ids(agent, **query)) == wanted, query
    assert agent.read("service-requests", count="exact", limit=1)["total"] == 4


@pytest.mark.parametrize("sort", ["due", "-created_at", "created_at", "number"])
def test_pages_neither_lose_nor_double(as_role: Role, world: World, db: Database, sort: str) -> None:
    agent = as_role("HL")
    cases = [take_in(agent, world, group=("hardware_repair", "consultation")[n % 2]) for n in range(7)]
    due_in(db, cases[0], minutes=5)
    due_in(db, cases[2], minutes=5)
    whole = ids(agent, sort=sort)
    assert sorted(whole) == sorted(case["id"] for case in cases)
    walked: list[str] = []
    query: dict[str, Any] = {"sort": sort, "limit": 2}
    while True:
        page = agent.read("service-requests", **query)
        walked += [row["id"] for row in page["items"]]
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    assert walked == whole
    wrong = "number" if sort != "number" else "due"
    refused = agent.get("service-requests", params={"sort": wrong, "cursor": query["cursor"]})
    assert refused.status_code == 422


def test_a_row_holds_what_the_queue_shows(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world)
    row = agent.read("service-requests")["items"][0]
    assert row == {name: case[name] for name in row if name != "calls"} | {"calls": 1}
    assert "offered" not in row
    assert (row["model"], row["serial"], row["place"][:6]) == ("WQ-5100", "WQ51-2509-002245", "北京市通州区")


def test_each_sees_his_own(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    cases = {code: take_in(agent, world, code)["id"] for code in ("A1", "A2", "B1", "B2")}
    for (role, station), seen in {
        ("HL", "B2"): "A1 A2 B1 B2", ("CO", "A1"): "A1", ("RE", "B1"): "B1", ("SM", "A2"): "A2", ("RM", "A"): "A1 A2",
        ("RM", "B"): "B1 B2", ("HQ", "C"): "A1 A2 B1 B2", ("AU", "C"): "A1 A2 B1 B2", ("FE", "A1"): "",
    }.items():  # fmt: skip
        api = as_role(role, station)
        assert set(ids(api)) == {cases[code] for code in seen.split()}, (role, station)
        for code, id in cases.items():
            expected = 200 if code in seen.split() else 404
            assert api.get(f"service-requests/{id}").status_code == expected
            assert api.get(f"service-requests/{id}/clocks").status_code == expected
    for role in ("HR", "SA"):
        assert as_role(role, "C").get("service-requests").status_code == 404
        assert as_role(role, "C").get(f"service-requests/{cases['A1']}").status_code == 404
    table = models.service_requests.ServiceRequest.__table__
    with db.write() as conn:
        engineer = world.employees["FE@A1"]
        conn.execute(update(table).where(table.c.id == cases["B1"]).values(engineer_id=engineer))
    assert ids(as_role("FE")) == [cases["B1"]]


WRONG = [
    {"limit": 0}, {"limit": 201}, {"limit": "x"}, {"status": "open"}, {"step": 5}, {"sort": "subject"}, {"q": ""},
    {"q": "x" * 81}, {"station_id": "A1"}, {"late": "perhaps"}, {"due_within_seconds": -1}, {"nothing": 1},
    {"cursor": "x"}, {"cursor": "WyJkdWUiLCAiMSIsICIyIl0"}, {"group": "free"}, {"count": "all"},
]  # fmt: skip


@pytest.mark.parametrize("query", WRONG, ids=str)
def test_a_wrong_question_is_told_so(as_role: Role, query: dict[str, Any]) -> None:
    answer = as_role("HL").get("service-requests", params=query)
    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"].startswith("/query/")
