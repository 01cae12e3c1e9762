"""Who may grant which price: limits per role, the floor of the former price, nobody his own (D21, R155, R158)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from api.kit.db import Database
from tests.client import Api
from tests.money.selling import agreed, case_of, do, drafted, names, offered_quote, refused
from tests.world import World

Role = Callable[..., Api]


def discounted(world: World, bp: int, code: str = "LAB-01") -> list[dict[str, Any]]:
    return [{"price_item_id": world.prices[code], "discount_bp": bp}, {"price_item_id": world.prices["LS-5100"]}]


@pytest.mark.parametrize(
    ("bp", "grants"),
    [(0, {"HL", "SM"}), (1, {"SM"}), (500, {"SM"}), (1000, {"SM"}), (1001, set()), (5000, set())],
)
def test_d21_who_may_offer_what_himself(as_role: Role, world: World, db: Database, bp: int, grants: set[str]) -> None:
    """Down to the list price anyone; up to ten per cent the station manager; a line counts, not the whole."""
    case = case_of(as_role("HL"), world, db)
    made = drafted(as_role("HL"), world, case, lines=discounted(world, bp))
    for role in ("HL", "SM"):
        assert ("offer" in names(as_role(role).read(f"quotes/{made['id']}"))) is (role in grants), role
    if "HL" not in grants:
        assert "要先批准：折扣" in refused(as_role("HL"), f"quotes/{made['id']}/offer")["detail"]


@pytest.mark.parametrize(
    ("bp", "approver", "home", "may"),
    [(1000, "SM", "A1", True), (1001, "SM", "A1", False), (1001, "RM", "A", True), (10000, "HQ", "C", True),
     (500, "FI", "C", True), (501, "FI", "C", False)],
)  # fmt: skip
def test_d21_who_may_approve_what(
    as_role: Role, world: World, db: Database, bp: int, approver: str, home: str, may: bool
) -> None:
    agent, boss = as_role("HL"), as_role(approver, home)
    made = drafted(agent, world, case_of(agent, world, db), lines=discounted(world, bp))
    path = f"quotes/{made['id']}"
    assert made["approval"]["needed"] is True
    asked = do(agent, f"{path}/request-approval")
    assert (asked["status"], asked["approval"]["asked_at"] is not None) == ("awaiting_approval", True)
    assert ("approve" in names(boss.read(path))) is may
    if not may:
        refused(boss, f"{path}/approve")
        return
    granted = do(boss, f"{path}/approve")
    assert (granted["status"], granted["approval"]["approved_by"]["name"]) == ("draft", f"{approver} {home}")
    assert do(agent, f"{path}/offer")["status"] == "offered"


def test_d21_nobody_approves_his_own(as_role: Role, world: World, db: Database) -> None:
    manager = as_role("SM")
    made = drafted(manager, world, case_of(as_role("HL"), world, db), lines=discounted(world, 2000))
    do(manager, f"quotes/{made['id']}/request-approval")
    assert refused(manager, f"quotes/{made['id']}/approve")["detail"] == "不能批准自己的报价"


def test_an_approval_is_for_these_lines_only(as_role: Role, world: World, db: Database) -> None:
    agent, manager = as_role("HL"), as_role("SM")
    made = drafted(agent, world, case_of(agent, world, db), lines=discounted(world, 500))
    path = f"quotes/{made['id']}"
    do(agent, f"{path}/request-approval")
    assert agent.put(f"{path}/lines", json={"lines": []}).status_code == 409
    do(manager, f"{path}/approve")
    assert agent.put(f"{path}/lines", json={"lines": discounted(world, 900)}).status_code == 200
    shown = agent.read(path)
    assert (shown["approval"]["approved_at"], shown["approval"]["needed"]) == (None, True)
    refused(agent, f"{path}/offer")


def test_a_refused_approval_goes_back_with_the_reason(as_role: Role, world: World, db: Database) -> None:
    agent, manager = as_role("HL"), as_role("SM")
    made = drafted(agent, world, case_of(agent, world, db), lines=discounted(world, 500))
    path = f"quotes/{made['id']}"
    do(agent, f"{path}/request-approval")
    back = do(manager, f"{path}/refuse-approval", {"reason": "已经是 B 类价"})
    assert (back["status"], back["approval"]["asked_at"]) == ("draft", None)
    told = agent.read(f"{path}/events")["items"]
    assert told[-1]["sentence"] == "没有批准：已经是 B 类价"
    do(agent, f"{path}/request-approval")
    assert do(agent, f"{path}/take-back")["status"] == "draft"


def test_nobody_is_asked_for_what_needs_no_approval(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    made = drafted(agent, world, case_of(agent, world, db))
    assert made["approval"] == {
        "needed": False,
        "reasons": [],
        "asked_at": None,
        "approved_at": None,
        "approved_by": None,
    }
    assert refused(agent, f"quotes/{made['id']}/request-approval")["detail"] == "不用批准"


def test_r158_below_the_former_price_the_manager_agrees(as_role: Role, world: World, db: Database) -> None:
    """Even where the discount itself would be within somebody's limit: the former price is the floor."""
    agent, manager = as_role("HL"), as_role("SM")
    first = offered_quote(agent, world, case_of(agent, world, db))
    agreed(agent, first)
    for role in ("hotline_engineer", "reception_engineer"):
        key = f"settings/quote.discount_{role}"
        assert as_role("HQ", "C").put(key, json={"value": 0.05}).status_code == 200
    db.forget()
    case = case_of(agent, world, db)
    made = drafted(agent, world, case, lines=[{"price_item_id": world.prices["LAB-01"], "discount_bp": 100}])
    assert [reason["code"] for reason in made["approval"]["reasons"]] == ["below_former"]
    assert made["lines"][0]["former_fen"] == 30000
    assert refused(agent, f"quotes/{made['id']}/offer")["detail"] == "要先批准：低于这位客户上次的价格"
    do(agent, f"quotes/{made['id']}/request-approval")
    refused(as_role("FI", "C"), f"quotes/{made['id']}/approve")
    do(manager, f"quotes/{made['id']}/approve")
    assert do(agent, f"quotes/{made['id']}/offer")["status"] == "offered"


def test_r158_another_customers_former_price_is_no_floor(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    agreed(agent, offered_quote(agent, world, case_of(agent, world, db, station="B1")))
    made = drafted(agent, world, case_of(agent, world, db), lines=discounted(world, 100))
    assert [reason["code"] for reason in made["approval"]["reasons"]] == ["discount"]
    assert made["lines"][0]["former_fen"] is None


def test_r155_a_price_of_no_list_needs_the_manager(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    free = {"kind": "other", "description": "异型接头", "unit": "件", "unit_fen": 5000, "quantity": 2000}
    made = drafted(agent, world, case_of(agent, world, db), lines=[free])
    assert (made["total_fen"], [reason["code"] for reason in made["approval"]["reasons"]]) == (10000, ["free_line"])
    refused(agent, f"quotes/{made['id']}/offer")
    assert "offer" in names(as_role("SM").read(f"quotes/{made['id']}"))


def test_d21_the_limit_of_a_role_is_a_setting(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    made = drafted(agent, world, case_of(agent, world, db), lines=discounted(world, 500))
    refused(agent, f"quotes/{made['id']}/offer")
    put = as_role("HQ", "C").put("settings/quote.discount_hotline_engineer", json={"value": 0.05})
    assert put.status_code == 200
    db.forget()
    assert do(agent, f"quotes/{made['id']}/offer")["status"] == "offered"
