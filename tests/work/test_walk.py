"""One case through all four steps, each act by the role whose it is (R9, Flow B and Flow D)."""

from __future__ import annotations

from collections.abc import Callable

from tests.client import Api
from tests.work.steps import AsRole, Desk, offered
from tests.world import World

SCORES = {"q1": 5, "q2": 4, "q3": 5, "q4": 5, "q5": 4, "q6": 5}


def test_a_case_walks_through_all_four_steps(
    desk: Desk, as_role: AsRole, world: World, recorded: Callable[..., list[str]]
) -> None:
    """R9, R103 to R115: understand, choose the way, do the work, check the effect; and the case is closed."""
    hotline: Api = as_role("HL")
    order = desk.open()
    path = f"service-requests/{order['case']['id']}"
    assert (order["status"], hotline.read(path)["step"]) == ("received", 2)
    for action, status, step in (
        ("contact", "contacted", 2), ("promise", "time_promised", 2), ("assign", "assigned", 2),
        ("accept", "assigned", 2), ("depart", "on_the_way", 3), ("arrive", "on_site", 3), ("diagnose", "on_site", 3),
        ("complete", "work_done", 3), ("sign", "signed", 3), ("hand-in", "record_in", 4),
    ):  # fmt: skip
        assert action in offered(desk.who(action).read(f"work-orders/{order['id']}"))
        order = desk.act(order, action)
        case = hotline.read(path)
        assert (order["status"], case["status"], case["step"]) == (status, "job_opened", step), action
        assert case["orders"][0]["status"] == status
    caller = as_role("FU")
    waiting = caller.read("follow-ups")["items"]
    assert [(row["order_number"], row["case"]["id"]) for row in waiting] == [(order["number"], case["id"])]
    followed = caller.act(f"follow-ups/{waiting[0]['id']}/satisfied", {"answers": SCORES})
    assert (followed["status"], followed["csi"]) == ("satisfied", 93)
    case = hotline.read(path)
    assert (case["status"], case["step"], bool(case["closed_at"])) == ("closed", 4, True)
    closed = as_role("CO").read(f"work-orders/{order['id']}")
    assert (closed["status"], closed["open"], closed["follow_up"]["status"]) == ("closed", False, "satisfied")
    assert [kind for kind in recorded(order["id"]) if kind.startswith("work_order.")] == [
        f"work_order.{what}"
        for what in (
            "opened", "contacted", "promised", "assigned", "accepted", "departed", "arrived", "diagnosed", "completed",
            "signed", "record_handed_in", "followed_up", "closed",
        )
    ]  # fmt: skip
