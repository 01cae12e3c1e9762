"""People's time: travel widens it, a clash is named, only a manager doubles it, the database has the last word (P4)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from api import models
from api.access.actor import Actor, Grant
from api.access.policy import Role
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.problems import Clash, Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.network.bookings import queries, service
from tests.client import Api
from tests.network.clocks.desk import at, cn
from tests.world import World

As = Callable[..., Api]
_booking = models.bookings.Booking.__table__
TEN, ELEVEN = cn("2026-11-23 10:00"), cn("2026-11-23 11:00")
HALF = timedelta(minutes=30)


@contextmanager
def as_manager(db: Database, world: World, station: str = "A1", role: Role = Role.STATION_MANAGER) -> Iterator[Unit]:
    """One transaction in the name of somebody who holds a role at a station."""
    actor = Actor.of(
        id=world.employees["SM@A1"], kind="person", name="SM", grants=[Grant(role, world.stations[station])]
    )
    with db.write() as conn:
        yield Unit(db, conn, actor, now=cn("2026-11-20 09:00"))


def booked(db: Database, world: World, start: datetime = TEN, end: datetime = ELEVEN, **more: Any) -> Row:
    with at(db, cn("2026-11-20 09:00")) as unit:
        return service.book(unit, world.employees["FE@A1"], start, end, **({"travel_before": 0, "note": "WO-1"} | more))


@pytest.mark.parametrize(
    ("start", "end", "free"),
    [
        (TEN, ELEVEN, False),
        (TEN - HALF, TEN + timedelta(seconds=1), False),
        (ELEVEN - timedelta(seconds=1), ELEVEN + HALF, False),
        (TEN + timedelta(minutes=10), TEN + timedelta(minutes=20), False),
        (TEN - HALF, ELEVEN + HALF, False),
        (TEN - HALF, TEN, True),
        (ELEVEN, ELEVEN + HALF, True),
    ],
)
def test_r11_overlaps_are_refused_and_neighbours_are_not(
    db: Database, world: World, start: datetime, end: datetime, free: bool
) -> None:
    first = booked(db, world)
    if free:
        booked(db, world, start, end)
        return
    with pytest.raises(Clash) as refused:
        booked(db, world, start, end)
    clash = refused.value.members["clash"]
    assert (clash["booking_id"], clash["starts_at"], clash["ends_at"], clash["number"]) == (
        first.id,
        TEN,
        ELEVEN,
        "WO-1",
    )
    assert clash["employee"] == {"id": world.employees["FE@A1"], "name": "FE A1"}


def test_t1_another_stations_booking_is_not_told(db: Database, world: World) -> None:
    """An engineer posted at two stations: that his time is taken is said, by which order and why is the other's own."""
    first = booked(db, world, note="WO-1", work_order_id=new_id())
    with as_manager(db, world, "A2", Role.COORDINATOR) as unit, pytest.raises(Clash) as refused:
        service.book(unit, world.employees["FE@A1"], TEN, ELEVEN, station_id=world.stations["A2"])
    clash = refused.value.members["clash"]
    assert (clash["starts_at"], clash["ends_at"], clash["kind"]) == (TEN, ELEVEN, "job")
    assert (clash["booking_id"], clash["number"], clash["work_order_id"]) == (None, None, None)
    assert "WO-1" not in str(refused.value.members)
    assert first.id not in str(refused.value.members)


def test_travel_widens_what_is_blocked(db: Database, world: World) -> None:
    booked(db, world, travel_before=1800, travel_after=900)
    for start, end, free in (
        (cn("2026-11-23 09:00"), cn("2026-11-23 09:31"), False), (cn("2026-11-23 09:00"), cn("2026-11-23 09:30"), True),
        (cn("2026-11-23 11:14"), cn("2026-11-23 12:00"), False), (cn("2026-11-23 11:15"), cn("2026-11-23 12:00"), True),
    ):  # fmt: skip
        if free:
            booked(db, world, start, end)
        else:
            with pytest.raises(Clash):
                booked(db, world, start, end)


def test_the_travel_is_the_settings_unless_given(db: Database, world: World) -> None:
    with at(db, cn("2026-11-20 09:00")) as unit:
        row = service.book(unit, world.employees["FE@A1"], TEN, ELEVEN)
    assert (row.blocked_from, row.blocked_to) == (TEN - HALF, ELEVEN)


def test_another_engineer_is_free(db: Database, world: World) -> None:
    booked(db, world)
    with at(db, cn("2026-11-20 09:00")) as unit:
        service.book(unit, world.employees["FE2@A1"], TEN, ELEVEN, travel_before=0)


