"""The ground of a promise for the tests: the shared fixtures' database, marked as being at the newest revision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from alembic import command
from api.kit import schema
from api.kit.db import Database
from tests.promises.ground import Ground
from tests.world import World


@pytest.fixture
def ground(db: Database, world: World, tmp_path: Path) -> Iterator[Ground]:
    """A database with the world that replicas may serve."""
    command.stamp(schema.config(db), "head")
    yield Ground(db.url.render_as_string(hide_password=False), tmp_path, world)
    if not db.is_sqlite:  # the next test begins without
        with db.write() as conn:
            conn.exec_driver_sql("DROP TABLE alembic_version")
