"""Consent: to exactly this version, by whom, how, up to how much; what it opens and what it never opens (R50, R154, R177)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.files import made, tus
from tests.money.selling import account, act, agreed, case_of, do, drafted, offered_quote, refused
from tests.world import BORN, World

Role = Callable[..., Api]


def test_a_consent_names_who_how_when_what_and_how_much(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004410"})
    agent.act(f"calls/{call['id']}/identify", {"customer_id": world.customers["A1"]})
    case = case_of(agent, world, db)
    made = offered_quote(agent, world, case)
    given = agreed(agent, made, ceiling_fen=250000, call_id=call["id"])
    consent = given["consent"]
    assert (given["status"], given["ceiling_fen"], consent["ceiling_fen"]) == ("consented", 250000, 250000)
    assert (consent["given_by"], consent["way"], consent["way_label"]) == ("陈志远", "call", "在电话里")
    assert (consent["call_id"], consent["quote_fingerprint"]) == (call["id"], made["fingerprint"])
    assert consent["recorded_by"]["name"] == "HL A1"
    case = agent.read(f"service-requests/{case['id']}")
    assert (case["status"], case["consent"]["consented_by"], case["consent"]["way"]) == ("accepted", "陈志远", "call")
    assert (case["consent"]["quoted_fen"], account(db, case["id"])) == (233000, (250000, 0))
    assert case["next_act"]["act"] == "work"


@pytest.mark.parametrize("print_", ["0" * 64, "former"])
def test_r154_consent_is_to_the_exact_version(as_role: Role, world: World, db: Database, print_: str) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    old = offered_quote(agent, world, case)
    new = old
    if print_ == "former":
        draft = do(agent, f"quotes/{old['id']}/revise")
        new = do(agent, f"quotes/{draft['id']}/offer")
    other = old["fingerprint"] if print_ == "former" else print_
    problem = refused(agent, f"quotes/{new['id']}/consent", {"fingerprint": other, "by": "陈", "way": "call"}, 412)
    assert problem["detail"] == "客户看到的不是这一版报价"
    assert account(db, case["id"]) is None


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"by": ""}, "/body/by"), ({"way": "telepathy"}, "/body/way"), ({"ceiling_fen": 232999}, "/body/ceiling_fen"),
    ({"ceiling_fen": -1}, "/body/ceiling_fen"), ({"call_id": new_id()}, "/body/call_id"),
    ({"attachment_id": new_id()}, "/body/attachment_id"),
    ({"fingerprint": "x"}, "/body/fingerprint"),
    ({"occurred_at": (datetime.now(UTC) + timedelta(hours=1)).isoformat()}, "/body/occurred_at"),
    ({"occurred_at": (datetime.now(UTC) - timedelta(days=1)).isoformat()}, "/body/occurred_at"),
]  # fmt: skip


@pytest.mark.parametrize(("over", "pointer"), WRONG, ids=str)
def test_a_wrong_consent_is_none(as_role: Role, world: World, db: Database, over: dict[str, Any], pointer: str) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    made = offered_quote(agent, world, case)
    body = {"fingerprint": made["fingerprint"], "by": "陈志远", "way": "call"} | over
    assert refused(agent, f"quotes/{made['id']}/consent", body, 422)["errors"][0]["pointer"] == pointer
    assert account(db, case["id"]) is None


def test_t4_the_proof_is_a_file_of_this_case(as_role: Role, world: World, db: Database) -> None:
    """One's own draft comes to hang on the case; another's draft and another case's file are not there."""
    agent = as_role("HL")
    case, other = case_of(agent, world, db), case_of(agent, world, db)
    offered = offered_quote(agent, world, case)
    body = {"fingerprint": offered["fingerprint"], "by": "陈志远", "way": "message"}
    elsewhere = tus.attached(agent, made.jpeg(), parent_kind="service_request", parent_id=other["id"])["id"]
    for foreign in (tus.attached(as_role("CO"), made.jpeg())["id"], elsewhere):
        problem = refused(agent, f"quotes/{offered['id']}/consent", body | {"attachment_id": foreign}, 422)
        assert problem["errors"][0]["pointer"] == "/body/attachment_id"
    own = tus.attached(agent, made.jpeg())["id"]
    given = agreed(agent, offered, way="message", attachment_id=own)
    assert given["consent"]["attachment_id"] == own
    assert agent.read(f"attachments/{own}")["parent"] == {"kind": "service_request", "id": case["id"]}


