"""Every checker fails on a planted fault before it counts: a loss, a double, a gap, a write without its fact."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text, update

from api import models
from api.events.sequencer import Sequencer
from api.kit.db import Database
from api.kit.ids import new_id
from api.parts.movements import schemas as movements
from api.parts.movements import service as moving
from api.parts.reservations import schemas as keeping
from api.parts.reservations import service as reserving
from tests.client import Api
from tests.intake.steps import take_in
from tests.parts.steps import wrong_with
from tests.promises import (
    p01_kills,
    p04_bookings,
    p04_drags,
    p05_retries,
    p15_ground,
    p15_races,
    p15_replay,
    p15_steps,
    p16_numbers,
    p17_edits,
    p23_malformed,
    p30_clocks,
    p31_imports,
)
from tests.promises.p01_kills import Journal, Operation
from tests.promises.wire import Reply
from tests.world import World

AsRole = Callable[..., Api]
_case, _event = models.service_requests.ServiceRequest.__table__, models.events.Event.__table__
_position = models.events.EventPosition.__table__


def sabotage(db: Database, *statements: Any) -> None:
    """Change what the log's triggers would not let anybody change."""
    with db.writer.connect() as conn:
        if db.is_sqlite:
            conn.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        with conn.begin():
            if db.is_sqlite:
                for table in ("event", "event_position"):
                    for verb in ("update", "delete"):
                        conn.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_{verb}"))
            else:
                conn.execute(text("SET LOCAL session_replication_role = replica"))
            for statement in statements:
                conn.execute(statement)


def copy_of(db: Database, table: Any, source: str, **other: Any) -> Any:
    """A statement that inserts the row once more, with other values."""
    with db.read() as conn:
        row = dict(conn.execute(select(table).where(table.c.id == source)).one()._mapping)
    return insert(table).values(row | other)


# -- P1 ----------------------------------------------------------------------------------------------------------------
@pytest.fixture
def journal(as_role: AsRole, world: World, db: Database) -> Journal:
    """A case taken in, a note on it, and a customer, all acknowledged; the facts have their places."""
    desk = as_role("CO")
    case = take_in(desk, world, subject="P1 case")
    desk.act(f"service-requests/{case['id']}/note", {"text": "P1 note"})
    customer = desk.act("customers", {"kind": "company", "name": "P1 customer", "confirmed_new": True})
    Sequencer(db, "one").step()
    told = [
        ("take in", "P1 case", case["id"]),
        ("note", "P1 note", case["id"]),
        ("customer", "P1 customer", customer["id"]),
    ]
    return Journal([Operation(kind, mark, id, "acknowledged", 200) for kind, mark, id in told])  # type: ignore[arg-type]


def first(journal: Journal) -> str:
    return journal.operations[0].subject_id


