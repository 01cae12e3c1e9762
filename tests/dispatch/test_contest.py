"""P4 through the API: two dispatchers in two processes; exactly one wins, the other hears by what."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from api.settings import Settings
from tests.dispatch.contest import run
from tests.promises import p04_drags
from tests.work.steps import AsRole, Desk

ROUNDS = 1000 if os.environ.get("SIBU_TEST_COUNTS") == "full" else 21


@pytest.mark.slow
def test_p4_of_two_dispatchers_exactly_one_wins(desk: Desk, as_role: AsRole, settings: Settings) -> None:
    first, second, shared = (desk.to("time_promised") for _ in range(3))
    world = desk.world
    people = [
        {
            "account": world.account(role), "password": world.password, "own": own["id"], "shared": shared["id"],
            "engineer": world.employees["FE@A1"], "shift": shift,
        }
        for role, own, shift in (("CO", first, 0), ("CO2", second, 25))
    ]  # fmt: skip
    opens = (datetime.now(UTC) + timedelta(days=30)).replace(minute=0, second=0, microsecond=0)
    found = run(settings, people, ROUNDS, opens)
    assert len(found) == ROUNDS
    for number, outcome in enumerate(found):
        assert outcome == {"won": 1, "late" if number % 3 == 2 else "clash": 1}, (number, outcome)
    bookings = as_role("CO").read("bookings", employee_id=world.employees["FE@A1"])
    assert bookings["items"] == []


@pytest.mark.slow
def test_p4_drags_leave_no_overlap_that_nobody_allowed(desk: Desk, settings: Settings) -> None:
    """Dispatchers drag the same jobs over the same hours; fewer processes here than in `make prove`."""
    full = os.environ.get("SIBU_TEST_COUNTS") == "full"
    found = p04_drags.run(settings.database_url, desk, 1000 if full else 36, 8 if full else 2, seed=7, jobs=3)
    assert found["wrong"] == []
    assert {"clash", "moved"} <= found["told"].keys()
