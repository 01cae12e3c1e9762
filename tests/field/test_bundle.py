"""The bundle: what an engineer's phone keeps for a day without network, and no more (D41, C14)."""

from __future__ import annotations

from collections.abc import Callable

from api.kit.db import Database
from tests.client import Api
from tests.contract.test_query_counts import least
from tests.field.phone import Phone, visit
from tests.work.steps import Desk
from tests.world import World

FEW, EACH = 15, 4
"""Statements for an engineer's day with one job, and for each further one."""


def test_d41_it_holds_the_jobs_of_today_and_tomorrow_with_what_they_need(
    phone: Phone, desk: Desk, as_role: Callable[..., Api], world: World
) -> None:
    """Own jobs only, whole as their own door shows them; the steps as data; what is far off or another's stays out."""
    soon = visit(desk)
    visit(desk, hours=24 * 6)
    others = desk.act(visit(desk, "time_promised"), "assign", employee_id=world.employees["FE2@A1"])
    told = phone.api.read("field/bundle")
    assert told["complete"] is True
    assert told["order"] == [soon["id"]] == [job["id"] for job in told["jobs"]]
    job = told["jobs"][0]
    alone = phone.api.read(f"work-orders/{soon['id']}")
    same = {name for name in alone if name not in ("clocks", "clock")}
    assert {name: job["order"][name] for name in same} == {name: alone[name] for name in same}
    assert job["case"]["id"] == soon["case"]["id"]
    assert job["asset"]["serial"] == soon["asset"]["serial"]
    assert "****" in str(job["order"]["contact"]["phone"]), "masked as everywhere (T31)"
    steps = {step["action"]: step for step in told["steps"]}
    assert (steps["depart"]["sources"], steps["depart"]["target"]) == (["assigned"], "on_the_way")
    assert "assign" not in steps
    assert told["me"]["employee"]["id"] == world.employees["FE@A1"]
    assert others["id"] not in str(told)
    nobody = as_role("HL").get("field/bundle")
    assert nobody.status_code == 404


def test_with_a_cursor_only_what_changed_is_sent(phone: Phone, desk: Desk) -> None:
    """Unchanged parts are null, changed jobs are whole, removed ones are named; nothing new is 304."""
    one, other = visit(desk), visit(desk, hours=6)
    first = phone.api.get("field/bundle")
    cursor, tag = first.json()["cursor"], first.headers["etag"]
    same = phone.api.get("field/bundle", params={"cursor": cursor}, headers={"If-None-Match": tag})
    assert (same.status_code, same.content) == (304, b"")
    again = phone.api.read("field/bundle", cursor=cursor)
    assert (again["complete"], again["jobs"], again["removed_jobs"], again["cursor"]) == (False, [], [], cursor)
    parts = ("me", "steps", "templates", "van", "prices", "held", "conflicts")
    assert [again[name] for name in parts] == [None] * len(parts)
    desk.act(one, "accept")
    desk.act(other, "unassign")
    changed = phone.api.read("field/bundle", cursor=cursor)
    assert [job["id"] for job in changed["jobs"]] == [one["id"]]
    assert changed["removed_jobs"] == [other["id"]]
    assert changed["steps"] is None
    assert phone.api.get("field/bundle", params={"cursor": cursor}, headers={"If-None-Match": tag}).status_code == 200
    for torn in (cursor[:40], "AAAA", "bnVsbA"):
        assert phone.api.read("field/bundle", cursor=torn)["complete"] is True


def test_a_longer_day_asks_little_more(phone: Phone, desk: Desk, db: Database) -> None:
    """The number of statements is pinned: one more is a decision."""
    visit(desk)
    one = least(db, lambda: phone.api.read("field/bundle"))
    visit(desk, hours=6)
    visit(desk, hours=10)
    three = least(db, lambda: phone.api.read("field/bundle"))
    assert (len(one), len(three)) == (FEW, FEW + 2 * EACH), "\n\n".join(three)
