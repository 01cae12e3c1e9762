"""Orders under any sequence of deeds: what the facts tell, replayed, is what the order is (P14, R77, P4)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from api import models
from api.kit.db import Database
from tests.work.steps import AsRole, Desk, facts_of, offered
from tests.work.test_table import LEGAL

LEADS_TO = {
    "opened": "received", "contacted": "contacted", "promised": "time_promised", "parts_awaited": "waiting_for_parts",
    "parts_ready": "parts_ready", "assigned": "assigned", "reassigned": "assigned", "unassigned": "time_promised",
    "rescheduled": "rescheduled", "cancelled": "cancelled", "accepted": None, "refused": "time_promised",
    "moved": None,
    "departed": "on_the_way", "arrived": "on_site", "diagnosed": None, "completed": "work_done", "signed": "signed",
    "signature_refused": "signed", "record_handed_in": "record_in", "put_off": "rescheduled", "escalated": None,
    "second_visit_needed": "second_visit",
}  # fmt: skip
ENDED = {"signed", "record_in"}
HELD = {"assigned", "on_the_way", "on_site", "work_done", "signed", "record_in"}


def replayed(told: list[dict[str, Any]]) -> dict[str, Any]:
    """The order as its facts alone tell it."""
    known: dict[str, Any] = {"status": None, "engineer": None, "promised_at": None, "signed": None}
    for fact in told:
        kind = fact["type"].removeprefix("work_order.")
        known["status"] = LEADS_TO[kind] or known["status"]
        if kind in ("assigned", "reassigned", "moved"):
            known["engineer"] = fact["employee_id"]
        if known["status"] not in HELD:
            known["engineer"] = None
        if fact.get("promised_at"):
            known["promised_at"] = fact["promised_at"]
        if kind == "second_visit_needed":
            known["promised_at"] = None
        if kind in ("signed", "signature_refused"):
            known["signed"] = kind
    return known


class Orders(RuleBasedStateMachine):
    """Coordinator, engineer and colleague do whatever comes to their mind with one order."""

    desk: Desk
    as_role: AsRole
    db: Database

    @initialize()
    def opened(self) -> None:
        self.order = self.desk.open()

    @rule(action=st.sampled_from(sorted(LEGAL)), who=st.sampled_from(("CO", "FE", "FE2")))
    def anything(self, action: str, who: str) -> None:
        """Possible or not: never a surprise, and never a half-done deed."""
        answer = self.desk.post(self.as_role(who), self.order, action)
        assert answer.status_code in (200, 403, 404, 409), answer.text
        if answer.status_code == 200:
            assert self.order["status"] in LEGAL[action][0].split()

    @rule(choice=st.integers(0, 20))
    def something_offered(self, choice: int) -> None:
        """What the screens offer is possible."""
        people = [self.as_role(role) for role in ("CO", "FE", "FE2")]
        ways = [
            (api, action)
            for api in people
            if (shown := api.get(f"work-orders/{self.order['id']}")).status_code == 200
            for action in offered(shown.json())
            if action not in ("cancel", "refuse", "unassign")
        ]
        if ways:
            api, action = ways[choice % len(ways)]
            answer = self.desk.post(api, self.order, action)
            assert answer.status_code == 200, f"{action}: {answer.text}"

    @invariant()
    def the_facts_tell_the_order(self) -> None:
        if not hasattr(self, "order"):
            return
        self.order = order = self.as_role("SM").read(f"work-orders/{self.order['id']}")
        told = facts_of(self.db, order["id"])
        engineer = order["engineer"] and order["engineer"]["id"]
        signed = order["signature"] and {"drawn": "signed", "refused": "signature_refused"}[order["signature"]["kind"]]
        assert replayed(told) == {
            "status": order["status"], "engineer": engineer, "promised_at": order["promised_at"], "signed": signed,
        }  # fmt: skip
        assert order["version"] == len(told)
        assert (order["status"] in ENDED) == (order["signature"] is not None)
        booking = models.bookings.Booking.__table__
        held = select(func.count()).where(booking.c.work_order_id == order["id"], booking.c.released_at.is_(None))
        with self.db.read() as conn:
            assert conn.execute(held).scalar() == (1 if engineer else 0)


@pytest.mark.slow
def test_replaying_the_facts_gives_the_order(desk: Desk, as_role: AsRole, db: Database) -> None:
    """R77 holds under any order of deeds, and an engineer's time is held exactly while he holds the job."""
    Orders.desk, Orders.as_role, Orders.db = desk, staticmethod(as_role), db
    run_state_machine_as_test(
        Orders,
        settings=settings(
            max_examples=12, stateful_step_count=22, deadline=None, suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )  # fmt: skip