P1_FAULTS: dict[str, tuple[Callable[[Database, Journal], None], str]] = {
    "a lost case": (lambda db, j: sabotage(db, delete(_case).where(_case.c.id == first(j))), "row False"),
    "a doubled case": (
        lambda db, j: sabotage(db, copy_of(db, _case, first(j), id=new_id(), number="SR-X-20261122-0001")),
        "never asked for",
    ),
    "a lost fact": (
        lambda db, j: sabotage(db, delete(_event).where(_event.c.type == "service_request.created")), "0 facts tell",
    ),
    "a doubled note": (
        lambda db, j: j.operations.append(replace(j.operations[1], state="refused", answer=500)), "refused with 500",
    ),
    "an acknowledged note that never came": (
        lambda db, j: j.operations.append(Operation("note", "P1 other", first(j), "acknowledged", 200)), "0 facts tell",
    ),
    "a change without its fact": (
        lambda db, j: sabotage(db, update(_case).where(_case.c.id == first(j)).values(version=9)), "is at version 9",
    ),
    "a fact that nobody is told of": (
        lambda db, j: sabotage(db, delete(_position).where(_position.c.position == 2)), "places up to",
    ),
    "a fact that was changed": (
        lambda db, j: sabotage(db, update(_event).where(_event.c.type == "service_request.created").values(data={})),
        "CHANGED at",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", P1_FAULTS)
def test_p1_the_comparison_finds(db: Database, journal: Journal, fault: str) -> None:
    assert p01_kills.compare(db, journal)["wrong"] == []
    plant, said = P1_FAULTS[fault]
    plant(db, journal)
    found = p01_kills.compare(db, journal)["wrong"]
    assert any(said in each for each in found), found


def test_p1_what_is_unknown_may_be_there_or_not_but_not_twice(db: Database, journal: Journal) -> None:
    journal.operations[1].state = "sent"
    journal.operations.append(Operation("note", "P1 never arrived", first(journal)))
    assert p01_kills.compare(db, journal)["wrong"] == []


# -- P4 ----------------------------------------------------------------------------------------------------------------
def test_p4_the_judge_sees_an_overlap_that_nobody_allowed() -> None:
    at = datetime(2027, 1, 4, tzinfo=UTC)
    span = {"resource_no": 1, "blocked_from": at, "blocked_to": at + timedelta(hours=1)}
    two = [span | {"id": "a"}, span | {"id": "b"}]
    allowed = {"booking_id": "b", "clash_id": "a", "by_id": "m", "reason": "急"}
    assert p04_drags.unexplained(two, [allowed]) == []
    for wrong in ([], [allowed | {"by_id": None}], [allowed | {"clash_id": "c"}], [allowed | {"reason": ""}]):
        assert len(p04_drags.unexplained(two, wrong)) == 1
    apart = [two[0], two[1] | {"resource_no": 2}]
    assert p04_drags.unexplained(apart, []) == []


def test_p4_the_judges_see_two_winners_and_no_winner() -> None:
    good = [Counter(won=1, clash=1), Counter(won=1, clash=1), Counter(won=1, late=1)]
    assert p04_bookings.judge_rounds(good) == []
    for bad in (Counter(won=2), Counter(clash=2), Counter(won=1, unnamed=1), Counter(won=1, late=1)):
        assert len(p04_bookings.judge_rounds([bad, *good[1:]])) == 1
    figures = {"rounds": 9, "won": 9, "exactly_one": 9, "named": 9, "other": [], "overlaps": 0}
    assert p04_bookings.judge_figures(figures, 9, 2) == []
    for name, value in (("won", 10), ("exactly_one", 8), ("named", 8), ("other", ["deadlocks"]), ("overlaps", 1)):
        assert len(p04_bookings.judge_figures(figures | {name: value}, 9, 2)) == 1


# -- P5 ----------------------------------------------------------------------------------------------------------------
@pytest.fixture
def told(as_role: AsRole, world: World) -> list[p05_retries.Told]:
    """Two keys of which each was answered three times: once afresh, twice as a repeat."""
    found = []
    for number in range(2):
        case = take_in(as_role("CO"), world, subject=f"P5 {number}")
        body = json.dumps(case).encode()
        repeat = {"idempotent-replayed": "true"}
        found.append(
            p05_retries.Told(f"k{number}", f"P5 {number}", [Reply(201, h, body) for h in ({}, repeat, repeat)])
        )
    return found


def test_p5_the_comparison_finds_doubles_and_false_repeats(db: Database, told: list[p05_retries.Told]) -> None:
    assert p05_retries.compare(db, told) == []
    good = list(told[0].replies)
    for bad, said in (
        ([good[0], good[0], good[1]], "2 answers are not flagged"),
        ([good[1], good[1], good[1]], "0 answers are not flagged"),
        ([good[0], replace(good[1], body=good[1].body + b" ")], "2 different answers"),
        ([replace(good[0], status=500)], "answered [500]"),
    ):
        told[0].replies = bad
        assert said in p05_retries.compare(db, told)[0]
    told[0].replies, told[0].other_content = good, 201
    assert "other content" in p05_retries.compare(db, told)[0]
    told[0].other_content = None
    id = good[0].json()["id"]
    sabotage(db, copy_of(db, _case, id, id=new_id(), number="SR-X-20261122-0001"))
    assert "2 rows" in p05_retries.compare(db, told)[0]
    assert "which nobody sent" in p05_retries.compare(db, told[1:])[0]


# -- P16, P17 ----------------------------------------------------------------------------------------------------------
def test_p16_the_comparison_finds_gaps_and_doubles(as_role: AsRole, world: World, db: Database) -> None:
    cases = [take_in(as_role("CO"), world) for _ in range(3)]
    assert p16_numbers.compare(db)["wrong"] == []
    sabotage(db, delete(_case).where(_case.c.id == cases[1]["id"]))
    assert "1 numbers are missing, from 2 on" in p16_numbers.compare(db)["wrong"][0]
    assert p16_numbers.wrong_with(["SR-A-1", "SR-A-2", "SR-A-2"]) == ["SR-A-2 was given 2 times"]


def test_p17_the_comparison_finds_a_lost_update(as_role: AsRole, world: World, db: Database) -> None:
    case = take_in(as_role("CO"), world)
    path, match = f"service-requests/{case['id']}", {"If-Match": '"1"'}
    answers = [as_role("CO").patch(path, json={"description": d}, headers=match) for d in ("a", "b")]
    replies = tuple(Reply(answer.status_code, {}, answer.content) for answer in answers)
    good = p17_edits.Pair(case["id"], 1, ("a", "b"), replies)  # type: ignore[arg-type]
    assert p17_edits.compare(db, [good]) == []
    both = replace(good, replies=(replies[0], replies[0]))
    silent = replace(good, replies=(replies[0], Reply(412, {}, b'{"version": 1}')))
    assert "answered [200, 200]" in p17_edits.compare(db, [both])[0]
    assert "was told version 1" in p17_edits.compare(db, [silent])[0]
    with db.write() as conn:
        conn.execute(update(_case).where(_case.c.id == case["id"]).values(description="b"))
    assert "last won" in p17_edits.compare(db, [good])[0]


# -- P15 ---------------------------------------------------------------------------------------------------------------
def _stocked(db: Database, world: World) -> tuple[p15_ground.Store, str]:
    """Three pieces in a store, one of them reserved."""
    ground, part = p15_ground.build(db, world, "X"), p15_ground.part(db, "X-1")
    order = p15_ground.order(db, world)
    with p15_ground.unit_of(db) as unit:
        line = movements.Received(part_id=part, quantity=3, value_fen=1000)
        moving.receive(unit, movements.Receive(to_place_id=ground.store, lines=[line]))
    with p15_ground.unit_of(db) as unit:
        wanted = keeping.ReservationCreate(order_id=order, part_id=part, quantity=1, place_id=ground.store)
        reserving.reserve(unit, wanted)
    return ground, part


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"quantity": 4}, "4 pieces of 1000 fen, the movements say 3 of 1000"),
        ({"value_fen": 999}, "3 pieces of 999 fen, the movements say 3 of 1000"),
        ({"reserved": 2}, "2 reserved, the reservations say otherwise"),
    ],
)
def test_p15_the_sums_find_a_changed_position(
    db: Database, world: World, anonymous: Api, change: dict[str, int], found: str
) -> None:
    _stocked(db, world)
    assert wrong_with(db) == []
    with db.write() as conn:
        conn.execute(update(models.stock.StockPosition.__table__).values(**change))
    assert [each for each in wrong_with(db) if found in each]


