"""The whole table of states and actions, generated from the workflow: what is not offered is refused, with what is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from api.intake.service_requests import schemas
from api.intake.service_requests.workflow import STATES, WORKFLOW
from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import ACTIONS, digest, in_state, offered
from tests.world import World

Role = Callable[..., Api]


def test_every_action_is_in_the_table() -> None:
    assert set(ACTIONS) == {action for action, step in WORKFLOW.steps.items() if step.offer}
    assert set(STATES) == set(schemas.Status.__args__)


@pytest.mark.parametrize("status", STATES)
def test_what_is_not_offered_is_refused(as_role: Role, world: World, db: Database, status: str) -> None:
    """R414: no way but through the table. The station manager holds every right, so only the state refuses."""
    agent = as_role("HL")
    case = in_state(status, agent, world, db)
    manager = as_role("SM")
    path = f"service-requests/{case['id']}"
    case = manager.read(path)
    allowed = offered(case)
    for action, step in WORKFLOW.steps.items():
        if step.offer and status not in step.sources:
            assert action not in allowed
    before = digest(db)
    for action in sorted(set(ACTIONS) - set(allowed)):
        answer = manager.post(f"{path}/{action}", json=ACTIONS[action])
        assert answer.status_code == 409, f"{action} while {status}: {answer.text}"
        problem = answer.json()
        assert problem["type"] == "/problems/transition-refused"
        assert problem["detail"]
        assert [offer["action"] for offer in problem["offered"]] == allowed
    assert digest(db) == before


@pytest.mark.parametrize("status", STATES)
def test_what_is_offered_works(as_role: Role, world: World, db: Database, status: str) -> None:
    """Each offer on a case of its own, with the questions answered that it asks, by the href it names."""
    agent = as_role("HL")
    for action in offered(in_state(status, agent, world, db)):
        case = in_state(status, agent, world, db)
        offer = next(offer for offer in case["offered"] if offer["action"] == action)
        asked = {need["name"] for need in offer["needs"]}
        required = {need["name"] for need in offer["needs"] if need["required"]}
        body = ACTIONS[action]
        assert required <= set(body) <= asked
        answer = agent.post(offer["href"].removeprefix("/api/v1/"), json=body)
        assert answer.status_code == 200, f"{action}: {answer.text}"
        step = WORKFLOW.steps[action]
        assert answer.json()["status"] == (step.target or status)
        assert answer.headers["ETag"] == f'"{case["version"] + 1}"'


def test_an_act_on_what_somebody_changed_is_stale(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = in_state("judged", agent, world, db)
    path = f"service-requests/{case['id']}/cancel"
    answer = agent.post(path, json={"reason": "x"}, headers={"If-Match": '"1"'})
    assert (answer.status_code, answer.json()["version"]) == (412, 2)
    assert agent.post(path, json={"reason": "x"}, headers={"If-Match": '"2"'}).status_code == 200


def test_a_repeated_act_is_done_once(
    as_role: Role, world: World, db: Database, recorded: Callable[..., list[str]]
) -> None:
    agent = as_role("HL")
    case = in_state("new", agent, world, db)
    path, key = f"service-requests/{case['id']}/note", {"Idempotency-Key": "n-1"}
    first = agent.post(path, json={"text": "一次"}, headers=key)
    again = agent.post(path, json={"text": "一次"}, headers=key)
    assert again.content == first.content
    assert recorded(case["id"]).count("service_request.noted") == 1
