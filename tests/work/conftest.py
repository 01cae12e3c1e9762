"""The desk of station A1, at which most tests of orders sit."""

import pytest

from tests.work.steps import AsRole, Desk
from tests.world import World


@pytest.fixture
def desk(as_role: AsRole, world: World) -> Desk:
    """People of A1 at work on one order."""
    return Desk(as_role, world)
