"""What one of our operations asks of the database, recorded so that the fair and the raw route can ask exactly the same.

Recorded are the Core statements with their parameters (fair), the SQL text with the driver's parameters (raw), and how
many rows each changed. A replay gives new ids to what the operation made and a new number to what it numbered, names
another target's rows in the place of the recorded one's, and moves versions on: a test of each worker at its start sees
that it changes as many rows as ours did.
"""

from __future__ import annotations

import itertools
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.sql.visitors import cloned_traverse

from api.kit.db import Database
from api.kit.ids import is_id, new_id

Rows = list[dict[str, Any]]
_NUMBER = re.compile(r"[A-Z]{2}-[A-Z0-9]+-\d{8}-\d{4,}")
_fresh = itertools.count(secrets.randbelow(10**6) * 1000)


@dataclass
class Statement:
    """One statement as Core took it and as the driver got it."""

    clause: Any
    values: dict[str, Any]
    sql: str = ""
    driven: Any = None
    names: tuple[str, ...] = ()
    """Which value stands where, if the driver's parameters have places and no names."""
    changed: int | None = None
    """Rows, of a write."""

    @property
    def inserts(self) -> bool:
        return bool(getattr(self.clause, "is_insert", False))

    @property
    def updates(self) -> bool:
        return bool(getattr(self.clause, "is_update", False))


@dataclass
class Recording:
    """The statements of one operation in order, and its answer."""

    statements: list[Statement] = field(default_factory=list)
    answer: Any = None
    made: set[str] = field(default_factory=set)
    """Ids and numbers that the operation itself made."""

    @property
    def write(self) -> bool:
        return any(statement.inserts or statement.updates for statement in self.statements)

    @property
    def changed(self) -> list[int | None]:
        """How many rows each write changed."""
        return [one.changed for one in self.statements if one.inserts or one.updates]

    def renewed(self, replaced: dict[str, str]) -> dict[str, str]:
        """New ids and numbers for what was made, beside those given."""
        fresh = {old: new_id() if is_id(old) else f"{old[:-4]}{next(_fresh):09d}" for old in self.made}
        return fresh | replaced

    def about(self, replaced: dict[str, str]) -> Recording:
        """The same about other rows, also where their ids stand inside a statement and not among its parameters."""
        if not replaced:
            return self

        def about(one: Statement) -> Statement:
            changed = False

            def put(bind: Any) -> None:
                nonlocal changed
                given = bind.value
                if isinstance(given, list | tuple):
                    bind.value = [replaced.get(value, value) if isinstance(value, str) else value for value in given]
                elif isinstance(given, str):
                    bind.value = replaced.get(given, given)
                changed |= bind.value != given

            clause = cloned_traverse(one.clause, {}, {"bindparam": put})
            if not changed:
                return one
            clause._generate_cache_key()  # worked out once in a statement's life: here, and not while it is measured
            return replace(one, clause=clause)

        return replace(self, statements=[about(one) for one in self.statements])


@contextmanager
def recording(db: Database) -> Iterator[Recording]:
    """Record everything that runs on this database inside the block."""
    found = Recording()

    def core(_conn: Any, clause: Any, many: Any, params: Any, _options: Any) -> None:
        if len(many) > 1:
            raise ValueError("a replay repeats statements with one row of parameters")
        statement = Statement(clause, dict(many[0] if many else params))
        found.statements.append(statement)
        for name, value in statement.values.items():
            if not isinstance(value, str):
                continue
            if (statement.inserts and name in ("id", "event_id") and is_id(value)) or _NUMBER.fullmatch(value):
                found.made.add(value)

    def before(_conn: Any, _cursor: Any, sql: str, driven: Any, context: Any, _many: bool) -> None:
        if sql.startswith("BEGIN") or not found.statements:
            return
        statement = found.statements[-1]
        statement.sql, statement.driven = sql, driven
        places = getattr(context.compiled, "positiontup", None) or ()
        statement.names = tuple(places) if len(places) == len(driven) else ()

    def after(_conn: Any, cursor: Any, sql: str, _driven: Any, _context: Any, _many: bool) -> None:
        if found.statements and sql == found.statements[-1].sql:
            found.statements[-1].changed = cursor.rowcount

    hooks: tuple[tuple[str, Callable[..., Any]], ...] = (
        ("before_execute", core), ("before_cursor_execute", before), ("after_cursor_execute", after),
    )  # fmt: skip
    engines = {id(engine): engine for engine in (db.reader, db.writer)}.values()
    for engine in engines:
        for name, hook in hooks:
            event.listen(engine, name, hook)
    try:
        yield found
    finally:
        for engine in engines:
            for name, hook in hooks:
                event.remove(engine, name, hook)


def replay_core(conn: Connection, recorded: Recording, replaced: dict[str, str]) -> Rows:
    """The same statements through SQLAlchemy Core; gives the rows of the largest SELECT."""

    def ask(
        statement: Statement, values: dict[str, str], versions: dict[str, int]
    ) -> tuple[Iterable[str], list[Any], int]:
        asked = _asked(statement, statement.values, values, versions, recorded.made)
        result = conn.execute(statement.clause, asked)
        return (tuple(result.keys()), list(result.all()), 0) if result.returns_rows else ((), [], 0)

    return _replay(ask, recorded, replaced, None)


def replay_raw(
    connection: Any, recorded: Recording, replaced: dict[str, str], changed: list[int | None] | None = None
) -> Rows:
    """The same SQL through the driver."""

    def ask(
        statement: Statement, values: dict[str, str], versions: dict[str, int]
    ) -> tuple[Iterable[str], list[Any], int]:
        asked = statement.driven
        if isinstance(asked, dict):
            asked = _asked(statement, asked, values, versions, recorded.made)
        elif statement.names:
            named = dict(zip(statement.names, asked, strict=True))
            asked = tuple(_asked(statement, named, values, versions, recorded.made).values())
        else:
            asked = tuple(values.get(value, value) if isinstance(value, str) else value for value in asked)
        cursor = connection.execute(statement.sql, asked)
        if cursor.description:
            return [column[0] for column in cursor.description], cursor.fetchall(), 0
        return (), [], cursor.rowcount

    return _replay(ask, recorded, replaced, changed)


def _replay(
    ask: Callable[..., Any], recorded: Recording, replaced: dict[str, str], changed: list[int | None] | None
) -> Rows:
    values = recorded.renewed(replaced)
    versions: dict[str, int] = {}
    largest: Rows = []
    for statement in recorded.statements:
        names, found, touched = ask(statement, values, versions)
        if names:
            rows = [dict(zip(names, row, strict=True)) for row in found]
            if rows and "version" in rows[0] and "id" in rows[0]:
                versions[str(rows[0]["id"])] = rows[0]["version"]
            largest = rows if len(rows) >= len(largest) else largest
        if changed is not None and (statement.inserts or statement.updates):
            changed.append(len(found) if names else touched)
    return largest


def _asked(
    statement: Statement, params: dict[str, Any], values: dict[str, str], versions: dict[str, int], made: set[str]
) -> dict[str, Any]:
    """The parameters of this replay."""
    asked = {name: values.get(value, value) if isinstance(value, str) else value for name, value in params.items()}
    if statement.updates and (row := asked.get("_id")) in versions and "_version" in asked:
        asked |= {"version": versions[row] + 1, "_version": versions[row]}
    elif statement.inserts and "open" in asked and params.get("subject_id") not in made | {None}:
        asked["open"] = type(asked["open"])(
            False
        )  # a clock of its kind that the replay before began is not ended by this one
    return asked