def test_p15_the_oracle_finds_a_movement_that_moved_nothing(db: Database, world: World, anonymous: Api) -> None:
    ground, part = _stocked(db, world)
    oracle = p15_steps.Oracle()
    oracle.take_in(db)
    assert oracle.wrong(db, [part]) == []
    with db.write() as conn:
        conn.execute(update(models.stock.StockPosition.__table__).values(quantity=2, reserved=0))
    assert "the movements say (3, 1000)" in oracle.wrong(db, [part])[0]
    assert p15_replay.compare(db, ground.store, {part: [3, 1000]}) != []


def test_p15_a_race_with_two_winners_or_none_is_found(db: Database, world: World, anonymous: Api) -> None:
    good = Counter({"won": 1, "short": 7})
    assert p15_races.judge([good, good], 2) == []
    for bad in ({"won": 2, "short": 6}, {"short": 8}, {"won": 1, "short": 6, "deadlocks": 1}):
        assert p15_races.judge([good, Counter(bad)], 2) == [f"race 1: {bad}"]
    assert p15_races.judge([good], 2) == ["1 races ended, not 2"]
    _, part = _stocked(db, world)
    assert p15_races.effects(db, [part]) == []  # it is held once
    other = new_id()
    assert p15_races.effects(db, [part, other]) == [f"{other}: the last piece was given 0 times"]


# -- P23, P30, P31 -----------------------------------------------------------------------------------------------------
class _Asked:
    returncode, stdout = 0, "…FAILURES…"


def test_p23_the_figures_tell_failures_and_five_hundreds() -> None:
    report: dict[str, Any] = {
        "failures": [], "errors": [], "complete": True, "test_cases": {"generated": 9}, "operations": {"tested": 9},
    }  # fmt: skip
    quiet: dict[str, Any] = {"answers": {"200": 9}, "judged": {}}
    assert p23_malformed.figures(report, quiet, _Asked())["failures"] == []
    failure = {"title": "Undocumented status", "count": 1, "operations": ["GET /x"]}
    for bad in ({"failures": [failure]}, {"errors": ["lost"]}, {"complete": False}):
        assert p23_malformed.figures(report | bad, quiet, _Asked())["failures"] != []
    assert p23_malformed.figures(report, quiet | {"answers": {"500": 1}}, _Asked())["failures"] != []


def test_p30_the_judge_sees_a_clock_told_twice() -> None:
    good = {"warned": 5, "missed": 10, "escalated": 10, "late": 5, "more_than_once": 0, "states": {"missed": 10}}
    assert p30_clocks.judge(good, 10) == []
    for bad in (
        {"missed": 9},
        {"missed": 11},
        {"more_than_once": 1},
        {"late": 4},
        {"states": {"missed": 9, "running": 1}},
    ):
        assert p30_clocks.judge(good | bad, 10) != []


def test_p31_the_comparison_finds_half_a_case(as_role: AsRole, world: World, db: Database) -> None:
    assert p31_imports.halves(db) == []
    case = take_in(as_role("CO"), world)
    sabotage(db, update(_case).where(_case.c.id == case["id"]).values(imported_from="helpdesk-log:x"))
    assert p31_imports.halves(db) == ["1 cases without their history"]
    assert "1 cases, not 1831" in p31_imports.complete(db)
    fact = update(_event).where(_event.c.subject_id == case["id"])
    sabotage(db, fact.values(type="service_request.imported", subject_id=new_id()))
    assert "1 facts without their case" in p31_imports.halves(db)
