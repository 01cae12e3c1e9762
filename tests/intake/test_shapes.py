"""Answers are what the document says: every field, no other, of the type it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter

from api.intake.callers.schemas import Callers
from api.intake.calls.schemas import CallRead, CallRow
from api.intake.service_requests.schemas import ServiceRequestRead, ServiceRequestRow
from api.intake.service_requests.workflow import STATES
from api.kit.db import Database
from api.network.clocks.schemas import ClockList
from tests.client import Api
from tests.intake.steps import in_state
from tests.world import World

Role = Callable[..., Api]


def fits(schema: Any, answer: Any) -> None:
    TypeAdapter(schema).validate_python(answer)


@pytest.mark.parametrize("status", STATES)
def test_a_case_in_every_state(as_role: Role, world: World, db: Database, status: str) -> None:
    agent = as_role("HL")
    case = in_state(status, agent, world, db)
    fits(ServiceRequestRead, case)
    fits(list[ServiceRequestRow], agent.read("service-requests")["items"])
    fits(ClockList, agent.read(f"service-requests/{case['id']}/clocks"))
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004410"})
    fits(CallRead, call)
    if case["next_actor"]:
        fits(CallRead, agent.act(f"calls/{call['id']}/same-matter", {"service_request_id": case["id"]}))
    fits(list[CallRow], agent.read("calls")["items"])
    fits(Callers, agent.read("callers", phone="13800004410"))
    fits(Callers, agent.read("callers", phone="13911112222"))
