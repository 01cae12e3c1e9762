"""When D9's, D13's and D14's promises fall due, minute by minute at the edges (D7, D8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from api.network.clocks import service
from tests.network.clocks.desk import at, case_row, clock_row, cn
from tests.world import BORN, World

# kind, variant, started, due; 2026-11-20 is a Friday, 11-21 a Saturday (worked, D7), 11-22 a Sunday
DUE = [
    # D9: half an hour and two hours of the time in which the hotline is staffed: lunch counts, night and Sunday do not
    ("pass", None, "2026-11-20 09:00", "2026-11-20 09:30"),
    ("pass", None, "2026-11-20 11:45", "2026-11-20 12:15"),
    ("pass", None, "2026-11-20 12:20", "2026-11-20 12:50"),
    ("pass", None, "2026-11-20 17:00", "2026-11-20 17:30"),
    ("pass", None, "2026-11-20 17:01", "2026-11-21 08:31"),
    ("pass", None, "2026-11-20 22:00", "2026-11-21 09:00"),
    ("pass", None, "2026-11-21 17:29", "2026-11-23 08:59"),
    ("pass", None, "2026-11-22 12:00", "2026-11-23 09:00"),
    ("contact", None, "2026-11-20 08:30", "2026-11-20 10:30"),
    ("contact", None, "2026-11-20 08:29", "2026-11-20 10:30"),
    ("contact", None, "2026-11-20 11:00", "2026-11-20 13:00"),
    ("contact", None, "2026-11-20 15:30", "2026-11-20 17:30"),
    ("contact", None, "2026-11-20 15:31", "2026-11-21 08:31"),
    ("contact", None, "2026-11-21 16:40", "2026-11-23 09:40"),
    # D9: working days; the day of the request is not counted, the last one ends with its hours
    ("arrive", None, "2026-11-20 00:00", "2026-11-23 17:30"),
    ("arrive", None, "2026-11-20 23:59", "2026-11-23 17:30"),
    ("arrive", None, "2026-11-21 00:00", "2026-11-24 17:30"),
    ("arrive", "outside", "2026-11-20 10:00", "2026-11-24 17:30"),
    ("arrive", "outside", "2026-11-21 10:00", "2026-11-25 17:30"),
    # D13: the end of the same working day; done after hours, the next one's; overnight 24 natural hours
    ("record", None, "2026-11-20 08:00", "2026-11-20 17:30"),
    ("record", None, "2026-11-20 12:30", "2026-11-20 17:30"),
    ("record", None, "2026-11-20 17:30", "2026-11-20 17:30"),
    ("record", None, "2026-11-20 17:31", "2026-11-21 17:30"),
    ("record", None, "2026-11-21 18:00", "2026-11-23 17:30"),
    ("record", None, "2026-11-22 10:00", "2026-11-23 17:30"),
    ("record", "overnight", "2026-11-21 20:15", "2026-11-22 20:15"),
    # D14: natural days, whatever the day
    ("follow_up", None, "2026-11-20 17:00", "2026-11-23 17:00"),
    ("follow_up", None, "2026-12-30 09:00", "2027-01-02 09:00"),
]


@pytest.mark.parametrize(("kind", "variant", "started", "due"), DUE)
def test_d9_d13_d14_due(db: Database, world: World, kind: str, variant: str | None, started: str, due: str) -> None:
    case = case_row(db, world)
    with at(db, cn(started)) as unit:
        service.start(unit, kind, case, variant=variant)
    assert clock_row(db, case).due_at == cn(due)


def special(world: World, day: date, spans: list[list[str]]) -> dict[str, object]:
    return {"id": new_id(), "calendar_id": world.calendar, "day": day, "kind": "workday" if spans else "holiday",
            "name": "节", "name_en": "Feast", "spans": spans}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "started", "due"),
    [
        ("contact", "2026-09-30 16:00", "2026-10-02 09:00"),  # a holiday on 1 October does not count
        ("arrive", "2026-09-30 16:00", "2026-10-03 17:30"),
        ("arrive", "2026-10-02 16:00", "2026-10-04 11:00"),  # a make-up Sunday counts, with its own hours
        ("record", "2026-10-01 10:00", "2026-10-02 17:30"),
        ("record", "2026-10-04 10:00", "2026-10-04 11:00"),
        ("follow_up", "2026-09-30 10:00", "2026-10-03 10:00"),
    ],
)
def test_d7_holidays_and_make_up_days(db: Database, world: World, kind: str, started: str, due: str) -> None:
    case = case_row(db, world)
    days = [special(world, date(2026, 10, 1), []), special(world, date(2026, 10, 4), [["09:00", "11:00"]])]
    with db.write() as conn:
        conn.execute(insert(models.calendars.CalendarDay.__table__), days)
    with at(db, cn(started)) as unit:
        service.start(unit, kind, case)
    assert clock_row(db, case).due_at == cn(due)


def test_d8_natural_hours_do_not_stop_at_night(db: Database, world: World) -> None:
    case = case_row(db, world)
    with at(db, cn("2026-11-21 23:00")) as unit:
        service.start(unit, "record", case, variant="overnight")
    row = clock_row(db, case)
    assert row.due_at - row.started_at == timedelta(hours=24)


def test_a_station_sets_its_own_limit(db: Database, world: World) -> None:
    mine, other = case_row(db, world), case_row(db, world, "B1")
    with db.write() as conn:
        conn.execute(
            insert(models.settings.Setting.__table__),
            {"id": new_id(), "version": 1, "created_at": BORN, "key": "dispatch.pass_seconds",
             "station_id": world.stations["A1"], "value": 600},
        )  # fmt: skip
    db.forget()
    for case in (mine, other):
        with at(db, cn("2026-11-20 09:00")) as unit:
            service.start(unit, "pass", case)
    assert [clock_row(db, case).due_at for case in (mine, other)] == [cn("2026-11-20 09:10"), cn("2026-11-20 09:30")]


@pytest.mark.parametrize(
    ("kind", "started", "soon"),
    [
        ("contact", "2026-11-20 08:30", "2026-11-20 10:00"),  # half an hour of two is left
        ("contact", "2026-11-20 16:30", "2026-11-21 09:00"),
        ("follow_up", "2026-11-20 12:00", "2026-11-22 18:00"),
    ],
)
def test_the_warning_comes_with_a_quarter_of_the_counted_time_left(
    db: Database, world: World, kind: str, started: str, soon: str
) -> None:
    case = case_row(db, world)
    with at(db, cn(started)) as unit:
        service.start(unit, kind, case)
    assert clock_row(db, case).due_soon_at == cn(soon)
