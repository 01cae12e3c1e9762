"""Any order of deeds: what is offered works, what is not is refused, and the facts alone give the case again."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from api import models
from api.events.facts import Fact
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.intake.steps import ACTIONS, device, drafted, offered, take_in
from tests.world import World

Role = Callable[..., Api]
EXAMPLES = int(os.environ.get("SIBU_EXAMPLES", "12"))
PERIODS = {"in warranty": (200, 100), "past the on-site period": (200, -1), "out of warranty": (-30, -30)}
BODIES: dict[str, list[dict[str, Any]]] = {action: [body] for action, body in ACTIONS.items()} | {
    "judge": [
        ACTIONS["judge"],
        {"group": "hardware_repair", "fault_kind": "software", "mode": "carry_in"},
        {"group": "consultation"},
        {"group": "paid_service", "fault_kind": "software", "mode": "on_site"},
        {"group": "hardware_repair", "mode": "on_site", "exclusion": "misuse", "third_party_accessory": True},
    ],
}
BECAUSE = {"reason": "再想想"}
DEEDS = [(action, body) for action, bodies in BODIES.items() for body in bodies]
UNJUDGED = dict.fromkeys(
    ("paid", "verdict", "policy_explained", "accepted", "quoted_fen", "consented_fen", "consented_by", "consent_way")
)
ENDED = {
    "service_request.answered": "answered", "service_request.carry_in_advised": "carry_in_advised",
    "service_request.declined": "declined", "service_request.cancelled": "cancelled",
}  # fmt: skip


def replayed(facts: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """The case as its facts tell it, and nothing else."""
    state: dict[str, Any] = UNJUDGED | {"answer": None, "reason": None, "mode": None, "version": 0}
    for type, data in facts:
        state["version"] += not Fact.catalogue[type].quiet
        match type.removeprefix("service_request."):
            case "created":
                kept = ("number", "service_group", "subject", "fault_kind", "exclusion")
                state |= {name: data.get(name) for name in kept}
                state |= {"status": "new", "step": 1, "open": True, "calls": 1}
                state["third_party_accessory"] = data["third_party_accessory"]
            case "judged":
                kept = ("service_group", "fault_kind", "mode", "paid", "verdict", "exclusion", "third_party_accessory")
                state |= UNJUDGED | {name: data.get(name) for name in kept} | {"status": "judged", "step": 2}
            case "policy_explained":
                state |= {"status": "awaiting_consent", "policy_explained": True}
            case "terms_accepted":
                state |= {"status": "awaiting_consent", "accepted": True}
            case "quoted":
                state |= {"status": "awaiting_consent", "quoted_fen": data["amount_fen"]}
            case "unquoted":
                state["quoted_fen"] = None
            case "consented":
                state |= {"status": "accepted", "consented_fen": data["ceiling_fen"]}
                state |= {"consented_by": data["by"], "consent_way": data["way"]}
            case "dispatched":
                state |= {"status": "job_opened"}
            case "moved_on":
                state["step"] = data["step"]
            case "called_again":
                state["calls"] = data["calls"]
            case "reopened":
                state |= UNJUDGED | {"status": "new", "step": 1, "open": True}
                state |= {"mode": None, "reason": None, "answer": None}
        if type in ENDED:
            state |= {"status": ENDED[type], "open": False}
            state |= {name: data[name] for name in ("answer", "reason") if name in data}
    return state


def of(db: Database, case_id: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The row of a case, and what the replay of its facts gives for the same columns."""
    event, personal = models.events.Event.__table__, models.events.EventPersonal.__table__
    table = models.service_requests.ServiceRequest.__table__
    told = (
        select(event.c.type, event.c.data, personal.c.data.label("personal"))
        .outerjoin(personal, personal.c.event_id == event.c.id)
        .where(event.c.subject == "service_request", event.c.subject_id == case_id)
        .order_by(event.c.seq)
    )
    with db.read() as conn:
        facts = [(row.type, row.data | (row.personal or {})) for row in conn.execute(told)]
        row = dict(conn.execute(select(table).where(table.c.id == case_id)).one()._mapping)
    row["policy_explained"] = None if row["policy_explained_at"] is None else True
    row["accepted"] = None if row["accepted_at"] is None else True
    state = replayed(facts)
    return {name: row[name] for name in state}, state


