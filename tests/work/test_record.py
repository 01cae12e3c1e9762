"""The service record (R79) and when it is late (D13): the phone's time decides, not the upload's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from api import models
from api.kit.db import Database
from tests.client import Api
from tests.work.steps import Desk, always_fresh, put
from tests.world import World

WEDNESDAY = "2026-06-10T06:00:00Z"
"""14:00 in Shanghai, an ordinary working day."""


@pytest.fixture
def traveller() -> Iterator[time_machine.Traveller]:
    """A clock that stands still at a working day's afternoon until it is moved."""
    with time_machine.travel(WEDNESDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def desk(traveller: time_machine.Traveller, anonymous: Api, world: World) -> Desk:
    """The desk of A1 under that clock."""
    return Desk(always_fresh(anonymous, world), world)


def record(order: dict) -> dict:
    return next(known for known in order["clocks"] if known["kind"] == "record")


def test_d13_the_record_is_due_by_the_end_of_the_working_day(desk: Desk) -> None:
    order = desk.to("work_done")
    assert record(order)["due_at"] == "2026-06-10T09:30:00Z"
    assert order["clock"]["kind"] == "record"
    signed = desk.act(order, "sign")
    handed = desk.act(signed, "hand-in", note="旧件已带回")
    assert (handed["status"], handed["recorded_late"], record(handed)["state"]) == ("record_in", False, "met")


def test_d13_far_away_the_record_is_due_a_day_after_leaving(desk: Desk, db: Database) -> None:
    put(db, models.customers.Site, desk.world.sites["A1"], in_area=False)
    assert record(desk.to("work_done"))["due_at"] == "2026-06-11T06:00:00Z"


def test_r79_a_late_record_is_marked_so(desk: Desk, traveller: time_machine.Traveller) -> None:
    order = desk.act(desk.to("work_done"), "sign")
    traveller.shift(timedelta(hours=4))
    handed = desk.act(order, "hand-in")
    assert (handed["recorded_late"], record(handed)["state"]) == (True, "late_met")


def test_d13_a_record_handed_in_on_the_phone_in_time_is_in_time(desk: Desk, traveller: time_machine.Traveller) -> None:
    """Without a network until the next morning: what the phone did at 15:00 counts as of 15:00."""
    order = desk.act(desk.to("work_done"), "sign")
    traveller.shift(timedelta(hours=18))
    handed = desk.act(order, "hand-in", occurred_at="2026-06-10T07:00:00Z")
    assert (handed["recorded_late"], handed["handed_in_at"]) == (False, "2026-06-10T07:00:00Z")
    assert record(handed)["state"] == "met"


def test_d13_the_time_for_the_record_begins_when_the_phone_says_it_was_done(
    desk: Desk, traveller: time_machine.Traveller
) -> None:
    """Completed on Wednesday without a network, told on Thursday: due on Wednesday's evening."""
    order = desk.act(desk.to("on_site"), "diagnose")
    traveller.shift(timedelta(hours=20))
    done = desk.act(order, "complete", occurred_at="2026-06-10T06:40:00Z")
    assert (done["done_at"], record(done)["due_at"]) == ("2026-06-10T06:40:00Z", "2026-06-10T09:30:00Z")
