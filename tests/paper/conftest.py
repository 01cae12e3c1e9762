"""The desk of station A1 and its papers."""

from __future__ import annotations

import pytest

from tests.paper.steps import Papers
from tests.work.steps import AsRole, Desk
from tests.world import World


@pytest.fixture
def desk(as_role: AsRole, world: World) -> Desk:
    """People of A1 at work on one order."""
    return Desk(as_role, world)


@pytest.fixture
def papers(as_role: AsRole) -> Papers:
    """Prints and reads papers as somebody of a station."""
    return Papers(as_role)