def test_released_time_is_free_again(db: Database, world: World) -> None:
    row = booked(db, world)
    with at(db, cn("2026-11-20 09:00")) as unit:
        service.release(unit, row.id, "改派")
    booked(db, world)
    with at(db, cn("2026-11-20 09:00")) as unit, pytest.raises(NotFound):
        service.release(unit, row.id)


def test_moving_a_booking_meets_the_same_refusals(
    db: Database, world: World, recorded: Callable[..., list[str]]
) -> None:
    first = booked(db, world)
    second = booked(db, world, ELEVEN, ELEVEN + HALF)
    with at(db, cn("2026-11-20 09:00")) as unit, pytest.raises(Clash) as refused:
        service.rebook(unit, second.id, starts_at=TEN + HALF)
    assert refused.value.members["clash"]["booking_id"] == first.id
    with at(db, cn("2026-11-20 09:00")) as unit:
        service.rebook(unit, second.id, starts_at=ELEVEN + HALF, ends_at=ELEVEN + 2 * HALF)
        moved = service.rebook(unit, first.id, employee_id=world.employees["FE2@A1"], ends_at=ELEVEN + HALF)
    assert (moved.employee_id, moved.starts_at, moved.ends_at) == (world.employees["FE2@A1"], TEN, ELEVEN + HALF)
    booked(db, world)
    assert recorded(first.id) == ["booking.made", "booking.moved"]


def test_only_his_manager_doubles_an_engineers_time_and_says_why(db: Database, world: World) -> None:
    first = booked(db, world)
    for station, role in (("A1", Role.COORDINATOR), ("A2", Role.STATION_MANAGER)):
        with as_manager(db, world, station, role) as unit, pytest.raises(Forbidden):
            service.book(unit, world.employees["FE@A1"], TEN, ELEVEN, override_reason="急修")
    with as_manager(db, world) as unit:
        row = service.book(
            unit, world.employees["FE@A1"], TEN + HALF, ELEVEN + HALF, travel_before=0, override_reason="急修"
        )
        assert (row.overrides_id, row.override_reason) == (first.id, "急修")
    with pytest.raises(Clash):  # the double too is time in which he is taken
        booked(db, world, ELEVEN + timedelta(minutes=10), ELEVEN + timedelta(minutes=20))
    with as_manager(db, world) as unit:  # a reason where nothing clashes overrides nothing
        row = service.book(unit, world.employees["FE2@A1"], TEN, ELEVEN, override_reason="急修")
        assert (row.overrides_id, row.override_reason) == (None, None)


def raw(world: World, row: Row, **changes: Any) -> dict[str, Any]:
    values = {column.key: getattr(row, column.key) for column in _booking.c}
    return values | {"id": secrets.token_hex(16)[:8] + row.id[8:]} | changes


@pytest.mark.parametrize("shift", [timedelta(), HALF, -HALF])
def test_r11_the_database_itself_refuses_an_overlap(db: Database, world: World, shift: timedelta) -> None:
    row = booked(db, world)
    moved = {name: getattr(row, name) + shift for name in ("starts_at", "ends_at", "blocked_from", "blocked_to")}
    with pytest.raises(IntegrityError, match="booking_no_overlap"), db.write() as conn:
        conn.execute(insert(_booking), raw(world, row, **moved))
    later = booked(db, world, ELEVEN + HALF, ELEVEN + 2 * HALF)
    with pytest.raises(IntegrityError, match="booking_no_overlap"), db.write() as conn:
        conn.execute(update(_booking).where(_booking.c.id == later.id), moved)


