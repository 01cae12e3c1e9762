"""Calling the customer: when, how often, with which words (R223, R224, D14)."""

from __future__ import annotations

import pytest

from tests.aftercare.steps import Calls
from tests.work.steps import offered


def test_d14_a_finished_visit_is_followed_up_after_one_to_three_days(calls: Calls) -> None:
    follow_up = calls.due()
    assert follow_up["number"].startswith("FU-A1-")
    assert (follow_up["status"], follow_up["due_from"], follow_up["due_at"]) == (
        "due", "2026-06-11T02:00:00Z", "2026-06-13T02:00:00Z",
    )  # fmt: skip
    assert (follow_up["clock"]["kind"], follow_up["clock"]["due_at"]) == ("follow_up", "2026-06-13T02:00:00Z")
    assert offered(follow_up) == ["satisfied", "dissatisfied", "attempt", "do-not-call"]
    case = calls.as_role("FU").read(f"service-requests/{follow_up['case']['id']}")
    assert (case["step"], case["clock"]["kind"], case["follow_up"]["id"]) == (4, "follow_up", follow_up["id"])


def test_r223_the_list_shows_what_is_due_first(calls: Calls) -> None:
    first = calls.due()
    calls.pass_time(hours=20)
    second = calls.due()
    caller = calls.as_role("FU")
    assert [row["id"] for row in caller.read("follow-ups")["items"]] == [first["id"], second["id"]]
    assert caller.read("follow-ups", due=True)["items"] == []
    calls.pass_time(hours=5)
    caller = calls.as_role("FU")
    assert [row["id"] for row in caller.read("follow-ups", due=True)["items"]] == [first["id"]]
    assert [row["id"] for row in caller.read("follow-ups", due=False)["items"]] == [second["id"]]
    assert caller.read("follow-ups", mine=True)["items"] == []
    calls.act(first, "attempt")
    assert [row["id"] for row in caller.read("follow-ups", mine=True, status="attempted")["items"]] == [first["id"]]
    row, page = caller.read("follow-ups", limit=1)["items"][0], caller.read(f"follow-ups/{first['id']}")
    assert {name: page[name] for name in row} == row
    assert row["phone"] == {"value": None, "masked": "138****4410"}
    assert calls.as_role("FU", "A2").read("follow-ups")["items"] == []
    assert calls.as_role("FU", "A2").get(f"follow-ups/{first['id']}").status_code == 404


def test_r53_the_caller_has_a_greeting_the_questions_and_the_facts_of_the_job(calls: Calls) -> None:
    """R53, R207 to R214: own name, the case in one sentence; eight questions; what was done."""
    follow_up = calls.due()
    for word in ("FU A1", "A1 服务站", "FE A1", "6 月 10 日", "COD 读数零点漂移"):
        assert word in follow_up["script"]
    assert "还有其他需要" in follow_up["farewell"]
    assert [question["kind"] for question in follow_up["questions"]] == ["scale"] * 6 + ["employee", "text"]
    assert follow_up["questions"][0]["text"] == "与我们联络是否方便？"
    assert follow_up["order"]["work_done"] == "换光电管，校准"
    assert follow_up["order"]["signer"] == "陈志远"


def test_d14_three_tries_on_three_days_and_he_is_not_reachable(calls: Calls) -> None:
    """Tries of one day count once."""
    follow_up = calls.act(calls.due(), "attempt", outcome="busy", note="忙音")
    assert (follow_up["status"], follow_up["attempts"]) == ("attempted", 1)
    follow_up = calls.act(follow_up, "attempt")
    assert (follow_up["attempts"], len(follow_up["tries"])) == (1, 2)
    calls.pass_time(days=1)
    assert calls.act(follow_up, "attempt")["attempts"] == 2
    calls.pass_time(days=1)
    follow_up = calls.act(follow_up, "attempt")
    assert (follow_up["status"], follow_up["attempts"]) == ("unreachable", 3)
    assert follow_up["tries"][0]["outcome_label"] == "占线"
    assert follow_up["tries"][0]["by"]["name"] == "FU A1"
    calls.refused(follow_up, "attempt")


