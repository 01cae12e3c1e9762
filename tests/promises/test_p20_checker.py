"""P20's own checker fails on a planted fault: doubles, losses, wrong ends, slow and foreign pop-ups."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.promises import p20_calls
from tests.promises.test_checkers import copy_of, sabotage
from tests.world import World


@pytest.fixture
def phoned(db: Database, world: World) -> tuple[list[p20_calls.Plan], list[p20_calls.Agent]]:
    """Two calls of the last hour as they truly went, written as they should be found: one answered, one missed."""
    plans = p20_calls.planned(Random(3), {"calls": 2, "agents": 1, "live": 0}, datetime.now(UTC))
    plans[0].answered, plans[1].answered = plans[0].rang + timedelta(seconds=9), None
    agent = p20_calls.Agent(world.employees["HL@A1"], "2000", "")
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        for plan in plans:
            taken = plan.answered is not None
            call = unit.insert(
                models.calls.Call, number=plan.key, station_id=world.stations["A1"], direction="inbound", repeat=False,
                status="answered" if taken else "closed", outcome=None if taken else "missed", phone=f"+86{plan.number}",
                caller_name=plan.key, rang_at=plan.rang, answered_at=plan.answered, ended_at=plan.ended,
                wait_seconds=9 if taken else None, agent_id=agent.employee_id if taken else None,
            )  # fmt: skip
            unit.insert(
                models.telephony.CallLeg, call_id=call.id, station_id=world.stations["A1"], employee_id=agent.employee_id,
                extension="2000", status="over", rang_at=plan.rang, ended_at=plan.ended, ending="talked",
            )  # fmt: skip
    return plans, [agent]


def test_p20_the_comparison_finds_doubles_losses_and_wrong_ends(db: Database, phoned: Any) -> None:
    plans, agents = phoned
    assert p20_calls.compare(db, plans, agents) == []
    calls, legs = models.calls.Call.__table__, models.telephony.CallLeg.__table__
    first = calls.c.caller_name == plans[0].key
    for statement, undo, said in (
        (update(calls).where(first).values(ended_at=None), {"ended_at": plans[0].ended}, "ended_at is None"),
        (update(calls).where(first).values(status="closed", outcome="missed"), {"status": "answered", "outcome": None},
         "it is closed missed"),
        (update(calls).where(first).values(agent_id=None), {"agent_id": agents[0].employee_id}, "agent_id is None"),
        (update(calls).where(first).values(caller_name="p20-x"), {"caller_name": plans[0].key}, "planned by nobody"),
    ):  # fmt: skip
        with db.write() as conn:
            conn.execute(statement)
        assert any(said in line for line in p20_calls.compare(db, plans, agents)), said
        with db.write() as conn:
            changed = first if "caller_name" not in undo else calls.c.caller_name == "p20-x"
            conn.execute(update(calls).where(changed).values(undo))
    with db.write() as conn:
        conn.execute(update(legs).values(status="ringing", ended_at=None))
    assert "its agent's side is ('ringing', 'talked')" in p20_calls.compare(db, plans, agents)[0]
    with db.read() as conn:
        id = conn.execute(select(calls.c.id).where(first)).scalar_one()
    sabotage(db, copy_of(db, calls, id, id=new_id(), number="CL-X"))
    assert f"{plans[0].key} is there 2 times" in p20_calls.compare(db, plans, agents)
    sabotage(db, delete(legs), delete(calls).where(calls.c.caller_name == plans[1].key))
    assert f"{plans[1].key} is there 0 times" in p20_calls.compare(db, plans, agents)


def test_p20_the_judge_sees_slow_missing_and_foreign_pop_ups() -> None:
    good = [50.0] * 96 + [4000.0] * 4
    assert p20_calls.judge(good, 100, 0) == []
    assert p20_calls.judge([50.0] * 94 + [1001.0] * 6, 100, 0) == ["95 of 100 pop-ups take up to 1001.0 ms"]
    assert p20_calls.judge(good, 101, 0) == ["100 of 101 calls popped up"]
    assert p20_calls.judge(good, 100, 1) == ["1 rings reached another agent's stream"]
    assert p20_calls.judge([], 0, 0) != []
