"""Runs revisions on either database; replicas that start together wait for one another.

SQLite rebuilds tables to alter them: foreign keys are off meanwhile (else a rebuild would cascade its DROP into the
children) and checked before the commit. Afterwards the statements of `kit.schema.extra` are run again.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, String, create_engine
from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.pool import NullPool

from alembic import context
from api import models, routes
from api.kit import schema
from api.kit.db import Database, postgres_engine, sqlite_engine
from api.kit.ids import IdColumn
from api.settings import Settings

ischema_names["xid8"] = String  # a column that schema.extra adds; only its name is looked at
_ = routes  # rooms register their extra statements when they are imported
LOCK = 815


def include_object(_object: Any, name: str | None, kind: str, _reflected: bool, _compare: Any) -> bool:
    """Leave out what only `schema.extra` knows."""
    table = getattr(getattr(_object, "table", None), "name", None)
    whole = name in schema.APART or any(str(name).startswith(f"{apart}_") for apart in schema.APART if kind == "table")
    return not (whole or (table and f"{table}.{name}" in schema.APART))


def render_item(kind: str, item: Any, autogen: Any) -> str | bool:
    """Write our own column types as imports instead of as their insides."""
    name = type(item).__name__
    if kind == "type" and name in ("JSON", "UTCDateTime"):
        autogen.imports.add("from api.kit import db")
        return "db.Json" if name == "JSON" else "db.UTCDateTime()"
    if kind == "type" and item is IdColumn:
        autogen.imports.add("from api.kit import ids")
        return "ids.IdColumn"
    if kind == "type" and name == "AutoString":
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def run(conn: Connection) -> None:
    """One upgrade or downgrade in one transaction."""
    sqlite = conn.dialect.name == "sqlite"
    if not sqlite:
        conn.exec_driver_sql(f"SELECT pg_advisory_lock({LOCK})")
        conn.commit()
    context.configure(
        connection=conn,
        target_metadata=models.metadata,
        render_as_batch=sqlite,
        transactional_ddl=True,  # SQLite can, once BEGIN is ours
        compare_type=True,
        render_item=render_item,
        include_object=include_object,
    )
    with context.begin_transaction():
        context.run_migrations()
        if sqlite and (broken := conn.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
            raise RuntimeError(f"the migration left rows that refer to nothing: {broken[:5]}")
        reached = context.get_context().get_current_revision()
        if reached is not None and reached == context.get_head_revision():
            schema.install_extra(conn)
    if not sqlite:
        conn.exec_driver_sql(f"SELECT pg_advisory_unlock({LOCK})")
        conn.commit()


def main() -> None:
    """Connect to the database given by the program, or by the environment when called as `alembic`."""
    db: Database | None = context.config.attributes.get("database")
    url = db.url.render_as_string(hide_password=False) if db else Settings.read().database_url
    if url.startswith("sqlite"):
        engine = sqlite_engine(url, write=True, pool=0, foreign_keys=False)
    else:
        engine = create_engine(postgres_engine(url, pool=1).url, poolclass=NullPool)
    with engine.connect() as conn:
        run(conn)
    engine.dispose()


main()