def test_r257_who_was_not_reached_is_not_satisfied(calls: Calls) -> None:
    """The case stays open until he rings back or the manager waives it with a reason (R9)."""
    follow_up = calls.to("unreachable")
    case = calls.as_role("HL").read(f"service-requests/{follow_up['case']['id']}")
    assert (follow_up["csi"], case["status"]) == (None, "job_opened")
    ended = calls.act(follow_up, "waive", reason="三天都没人接")
    assert (ended["status"], ended["csi"], ended["waiver"]) == ("waived", None, "三天都没人接")
    assert calls.as_role("HL").read(f"service-requests/{follow_up['case']['id']}")["status"] == "closed"


@pytest.mark.parametrize(
    ("hours", "opens_at"),
    [
        (-1.5, "2026-06-10T01:00:00Z"),
        (2, "2026-06-10T06:00:00Z"),
        (3.5, "2026-06-10T06:00:00Z"),
        (9, "2026-06-11T01:00:00Z"),
        (13, "2026-06-11T01:00:00Z"),
    ],
)
def test_d14_nobody_is_called_outside_the_hours(calls: Calls, hours: float, opens_at: str) -> None:
    """09:00 to 12:00 and 14:00 to 19:00 by the station's clock; then only as agreed with the customer."""
    follow_up = calls.due()
    calls.pass_time(hours=hours)
    problem = calls.refused(follow_up, "attempt", agreed_outside_hours=False)
    assert (problem["type"], problem["opens_at"]) == ("/problems/outside-call-hours", opens_at)
    shown = calls.as_role("FU").read(f"follow-ups/{follow_up['id']}")["hours"]
    assert (shown["open_now"], shown["opens_at"]) == (False, opens_at)
    assert calls.act(follow_up, "attempt", agreed_outside_hours=True)["tries"][0]["agreed_outside_hours"]


@pytest.mark.parametrize("hours", [-1, 1.99, 4, 8.99])
def test_d14_within_the_hours_a_call_needs_no_agreement(calls: Calls, hours: float) -> None:
    follow_up = calls.due()
    calls.pass_time(hours=hours)
    called = calls.act(follow_up, "attempt", agreed_outside_hours=False)
    assert (called["hours"]["open_now"], called["hours"]["opens_at"]) == (True, None)


def test_d14_who_does_not_want_calls_is_not_called(calls: Calls) -> None:
    """His word ends this follow-up, and no later one is begun by a call from us."""
    first, other = calls.due(), calls.due()
    ended = calls.act(first, "do-not-call")
    assert (ended["status"], ended["csi"], ended["do_not_call"]) == ("waived", None, True)
    customer = calls.as_role("SM").read(f"customers/{first['customer']['id']}")
    assert customer["do_not_call"] is True
    shown = calls.as_role("FU").read(f"follow-ups/{other['id']}")
    assert "attempt" not in offered(shown)
    calls.refused(other, "attempt")
    calls.act(other, "satisfied")


def test_the_caller_sees_the_customer_while_the_call_is_open(calls: Calls) -> None:
    """D43: the number is revealed with a reason to who must dial it, and to him no longer once it is over."""
    follow_up = calls.due()
    contact = f"contacts/{follow_up['contact']['id']}/reveal"
    caller = calls.as_role("FU")
    assert caller.get(f"customers/{follow_up['customer']['id']}").status_code == 200
    assert caller.act(contact, {"reason": "回访"})["phones"]
    calls.act(follow_up, "satisfied")
    assert caller.get(f"customers/{follow_up['customer']['id']}").status_code == 404
    assert caller.post(contact, json={"reason": "回访"}).status_code == 404
