"""The end of a follow-up, and of its case: satisfied, or waived on record; never silently (R9, R200, R225 to R229)."""

from __future__ import annotations

from typing import Any

import pytest

from api import models
from api.kit.db import Database
from tests.aftercare.steps import BAD, GOOD, Calls
from tests.work.steps import facts_of, offered, put


def case_of(calls: Calls, follow_up: dict[str, Any]) -> dict[str, Any]:
    return calls.as_role("HL").read(f"service-requests/{follow_up['case']['id']}")


def test_r9_no_case_closes_before_its_fourth_step(calls: Calls) -> None:
    """Handing the record in closes nothing; the satisfied customer does."""
    follow_up = calls.due()
    assert case_of(calls, follow_up)["status"] == "job_opened"
    calls.act(follow_up, "satisfied")
    case = case_of(calls, follow_up)
    assert (case["status"], case["step"], case["follow_up"]["status"]) == ("closed", 4, "satisfied")
    assert [step["state"] for step in case["steps"]] == ["done"] * 4
    assert {known["state"] for known in case["clocks"]} <= {"met", "late_met", "cancelled"}


def test_r9_a_case_waits_for_all_its_orders(calls: Calls, db: Database) -> None:
    """A case with another visit open stays open; the last follow-up closes it."""
    first, other = calls.due(), calls.desk.to("record_in")
    put(db, models.work_orders.WorkOrder, other["id"], case_id=first["case"]["id"])
    second = calls.as_role("SM").read("follow-ups", case_id=other["case"]["id"])["items"][0]
    put(db, models.follow_ups.FollowUp, second["id"], case_id=first["case"]["id"])
    calls.act(first, "satisfied")
    assert case_of(calls, first)["status"] == "job_opened"
    assert calls.as_role("SM").read(f"work-orders/{other['id']}")["status"] == "record_in"
    calls.act(second, "satisfied")
    assert case_of(calls, first)["status"] == "closed"


def test_r200_an_answer_of_1_or_2_is_no_satisfied_customer(calls: Calls) -> None:
    follow_up = calls.due()
    for key in GOOD:
        problem = calls.refused(follow_up, "satisfied", answers=GOOD | {key: 2})
        assert key.upper() in problem["detail"]
        assert [way["action"] for way in problem["offered"]] == ["dissatisfied"]
    calls.refused(follow_up, "satisfied", answers=GOOD | {"q3": 1})
    calls.act(follow_up, "satisfied", answers=GOOD | {"q3": 3})


@pytest.mark.parametrize(
    ("scores", "csi"),
    [
        ((5, 5, 5, 5, 5, 5), 100),
        ((4, 4, 4, 4, 4, 4), 80),
        ((5, 4, 5, 5, 4, 5), 93),
        ((5, 5, 5, 5, 5, 4), 97),
        ((3, 4, 4, 4, 4, 5), 80),
    ],
)
def test_d15_csi_is_the_mean_of_six_times_twenty(calls: Calls, scores: tuple[int, ...], csi: int) -> None:
    answers = {f"q{number}": score for number, score in enumerate(scores, start=1)}
    assert calls.act(calls.due(), "satisfied", answers=answers)["csi"] == csi


def test_r213_praise_is_linked_to_the_employee(calls: Calls, db: Database) -> None:
    engineer = calls.desk.world.employees["FE@A1"]
    told = GOOD | {"q7": {"employee_id": engineer, "warm": True}, "q8": "周末也来就好了"}
    ended = calls.act(calls.due(), "satisfied", answers=told)
    assert ended["answers"] == told
    fact = next(f for f in facts_of(db, ended["id"]) if f["type"] == "follow_up.satisfied")
    assert (fact["praised_id"], fact.get("blamed_id")) == (engineer, None)
    for nobody in (ended["id"], calls.desk.world.employees["FE@B1"]):  # T1: another region's is nobody here
        blame = {"q7": {"employee_id": nobody, "warm": False}}
        calls.refused(calls.due(), "satisfied", 422, answers=GOOD | blame)


