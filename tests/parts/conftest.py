"""Station A1 with its places, for the tests of parts."""

import pytest

from tests.parts.steps import AsRole, Stock
from tests.world import World


@pytest.fixture
def stock(as_role: AsRole, world: World) -> Stock:
    """The people of A1 and their places."""
    return Stock(as_role, world)