def test_what_only_the_database_saw_is_named_too(db: Database, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clash that appears between looking and writing: the constraint's refusal becomes the same answer."""
    first = booked(db, world)
    look = queries.clashes
    seen: list[Any] = []

    def blind_once(*given: Any, **named: Any) -> Any:
        seen.append(given)
        return [] if len(seen) == 1 else look(*given, **named)

    monkeypatch.setattr(queries, "clashes", blind_once)
    with pytest.raises(Clash) as refused:
        booked(db, world, TEN + HALF, ELEVEN + HALF)
    assert refused.value.members["clash"]["booking_id"] == first.id
    seen.clear()
    other = booked(db, world, ELEVEN + HALF, ELEVEN + 2 * HALF)
    seen.clear()
    with pytest.raises(Clash) as refused, at(db, cn("2026-11-20 09:00")) as unit:
        service.rebook(unit, other.id, starts_at=TEN, ends_at=ELEVEN)
    assert refused.value.members["clash"]["booking_id"] == first.id


@pytest.mark.parametrize(("start", "end"), [(TEN, TEN), (ELEVEN, TEN), (TEN, TEN + timedelta(days=63))])
def test_an_impossible_span_is_refused(db: Database, world: World, start: datetime, end: datetime) -> None:
    with pytest.raises(Invalid):
        booked(db, world, start, end)


def test_load_and_free_time_for_candidates(db: Database, world: World) -> None:
    booked(db, world, travel_before=1800)
    both = [world.employees["FE@A1"], world.employees["FE2@A1"]]
    with at(db, cn("2026-11-20 09:00")) as unit:
        day = (cn("2026-11-23 00:00"), cn("2026-11-24 00:00"))
        assert queries.load(unit, both, *day) == {both[0]: 3600.0, both[1]: 0.0}
        assert [row["employee_id"] for row in queries.busy(unit, both, cn("2026-11-23 09:45"), TEN)] == [both[0]]


# -- through the API ----------------------------------------------------------------------------------------------


def leave(
    world: World, who: str = "FE@A1", start: str = "2026-11-23T02:00:00Z", end: str = "2026-11-23T03:00:00Z"
) -> Any:
    return {"employee_id": world.employees[who], "starts_at": start, "ends_at": end, "note": "年假"}


def test_leave_is_a_booking_and_blocks_jobs(as_role: As, world: World, db: Database) -> None:
    co = as_role("CO")
    made = co.act("bookings", leave(world), idempotency_key="k-1")
    assert (made["kind"], made["employee"]["name"], made["travel_before_seconds"]) == ("leave", "FE A1", 0)
    assert co.act("bookings", leave(world), idempotency_key="k-1")["id"] == made["id"]
    clash = co.act("bookings", leave(world), status=409, idempotency_key="k-2")
    assert clash["type"] == "/problems/clash"
    assert clash["clash"]["starts_at"] == "2026-11-23T02:00:00Z"
    assert clash["detail"] == "FE A1这段时间已被占用：年假"
    with pytest.raises(Clash):
        booked(db, world)
    ended = co.act(f"bookings/{made['id']}/release", {"reason": "销假"}, idempotency_key="k-3")
    assert ended["released_at"]
    co.act(f"bookings/{made['id']}/release", {}, status=409, idempotency_key="k-4")
    booked(db, world)


def test_a_key_is_required_and_only_dispatchers_give_leave(as_role: As, world: World) -> None:
    as_role("CO").act("bookings", leave(world), status=400)
    as_role("FE").act("bookings", leave(world), status=403, idempotency_key="k")
    as_role("CO").act("bookings", leave(world, "FE@A2"), status=422, idempotency_key="k")  # out of sight is nobody
    as_role("CO").act("bookings", leave(world, end="2026-11-23T01:00:00Z"), status=422, idempotency_key="k")
    as_role("CO").act("bookings", leave(world) | {"employee_id": world.stations["A1"]}, status=422, idempotency_key="k")


def test_a_jobs_time_is_not_freed_as_leave(as_role: As, world: World, db: Database) -> None:
    row = booked(db, world)
    as_role("CO").act(f"bookings/{row.id}/release", {}, status=409, idempotency_key="k")


def test_who_sees_which_bookings(as_role: As, world: World, db: Database) -> None:
    booked(db, world)
    with at(db, cn("2026-11-20 09:00")) as unit:
        service.book(unit, world.employees["FE2@A1"], TEN, ELEVEN, note="WO-2", travel_before=0)
        service.book(unit, world.employees["FE@B1"], TEN, ELEVEN, note="WO-3", travel_before=0)

    def notes(api: Api, **query: Any) -> list[str]:
        return [row["note"] for row in api.read("bookings", **query)["items"]]

    assert notes(as_role("CO")) == ["WO-1", "WO-2"]
    assert notes(as_role("FE")) == ["WO-1"]
    assert notes(as_role("RM", "B")) == ["WO-3"]
    assert notes(as_role("HL"), station_id=world.stations["B1"]) == ["WO-3"]
    assert notes(as_role("CO"), employee_id=world.employees["FE2@A1"]) == ["WO-2"]
    assert notes(as_role("CO"), **{"from": "2026-11-23T03:00:00Z"}) == []
    assert notes(as_role("CO"), to="2026-11-23T02:00:00Z") == []
    assert notes(as_role("CO"), **{"from": "2026-11-23T02:59:59Z", "to": "2026-11-24T00:00:00Z"}) == ["WO-1", "WO-2"]


def test_jobs_are_described_by_the_room_above(
    as_role: As, world: World, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    order_id = new_id()
    told = {"number": "WO-A1-20261123-0001", "customer_name": "绿源环境", "subject": "读数漂移", "status": "assigned"}
    monkeypatch.setattr(service, "_told", [])
    service.tell(lambda unit, orders: dict.fromkeys(orders, told))
    row = booked(db, world, work_order_id=order_id)
    found = as_role("CO").read(f"bookings/{row.id}")
    assert {name: found[name] for name in told} == told
    assert (found["work_order_id"], found["note"], found["kind"]) == (order_id, "WO-1", "job")
