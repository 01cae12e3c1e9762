"""Quotes: lines from the list, fixed once offered, numbers without gaps, nothing deleted (R155, R160, R161, R164)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import insert, update
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit import clock, jobs
from api.kit.db import Database
from api.kit.ids import new_id
from api.worker import unit_of
from tests.client import Api
from tests.money.selling import BECAUSE, account, act, case_of, do, drafted, names, offered_quote, refused
from tests.world import World

Role = Callable[..., Api]


def test_r155_lines_and_totals_are_the_price_lists(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    lines = [
        {"price_item_id": world.prices["LAB-01"], "quantity": 1333}, {"price_item_id": world.prices["LS-5100"]},
    ]  # fmt: skip
    made = drafted(agent, world, case, lines=lines)
    labour, part = made["lines"]
    assert (labour["kind"], labour["description"], labour["unit"]) == ("labour", "上门维修工时", "小时")
    assert (labour["unit_fen"], labour["amount_fen"], part["amount_fen"]) == (30000, 39990, 186000)
    assert (made["list_total_fen"], made["discount_fen"], made["total_fen"]) == (225990, 0, 225990)
    assert (made["status"], made["revision"], made["fingerprint"]) == ("draft", 1, None)
    assert made["customer"]["id"] == world.customers["A1"]


def test_r155_no_price_of_another_class_or_another_day(as_role: Role, world: World, db: Database) -> None:
    boss, agent = as_role("HQ", "C"), as_role("HL")
    case = case_of(agent, world, db)
    foreign = boss.act("price-lists", {"name": "A 类", "customer_class": "A", "starts_on": "2099-01-01"})
    item = {"kind": "labour", "code": "LAB-01", "name": "工时", "unit": "小时", "unit_price_fen": 100}
    boss.put(f"price-lists/{foreign['id']}/items", json={"items": [item]})
    id = boss.read(f"price-lists/{foreign['id']}/items")["items"][0]["id"]
    problem = refused(agent, "quotes", {"case_id": case["id"], "lines": [{"price_item_id": id}]}, 422)
    assert [(e["pointer"], e["code"]) for e in problem["errors"]] == [("/body/lines/0/price_item_id", "not_in_force")]
    # Named with what it costs now: a draft may outlive its list or its customer's class.
    assert "“上门维修工时”的价格变了，现在是 300.00 元" in problem["errors"][0]["detail"]


def test_r159_a_draft_goes_on_at_todays_price_of_its_items(as_role: Role, world: World, db: Database) -> None:
    boss, agent = as_role("HQ", "C"), as_role("HL")
    case = case_of(agent, world, db)
    made = drafted(agent, world, case, lines=[{"price_item_id": world.prices["LAB-01"], "quantity": 1000}])
    file = agent.read(f"customers/{world.customers['A1']}")
    rank = file["class"]
    today = clock.day_of(clock.now()).isoformat()
    own = boss.act("price-lists", {"name": "自己的价目表", "customer_class": rank, "starts_on": today})
    item = {"kind": "labour", "code": "LAB-01", "name": "上门维修工时", "unit": "小时", "unit_price_fen": 31000}
    boss.put(f"price-lists/{own['id']}/items", json={"items": [item]})
    boss.act(f"price-lists/{own['id']}/publish", {})
    line = {"price_item_id": world.prices["LAB-01"], "quantity": 2000}
    # A new quote cannot take the price that holds no more, but a line of the draft is not lost with it.
    other = agent.put(f"quotes/{made['id']}/lines", json={"lines": [line, line | {"unit_fen": 30000}]})
    assert other.status_code == 200, other.text
    told = other.json()
    assert [(one["unit_list_fen"], one["unit_fen"]) for one in told["lines"]] == [(31000, 31000), (31000, 30000)]
    assert told["total_fen"] == 122000


@pytest.mark.parametrize(
    ("line", "code"),
    [({"unit_fen": 30001}, "above_list"), ({"unit_fen": 1, "discount_bp": 1}, "one_of"), ({"kind": "part"}, "list_decides"),
     ({"quantity": 0}, "greater_than_equal"), ({"discount_bp": 10001}, "less_than_equal"),
     ({"unit_fen": -1}, "greater_than_equal")],
    ids=str,
)  # fmt: skip
def test_a_wrong_line_is_named(as_role: Role, world: World, db: Database, line: dict[str, Any], code: str) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    body = {"case_id": case["id"], "lines": [{"price_item_id": world.prices["LAB-01"]} | line]}
    problem = refused(agent, "quotes", body, 422)
    assert [error["code"] for error in problem["errors"]] == [code]
    assert problem["errors"][0]["pointer"].startswith("/body/lines/0")


def test_r160_only_the_cases_own_customer(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    body = {"case_id": case["id"], "customer_id": world.customers["A2"]}
    assert [e["code"] for e in refused(agent, "quotes", body, 422)["errors"]] == ["extra_forbidden"]
    made = drafted(agent, world, case)
    quotes = models.quotes.Quote.__table__
    with pytest.raises(DBAPIError), db.write() as conn:
        conn.execute(update(quotes).where(quotes.c.id == made["id"]).values(customer_id=world.customers["A2"]))


def test_r161_what_was_offered_is_not_altered(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    made = offered_quote(agent, world, case_of(agent, world, db))
    assert re.fullmatch(r"[0-9a-f]{64}", made["fingerprint"])
    answer = agent.put(f"quotes/{made['id']}/lines", json={"lines": []})
    assert (answer.status_code, answer.json()["detail"]) == (409, "报出的报价不改，请改出新版")
    quotes, lines = models.quotes.Quote.__table__, models.quotes.QuoteLine.__table__
    line = {"id": new_id(), "quote_id": made["id"], "position": 9, "quantity": 1, "unit_list_fen": 1, "unit_fen": 1,
            "discount_bp": 0, "amount_fen": 1, "kind": "other", "description": "x", "unit": "件"}  # fmt: skip
    for statement in (
        update(lines).where(lines.c.quote_id == made["id"]).values(amount_fen=1),
        lines.delete().where(lines.c.quote_id == made["id"]),
        insert(lines).values(line),
        update(quotes).where(quotes.c.id == made["id"]).values(total_fen=1, list_total_fen=1),
        update(quotes).where(quotes.c.id == made["id"]).values(fingerprint="0" * 64),
        quotes.delete().where(quotes.c.id == made["id"]),
    ):
        with pytest.raises(DBAPIError), db.write() as conn:
            conn.execute(statement)
    assert agent.read(f"quotes/{made['id']}")["fingerprint"] == made["fingerprint"]


def test_r161_a_change_is_a_new_revision(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    old = offered_quote(agent, world, case)
    new = do(agent, f"quotes/{old['id']}/revise")
    assert (new["status"], new["revision"], new["total_fen"]) == ("draft", 2, old["total_fen"])
    assert new["number"] != old["number"]
    assert agent.read(f"quotes/{old['id']}")["status"] == "superseded"
    assert agent.read(f"service-requests/{case['id']}")["next_act"]["act"] == "quote"
    again = do(agent, f"quotes/{new['id']}/offer")
    assert again["fingerprint"] != old["fingerprint"]
    assert refused(agent, f"quotes/{old['id']}/consent", {"fingerprint": old["fingerprint"], "by": "陈", "way": "call"})


def test_one_quote_of_a_case_at_a_time(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    made = drafted(agent, world, case)
    problem = refused(agent, "quotes", {"case_id": case["id"]})
    assert (problem["type"], problem["quote_id"]) == ("/problems/clash", made["id"])
    assert agent.read(f"service-requests/{case['id']}")["may_quote"] is False


def test_r164_numbers_have_no_gaps_and_void_ones_are_listed(as_role: Role, world: World, db: Database) -> None:
    agent, manager = as_role("HL"), as_role("SM")
    case = case_of(agent, world, db)
    first = drafted(agent, world, case)
    assert refused(manager, f"quotes/{first['id']}/void", {"reason": " "}, 422)
    void = do(manager, f"quotes/{first['id']}/void", {"reason": "型号报错"})
    assert (void["status"], void["reason"], names(void)) == ("void", "型号报错", [])
    for body in ({"id": first["id"]}, {"lines": [{"price_item_id": new_id()}]}):  # each draws a number, then rolls back
        assert refused(agent, "quotes", {"case_id": case["id"]} | body, 409 if "id" in body else 422)
    second = drafted(agent, world, case)
    tails = [int(quote["number"].rsplit("-", 1)[1]) for quote in (first, second)]
    assert tails == [1, 2]
    listed = agent.read("quotes", case_id=case["id"])["items"]
    assert [(row["number"], row["status"]) for row in listed] == [
        (second["number"], "draft"),
        (first["number"], "void"),
    ]
    assert [row["id"] for row in agent.read("quotes", status="void")["items"]] == [first["id"]]


def test_only_the_station_manager_voids(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    made = drafted(agent, world, case_of(agent, world, db))
    for role in ("HL", "RE", "CO"):
        assert refused(as_role(role), f"quotes/{made['id']}/void", BECAUSE, 403)


def test_an_offer_runs_out_and_the_case_waits_for_a_quote_again(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    made = offered_quote(agent, world, case)
    until = datetime.fromisoformat(made["valid_until"])
    assert timedelta(days=14) < until - clock.now() < timedelta(days=17)
    due = until + timedelta(seconds=2)
    for job in jobs.claim(db, due, 9):
        jobs.run(db, job, unit_of)  # before its time nothing happens but a failed try
    assert agent.read(f"quotes/{made['id']}")["status"] == "offered"
    with time_machine.travel(due + timedelta(hours=1), tick=True):
        body = {"fingerprint": made["fingerprint"], "by": "陈志远", "way": "call"}
        agent = _again(as_role, world)
        assert refused(agent, f"quotes/{made['id']}/consent", body)["detail"] == "报价已过期，请重新报价"
        assert all(jobs.run(db, job, unit_of) for job in jobs.claim(db, clock.now(), 9))
        run_out = agent.read(f"quotes/{made['id']}")
        assert (run_out["status"], names(run_out)) == ("expired", ["renew"])
        case = agent.read(f"service-requests/{case['id']}")
        assert (case["consent"]["quoted_fen"], case["next_act"]["act"]) == (None, "quote")
        renewed = do(agent, f"quotes/{made['id']}/renew")
        assert (renewed["revision"], renewed["total_fen"]) == (2, made["total_fen"])


def _again(as_role: Role, world: World) -> Api:
    """The hotline signed in anew, since its token ran out too."""
    return as_role("HL").signed_in(world.account("HL"), world.password)


@pytest.mark.parametrize("end", ["decline", "cancel"])
def test_a_quote_ends_with_its_case(as_role: Role, world: World, db: Database, end: str) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    made = offered_quote(agent, world, case)
    act(agent, case, end)
    shown = agent.read(f"quotes/{made['id']}")
    assert (shown["status"], names(shown)) == ("declined" if end == "decline" else "void", [])
    assert shown["reason"]


def test_another_judgement_voids_the_quote(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    made = offered_quote(agent, world, case)
    act(agent, case, "judge")
    assert agent.read(f"quotes/{made['id']}")["status"] == "void"


def test_declining_a_quote_leaves_the_case_to_be_quoted_anew(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    made = offered_quote(agent, world, case)
    no = do(agent, f"quotes/{made['id']}/decline", {"reason": "太贵"})
    assert (no["status"], no["reason"]) == ("declined", "太贵")
    case = agent.read(f"service-requests/{case['id']}")
    assert (case["may_quote"], case["next_act"]["act"]) == (True, "quote")
    assert account(db, case["id"]) is None


def test_an_empty_quote_is_not_offered_and_a_free_case_not_quoted(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    made = drafted(agent, world, case_of(agent, world, db), lines=[])
    assert refused(agent, f"quotes/{made['id']}/offer")["detail"] == "还没有报价项目"
    other = act(agent, agent.act("service-requests", _need(world)), "cancel")
    assert refused(agent, "quotes", {"case_id": other["id"]})["detail"] == "这件事已经结束"
    assert refused(agent, "quotes", {"case_id": new_id()}, 422)["errors"][0]["pointer"] == "/body/case_id"


def _need(world: World) -> dict[str, Any]:
    from tests.intake.steps import need

    return need(world)


def test_the_list_is_scoped_and_found_by_number_and_customer(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    made = drafted(agent, world, case_of(agent, world, db))
    for q in (made["number"], made["number"][:8].lower(), made["case"]["number"], "绿源", "lvyuan"):
        assert [row["id"] for row in agent.read("quotes", q=q)["items"]] == [made["id"]], q
    assert as_role("SM", "A2").read("quotes")["items"] == []
    assert as_role("SM", "A2").get(f"quotes/{made['id']}").status_code == 404
    assert as_role("FE").get(f"quotes/{made['id']}").status_code == 404


def test_who_took_the_case_over_goes_on_with_its_quote(as_role: Role, world: World, db: Database) -> None:
    one, other = as_role("HL"), as_role("HL", "B1")
    case = case_of(one, world, db)
    made = drafted(one, world, case)
    assert names(other.read(f"quotes/{made['id']}")) == []
    act(other, case, "take")
    assert "offer" in names(other.read(f"quotes/{made['id']}"))
    assert do(other, f"quotes/{made['id']}/offer")["status"] == "offered"


def test_money_asks_for_a_key_and_does_an_act_once(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = case_of(agent, world, db)
    assert agent.post("quotes", json={"case_id": case["id"]}).status_code == 400
    key = {"Idempotency-Key": new_id()}
    first, again = (agent.post("quotes", json={"case_id": case["id"]}, headers=key) for _ in range(2))
    assert (first.status_code, first.content) == (201, again.content)
    assert len(agent.read("quotes", case_id=case["id"])["items"]) == 1
