"""The desk of A1 and the phone of its engineer."""

from __future__ import annotations

import pytest

from tests.field.phone import Phone
from tests.work.steps import AsRole, Desk
from tests.world import World


@pytest.fixture
def desk(as_role: AsRole, world: World) -> Desk:
    """People of A1 at work on one order."""
    return Desk(as_role, world)


@pytest.fixture
def phone(as_role: AsRole) -> Phone:
    """The enrolled phone of FE@A1."""
    return Phone(as_role("FE"))
