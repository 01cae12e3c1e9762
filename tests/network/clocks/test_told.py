"""What time has done is told once: three workers, restarts, and late if nobody looked in time."""

from __future__ import annotations

import os

import pytest

from api.kit.db import Database
from api.network.clocks import service
from api.network.clocks.scan import scan_clocks
from tests.network.clocks.desk import at, case_row, clock_row, cn, told
from tests.promises import clocks_told
from tests.world import World

CLOCKS = 10_000 if os.environ.get("SIBU_TEST_COUNTS") == "full" else 200


@pytest.mark.slow
def test_three_workers_tell_each_clock_once(db: Database) -> None:
    found = clocks_told.run(db.url.render_as_string(hide_password=False), CLOCKS)
    assert found == {
        "warned": CLOCKS // 2,
        "missed": CLOCKS,
        "escalated": CLOCKS,
        "late": CLOCKS // 2,
        "more_than_once": 0,
        "states": {"missed": CLOCKS},
    }


def look(db: Database, moment: str) -> int:
    return scan_clocks(db, lambda: at(db, cn(moment)), cn(moment))


def test_r81_warned_then_missed_each_once(db: Database, world: World) -> None:
    case = case_row(db, world)
    with at(db, cn("2026-11-20 09:00")) as unit:
        service.start(unit, "contact", case)  # soon 10:30, due 11:00
    looks = ("10:29", "10:30", "10:31", "10:59", "11:00", "11:01", "11:59")
    assert [look(db, f"2026-11-20 {moment}") for moment in looks] == [0, 1, 0, 0, 1, 0, 0]
    assert [(kind, data["late"]) for kind, data in told(db, case)[1:]] == [
        ("clock.warned", False),
        ("clock.missed", False),
    ]
    # missed still: first the station's manager is told, an hour on, then the region's, a working day's hours later
    looks = ("20 12:00", "20 12:01", "20 17:29", "21 10:59", "21 11:00", "23 15:00")
    assert [look(db, f"2026-11-{moment}") for moment in looks] == [1, 0, 0, 0, 1, 0]
    assert [(data["to"], data["level"]) for kind, data in told(db, case) if kind == "clock.escalated"] == [
        ("station_manager", 1),
        ("regional_manager", 2),
    ]
    assert clock_row(db, case).state == "missed"
    assert clock_row(db, case).open is True


def test_a_worker_that_was_away_says_that_it_is_late(db: Database, world: World) -> None:
    warned, missed = case_row(db, world), case_row(db, world)
    with at(db, cn("2026-11-20 09:00")) as unit:
        service.start(unit, "contact", warned)
        service.start(unit, "pass", missed)
    assert look(db, "2026-11-20 10:45") == 2
    assert told(db, warned)[-1][0] == "clock.warned"
    assert (told(db, warned)[-1][1]["late"], told(db, warned)[-1][1]["late_seconds"]) == (True, 900)
    assert told(db, missed)[-1][0] == "clock.missed"
    assert (told(db, missed)[-1][1]["late"], told(db, missed)[-1][1]["late_seconds"]) == (True, 75 * 60)


def test_a_stopped_clock_is_not_told_of(db: Database, world: World) -> None:
    case = case_row(db, world)
    with at(db, cn("2026-11-20 09:00")) as unit:
        service.start(unit, "contact", case)
    with at(db, cn("2026-11-20 10:00")) as unit:
        service.stop(unit, case, "contact")
    assert look(db, "2026-11-20 15:00") == 0