@pytest.mark.parametrize("wrong", [{"q1": 0}, {"q1": 6}, {"q1": 4.5}, {"q1": None}, {"q9": 3}, {"q7": {"warm": True}}])
def test_answers_are_whole_and_within_the_scale(calls: Calls, wrong: dict[str, Any]) -> None:
    calls.refused(calls.due(), "satisfied", 422, answers=GOOD | wrong)


def test_r226_to_r229_a_dissatisfied_customer_is_called_again_after_a_measure(calls: Calls, db: Database) -> None:
    """Reason, root cause, measure, another call, and only then the end; each by the role whose step it is."""
    follow_up = calls.act(calls.due(), "dissatisfied", answers=BAD, reason="来得太晚")
    assert (follow_up["status"], follow_up["reason"], follow_up["csi"]) == ("dissatisfied", "来得太晚", 87)
    assert offered(follow_up) == []
    assert case_of(calls, follow_up)["next_actor"]["role"] == "station_manager"
    calls.refused(follow_up, "satisfied")
    calls.refused(follow_up, "find-root-cause", 403, by=calls.as_role("FU"))
    follow_up = calls.act(follow_up, "find-root-cause")
    assert offered(follow_up) == ["set-measure", "waive"]
    follow_up = calls.act(follow_up, "set-measure")
    assert (follow_up["root_cause"], follow_up["measure"]) == ("派工时没算路程", "派工一律含路程")
    assert case_of(calls, follow_up)["next_actor"]["role"] == "follow_up_specialist"
    follow_up = calls.act(follow_up, "attempt")
    assert follow_up["status"] == "called_again"
    again = calls.act(follow_up, "dissatisfied", reason="还是晚")
    assert again["status"] == "dissatisfied"
    for action in ("find-root-cause", "set-measure", "satisfied"):
        again = calls.act(again, action)
    assert (again["status"], again["csi"], case_of(calls, again)["status"]) == ("satisfied", 93, "closed")
    kinds = [fact["type"].removeprefix("follow_up.") for fact in facts_of(db, again["id"])]
    assert kinds == [
        "due", "dissatisfied", "root_cause_found", "measure_set", "attempted", "dissatisfied", "root_cause_found",
        "measure_set", "satisfied",
    ]  # fmt: skip


def test_r9_a_waiver_is_the_managers_and_has_a_reason(calls: Calls) -> None:
    follow_up = calls.due()
    calls.refused(follow_up, "waive", 403, by=calls.as_role("FU"))
    calls.refused(follow_up, "waive", 422, reason="")
    ended = calls.act(follow_up, "waive")
    assert (ended["status"], ended["waiver"], ended["csi"], ended["open"]) == ("waived", "客户已搬走", None, False)
    assert case_of(calls, follow_up)["status"] == "closed"
    order = calls.as_role("SM").read(f"work-orders/{follow_up['order']['id']}")
    assert (order["status"], order["open"]) == ("closed", False)


def test_d14_the_clock_tells_whether_the_call_came_in_time(calls: Calls) -> None:
    follow_up = calls.due()
    calls.pass_time(days=4)
    ended = calls.act(follow_up, "satisfied")
    assert ended["clocks"][0]["state"] == "late_met"
    assert calls.act(calls.due(), "satisfied")["clocks"][0]["state"] == "met"
    for first_call in ("attempt", "dissatisfied"):
        assert calls.act(calls.due(), first_call)["clocks"][0]["state"] == "met"


def test_the_timeline_and_the_clocks_are_told(calls: Calls) -> None:
    follow_up = calls.act(calls.due(), "attempt", outcome="busy")
    told = calls.as_role("FU").read(f"follow-ups/{follow_up['id']}/events")["items"]
    assert [fact["sentence"] for fact in told if fact["type"] == "follow_up.attempted"] == [
        "打过回访电话：占线，第 1 天"
    ]
    clocks = calls.as_role("FU").read(f"follow-ups/{follow_up['id']}/clocks")["items"]
    assert clocks == follow_up["clocks"]
    assert calls.as_role("HR", "C").get(f"follow-ups/{follow_up['id']}/events").status_code == 404
