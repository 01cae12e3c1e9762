"""People of A1 and the forms that come with the program."""

import pytest

from api.access.actor import SYSTEM
from api.forms import founding
from api.kit.db import Database
from api.kit.unit import Unit
from tests.forms.steps import Paper
from tests.work.steps import AsRole, Desk
from tests.world import World


@pytest.fixture
def paper(as_role: AsRole, world: World) -> Paper:
    """Makes forms and fills them in."""
    return Paper(as_role, world)


@pytest.fixture
def desk(as_role: AsRole, world: World) -> Desk:
    """Orders of A1."""
    return Desk(as_role, world)


@pytest.fixture
def shipped(db: Database) -> int:
    """The forms that come with the program are laid in; how many."""
    with db.write() as conn:
        return founding.lay(Unit(db, conn, SYSTEM))
