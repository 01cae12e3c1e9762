"""Paid service, act by act: none before the one before it (R49–R51, R154)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.intake.steps import act, agreed, consent, device, digest, do, drafted, offered, paid, quote, refused, take_in
from tests.world import World

Role = Callable[..., Api]


def test_r154_the_whole_chain(as_role: Role, world: World, db: Database, recorded: Callable[..., list[str]]) -> None:
    agent = as_role("HL")
    case = paid(agent, world, db)
    assert case["status"] == "accepted"
    consent = case["consent"]
    assert (consent["quoted_fen"], consent["consented_by"], consent["way"]) == (233000, "陈志远", "call")
    times = [consent[name] for name in ("policy_explained_at", "accepted_at", "quoted_at", "consented_at")]
    assert all(times)
    assert times == sorted(times)
    assert recorded(case["id"])[1:] == [
        f"service_request.{fact}" for fact in ("judged", "policy_explained", "terms_accepted", "quoted", "consented")
    ]
    assert act(agent, case, "dispatch")["status"] == "job_opened"


def test_r49_acceptance_waits_for_the_policy(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = paid(agent, world, db, "judge")
    assert refused(agent, case, "accept-terms")["detail"] == "还没向客户说明收费政策"


def test_r50_a_quotation_waits_for_the_acceptance(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    for until, lacking in (("judge", "还没向客户说明收费政策"), ("explain-policy", "客户还没有接受有偿服务")):
        made = drafted(agent, world, paid(agent, world, db, until))
        assert refused_act(agent, f"quotes/{made['id']}/offer") == lacking


def test_r50_consent_waits_for_the_quotation(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = paid(agent, world, db, "accept-terms")
    made = drafted(agent, world, case)
    body = {"fingerprint": "0" * 64, "by": "陈志远", "way": "call"}
    assert refused_act(agent, f"quotes/{made['id']}/consent", body) == "“草稿”时不能客户同意"
    assert agent.read(f"service-requests/{case['id']}")["consent"]["consented_at"] is None


def refused_act(api: Api, path: str, body: dict[str, Any] | None = None) -> str:
    """An act on a quote that must be refused for now; gives the reason."""
    answer = api.post(path, json=body or {}, headers={"Idempotency-Key": new_id()})
    assert answer.status_code == 409, answer.text
    return str(answer.json()["detail"])


def test_r154_no_work_before_the_consent(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    for until, lacking in (
        ("judge", "还没向客户说明收费政策"), ("explain-policy", "客户还没有接受有偿服务"),
        ("accept-terms", "还没有报价"), ("quote", "还缺客户对报价的同意"),
    ):  # fmt: skip
        case = paid(agent, world, db, until)
        problem = refused(agent, case, "dispatch")
        assert problem["detail"] == lacking
        assert {offer["action"] for offer in problem["offered"]} == set(offered(case))


def test_r154_no_act_twice_but_a_new_quote_before_consent(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = paid(agent, world, db, "quote")
    refused(agent, case, "explain-policy")
    refused(agent, case, "accept-terms")
    newer = do(agent, f"quotes/{case['quote']['id']}/revise")
    assert agent.read(f"service-requests/{case['id']}")["consent"]["quoted_fen"] is None
    lines = [{"price_item_id": world.prices["LAB-01"]}]
    assert agent.put(f"quotes/{newer['id']}/lines", json={"lines": lines}).status_code == 200
    newer = do(agent, f"quotes/{newer['id']}/offer")
    assert agent.read(f"service-requests/{case['id']}")["consent"]["quoted_fen"] == newer["total_fen"] == 30000
    agreed(agent, newer, way="signature")
    case = agent.read(f"service-requests/{case['id']}")
    for action in ("explain-policy", "accept-terms", "judge", "decline"):
        refused(agent, case, action)
    body = {"fingerprint": newer["fingerprint"], "by": "陈志远", "way": "call"}
    assert refused_act(agent, f"quotes/{newer['id']}/consent", body) == "“已同意”时不能客户同意"


def test_the_chain_is_for_what_costs(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge")
    for action in ("explain-policy", "accept-terms", "decline"):
        assert refused(agent, case, action)["detail"] == "这次服务不收费"
    assert refused_act(agent, "quotes", {"case_id": case["id"]}) == "这次服务不收费"
    assert (case["may_quote"], case["quote"], case["next_act"]) == (False, None, None)


@pytest.mark.parametrize("until", ["judge", "explain-policy", "accept-terms", "quote"])
def test_r51_decline_politely_with_the_reason(as_role: Role, world: World, db: Database, until: str) -> None:
    agent = as_role("HL")
    case = act(agent, paid(agent, world, db, until), "decline", reason="预算不够，明年再修")
    assert (case["status"], case["reason"]) == ("declined", "预算不够，明年再修")
    assert case["closed_at"]
    assert (case["clock"], case["next_actor"], offered(case)) == (None, None, ["reopen", "note"])


def test_r51_no_decline_without_a_reason(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = paid(agent, world, db, "explain-policy")
    for reason in ("", "  ", None):
        problem = refused(agent, case, "decline", 422, reason=reason)
        assert [error["pointer"] for error in problem["errors"]] == ["/body/reason"]
    answer = agent.post(f"service-requests/{case['id']}/decline", json={})
    assert (answer.status_code, [error["pointer"] for error in answer.json()["errors"]]) == (422, ["/body/reason"])


def test_r173_who_may_sell(as_role: Role, world: World, db: Database) -> None:
    """The hotline or the reception explains and quotes; the coordinator and the station manager may as well (R175)."""
    case = paid(as_role("HL"), world, db, "judge")
    for role, station, status in (
        ("FU", "A1", 403), ("PC", "A1", 403), ("AU", "C", 403), ("RE", "A2", 404), ("HL", "A2", 403), ("FE", "A1", 403),
    ):  # fmt: skip
        answer = as_role(role, station).post(f"service-requests/{case['id']}/explain-policy", json={})
        assert answer.status_code == status, (role, answer.text)
    for role, action in (("RE", "explain-policy"), ("CO", "accept-terms")):
        case = act(as_role(role), case, action)
    case = consent(as_role("RE"), quote(as_role("SM"), world, case))
    assert case["status"] == "accepted"


WRONG: list[tuple[str, dict[str, Any]]] = [("explain-policy", {"at": "now"}), ("accept-terms", {"yes": True})]


@pytest.mark.parametrize(("action", "body"), WRONG, ids=str)
def test_a_wrong_act_changes_nothing(
    as_role: Role, world: World, db: Database, action: str, body: dict[str, Any]
) -> None:
    agent = as_role("HL")
    case = paid(agent, world, db, "quote")
    before = digest(db)
    assert agent.post(f"service-requests/{case['id']}/{action}", json=body).status_code == 422
    assert digest(db) == before
