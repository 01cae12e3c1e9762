"""The database: SQLite in one file by default, PostgreSQL by address; the only place that knows which one it is.

SQLite: WAL, `synchronous=FULL`, one writer connection with BEGIN IMMEDIATE, a small pool of readers. PostgreSQL: one
pool through psycopg 3. Both are asserted to keep what they acknowledge before anything is served (P2).
"""

from __future__ import annotations

import sqlite3  # noqa: TID251 - this is the module that chooses
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import JSON, Connection, DateTime, Engine, MetaData, Text, cast, create_engine, event, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool, QueuePool
from sqlalchemy.sql import FromClause
from sqlalchemy.types import TypeDecorator, UserDefinedType
from sqlmodel import SQLModel

from api.kit import clock
from api.kit.turns import Turns

try:
    import pysqlite3 as sqlite_driver
except ImportError:  # no wheel for this platform: the standard library serves if its SQLite is a mended one
    sqlite_driver = sqlite3

Kept = TypeVar("Kept")
READERS = 8
"""Connections that read SQLite at the same time; the writer is one more."""

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata: MetaData = SQLModel.metadata

Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


class UTCDateTime(TypeDecorator[datetime]):
    """Aware times only; stored in UTC on both databases, read back aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class _Xid8(UserDefinedType[str]):
    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "xid8"


class xid:  # noqa: N801 - a name space beside `func`
    """PostgreSQL's transaction ids: 64 bits, carried as text."""

    @staticmethod
    def value(text: str) -> Any:
        """The id written in this text."""
        return cast(cast(text, Text), _Xid8)

    @staticmethod
    def text(expression: Any) -> Any:
        """The id as text."""
        return cast(expression, Text)


def insert_unless_there(conn: Connection, table: Any) -> Any:
    """An INSERT that leaves a row with the same key as it is."""
    make = sqlite_insert if conn.dialect.name == "sqlite" else postgres_insert
    return make(table).on_conflict_do_nothing()


def insert_or_change(conn: Connection, table: Any, change: Callable[[Any], dict[str, Any]]) -> Any:
    """An INSERT that changes a row with the same key instead; `change` gets the columns of what was to be inserted."""
    make = sqlite_insert if conn.dialect.name == "sqlite" else postgres_insert
    made = make(table)
    return made.on_conflict_do_update(index_elements=table.primary_key.columns, set_=change(made.excluded))


class UnsafeDatabase(RuntimeError):
    """The database would lose what it acknowledged, or is not one we know; the program refuses to start."""


