"""The board: all that one dispatcher needs to see of a day or a week, and nothing of other stations."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api import models
from api.kit import clock
from api.kit.db import Database
from tests.contract.test_query_counts import least
from tests.work.steps import AsRole, Desk, later, put

BOARD, UNASSIGNED = 9, 2
"""Statements of the board and of a page of what waits, however much there is."""


def board(desk: Desk, order: dict[str, Any], role: str = "CO", **more: Any) -> dict[str, Any]:
    first = datetime.fromisoformat(order["promised_at"]).date() - timedelta(days=1)
    return desk.as_role(role).read("dispatch/board", **{"from": str(first), "days": 3} | more)


def test_the_board_shows_engineers_jobs_travel_leave_and_what_waits(desk: Desk, as_role: AsRole) -> None:
    order, waiting = desk.to("assigned"), desk.to("time_promised")
    starts = datetime.fromisoformat(order["starts_at"])
    leave = {
        "employee_id": desk.world.employees["FE2@A1"], "starts_at": (starts - timedelta(hours=2)).isoformat(),
        "ends_at": (starts + timedelta(hours=6)).isoformat(), "note": "家里有事",
    }  # fmt: skip
    as_role("SM").act("bookings", leave, idempotency_key="leave-1")
    found = board(desk, order)
    assert [one["name"] for one in found["engineers"]] == ["FE A1", "FE2 A1"]
    assert found["engineers"][0]["skills"] == ["水质"]
    job, away = sorted(found["bookings"], key=lambda one: one["kind"])
    assert (job["holder_id"], job["number"], job["order_version"], job["moves"], job["travel_before_seconds"]) == (
        desk.world.employees["FE@A1"], order["number"], order["version"], True, order["travel_seconds"],
    )  # fmt: skip
    assert (job["customer_name"], job["model"], job["latitude"]) == (order["customer_name"], "WQ-5100", 39.9)
    assert (away["kind"], away["note"], away["moves"]) == ("leave", None, False)  # why is nobody's business here
    assert {span["kind"] for span in found["calendar"]} <= {"work", "break"}
    assert found["unassigned"] == {"total": 1, "late": 0, "soon": 0, "ready": 1, "waiting": 0}
    [one] = desk.as_role("CO").read("dispatch/unassigned", state="ready")["items"]
    assert (one["id"], one["skill"]["name"], one["longitude"]) == (waiting["id"], "水质", 116.7)
    assert desk.as_role("CO").read("dispatch/unassigned", state="waiting")["items"] == []
    assert desk.as_role("CO").read("dispatch/unassigned", skill_id=waiting["id"])["items"] == []
    alone = board(desk, order, booking_id=order["booking_id"])
    assert (alone["bookings"], alone["engineers"]) == ([job], [])


def test_d9_what_is_late_stands_first_and_is_counted(desk: Desk, db: Database) -> None:
    """Contact is due two hours after the first request (D9)."""
    first, second = desk.to("time_promised"), desk.open()
    put(db, models.work_orders.WorkOrder, second["id"], due_at=datetime.now(UTC) - timedelta(minutes=5))
    rows = desk.as_role("CO").read("dispatch/unassigned", count="exact")
    assert ([row["id"] for row in rows["items"]], rows["total"]) == ([second["id"], first["id"]], 2)
    assert [row["id"] for row in desk.as_role("CO").read("dispatch/unassigned", state="late")["items"]] == [
        second["id"]
    ]


def test_t1_a_board_shows_no_other_station(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("assigned")
    world = desk.world
    assert board(desk, order, "CO", station_id=world.stations["A1"])["bookings"] != []
    other = as_role("CO", "A2")
    where = {"from": str(clock.day_of(datetime.fromisoformat(order["promised_at"]))), "days": 1}
    assert other.read("dispatch/board", **where)["bookings"] == []
    assert other.get("dispatch/board", params=where | {"station_id": world.stations["A1"]}).status_code == 404
    region = as_role("RM", "A").read("dispatch/board", **where | {"region_id": world.stations["A"]})
    assert [(one["number"], one["moves"]) for one in region["bookings"]] == [(order["number"], True)]


@pytest.mark.parametrize(("role", "status"), [("FE", 404), ("HL", 404), ("AU", 200)])
def test_r28_only_those_who_dispatch_or_answer_for_it_see_a_board(as_role: AsRole, role: str, status: int) -> None:
    api = as_role(role, "C" if role == "AU" else "A1")
    assert api.get("dispatch/board", params={"from": "2026-12-01"}).status_code == status


def test_p4_vehicles_and_benches_are_booked_like_people(desk: Desk, as_role: AsRole) -> None:
    manager, coordinator, home = as_role("SM"), as_role("CO"), desk.world.stations["A1"]
    van, spare = (
        manager.act("bookable-resources", {"station_id": home, "kind": "vehicle", "name": name})
        for name in ("京A·12345", "京A·67890")
    )
    span = {"starts_at": later(50), "ends_at": later(52), "note": "通州三家"}
    taken = coordinator.act(f"bookable-resources/{van['id']}/book", span, idempotency_key="van-1")
    assert (taken["kind"], taken["resource"]["name"], taken["employee"]) == ("use", "京A·12345", None)
    answer = coordinator.post(f"bookable-resources/{van['id']}/book", json=span, headers={"Idempotency-Key": "van-2"})
    assert (answer.status_code, answer.json()["clash"]["booking_id"]) == (409, taken["id"])
    assert "京A·12345" in answer.json()["detail"]
    moved = coordinator.act(
        f"bookings/{taken['id']}/move",
        span | {"bookable_resource_id": spare["id"]},
        idempotency_key="van-3",
        if_match='"1"',
    )
    assert (moved["resource"]["name"], moved["version"]) == ("京A·67890", 2)
    day = {"from": str(datetime.fromisoformat(span["starts_at"]).date() - timedelta(days=1)), "days": 3}
    found = coordinator.read("dispatch/board", **day)
    assert [one["name"] for one in found["things"]] == ["京A·12345", "京A·67890"]
    [use] = found["bookings"]
    assert (use["holder_id"], use["note"], use["moves"]) == (spare["id"], "通州三家", True)
    coordinator.act(f"bookings/{taken['id']}/release", {}, idempotency_key="van-4")
    assert coordinator.read("dispatch/board", **day)["bookings"] == []


def test_a_board_asks_as_often_for_many_jobs_as_for_few(desk: Desk, db: Database) -> None:
    order, coordinator = desk.to("assigned"), desk.as_role("CO")
    few = least(db, lambda: board(desk, order))
    for _ in range(3):
        desk.to("assigned")
    desk.to("time_promised")
    many = least(db, lambda: board(desk, order))
    page = least(db, lambda: coordinator.read("dispatch/unassigned"))
    assert len(few) == len(many), "\n\n".join(many)
    assert (len(many), len(page)) == (BOARD, UNASSIGNED), "\n\n".join(many)


def test_r109_outside_his_shift_nobody_is_sent_unless_a_manager_says_why(desk: Desk, as_role: AsRole) -> None:
    """A day on which the station has planned anybody is worked by the roster; the leave to send him is a row of its own."""
    order = desk.to("time_promised")
    starts = datetime.fromisoformat(order["promised_at"])
    other = desk.world.employees["FE2@A1"]
    shift = {
        "station_id": desk.world.stations["A1"], "employee_id": other, "kind": "field",
        "starts_at": starts.isoformat(), "ends_at": (starts + timedelta(hours=3)).isoformat(),
    }  # fmt: skip
    as_role("SM").act("shifts", shift, idempotency_key="shift-1")
    clash = desk.refused(order, "assign")["clash"]
    assert (clash["kind"], clash["booking_id"], clash["employee"]["name"]) == ("shift", None, "FE A1")
    desk.refused(order, "assign", 403, override_reason="急")
    placed = desk.act(order, "assign", by=as_role("SM"), override_reason="只有他会修")
    found = board(desk, placed)
    assert [(one["clash_kind"], one["by"], one["reason"]) for one in found["overrides"]] == [
        ("shift", "SM A1", "只有他会修")
    ]
    assert [(one["employee_id"], one["kind"]) for one in found["shifts"]] == [(other, "field")]
    assert desk.refused(placed, "move", employee_id=other, duration_minutes=240)["clash"]["kind"] == "shift"
    moved = desk.act(placed, "move", employee_id=other)
    assert board(desk, moved)["overrides"] == []
