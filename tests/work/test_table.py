"""Every state × action × role: what is not in the table is refused, and what is refused changes nothing (R28, R417)."""

from __future__ import annotations

import pytest

from api.access.policy import SHORT
from api.work.work_orders.workflow import WORKFLOW
from tests.work.steps import PATHS, AsRole, Desk, offered

BEFORE_ARRIVAL = (
    "received contacted time_promised waiting_for_parts parts_ready rescheduled assigned on_the_way second_visit"
)
CO, FE, ASSIGNERS = {"CO", "SM"}, {"FE"}, {"CO", "SM", "RM"}
LEGAL: dict[str, tuple[str, str | None, set[str]]] = {
    "contact": ("received", "contacted", CO),
    "promise": ("contacted time_promised rescheduled parts_ready second_visit", "time_promised", CO),
    "wait-for-parts": ("contacted time_promised rescheduled second_visit", "waiting_for_parts", CO),
    "parts-ready": ("waiting_for_parts", "parts_ready", CO),
    "reschedule": ("time_promised assigned parts_ready", "rescheduled", CO),
    "assign": ("time_promised parts_ready rescheduled", "assigned", ASSIGNERS),
    "reassign": ("assigned on_the_way", "assigned", ASSIGNERS),
    "move": ("assigned on_the_way on_site", None, ASSIGNERS),
    "unassign": ("assigned", "time_promised", ASSIGNERS),
    "cancel": (f"{BEFORE_ARRIVAL} on_site", "cancelled", CO),
    "accept": ("assigned", None, FE),
    "refuse": ("assigned", "time_promised", FE),
    "depart": ("assigned", "on_the_way", FE),
    "arrive": ("on_the_way", "on_site", FE),
    "diagnose": ("on_site", None, FE),
    "complete": ("on_site", "work_done", FE),
    "use-part": ("on_site", None, FE),
    "sign": ("work_done", "signed", FE),
    "refuse-signature": ("work_done", "signed", FE),
    "hand-in": ("signed", "record_in", FE),
    "cannot-today": ("assigned on_the_way", "rescheduled", FE),
    "escalate": ("assigned on_the_way on_site work_done", None, FE),
    "second-visit": ("on_site work_done", "second_visit", FE),
}
"""Action → from where, to where (None: stays), whose. Written by hand from R417, R28 and Flow B."""
SEES = {"HL", "CO", "RE", "PC", "FU", "CA", "SM", "RM", "HQ", "FI", "AU"}
"""Who sees an order of his station without being its engineer."""
NO_EDIT = ["HL", "RE", "BE", "PC", "FU", "CA", "HQ", "FI", "AU", "HR", "SA"]
BY_THE_DESK = ("assign", "reassign", "move", "unassign", "cancel")
"""What no engineer may, whatever the order."""
GUARDED = {("assigned", "depart"), ("on_site", "complete"), ("on_site", "use-part")}
"""Legal states in which something else still lacks: accepting first, diagnosing first (R74)."""


def test_the_workflow_is_the_table_of_r417() -> None:
    """Three machine-only steps beside: an order ends by its follow-up and by nobody's hand (R9), and goes on by itself
    when its parts have come (R108)."""
    known = {a: (set(s.sources), s.target, s.offer) for a, s in WORKFLOW.steps.items()}
    wanted = {a: (set(sources.split()), target, True) for a, (sources, target, _) in LEGAL.items()}
    wanted["mark-followed-up"] = ({"record_in"}, "followed_up", False)
    wanted["parts-came"] = ({"waiting_for_parts"}, "parts_ready", False)
    wanted["close"] = ({"followed_up"}, "closed", False)
    assert known == wanted
    assert set(WORKFLOW.states) == set(PATHS) | {"followed_up", "closed"}


@pytest.mark.slow
@pytest.mark.parametrize("status", sorted(PATHS))
def test_in_each_state_only_the_table_is_possible(desk: Desk, as_role: AsRole, status: str) -> None:
    """Coordinator, manager, regional manager, the engineer and his colleague try every action."""
    order = desk.to(status)
    owner = order["engineer"] is not None
    for role, station in (("CO", "A1"), ("SM", "A1"), ("RM", "A"), ("FE", "A1"), ("FE2", "A1"), ("CO", "A2")):
        api = as_role(role, station)
        visible = station != "A2" and role != "FE2" and (owner or role != "FE")
        shown = api.get(f"work-orders/{order['id']}")
        assert shown.status_code == (200 if visible else 404)
        may = {a for a, (sources, _, roles) in LEGAL.items() if status in sources.split() and role in roles}
        if visible:
            guarded = {a for a in may if (status, a) in GUARDED}
            assert set(offered(shown.json())) == may - guarded, (role, status)
        for action, (sources, _, roles) in LEGAL.items():
            legal = visible and role in roles and status in sources.split()
            if legal and (status, action) not in GUARDED:
                continue
            expected = 404 if not visible else 409 if role in roles else 403
            if not visible and role == "FE2" and action in BY_THE_DESK:
                expected = 403  # without the right anywhere, whatever the order
            if role == "FE" and action in BY_THE_DESK:
                expected = 403
            answer = desk.post(api, order, action)
            assert answer.status_code == expected, (role, status, action, answer.text)
            if expected == 409:
                assert {offer["action"] for offer in answer.json()["offered"]} == set(offered(shown.json()))
    assert as_role("SM").read(f"work-orders/{order['id']}")["version"] == order["version"]


@pytest.mark.slow
def test_roles_without_the_right_are_refused_in_one_state_as_in_any(desk: Desk, as_role: AsRole) -> None:
    """R28: 403 for who sees the order, 404 for who has nothing to do with orders at all."""
    order = desk.to("assigned")
    for role in NO_EDIT:
        assert role in SHORT
        home = {"HQ": "C", "FI": "C", "AU": "C", "HR": "C", "SA": "C"}.get(role, "A1")
        api = as_role(role, home)
        none = role in ("HR", "SA")
        seen = api.get(f"work-orders/{order['id']}").status_code
        assert seen == (200 if role in SEES else 404), role
        for action in LEGAL:
            answer = desk.post(api, order, action)
            assert answer.status_code == (404 if none else 403), (role, action, answer.text)
    assert as_role("SM").read(f"work-orders/{order['id']}")["version"] == order["version"]