def test_a_call_with_somebody_else_is_no_proof(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004412"})
    agent.act(f"calls/{call['id']}/identify", {"customer_id": world.customers["B1"]})
    made = offered_quote(agent, world, case_of(agent, world, db))
    body = {"fingerprint": made["fingerprint"], "by": "陈", "way": "call", "call_id": call["id"]}
    assert refused(agent, f"quotes/{made['id']}/consent", body, 422)["errors"][0]["pointer"] == "/body/call_id"


def test_r177_extra_findings_need_a_new_consent_which_adds(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db, "consent")
    act(agent, case, "dispatch")
    extra = drafted(agent, world, case, ("TEST-01",), supplement=True)
    assert extra["supplement_to"]["id"] == case["quote"]["id"]
    assert account(db, case["id"]) == (233000, 0)
    extra = do(agent, f"quotes/{extra['id']}/offer")
    assert account(db, case["id"]) == (233000, 0)
    agreed(agent, extra, way="signature")
    assert account(db, case["id"]) == (253000, 0)
    shown = agent.read(f"service-requests/{case['id']}")
    assert (shown["status"], shown["consent"]["way"]) == ("job_opened", "signature")
    assert agent.read(f"quotes/{case['quote']['id']}")["status"] == "consented"


def test_r177_the_engineer_quotes_what_he_found_at_the_site(as_role: Role, world: World, db: Database) -> None:
    agent, coordinator, engineer = as_role("HL"), as_role("CO"), as_role("FE")
    case = case_of(agent, world, db, "consent")
    assert engineer.get(f"quotes/{case['quote']['id']}").status_code == 404
    case = act(agent, case, "dispatch")
    order = case["orders"][0]["id"]
    visit = (datetime.now(UTC) + timedelta(days=1)).replace(microsecond=0).isoformat()
    for action, body in (
        ("contact", {"note": "x"}), ("promise", {"promised_at": visit, "duration_minutes": 60}),
        ("assign", {"employee_id": world.employees["FE@A1"]}),
    ):  # fmt: skip
        do(coordinator, f"work-orders/{order}/{action}", body)
    assert engineer.read(f"quotes/{case['quote']['id']}")["status"] == "consented"
    extra = drafted(engineer, world, case, ("TEST-01",), supplement=True)
    agreed(engineer, do(engineer, f"quotes/{extra['id']}/offer"), way="signature")
    assert account(db, case["id"]) == (253000, 0)
    assert as_role("FE", "A2").get(f"quotes/{extra['id']}").status_code == 404


def test_a_supplement_adds_to_something(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    problem = refused(agent, "quotes", {"case_id": case["id"], "supplement": True}, 422)
    assert problem["errors"][0]["code"] == "nothing_to_add_to"


def test_a_quote_in_the_place_of_a_consented_one_moves_the_ceiling_by_the_difference(
    as_role: Role, world: World, db: Database
) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db, "consent")
    lower = drafted(agent, world, case, ("LAB-01", "CALL-01"))
    assert lower["replaces"]["id"] == case["quote"]["id"]
    lower = do(agent, f"quotes/{lower['id']}/offer")
    shown = agent.read(f"service-requests/{case['id']}")
    assert (shown["status"], shown["consent"]["consented_at"] is not None) == ("accepted", True)
    assert agent.read(f"quotes/{case['quote']['id']}")["status"] == "consented"
    agreed(agent, lower)
    assert account(db, case["id"]) == (47000, 0)
    assert agent.read(f"quotes/{case['quote']['id']}")["status"] == "superseded"


def test_what_was_consented_to_before_a_reopening_lapses(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db, "consent")
    act(agent, act(agent, case, "cancel"), "reopen")
    case = act(agent, case, "judge")
    for step in ("explain-policy", "accept-terms"):
        act(agent, case, step)
    agreed(agent, do(agent, f"quotes/{drafted(agent, world, case, ('TEST-01',))['id']}/offer"))
    assert account(db, case["id"]) == (20000, 0)


def consent_row(world: World, quote: dict[str, Any], **over: Any) -> dict[str, Any]:
    return {
        "id": new_id(), "created_at": BORN, "case_id": quote["case"]["id"], "station_id": world.stations["A1"],
        "quote_id": quote["id"], "quote_fingerprint": quote["fingerprint"] or "0" * 64, "ceiling_fen": 233000,
        "adds_fen": 233000, "given_by": "陈", "way": "call", "occurred_at": BORN,
    } | over  # fmt: skip


@pytest.mark.parametrize(
    "over",
    [{"quote_fingerprint": "1" * 64}, {"ceiling_fen": 1, "adds_fen": 1}, {"adds_fen": 233001}, {"way": "dream"}],
    ids=str,
)
def test_the_database_itself_refuses_a_consent_to_anything_else(
    as_role: Role, world: World, db: Database, over: dict[str, Any]
) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    table = models.consents.Consent.__table__
    made = drafted(agent, world, case)
    with pytest.raises(DBAPIError), db.write() as conn:
        conn.execute(insert(table).values(consent_row(world, made)))
    made = do(agent, f"quotes/{made['id']}/offer")
    with pytest.raises(DBAPIError), db.write() as conn:
        conn.execute(insert(table).values(consent_row(world, made, **over)))
    with db.write() as conn:
        conn.execute(insert(table).values(consent_row(world, made)))
    assert account(db, case["id"]) == (233000, 0)


def test_a_consent_is_written_once(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db, "consent")
    table = models.consents.Consent.__table__
    for statement in (table.delete(), update(table).values(ceiling_fen=10**9)):
        with pytest.raises(DBAPIError), db.write() as conn:
            conn.execute(statement)
    assert account(db, case["id"]) == (233000, 0)


@pytest.mark.parametrize("billed", [233001, 10**9, -1])
def test_a_bill_above_the_consented_ceiling_is_impossible(
    as_role: Role, world: World, db: Database, billed: int
) -> None:
    """By constraint, whoever writes it."""
    case = case_of(as_role("HL"), world, db, "consent")
    table = models.case_accounts.CaseAccount.__table__
    with pytest.raises(DBAPIError), db.write() as conn:
        conn.execute(update(table).where(table.c.case_id == case["id"]).values(billed_fen=billed))
    with db.write() as conn:
        conn.execute(update(table).where(table.c.case_id == case["id"]).values(billed_fen=233000))
    assert account(db, case["id"]) == (233000, 233000)


def test_no_consent_to_less_than_was_billed(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db, "consent")
    table = models.case_accounts.CaseAccount.__table__
    with db.write() as conn:
        conn.execute(update(table).where(table.c.case_id == case["id"]).values(billed_fen=200000))
    lower = do(agent, f"quotes/{drafted(agent, world, case, ('LAB-01',))['id']}/offer")
    body = {"fingerprint": lower["fingerprint"], "by": "陈", "way": "call"}
    assert refused(agent, f"quotes/{lower['id']}/consent", body)["detail"] == "已结算 2000.00 元，不能低于它"
