"""The checklists that the handbook words: before the shift (R38), before leaving (R71, R73), on site (R74 to R76, R99)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.client import Api
from tests.forms.steps import FAIL, PASS, Paper
from tests.work.steps import AsRole, Desk, offered
from tests.world import World

pytestmark = pytest.mark.usefixtures("shipped")


def asked(api: Api, subject: str, id: str) -> dict[str, dict[str, Any]]:
    """The forms that a record asks for, by key."""
    return {one["key"]: one for one in api.read("entries/asked", subject=subject, subject_id=id)["items"]}


def passed(api: Api, version_id: str, **over: Any) -> dict[str, Any]:
    """Every item of a version passed."""
    properties = api.read(f"template-versions/{version_id}")["json_schema"]["required"]
    return dict.fromkeys(properties, PASS) | over


def filled(paper: Paper, api: Api, kind: str, id: str, key: str, **over: Any) -> dict[str, Any]:
    """A completed entry of one of the forms."""
    form = asked(api, kind, id)[key]
    entry = paper.opened({"id": form["template_id"]}, api, subject=kind, subject_id=id)
    return paper.act(entry, "complete", {"data": passed(api, form["version_id"], **over)}, by=api)


def setting(as_role: AsRole, world: World, key: str) -> None:
    answer = as_role("SM").put(f"settings/{key}", json={"value": 1, "station_id": world.stations["A1"]})
    assert answer.status_code == 200, answer.text


def test_r38_before_the_shift_each_day_anew(paper: Paper, as_role: AsRole, world: World, time_machine: Any) -> None:
    """Dress, desk, computer, forms, policy and material: every day, by the agent himself."""
    time_machine.move_to("2026-11-21T00:10:00Z")
    hotline, me = as_role("HL"), world.employees["HL@A1"]
    form = asked(hotline, "employee", me)["before_shift"]
    assert (form["rhythm"], form["may_fill"], form["entry"]) == ("daily", True, None)
    items = hotline.read(f"template-versions/{form['version_id']}")["json_schema"]["required"]
    assert {"dress", "desk", "computer", "forms", "policy", "products"} <= set(items)
    filled(paper, hotline, "employee", me, "before_shift")
    assert asked(hotline, "employee", me)["before_shift"]["entry"]["status"] == "completed"
    time_machine.move_to("2026-11-22T00:10:00Z")
    hotline = paper.as_role("HL2")
    hotline = type(hotline)(hotline.app).signed_in(world.account("HL"), world.password)  # type: ignore[arg-type]
    assert asked(hotline, "employee", me)["before_shift"]["entry"] is None


def test_r73_where_the_station_says_so_nobody_leaves_unprepared(
    paper: Paper, as_role: AsRole, world: World, desk: Desk
) -> None:
    setting(as_role, world, "checklist.before_depart")
    order, engineer = desk.act(desk.to("assigned"), "accept"), as_role("FE")
    assert asked(engineer, "work_order", order["id"])["before_leaving"]["required"] is True
    page = engineer.read(f"work-orders/{order['id']}")
    assert "depart" not in offered(page)
    assert [lack["reason"] for lack in page["lacks"] if lack["action"] == "depart"] == ["还没填完“出发前检查”"]
    assert "出发前检查" in desk.refused(order, "depart")["detail"]
    filled(paper, engineer, "work_order", order["id"], "before_leaving")
    assert desk.act(order, "depart")["status"] == "on_the_way"


@pytest.mark.parametrize("item", ["confirmed", "tools", "equipment"])
def test_r71_r73_fault_and_time_confirmed_tools_and_equipment_taken(
    item: str, paper: Paper, as_role: AsRole, world: World, desk: Desk
) -> None:
    """A critical item that failed keeps him until the checklist is done anew (D39)."""
    setting(as_role, world, "checklist.before_depart")
    order, engineer = desk.act(desk.to("assigned"), "accept"), as_role("FE")
    filled(paper, engineer, "work_order", order["id"], "before_leaving", **{item: FAIL})
    assert "关键项不合格" in desk.refused(order, "depart")["detail"]
    filled(paper, engineer, "work_order", order["id"], "before_leaving", order=FAIL)
    assert desk.act(order, "depart")["status"] == "on_the_way"


def test_r73_each_engineer_prepares_for_himself(paper: Paper, as_role: AsRole, world: World, desk: Desk) -> None:
    setting(as_role, world, "checklist.before_depart")
    order = desk.act(desk.to("assigned"), "accept")
    filled(paper, as_role("FE"), "work_order", order["id"], "before_leaving")
    desk.act(order, "reassign")
    other = as_role("FE2")
    desk.act(order, "accept", by=other)
    assert asked(other, "work_order", order["id"])["before_leaving"]["entry"] is None
    desk.refused(order, "depart", by=other)


def test_r74_r75_r76_r99_on_site_steps_before_the_work_is_done(
    paper: Paper, as_role: AsRole, world: World, desk: Desk
) -> None:
    """Property protected, examined, procedure, tested, told, place cleared, badge worn."""
    setting(as_role, world, "checklist.before_complete")
    order, engineer = desk.act(desk.to("on_site"), "diagnose"), as_role("FE")
    form = asked(engineer, "work_order", order["id"])["on_site_steps"]
    items = engineer.read(f"template-versions/{form['version_id']}")["json_schema"]["required"]
    assert set(items) == {"badge", "property", "examined", "procedure", "tested", "told", "cleared"}
    assert "现场作业步骤" in desk.refused(order, "complete")["detail"]
    filled(paper, engineer, "work_order", order["id"], "on_site_steps", property=FAIL)
    assert "关键项不合格" in desk.refused(order, "complete")["detail"]
    filled(paper, engineer, "work_order", order["id"], "on_site_steps")
    assert desk.act(order, "complete")["status"] == "work_done"


def test_without_the_setting_the_checklists_hold_nobody_up(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("work_done")
    assert asked(as_role("FE"), "work_order", order["id"])["on_site_steps"]["required"] is False


def test_what_was_checked_stands_in_the_timeline_of_the_case(paper: Paper, as_role: AsRole, desk: Desk) -> None:
    order = desk.to("assigned")
    filled(paper, as_role("FE"), "work_order", order["id"], "before_leaving", parts=FAIL)
    story = as_role("CO").read(f"service-requests/{order['case']['id']}/events")["items"]
    assert "“出发前检查”已填完，不合格 1 项" in [told["sentence"] for told in story]
