"""Questions of customers: answered at once, promised with a clock, passed on with what was clarified, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from api import models
from api.access.actor import SYSTEM
from api.intake.consultations.limit import latest
from api.kit.db import Database
from api.kit.unit import Unit
from api.network.clocks.scan import scan_clocks
from tests.client import Api
from tests.intake.steps import act, take_in
from tests.world import World

Role = Callable[..., Api]
MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""10:00 at the stations, a working day."""
CLEAR = "零点校准报错 E12，已重启、换过标液，仍报错"


def question(agent: Api, world: World, **over: Any) -> dict[str, Any]:
    """A consultation that was taken in and judged, not answered."""
    case = take_in(agent, world, group="consultation", fault_kind="software", **over)
    return act(agent, case, "judge", group="consultation", fault_kind="software")


def promised(agent: Api, world: World, **over: Any) -> dict[str, Any]:
    return agent.act("consultations", {"case_id": question(agent, world)["id"]} | over)


def test_r53_every_answered_question_stands_in_the_register(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    act(agent, question(agent, world, description="零点怎么校准"), "answer", answer="按两次校准键")
    act(agent, act(agent, take_in(agent, world), "judge", mode="carry_in"), "advise-carry-in")
    carried, told = agent.read("consultations", sort="-created_at")["items"]
    assert (told["status"], told["question"], told["answer"]) == ("answered", "零点怎么校准", "按两次校准键")
    assert (carried["status"], carried["open"]) == ("carry_in", False)  # R52
    assert "A1" in carried["number"]
    assert carried["answer"].startswith("请客户送修：")


def test_r54_a_promise_has_a_contact_and_a_clock_and_its_time_is_within_d12(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = question(agent, world)
    nobody = agent.act(f"customers/{world.customers['A1']}/contacts", {"name": "没有电话的人"})
    without = agent.post("consultations", json={"case_id": case["id"], "contact_id": nobody["id"]})
    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (422, "/body/contact_id")
    far = {"case_id": case["id"], "promised_at": (datetime.now(UTC) + timedelta(days=3)).isoformat()}
    assert agent.post("consultations", json=far).json()["errors"][0]["code"] == "beyond_limit"
    past = {"case_id": case["id"], "promised_at": "2026-01-05T09:00:00+08:00"}
    assert agent.post("consultations", json=past).json()["errors"][0]["code"] == "in_past"
    record = agent.act("consultations", {"case_id": case["id"]})
    assert (record["status"], record["clock"]["kind"], record["open"]) == ("promised", "reply", True)
    shown = agent.read(f"service-requests/{case['id']}")
    assert shown["status"] == "judged"
    assert shown["clock"]["kind"] == "reply"  # what is owed is what the matter is late by
    assert agent.post("consultations", json={"case_id": case["id"]}).status_code == 409
    matters = agent.read("callers", phone="13800004410")["matches"][0]["open_matters"]
    assert [matter["clock"]["kind"] for matter in matters] == ["reply"]


@pytest.mark.parametrize(
    ("urgency", "asked", "due"),
    [
        ("urgent", MONDAY, MONDAY + timedelta(hours=2)),
        # lunch counts, because the hotline is staffed then (D7)
        ("urgent", MONDAY + timedelta(hours=1, minutes=30), MONDAY + timedelta(hours=3, minutes=30)),
        ("normal", MONDAY, datetime(2026, 11, 23, 9, 30, tzinfo=UTC)),
        # Saturday evening: the next working day ends after more than 24 hours, so the 24 hours hold
        ("normal", datetime(2026, 11, 21, 11, 0, tzinfo=UTC), datetime(2026, 11, 22, 11, 0, tzinfo=UTC)),
    ],
)
def test_d12_urgent_two_working_hours_normal_the_same_day_never_beyond_24_hours(
    urgency: str, asked: datetime, due: datetime, db: Database, world: World
) -> None:

    with db.read() as conn:
        told, why = latest(Unit(db, conn, SYSTEM), world.stations["A1"], urgency, asked)
    assert (told, "D12" in why.zh) == (due, True)


def test_r54_overdue_answers_are_alarmed_and_come_first(as_role: Role, world: World, db: Database) -> None:

    agent = as_role("HL")
    late, fresh = promised(agent, world), promised(agent, world)
    before = datetime.now(UTC) - timedelta(minutes=1)
    for table in (models.consultations.Consultation.__table__, models.clocks.Clock.__table__):
        column = table.c.id if table.name == "consultation" else table.c.subject_id
        with db.write() as conn:
            conn.execute(update(table).where(column == late["id"]).values(due_at=before))

    @contextmanager
    def unit() -> Iterator[Unit]:
        with db.write() as conn:
            yield Unit(db, conn, SYSTEM)

    scan_clocks(db, unit, datetime.now(UTC))
    rows = agent.read("consultations", open=True)["items"]
    assert [row["id"] for row in rows] == [late["id"], fresh["id"]]
    assert rows[0]["clock"]["state"] == "missed"
    assert [row["id"] for row in agent.read("consultations", late=True)["items"]] == [late["id"]]
    events = agent.read(f"service-requests/{late['service_request']['id']}/events")["items"]
    assert "clock.missed" in {event["type"] for event in events}


def test_r56_r57_a_question_is_passed_on_only_with_what_was_clarified(as_role: Role, world: World) -> None:
    agent, expert, other = as_role("HL"), as_role("BE"), as_role("FE")
    to = {"employee_id": world.employees["BE@A1"]}
    case = question(agent, world)
    for unclear in (to, to | {"problem": "坏了"}):
        answer = agent.post("consultations", json={"case_id": case["id"], "transfer": unclear})
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/body/transfer/problem")
    nobody = agent.post("consultations", json={"case_id": case["id"], "transfer": {"problem": CLEAR}})
    assert nobody.json()["errors"][0]["code"] == "one_of"
    record = agent.act("consultations", {"case_id": case["id"], "transfer": to | {"problem": CLEAR}})
    assert (record["status"], record["owner"]["id"], record["problem"]) == ("transferred", to["employee_id"], CLEAR)
    path = f"consultations/{record['id']}"
    assert expert.read(f"service-requests/{case['id']}")["id"] == case["id"]  # he sees what he is asked about
    assert other.get(path).status_code == 404
    answered = expert.act(f"{path}/reply", {"answer": "固件升级到 2.4 就好", "way": "call"})
    assert (answered["status"], answered["in_time"], answered["open"]) == ("replied", True, False)
    assert agent.read(f"service-requests/{case['id']}")["status"] == "answered"
    again = promised(agent, world)
    unclear = agent.post(f"consultations/{again['id']}/transfer", json={"role": "station_manager"})
    assert unclear.status_code == 422
    moved = agent.act(f"consultations/{again['id']}/transfer", {"role": "station_manager", "problem": CLEAR})
    assert (moved["owner"], moved["role"]) == (None, "station_manager")
    boss = as_role("SM")
    assert [row["id"] for row in boss.read("consultations", mine=True, open=True)["items"]] == [again["id"]]
    assert boss.act(f"consultations/{again['id']}/take")["owner"]["id"] == world.employees["SM@A1"]


def test_r55_what_takes_longer_gets_an_expected_time_which_is_watched(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    record = promised(agent, world)
    path = f"consultations/{record['id']}"
    assert agent.post(f"{path}/inform", json={"answer": "在等厂家"}).status_code == 422  # never without a time
    when = (datetime.now(UTC) + timedelta(days=2)).replace(microsecond=0)
    told = agent.act(f"{path}/inform", {"answer": "在等厂家回复", "expected_at": when.isoformat()})
    assert (told["status"], told["clock"]["kind"]) == ("promised", "solution")
    assert datetime.fromisoformat(told["due_at"]) == when
    later = when + timedelta(days=1)
    moved = agent.act(f"{path}/inform", {"answer": "厂家改到周五", "expected_at": later.isoformat()})
    assert datetime.fromisoformat(moved["clock"]["due_at"]) == later
    clocks = agent.read(f"service-requests/{record['service_request']['id']}/clocks")["items"]
    assert {(one["kind"], one["state"]) for one in clocks} == {("reply", "met"), ("solution", "running")}
    agent.act(f"{path}/reply", {"answer": "换新版固件", "way": "message"})
    assert agent.read(path)["clock"] is None


def test_r413_the_call_waits_for_its_answer_and_ends_with_it(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004410"})
    case = take_in(agent, world, call_id=call["id"], channel="call", group="consultation")
    act(agent, case, "judge", group="consultation")
    record = agent.act("consultations", {"case_id": case["id"], "call_id": call["id"]})
    assert agent.read(f"calls/{call['id']}")["status"] == "reply_promised"
    agent.act(f"consultations/{record['id']}/reply", {"answer": "可以", "way": "call"})
    assert agent.read(f"calls/{call['id']}")["status"] == "replied"
    other = promised(agent, world)
    act(agent, {"id": other["service_request"]["id"]}, "cancel")
    assert (agent.read(f"consultations/{other['id']}")["status"]) == "cancelled"  # a case that is over owes nothing
