"""What a case tells of its order: where it stands, in the queue too, and that it is sent out anew after a cancellation."""

from __future__ import annotations

from typing import Any

from tests.work.steps import AsRole, Desk, offered
from tests.world import World


def of_case(as_role: AsRole, order: dict[str, Any], locale: str = "zh-CN") -> tuple[dict[str, Any], dict[str, Any]]:
    """The row of the queue and the page of the case."""
    agent, id = as_role("HL"), order["case"]["id"]
    headers = {"Accept-Language": locale}
    rows = agent.get("service-requests", headers=headers).json()["items"]
    return next(row for row in rows if row["id"] == id), agent.get(f"service-requests/{id}", headers=headers).json()


def test_r417_the_queue_tells_where_the_order_stands(desk: Desk, as_role: AsRole) -> None:
    """每一步都看得见: a case that is 已派工 may wait for the customer, or have its engineer on the way."""
    order = desk.open()
    seen = []
    for action in ("contact", "promise", "assign", "accept", "depart", "arrive"):
        order = desk.act(order, action)
        row, case = of_case(as_role, order)
        assert row["job"] == case["job"] == {"status": order["status"], "status_label": order["status_label"]}
        assert row["status"] == "job_opened"
        seen.append(row["job"]["status"])
    assert seen == ["contacted", "time_promised", "assigned", "assigned", "on_the_way", "on_site"]
    english, _ = of_case(as_role, order, "en")
    assert english["job"]["status_label"].isascii()


def test_a_case_without_an_open_order_tells_of_none(desk: Desk, as_role: AsRole) -> None:
    order = desk.act(desk.to("assigned"), "cancel")
    row, case = of_case(as_role, order)
    assert (row["job"], case["job"]) == (None, None)


def test_r48_a_case_whose_order_was_cancelled_is_dispatched_anew(desk: Desk, as_role: AsRole, world: World) -> None:
    first = desk.to("assigned")
    path, agent = f"service-requests/{first['case']['id']}", as_role("HL")
    assert "dispatch" not in offered(agent.read(path))
    refused = agent.act(f"{path}/dispatch", {}, status=409)
    assert refused["detail"] == "已经派过工，派工单还在"
    desk.act(first, "cancel", reason="客户改主意了")
    case = agent.read(path)
    assert offered(case)[0] == "dispatch"
    case = agent.act(f"{path}/dispatch", {"note": "客户又要修了"})
    assert [order["status"] for order in case["orders"]] == ["received", "cancelled"]
    assert (case["status"], case["job"]["status"], case["step"]) == ("job_opened", "received", 2)
    assert {clock["kind"] for clock in case["clocks"] if clock["state"] == "running"} >= {"contact", "arrive"}
    agent.act(f"{path}/dispatch", {}, status=409)
    second = as_role("CO").read(f"work-orders/{case['orders'][0]['id']}")
    desk.slots[second["id"]] = 50
    assert desk.act(second, "contact")["status"] == "contacted"


def test_a_case_whose_work_was_done_is_not_dispatched_again(desk: Desk, as_role: AsRole) -> None:
    done = desk.to("record_in")
    agent = as_role("HL")
    assert "dispatch" not in offered(agent.read(f"service-requests/{done['case']['id']}"))
    agent.act(f"service-requests/{done['case']['id']}/dispatch", {}, status=409)
