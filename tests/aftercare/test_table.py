"""Every state × action × role of Flow D: what is not in the table is refused (R28, R422)."""

from __future__ import annotations

import pytest

from api.aftercare.follow_ups.workflow import WORKFLOW
from tests.aftercare.steps import PATHS, Calls
from tests.work.steps import offered

CALLABLE = "due attempted measure_set called_again unreachable"
OPEN = "due attempted unreachable dissatisfied root_cause_found measure_set called_again"
FU, SM = {"FU"}, {"SM"}
LEGAL: dict[str, tuple[str, str | None, set[str]]] = {
    "satisfied": (CALLABLE, "satisfied", FU),
    "dissatisfied": (CALLABLE, "dissatisfied", FU),
    "attempt": ("due attempted measure_set called_again", None, FU),
    "do-not-call": (CALLABLE, "waived", FU),
    "find-root-cause": ("dissatisfied", "root_cause_found", SM),
    "set-measure": ("root_cause_found", "measure_set", SM),
    "waive": (OPEN, "waived", SM),
}
NO_EDIT = {"HL": 404, "CO": 200, "FE": 200, "RE": 200, "RM": 200, "HQ": 200, "AU": 200, "PC": 404, "SA": 404, "HR": 404}
"""Who may not act, and whether he sees the follow-up of his station (the engineer: of his own job)."""


def test_the_workflow_is_the_table_of_r422() -> None:
    known = {a: (set(s.sources), s.target) for a, s in WORKFLOW.steps.items() if s.offer}
    assert known == {a: (set(sources.split()), target) for a, (sources, target, _) in LEGAL.items()}
    assert set(WORKFLOW.states) == set(PATHS)


@pytest.mark.slow
@pytest.mark.parametrize("status", sorted(PATHS))
def test_in_each_state_only_the_table_is_possible(calls: Calls, status: str) -> None:
    follow_up = calls.to(status)
    for role, station in (("FU", "A1"), ("SM", "A1"), ("FU", "A2")):
        api = calls.as_role(role, station)
        shown = api.get(f"follow-ups/{follow_up['id']}")
        visible = station == "A1"
        assert shown.status_code == (200 if visible else 404)
        may = {a for a, (sources, _, roles) in LEGAL.items() if status in sources.split() and role in roles}
        if visible:
            assert set(offered(shown.json())) == may
        for action, (_, _, roles) in LEGAL.items():
            if visible and action in may:
                continue
            expected = 404 if not visible else 409 if role in roles else 403
            assert calls.post(api, follow_up, action).status_code == expected, (role, action)
    assert calls.as_role("SM").read(f"follow-ups/{follow_up['id']}")["version"] == follow_up["version"]


def test_roles_without_the_right_are_refused(calls: Calls) -> None:
    """The hotline sees its own only, and this call is the follow-up specialist's."""
    follow_up = calls.due()
    for role, seen in NO_EDIT.items():
        home = {"HQ": "C", "AU": "C", "HR": "C", "SA": "C", "RM": "A"}.get(role, "A1")
        api = calls.as_role(role, home)
        assert api.get(f"follow-ups/{follow_up['id']}").status_code == seen, role
        for action in LEGAL:
            expected = 404 if role in ("PC", "SA", "HR") else 403
            assert calls.post(api, follow_up, action).status_code == expected, role
