"""The telephone of station A1, under a clock that stands still until it is moved."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.aftercare.steps import Calls
from tests.client import Api
from tests.work.steps import Desk, always_fresh
from tests.world import World

WEDNESDAY = "2026-06-10T02:00:00Z"
"""10:00 in Shanghai."""


@pytest.fixture
def traveller() -> Iterator[time_machine.Traveller]:
    """The clock."""
    with time_machine.travel(WEDNESDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def calls(traveller: time_machine.Traveller, anonymous: Api, world: World) -> Calls:
    """People of A1 at work on one follow-up."""
    return Calls(Desk(always_fresh(anonymous, world), world), traveller)
