"""Migrations run up, down and up again with rows in the tables, on both databases, and match the models."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.util import CommandError
from sqlalchemy import inspect
from sqlalchemy.engine import make_url

from alembic import command
from api import models
from api.kit import schema
from api.kit.db import Database
from tests.conftest import POSTGRES
from tests.migrations.access import registered
from tests.migrations.board import doubled
from tests.migrations.customers import followed
from tests.migrations.field import in_the_field
from tests.migrations.files import sent
from tests.migrations.intake import known
from tests.migrations.ledger import collected
from tests.migrations.money import quoted
from tests.migrations.office import taken_out
from tests.migrations.papers import printed
from tests.migrations.roster import rostered
from tests.migrations.stock import stocked
from tests.migrations.telephony import called
from tests.migrations.webhooks import told
from tests.world import World, fill


@pytest.fixture
def empty(database_url: str, tmp_path: Path) -> Iterator[Database]:
    """A database without anything in it."""
    if not POSTGRES:
        made = Database(f"sqlite:///{tmp_path / 'empty.db'}")
        yield made
        made.dispose()
        return
    name = f"empty_{secrets.token_hex(4)}"
    server = Database(database_url)
    with server.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.exec_driver_sql("SET statement_timeout = 0")
        conn.exec_driver_sql(f"CREATE DATABASE {name}")
    made = Database(make_url(database_url).set(database=name).render_as_string(hide_password=False))
    yield made
    made.dispose()
    with server.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.exec_driver_sql("SET statement_timeout = 0")  # a database's many files go slowly on a busy disk
        conn.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


def tables(db: Database) -> set[str]:
    with db.read() as conn:
        found = set(inspect(conn).get_table_names())
    return {name for name in found if not any(name.startswith(apart) for apart in schema.APART)}


def triggers(db: Database) -> int:
    question = (
        "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal" if POSTGRES
        else "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
    )  # fmt: skip
    with db.read() as conn:
        return int(conn.exec_driver_sql(question).scalar_one())


def fill_all(db: Database) -> World:
    """Rows in the tables of every room."""
    world = fill(db)
    quoted(db, world)
    collected(db, world)
    sent(db, world)
    printed(db, world)
    rostered(db, world)
    stocked(db, world)
    called(db, world)
    known(db, world)
    followed(db, world)
    in_the_field(db, world)
    doubled(db, world)
    registered(db, world)
    taken_out(db, world)
    told(db, world)
    return world


def test_up_down_up_with_rows_in_it(empty: Database) -> None:
    schema.upgrade(empty)
    shape, guards = tables(empty), triggers(empty)
    assert models.metadata.tables.keys() <= shape
    assert guards > 0
    fill_all(empty)
    command.downgrade(schema.config(empty), "base")
    assert tables(empty) <= {"alembic_version"}
    schema.upgrade(empty)
    assert (tables(empty), triggers(empty)) == (shape, guards)
    fill_all(empty)


def test_an_upgrade_of_the_newest_changes_nothing(empty: Database) -> None:
    schema.upgrade(empty)
    fill_all(empty)
    before = triggers(empty)
    schema.upgrade(empty)
    assert triggers(empty) == before
    assert schema.current(empty)[0] == schema.current(empty)[1]


def test_the_models_and_the_migrations_agree(empty: Database) -> None:
    schema.upgrade(empty)
    try:
        command.check(schema.config(empty))
    except CommandError as error:
        pytest.fail(f"run `alembic revision --autogenerate`: {error}")
