"""Working calendars: who changes them, what is refused, and clocks that follow (D7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from api.network.calendars import service
from api.network.clocks import service as clocks
from tests.client import Api
from tests.network.clocks.desk import at, case_row, clock_row, cn, replayed, told
from tests.world import D7, World

As = Callable[..., Api]
OWN = {"name": "A1 自己的", "weekly": D7, "years": [2026, 2027]}


def put(api: Api, path: str, body: Any, status: int = 200) -> Any:
    answer = api.put(path, json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


def patch(api: Api, id: str, body: Any, status: int = 200) -> Any:
    version = api.read(f"calendars/{id}")["version"]
    answer = api.patch(f"calendars/{id}", json=body, headers={"If-Match": f'"{version}"'})
    assert answer.status_code == status, answer.text
    return answer.json()


def test_d7_a_holiday_moves_the_clocks_that_count_by_it(as_role: As, world: World, db: Database) -> None:
    case = case_row(db, world)
    with at(db, cn("2027-11-19 16:00")) as unit:  # Friday
        clocks.start(unit, "contact", case)
        clocks.start(unit, "follow_up", case)
    day = f"calendars/{world.calendar}/days/2027-11-20"
    found = put(as_role("HR", "C"), day, {"kind": "holiday", "name": "站庆", "spans": []})
    assert found["days"] == [{"date": "2027-11-20", "kind": "holiday", "name": "站庆", "spans": []}]
    replayed(db)
    with db.read() as conn:
        due = dict(conn.execute(select(models.clocks.Clock.kind, models.clocks.Clock.due_at)).all())
    assert due == {"contact": cn("2027-11-22 09:00"), "follow_up": cn("2027-11-22 16:00")}
    assert told(db, case)[-1][0] == "clock.retargeted"
    assert as_role("HR", "C").delete(day).status_code == 204
    replayed(db)
    with db.read() as conn:
        due = dict(conn.execute(select(models.clocks.Clock.kind, models.clocks.Clock.due_at)).all())
    assert due["contact"] == cn("2027-11-20 09:00")
    assert as_role("HR", "C").delete(day).status_code == 404


def test_a_clock_counts_by_a_calendar_just_changed(as_role: As, world: World, db: Database) -> None:
    before = case_row(db, world)
    with at(db, cn("2027-11-19 16:00")) as unit:
        clocks.start(unit, "pass", before)
    patch(as_role("HQ", "C"), world.calendar, {"weekly": D7 | {"fri": [["08:30", "12:00"]]}})
    replayed(db)
    case = case_row(db, world)
    with at(db, cn("2027-11-19 16:00")) as unit:
        clocks.start(unit, "pass", case)
    assert clock_row(db, case).due_at == clock_row(db, before).due_at == cn("2027-11-20 09:00")
    assert clock_row(db, case).calendar_version == clock_row(db, before).calendar_version == 2


def test_the_pauses_of_a_clock_survive_a_new_calendar(as_role: As, world: World, db: Database) -> None:
    case = case_row(db, world)
    with at(db, cn("2027-11-19 15:00")) as unit:
        clocks.start(unit, "contact", case)
    with at(db, cn("2027-11-19 15:30")) as unit:
        clocks.pause(unit, case, "contact", "等客户")
    with at(db, cn("2027-11-19 16:30")) as unit:
        clocks.resume(unit, case, "contact")
    put(as_role("HR", "C"), f"calendars/{world.calendar}/days/2027-11-20", {"kind": "holiday", "name": "x"})
    replayed(db)
    assert clock_row(db, case).due_at == cn("2027-11-22 09:00")


def test_a_manager_changes_only_what_is_his_stations_alone(as_role: As, world: World) -> None:
    sm, day = as_role("SM"), f"calendars/{world.calendar}/days/2027-01-01"
    put(sm, day, {"kind": "holiday", "name": "元旦"}, 403)
    own = as_role("HQ", "C").act("calendars", OWN)
    assert sm.get(f"calendars/{own['id']}").status_code == 404  # nobody of his works by it yet
    version = as_role("HQ", "C").read(f"stations/{world.stations['A1']}")["version"]
    answer = as_role("HQ", "C").patch(
        f"stations/{world.stations['A1']}", json={"calendar_id": own["id"]}, headers={"If-Match": f'"{version}"'}
    )
    assert answer.status_code == 200
    assert put(sm, f"calendars/{own['id']}/days/2027-01-01", {"kind": "holiday", "name": "元旦"})["days"]
    assert [row["id"] for row in sm.read("calendars")["items"]] == [own["id"]]
    assert sm.get(f"calendars/{world.calendar}").status_code == 404
    as_role("CO").act("calendars", OWN, status=403)


@pytest.mark.parametrize(
    ("month", "years", "warned"),
    [
        ("2026-10", [2025, 2026], None), ("2026-11", [2025, 2026], "2027"), ("2026-11", [2026, 2027], None),
        ("2027-01", [2026], "2027"), ("2027-12", [2026], "2027, 2028"),
    ],
)  # fmt: skip
def test_d7_a_calendar_warns_of_years_without_table(
    db: Database, world: World, month: str, years: list[int], warned: str | None
) -> None:
    with at(db, cn(f"{month}-15 10:00")) as unit:
        row = {
            "id": world.calendar,
            "version": 1,
            "name": "x",
            "time_zone": "Asia/Shanghai",
            "weekly": D7,
            "years": years,
        }
        warning = service.shown(unit, row)["missing_years_warning"]
    assert warning == (warned and f"{warned} 年的节假日表还没有录入，按每周工时计算")


def test_the_seed_has_chinas_days(db: Database) -> None:
    with db.write() as conn:
        made = service.seed(Unit(db, conn, SYSTEM), "全国")
        days = conn.execute(
            select(models.calendars.CalendarDay.kind).where(models.calendars.CalendarDay.calendar_id == made.id)
        ).scalars()
        assert {"holiday", "workday"} == set(days)
    assert made.years == [2025, 2026]
    assert made.weekly["sat"] == [["08:30", "12:00"], ["13:00", "17:30"]]
    assert made.weekly["sun"] == []


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"weekly": {"mon": []}}, "/body/weekly"), ({"weekly": {day: [] for day in D7}}, "/body/weekly"),
        ({"weekly": D7 | {"mon": [["12:00", "08:30"]]}}, "/body/weekly/mon"),
        ({"weekly": D7 | {"mon": [["08:00", "12:00"], ["11:00", "13:00"]]}}, "/body/weekly/mon"),
        ({"weekly": D7 | {"mon": [["8:00", "12:00"]]}}, "/body/weekly/mon/0/0"), ({"time_zone": "Mars/X"}, "/body/time_zone"),
        ({"years": [1]}, "/body/years/0"),
    ],
)  # fmt: skip
def test_impossible_hours_are_refused(as_role: As, body: Any, pointer: str) -> None:
    refused = as_role("HQ", "C").act("calendars", OWN | body, status=422)
    assert refused["errors"][0]["pointer"] == pointer


def test_a_holiday_has_no_hours_and_a_workday_has(as_role: As, world: World) -> None:
    day, hr = f"calendars/{world.calendar}/days/2027-02-07", as_role("HR", "C")
    put(hr, day, {"kind": "holiday", "name": "x", "spans": [["08:30", "12:00"]]}, 422)
    put(hr, day, {"kind": "workday", "name": "x"}, 422)
    put(hr, f"calendars/{world.calendar}/days/2027-02-30", {"kind": "holiday", "name": "x"}, 422)
    assert put(hr, day, {"kind": "workday", "name": "x", "spans": [["08:30", "12:00"]]})["version"] == 2
