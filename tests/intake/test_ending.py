"""The ends of a case, the way back, and what may be done at any time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import act, consent, device, in_state, offered, paid, refused, sell, take_in
from tests.world import World

Role = Callable[..., Api]
ENDS = ("answered", "declined", "carry_in_advised", "cancelled", "closed")


def test_r53_a_consultation_is_answered_and_ends(
    as_role: Role, world: World, recorded: Callable[..., list[str]]
) -> None:
    agent = as_role("HL")
    case = act(agent, take_in(agent, world, group="consultation"), "judge", group="consultation")
    case = act(agent, case, "answer", answer="每季度校准一次")
    assert (case["status"], case["answer"]) == ("answered", "每季度校准一次")
    assert case["closed_at"]
    assert (case["clock"], case["next_actor"], offered(case)) == (None, None, ["reopen", "note"])
    assert recorded(case["id"])[-1] == "service_request.answered"


def test_r53_no_answer_before_the_judgement_or_without_words(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world, group="consultation")
    refused(agent, case, "answer")
    case = act(agent, case, "judge", group="consultation")
    for answer in ("", "  ", None, "长" * 2001):
        refused(agent, case, "answer", 422, answer=answer)


def test_r66_software_may_be_solved_by_telephone_hardware_not(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge")
    assert refused(agent, case, "answer")["detail"] == "硬件故障不能只靠答复结束"
    case = act(agent, case, "judge", fault_kind="software")
    assert act(agent, case, "answer")["status"] == "answered"


def test_r153_paid_advice_waits_for_the_consent_too(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world, group="paid_service")
    case = act(agent, case, "judge", group="paid_service", fault_kind="software")
    assert refused(agent, case, "answer")["detail"] == "还没向客户说明收费政策"
    case = sell(agent, world, case, "quote")
    assert refused(agent, case, "answer")["detail"] == "还缺客户对报价的同意"
    case = consent(agent, case)
    assert act(agent, case, "answer")["status"] == "answered"


@pytest.mark.parametrize("status", ["new", "judged", "awaiting_consent", "accepted"])
def test_a_case_is_cancelled_with_the_reason(as_role: Role, world: World, db: Database, status: str) -> None:
    agent = as_role("HL")
    case = in_state(status, agent, world, db)
    refused(agent, case, "cancel", 422, reason="")
    case = act(agent, case, "cancel", reason="客户已换新机")
    assert (case["status"], case["reason"], case["clock"]) == ("cancelled", "客户已换新机", None)


@pytest.mark.parametrize("status", ENDS)
def test_an_ended_case_is_opened_again_and_judged_anew(as_role: Role, world: World, db: Database, status: str) -> None:
    agent = as_role("HL")
    case = in_state(status, agent, world, db)
    assert offered(case) == ["reopen", "note"]
    refused(agent, case, "reopen", 422, reason=" ")
    case = act(agent, case, "reopen", reason="同一故障又出现")
    assert (case["status"], case["step"], case["closed_at"]) == ("new", 1, None)
    assert (case["mode"], case["paid"], case["entitlement"], case["answer"], case["reason"]) == (None,) * 5
    assert set(case["consent"].values()) == {None}
    found = agent.read("service-requests", open="true")["items"]
    assert case["id"] in [row["id"] for row in found]


def test_consent_to_one_job_is_none_to_the_next(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = act(agent, act(agent, paid(agent, world, db), "cancel"), "reopen")
    case = act(agent, case, "judge")
    refused(agent, case, "dispatch")


def test_a_note_is_kept_in_any_state(as_role: Role, world: World, recorded: Callable[..., list[str]]) -> None:
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "note")
    case = act(as_role("CO"), act(agent, case, "cancel"), "note", text="客户来电致谢")
    assert recorded(case["id"])[-1] == "service_request.noted"
    assert case["status"] == "cancelled"
    assert as_role("AU", "C").post(f"service-requests/{case['id']}/note", json={"text": "x"}).status_code == 403


def test_a_colleague_takes_over(as_role: Role, world: World) -> None:
    case = take_in(as_role("HL"), world)
    assert "take" not in offered(case)
    other = as_role("HL", "B1")
    assert "take" in offered(other.read(f"service-requests/{case['id']}"))
    refused(other, case, "judge", 403)
    case = act(other, case, "take")
    assert case["owner"] == {"id": world.employees["HL@B1"], "name": "HL B1"}
    refused(other, case, "take")
    act(other, case, "judge", group="consultation")
    assert as_role("FU").post(f"service-requests/{case['id']}/take", json={}).status_code == 403
