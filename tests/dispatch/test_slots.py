"""`search-time-slot`: real free times by skill, shift, leave, bookings, travel and parts, each with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from api import models
from api.access.actor import SYSTEM
from api.dispatch.slots import free, travel
from api.kit.db import Database
from api.kit.distance import kilometres
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.network.bookings import service as bookings
from tests.client import Api
from tests.network.roster.steps import CN, act, cn, turn_of
from tests.work.steps import Desk
from tests.world import World

As = Callable[..., Api]
ZERO = datetime(2027, 3, 1, tzinfo=UTC)
span = st.tuples(st.integers(0, 600), st.integers(1, 240)).map(
    lambda pair: (ZERO + timedelta(minutes=pair[0]), ZERO + timedelta(minutes=sum(pair)))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(span, max_size=5), st.lists(span, max_size=6), st.integers(10, 180), st.integers(0, 60))
def test_free_time_agrees_with_a_count_minute_by_minute(
    working: list[free.Span], taken: list[free.Span], length: int, before: int
) -> None:
    """Every offered time fits with its way, and no time of the half-hour grid that fits is left out."""

    def counts(at: datetime) -> bool:
        inside = any(start <= at < end for start, end in working)
        return inside and not any(start <= at < end for start, end in taken)

    minutes = [counts(ZERO + timedelta(minutes=n)) for n in range(900)]
    offered = {
        at for gap in free.without(working, taken)
        for at in free.starts(gap, timedelta(minutes=length), timedelta(minutes=before), ZERO)
    }  # fmt: skip
    expected = {
        ZERO + timedelta(minutes=n) for n in range(0, 900, 30)
        if n - before >= 0 and n + length <= 900 and all(minutes[n - before : n + length])
    }  # fmt: skip
    assert offered == expected


def test_times_for_a_visit(as_role: As, world: World, db: Database) -> None:
    desk = Desk(as_role, world)
    order = desk.open()
    co = as_role("CO")
    monday = "2027-03-01"
    for who, start, kind in (("FE", "08:30", "field"), ("FE2", "13:00", "field"), ("BE", "08:30", "bench")):
        co.act("shifts", turn_of(world, who, f"{monday} {start}", 4.5, kind))
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        start = cn(f"{monday} 09:30")
        bookings.book(
            unit, world.employees["FE@A1"], start, start + timedelta(hours=1), travel_before=1800, note="WO-1"
        )

    def asked(**more: Any) -> dict[str, Any]:
        return co.read("time-slots", **{
            "work_order_id": order["id"], "from": cn(f"{monday} 00:00").isoformat(), "days": 1, "duration_minutes": 60,
        } | more)  # fmt: skip

    found = asked()
    told = [
        (slot["employee"]["name"], f"{datetime.fromisoformat(slot['starts_at']).astimezone(CN):%H:%M}")
        for slot in found["items"]
    ]  # fmt: skip
    # FE: his job with its way blocks 09:00 to 10:30, the way to this customer 20 minutes more; lunch is kept free;
    # FE2: from the beginning of his shift at one
    assert told == [("FE A1", "11:00"), ("FE2 A1", "13:00"), ("FE2 A1", "15:00")]
    first = found["items"][0]
    assert (first["distance_km"], first["travel_seconds"]) == (8.5, 1500)
    texts = [reason["text"] for reason in first["reasons"]]
    assert texts[:2] == ["当班，有空，含路程", "有“水质”技能"]
    assert "距站 8.5 公里，约 25 分钟" in texts
    act(as_role("SM"), "bookings", {
        "employee_id": world.employees["FE2@A1"], "starts_at": cn(f"{monday} 12:00").isoformat(),
        "ends_at": cn(f"{monday} 18:00").isoformat(),
    })  # fmt: skip
    skill = models.employees.EmployeeSkill.__table__
    assert [slot["employee"]["name"] for slot in asked()["items"]] == ["FE A1"]
    assert asked()["left_out"] == [
        {"employee": {"id": world.employees["FE2@A1"], "name": "FE2 A1"}, "reason": "这几天排满了"}
    ]
    with db.write() as conn:
        conn.execute(delete(skill).where(skill.c.employee_id == world.employees["FE@A1"]))
    assert {one["employee"]["name"]: one["reason"] for one in asked()["left_out"]} == {
        "FE A1": "没有“水质”技能", "FE2 A1": "这几天排满了",
    }  # fmt: skip
    # the Sunday before, nobody works by calendar; the Tuesday after has no roster, so the calendar says (D7)
    assert asked(**{"from": cn("2027-02-28 00:00").isoformat()})["items"] == []
    assert as_role("CO", "A2").get("time-slots", params={"work_order_id": order["id"]}).status_code == 404
    assert as_role("FE").get("time-slots", params={"work_order_id": order["id"]}).status_code == 403


def test_the_way_is_reckoned_from_the_job_before_and_to_the_job_after(as_role: As, world: World, db: Database) -> None:
    """Who is at the same place already needs five minutes there, and nobody is sent where he would miss his next job."""
    desk, co, monday = Desk(as_role, world), as_role("CO"), "2027-03-01"
    order, before, after = (desk.open() for _ in range(3))
    with db.write() as conn:
        unit, fe = Unit(db, conn, SYSTEM), world.employees["FE@A1"]
        for other, begins in ((before, "09:00"), (after, "16:00")):
            start = cn(f"{monday} {begins}")
            bookings.book(
                unit, fe, start, start + timedelta(hours=1), travel_before=0, work_order_id=other["id"],
                case_id=other["case"]["id"],
            )  # fmt: skip
        conn.execute(delete(models.employees.EmployeeSkill.__table__).where(
            models.employees.EmployeeSkill.__table__.c.employee_id != fe
        ))  # fmt: skip

    def asked(**more: Any) -> list[tuple[str, int, str]]:
        found = co.read("time-slots", **{
            "work_order_id": order["id"], "from": cn(f"{monday} 00:00").isoformat(), "days": 1, "duration_minutes": 60,
        } | more)  # fmt: skip
        return [
            (slot["starts_at"][11:16], slot["travel_seconds"], slot["reasons"][2]["text"]) for slot in found["items"]
        ]

    # all three visits are at one place: from the job before it is five minutes, from the station twenty-five
    assert asked() == [
        ("02:30", 300, "距上一处 0.0 公里，约 5 分钟"), ("05:00", 300, "距上一处 0.0 公里，约 5 分钟"),
    ]  # fmt: skip
    from_two = {"from": cn(f"{monday} 13:40").isoformat(), "duration_minutes": 120}
    assert [time for time, *_ in asked(**from_two)] == []  # 14:00 to 16:00 would leave no five minutes to the next
    assert [time for time, *_ in asked(**from_two | {"duration_minutes": 115})] == ["06:00"]


def test_an_unknown_place_is_taken_as_the_station_s_figure(world: World, db: Database) -> None:
    assert kilometres((39.9, 116.6), (None, 116.7)) is None
    with db.read() as conn:
        unit = Unit(db, conn, SYSTEM)
        assert travel.seconds(unit, world.stations["A1"], None) == 1800
        assert travel.seconds(unit, world.stations["A1"], 0.1) == 300
        assert travel.seconds(unit, world.stations["A1"], 30.0) == 4800  # 39 km by road at 30 km/h: 78 minutes


def test_times_at_the_counter_are_as_many_as_the_station_takes(as_role: As, world: World, db: Database) -> None:
    desk = Desk(as_role, world)
    case = desk.open()["case"]["id"]
    co, query = (
        as_role("CO"),
        {"kind": "counter", "case_id": case, "from": cn("2027-03-01 00:00").isoformat(), "days": 1},
    )

    def times() -> list[str]:
        return [slot["starts_at"][11:16] for slot in co.read("time-slots", limit=50, **query)["items"]]

    assert times() == ["00:30", "01:00", "01:30", "02:00"]
    body = {"case_id": case, "kind": "counter", "starts_at": cn("2027-03-01 09:00").isoformat(), "need": "送修"}
    act(co, "appointments", body)
    assert co.read("time-slots", **query)["items"][1]["reasons"][1]["text"] == "同时段已约 1 个"
    act(co, "appointments", body)
    assert times() == ["00:30", "01:30", "02:00", "02:30"]
    case_row = models.service_requests.ServiceRequest.__table__
    with db.write() as conn:
        conn.execute(update(case_row).where(case_row.c.id == case).values(open=False))
    assert act(co, "appointments", body, status=409)["detail"] == "受理单已经关闭"
    assert act(co, "appointments", body | {"case_id": new_id()}, status=422)["errors"][0]["pointer"] == "/body/case_id"
