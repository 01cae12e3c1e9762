"""One station's people at their money."""

from __future__ import annotations

import pytest

from api.kit.db import Database
from tests.money.steps import AsRole, Till
from tests.world import World


@pytest.fixture
def till(as_role: AsRole, world: World, db: Database) -> Till:
    """Station A1."""
    return Till(as_role, world, db)
