"""What the tests of the fourth step share: a finished visit, its follow-up, and days that pass."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

import time_machine

from tests.client import Api
from tests.work.steps import Desk

GOOD = {"q1": 5, "q2": 4, "q3": 5, "q4": 5, "q5": 4, "q6": 5}
BAD = GOOD | {"q2": 2}
CALLER = {"satisfied", "dissatisfied", "attempt", "do-not-call"}


def body(action: str, **over: Any) -> dict[str, Any]:
    """A body that the action accepts."""
    bodies: dict[str, dict[str, Any]] = {
        "satisfied": {"answers": GOOD},
        "dissatisfied": {"answers": BAD, "reason": "来得太晚"},
        "attempt": {"outcome": "not_reached", "agreed_outside_hours": True},
        "find-root-cause": {"root_cause": "派工时没算路程"},
        "set-measure": {"measure": "派工一律含路程"},
        "waive": {"reason": "客户已搬走"},
    }
    return bodies.get(action, {}) | over


class Calls:
    """The follow-up specialist and the manager of A1 at work on one follow-up."""

    def __init__(self, desk: Desk, traveller: time_machine.Traveller | None = None) -> None:
        self.desk, self.as_role, self.traveller = desk, desk.as_role, traveller

    def who(self, action: str) -> Api:
        """Whose step it is."""
        return self.as_role("FU" if action in CALLER else "SM")

    def of(self, order: dict[str, Any]) -> dict[str, Any]:
        """The follow-up of an order whose record is in."""
        listed = self.as_role("FU").read("follow-ups", case_id=order["case"]["id"])["items"]
        row = next(row for row in listed if row["order_number"] == order["number"])
        return self.as_role("FU").read(f"follow-ups/{row['id']}")

    def due(self) -> dict[str, Any]:
        """A follow-up of a visit finished just now."""
        return self.of(self.desk.to("record_in"))

    def post(self, api: Api, follow_up: dict[str, Any], action: str, **over: Any) -> Any:
        """The bare answer to a step by this person."""
        return api.post(
            f"follow-ups/{follow_up['id']}/{action}",
            json=body(action, **over),
            headers={"Idempotency-Key": secrets.token_hex(12)},
        )

    def act(self, follow_up: dict[str, Any], action: str, by: Api | None = None, **over: Any) -> dict[str, Any]:
        """A step that must succeed, by whose it is."""
        answer = self.post(by or self.who(action), follow_up, action, **over)
        assert answer.status_code == 200, f"{action}: {answer.status_code} {answer.text}"
        return answer.json()

    def refused(
        self, follow_up: dict[str, Any], action: str, status: int = 409, by: Api | None = None, **over: Any
    ) -> dict[str, Any]:
        """A step that must be refused so and change nothing; gives the problem."""
        before = self.as_role("SM").read(f"follow-ups/{follow_up['id']}")
        answer = self.post(by or self.who(action), follow_up, action, **over)
        assert answer.status_code == status, f"{action}: {answer.status_code} {answer.text}"
        assert self.as_role("SM").read(f"follow-ups/{follow_up['id']}") == before
        return answer.json()

    def pass_time(self, **span: float) -> None:
        """Days and hours go by."""
        assert self.traveller
        self.traveller.shift(timedelta(**span))

    def to(self, status: str) -> dict[str, Any]:
        """A follow-up in this state."""
        follow_up = self.due()
        for action in PATHS[status]:
            if action == "next-day":
                self.pass_time(days=1)
            else:
                follow_up = self.act(follow_up, action)
        assert follow_up["status"] == status
        return follow_up


_MEASURE = ("dissatisfied", "find-root-cause", "set-measure")
PATHS: dict[str, tuple[str, ...]] = {
    "due": (),
    "attempted": ("attempt",),
    "unreachable": ("attempt", "next-day", "attempt", "next-day", "attempt"),
    "dissatisfied": _MEASURE[:1],
    "root_cause_found": _MEASURE[:2],
    "measure_set": _MEASURE,
    "called_again": (*_MEASURE, "attempt"),
    "satisfied": ("satisfied",),
    "waived": ("waive",),
}