def mended_sqlite(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite has the fix for the WAL-reset race (3.51.3, backported to 3.50.7 and 3.44.6)."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51, 0) or (3, 44, 6) <= version < (3, 45, 0)


class Database:
    """Both engines of one database. `read()` and `write()` are the only ways to a connection."""

    def __init__(self, url: str, *, pool: int = READERS) -> None:
        self.url = make_url(url)
        self.dialect = self.url.get_backend_name()
        self._turns = Turns()
        if self.dialect == "sqlite":
            if self.url.database and self.url.database != ":memory:":
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
            self.writer = sqlite_engine(url, write=True, pool=1)
            self.reader = sqlite_engine(url, write=False, pool=pool)
        elif self.dialect == "postgresql":
            self.writer = self.reader = postgres_engine(url, pool=pool)
        else:
            raise UnsafeDatabase(f"SIBU_DATABASE_URL names {self.dialect}; SQLite and PostgreSQL are served")
        self.kept: dict[Any, tuple[float, Any]] = {}

    @property
    def is_sqlite(self) -> bool:
        return self.dialect == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection with one consistent view; nothing it does is kept."""
        with self.reader.connect() as conn:
            yield conn

    @contextmanager
    def write(self, *, forgettable: bool = False) -> Iterator[Connection]:
        """One transaction, committed once at the end; any exception rolls it back whole.

        What is `forgettable` (counts of requests) need not survive a crash of PostgreSQL, so it does not wait for the disk.
        """
        with self._turns.turn() if self.is_sqlite else nullcontext(), self.writer.begin() as conn:
            if forgettable and not self.is_sqlite:
                conn.exec_driver_sql("SET LOCAL synchronous_commit = off")
            yield conn

    def keep(self, name: Any, make: Callable[[], Kept], seconds: float = 5.0) -> Kept:
        """What `make` gave, at most `seconds` old; for what changes rarely and is read with every request.

        Whoever changes it calls `forget` after the commit; other processes learn of it within `seconds`.
        """
        known = self.kept.get(name)
        if known is not None and 0 <= clock.monotonic() - known[0] < seconds:
            return known[1]
        made = make()
        self.kept[name] = (clock.monotonic(), made)
        return made

    def forget(self, *names: Any) -> None:
        """Read these anew next time; without names, everything."""
        for name in names or list(self.kept):
            self.kept.pop(name, None)

    def assert_durable(self) -> None:
        """Refuse a database that may forget acknowledged work (P2, stack.md).

        :raises UnsafeDatabase: naming the setting.
        """
        with self.read() as conn:
            if self.is_sqlite:
                if not mended_sqlite(sqlite_driver.sqlite_version_info):
                    raise UnsafeDatabase(
                        f"SQLite {sqlite_driver.sqlite_version} can lose committed work (WAL-reset race). "
                        "Install the package pysqlite3, or a Python with SQLite 3.51.3 or newer."
                    )
                mode = conn.exec_driver_sql("PRAGMA journal_mode").scalar()
                level = conn.exec_driver_sql("PRAGMA synchronous").scalar()
                if mode != "wal" or level != 2:
                    raise UnsafeDatabase(f"SQLite runs with journal_mode={mode}, synchronous={level}; need wal, 2")
            else:
                for name in ("fsync", "synchronous_commit", "full_page_writes"):
                    value = conn.exec_driver_sql(f"SHOW {name}").scalar()
                    if value == "off":
                        raise UnsafeDatabase(f"PostgreSQL runs with {name}=off and may lose committed work")
                version = int(conn.exec_driver_sql("SHOW server_version_num").scalar_one())
                if version < 150000:
                    raise UnsafeDatabase("PostgreSQL 15 or newer is needed")

    def study(self, conn: Connection) -> None:
        """Let SQLite count what its planner goes by, where much has changed; PostgreSQL sees to that itself.

        Without figures it may sort a whole table where an index has the order. A sample of each index is enough, so that
        the one writer is not held up (0.4 s at 200,000 cases); but not a small one: a thousand of a station's rows say that
        it has a thousand, and then a station's whole queue is sorted for its newest fifty (measured, 60 times as long).
        """
        if self.is_sqlite:
            conn.exec_driver_sql("PRAGMA analysis_limit = 100000")
            conn.exec_driver_sql("PRAGMA optimize = 0x10002")

    def notify(self, conn: Connection, channel: str) -> None:
        """Tell the processes that `listen`, once this transaction is committed; on SQLite they look for themselves."""
        if not self.is_sqlite:
            conn.execute(select(func.pg_notify(channel, "")))

    def listen(self, channel: str, heard: Callable[[], None], stopped: threading.Event) -> None:
        """Call `heard` at each notice until `stopped` (looked at every second); returns at once on SQLite.

        :raises psycopg.Error: the connection broke; call again, and look, because notices may have been missed.
        """
        if self.is_sqlite:
            return
        import psycopg

        address = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True, connect_timeout=5, application_name="sibu-listen") as conn:
            conn.execute(psycopg.sql.SQL("LISTEN {}").format(psycopg.sql.Identifier(channel)))
            heard()
            while not stopped.is_set():
                for _ in conn.notifies(timeout=1, stop_after=1):
                    heard()

    def dispose(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()


@cache
def settle_shared_columns() -> None:
    """Make the columns of every alias and subquery that a module of ours keeps, before threads share them.

    SQLAlchemy makes them when they are first asked for and does not hold a lock meanwhile: of two first requests at the
    same moment one built its statement on columns that the alias then no longer owned, and was answered with 500.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith("api."):
            for value in vars(module).values():
                if isinstance(value, FromClause):
                    assert value.c is not None


@contextmanager
def savepoint(conn: Connection) -> Iterator[None]:
    """What the database refuses inside is undone alone, so that the transaction can still explain the refusal."""
    with conn.begin_nested():
        yield


def sqlite_engine(url: str, *, write: bool, pool: int, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions we begin ourselves; `foreign_keys=False` is for migrations only."""
    options: dict[str, Any] = {"poolclass": NullPool}
    if pool:
        options = {"poolclass": QueuePool, "pool_size": pool, "max_overflow": 0}
    engine = create_engine(
        make_url(url).set(drivername="sqlite"),
        module=sqlite_driver,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # a trace in the log tells the statement, never whose number was in it (T26)
        **options,
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "busy_timeout=15000",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
            "cache_size=-8192",
            "temp_store=MEMORY",
            "journal_size_limit=67108864",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        conn.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def postgres_engine(url: str, *, pool: int) -> Engine:
    """psycopg 3 with limits on how long a statement, a lock and an idle transaction may last."""
    options = (
        "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC"
    )
    return create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        pool_size=pool,
        max_overflow=pool,
        pool_pre_ping=True,
        pool_recycle=1800,
        hide_parameters=True,
        connect_args={"application_name": "sibu", "options": options, "connect_timeout": 5},
    )
