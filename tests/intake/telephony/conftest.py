"""An exchange at A1 with HL at 1001, HL2 at 1002."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.client import Api
from tests.intake.telephony.exchange import Exchange, registered
from tests.world import World


@pytest.fixture
def exchange(as_role: Callable[..., Api], anonymous: Api, world: World) -> Exchange:
    made = registered(as_role("SA", "C"), anonymous, world.stations["A1"], area_code="010")
    for name, number in (("HL@A1", "1001"), ("HL2@A1", "1002")):
        seat = {"exchange_id": made.id, "number": number, "employee_id": world.employees[name],
                "starts_at": "2026-01-05T01:00:00Z"}  # fmt: skip
        as_role("SM").act("extensions", seat)
    return made