def test_any_order_of_deeds(as_role: Role, world: World, db: Database) -> None:
    agent, coordinator = as_role("HL"), as_role("CO")

    class Life(RuleBasedStateMachine):
        case: dict[str, Any]

        @initialize(period=st.sampled_from(sorted(PERIODS)), group=st.sampled_from(["hardware_repair", "consultation"]))
        def begin(self, period: str, group: str) -> None:
            warranty, on_site = PERIODS[period]
            device(db, world, warranty=warranty, on_site=on_site)
            self.case = take_in(agent, world, group=group)

        @rule(deed=st.sampled_from(DEEDS))
        def act(self, deed: tuple[str, dict[str, Any]]) -> None:
            action, body = deed
            answer = agent.post(f"service-requests/{self.case['id']}/{action}", json=body)
            possible = action in offered(self.case)
            assert answer.status_code == (200 if possible else 409), f"{action}: {answer.text}"
            if possible:
                self.case = answer.json()
            else:
                problem = answer.json()
                assert [offer["action"] for offer in problem["offered"]] == offered(self.case)

        @rule(way=st.sampled_from(["offer", "consent", "revise", "decline"]))
        def quote(self, way: str) -> None:
            """The quotes room tells the case by its own doors: what it offers works, what it does not is refused."""
            path = f"service-requests/{self.case['id']}"
            if self.case["may_quote"]:
                drafted(agent, world, self.case)
            known = agent.read(path)["quote"]
            if known is None:
                return
            possible = way in [offer["action"] for offer in known["offered"]]
            body = {"consent": {"fingerprint": known["fingerprint"], "by": "陈", "way": "counter"}, "decline": BECAUSE}
            asked = body.get(way, {})
            if way == "consent" and known["fingerprint"] is None:
                asked["fingerprint"] = "0" * 64
            answer = agent.post(f"quotes/{known['id']}/{way}", json=asked, headers={"Idempotency-Key": new_id()})
            assert answer.status_code == (200 if possible else 409), f"{way}: {answer.text}"
            self.case = agent.read(path)

        @rule()
        def call_again(self) -> None:
            call = agent.act("calls", {"direction": "inbound", "rings": 1})
            path, body = f"calls/{call['id']}/same-matter", {"service_request_id": self.case["id"]}
            open_ = self.case["next_actor"] is not None
            assert agent.post(path, json=body).status_code == (200 if open_ else 409)

        @rule()
        def give_up_the_order(self) -> None:
            for order in agent.read(f"service-requests/{self.case['id']}")["orders"]:
                if order["open"]:
                    coordinator.act(f"work-orders/{order['id']}/cancel", {"reason": "客户改期"})

        @invariant()
        def facts_give_the_case_again(self) -> None:
            if hasattr(self, "case"):
                row, state = of(db, self.case["id"])
                assert row == state
                self.case = agent.read(f"service-requests/{self.case['id']}")

        @invariant()
        def no_paid_work_without_consent(self) -> None:
            """R154 holds whatever happened before."""
            if hasattr(self, "case") and self.case["status"] == "job_opened" and self.case["paid"]:
                assert self.case["consent"]["consented_at"]

        @invariant()
        def promises_end_with_the_case(self) -> None:
            if hasattr(self, "case") and self.case["next_actor"] is None:
                assert self.case["clock"] is None
                assert not [clock for clock in self.case["clocks"] if clock["state"] in ("running", "paused", "missed")]

    steps = settings(
        max_examples=EXAMPLES, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Life, settings=steps)
