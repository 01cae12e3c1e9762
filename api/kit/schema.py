"""The shape of the database: Alembic's revisions, and beside them what only one of the databases understands.

`extra` statements (append-only triggers, full-text tables, exclusion constraints) are idempotent and run after every
upgrade, because SQLite drops a table's triggers when a migration rebuilds it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from api.kit.db import Database, metadata

_extra: dict[str, list[str]] = {"sqlite": [], "postgresql": []}
APART: set[str] = set()
"""Tables and columns that only `extra` knows, left out of Alembic's comparison: `table` or `table.column`."""


def extra(*, sqlite: tuple[str, ...] = (), postgresql: tuple[str, ...] = (), apart: tuple[str, ...] = ()) -> None:
    """Register idempotent statements, run in this order after every upgrade."""
    _extra["sqlite"] += sqlite
    _extra["postgresql"] += postgresql
    APART.update(apart)


def install_extra(conn: Connection) -> None:
    """Run every extra statement for this database."""
    for statement in _extra[conn.dialect.name]:
        conn.exec_driver_sql(statement)


def append_only(table: str) -> None:
    """Let the database itself refuse UPDATE and DELETE on a table (P27)."""
    extra(
        sqlite=tuple(
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("UPDATE", "DELETE")
        ),
        postgresql=(
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only'; END $$",
            f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        ),
    )


def config(db: Database) -> Any:
    """Alembic's configuration for this database."""
    from alembic.config import Config

    root = Path(__file__).parent.parent.parent
    made = Config()
    made.set_main_option("script_location", str(root / "alembic").replace("%", "%%"))
    made.attributes["database"] = db
    return made


def upgrade(db: Database, revision: str = "head") -> None:
    """Bring the database to this revision; replicas that start together wait for one another."""
    from alembic import command

    command.upgrade(config(db), revision)


def current(db: Database) -> tuple[str | None, str | None]:
    """The revision of the database and the newest one known; equal when ready."""
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    with db.read() as conn:
        have = MigrationContext.configure(conn).get_current_revision()
    return have, ScriptDirectory.from_config(config(db)).get_current_head()


def create_all(db: Database) -> None:
    """Every table at once from the models, without revisions; for benchmarks of throw-away databases."""
    with db.write() as conn:
        metadata.create_all(conn)
        install_extra(conn)
