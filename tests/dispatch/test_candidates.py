"""Who could go, ranked with reasons, and why others are left out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from tests.work.steps import AsRole, Desk, later, put

_skill = models.employees.EmployeeSkill.__table__


@pytest.fixture
def stocked(desk: Desk, db: Database) -> dict[str, str]:
    """FE has two of a part in his van."""
    home = {"station_id": desk.world.stations["A1"]}
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        part = unit.insert(
            models.parts.Part, number="P-1", name="光源", name_key="guangyuan", family="水质", unit="件",
            serial_tracked=False, low_at=0, scarce_at=0, active=True,
        ).id  # fmt: skip
        van = unit.insert(
            models.stock_places.StockPlace, code="V-1", name="车", kind="van",
            employee_id=desk.world.employees["FE@A1"], active=True, **home,
        ).id  # fmt: skip
        unit.insert(
            models.stock.StockPosition, part_id=part, place_id=van, employee_id=desk.world.employees["FE@A1"],
            quantity=2, reserved=0, value_fen=200, **home,
        )  # fmt: skip
    return {"part": part, "van": van}


def asked(desk: Desk, order: dict[str, Any], **query: Any) -> list[dict[str, Any]]:
    """The candidates as the coordinator sees them."""
    return desk.as_role("CO").read(f"work-orders/{order['id']}/candidates", **query)["items"]


def names(found: list[dict[str, Any]]) -> list[str]:
    return [one["employee"]["name"] for one in found]


def against(one: dict[str, Any]) -> list[str]:
    """What speaks against him."""
    return [reason["text"] for reason in one["reasons"] if not reason["ok"]]


def test_the_stations_field_engineers_are_weighed_with_reasons(desk: Desk) -> None:
    found = asked(desk, desk.to("time_promised"))
    assert names(found) == ["FE A1", "FE2 A1"]
    assert all(one["fit"] and one["free"] and one["clash"] is None and against(one) == [] for one in found)
    assert [reason["text"] for reason in found[0]["reasons"]] == [
        "水质：中级", "这段时间有空，含路程", "当天还没有单", "距上一处 8.5 公里",
    ]  # fmt: skip
    assert found[0]["distance_km"] == 8.5


def test_who_is_taken_is_left_out_and_the_clash_is_named(desk: Desk) -> None:
    first = desk.to("assigned")
    order = desk.act(desk.act(desk.open(), "contact"), "promise", promised_at=first["promised_at"])
    free, taken = asked(desk, order)
    assert (names([free, taken]), free["fit"], taken["fit"], taken["free"]) == (["FE2 A1", "FE A1"], True, False, False)
    assert taken["clash"]["number"] == first["number"]
    assert first["number"] in against(taken)[0]
    assert taken["load_seconds"] == 5400
    ends = datetime.fromisoformat(first["ends_at"])
    near = {"starts_at": (ends + timedelta(minutes=10)).isoformat()}
    assert [one["free"] for one in asked(desk, order, **near, travel_minutes=5)] == [True, True]
    assert [one["free"] for one in asked(desk, order, **near, travel_minutes=15)] == [True, False]


def test_who_is_on_leave_is_left_out(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("time_promised")
    at = datetime.fromisoformat(order["promised_at"])
    leave = {
        "employee_id": desk.world.employees["FE@A1"], "starts_at": (at - timedelta(hours=2)).isoformat(),
        "ends_at": (at + timedelta(hours=2)).isoformat(),
    }  # fmt: skip
    as_role("SM").act("bookings", leave, idempotency_key="leave-1")
    left_out = asked(desk, order)[-1]
    assert (left_out["employee"]["name"], left_out["clash"]["kind"], left_out["fit"]) == ("FE A1", "leave", False)
    assert "请假" in against(left_out)[0]


def test_the_more_skilled_goes_first_and_the_unskilled_not_at_all(desk: Desk, db: Database) -> None:
    order = desk.to("time_promised")
    with db.write() as conn:
        conn.execute(update(_skill).where(_skill.c.employee_id == desk.world.employees["FE2@A1"]).values(level=3))
    assert names(asked(desk, order)) == ["FE2 A1", "FE A1"]
    with db.write() as conn:
        conn.execute(delete(_skill).where(_skill.c.employee_id == desk.world.employees["FE2@A1"]))
    found = asked(desk, order)
    assert (names(found), found[1]["fit"], against(found[1])) == (["FE A1", "FE2 A1"], False, ["没有“水质”技能"])


def test_d10_shares_are_fair(desk: Desk) -> None:
    """Of two who are equal otherwise, the one with less to do that day goes first."""
    order = desk.to("time_promised")
    at = datetime.fromisoformat(order["promised_at"])
    other = desk.act(desk.act(desk.open(), "contact"), "promise", promised_at=(at + timedelta(hours=3)).isoformat())
    desk.act(other, "assign")
    same_day = asked(desk, order, starts_at=(at + timedelta(hours=3, minutes=-150)).isoformat(), duration_minutes=30)
    if same_day[0]["load_seconds"] == same_day[1]["load_seconds"]:
        pytest.skip("the two visits fall on two days of the station's zone")
    assert names(same_day) == ["FE2 A1", "FE A1"]


def test_whoever_knows_the_customer_goes_before_whoever_does_not(desk: Desk) -> None:
    done = desk.open()
    for action in ("contact", "promise"):
        done = desk.act(done, action)
    done = desk.act(done, "assign", employee_id=desk.world.employees["FE2@A1"])
    second = desk.as_role("FE2")
    for action in ("accept", "depart", "arrive", "diagnose", "complete", "sign"):
        done = desk.act(done, action, by=second)
    order = desk.act(desk.act(desk.open(), "contact"), "promise", promised_at=later(24 * 9))
    found = asked(desk, order)
    assert (names(found), found[0]["served_before"]) == (["FE2 A1", "FE A1"], 1)


def test_without_a_promise_a_start_is_asked_for(desk: Desk) -> None:
    order = desk.open()
    answer = desk.as_role("CO").get(f"work-orders/{order['id']}/candidates")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/query/starts_at")
    assert len(asked(desk, order, starts_at=later(30))) == 2


@pytest.mark.parametrize(("role", "station", "status"), [("FE", "A1", 403), ("HL", "A1", 403), ("CO", "A2", 404)])
def test_r28_only_those_who_assign_ask(desk: Desk, as_role: AsRole, role: str, station: str, status: int) -> None:
    order = desk.to("time_promised")
    assert as_role(role, station).get(f"work-orders/{order['id']}/candidates").status_code == status


def test_what_he_carries_what_is_unknown_and_who_is_off_duty_is_said(
    desk: Desk, as_role: AsRole, db: Database, stocked: dict[str, str]
) -> None:
    """Parts to be fetched and an unknown way speak against somebody; the roster leaves him out."""
    order = desk.to("time_promised")
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        unit.insert(
            models.stock_reservations.StockReservation, number="RS-1", station_id=desk.world.stations["A1"],
            status="held", part_id=stocked["part"], place_id=stocked["van"], quantity=1, issued=0, order_id=order["id"],
            order_number=order["number"],
        )  # fmt: skip
    put(db, models.customers.Site, desk.world.sites["A1"], latitude=None, longitude=None)
    first, second = asked(desk, order)
    assert (names([first, second]), first["parts_in_van"], second["parts_in_van"]) == (["FE A1", "FE2 A1"], True, False)
    assert "车上有 光源 × 1" in [reason["text"] for reason in first["reasons"]]
    assert against(second) == ["光源 × 1 要先领", "路程不知道：缺坐标"]
    assert second["fit"] is True
    starts = datetime.fromisoformat(order["promised_at"])
    shift = {
        "station_id": desk.world.stations["A1"], "employee_id": desk.world.employees["FE2@A1"], "kind": "field",
        "starts_at": starts.isoformat(), "ends_at": (starts + timedelta(hours=3)).isoformat(),
    }  # fmt: skip
    as_role("SM").act("shifts", shift, idempotency_key="shift-1")
    found = asked(desk, order)
    assert (names(found), found[1]["fit"], "这段时间不当班" in against(found[1])) == (["FE2 A1", "FE A1"], False, True)
