"""What one of our operations asks of the database, recorded so that the fair and the raw route can ask exactly the same.

Recorded are the Core statements with their parameters (fair) and the SQL text with the driver's parameters (raw). A replay
gives new ids to what the operation made, a new number to what it numbered, and moves versions on, so that writes write.
"""

from __future__ import annotations

import itertools
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event

from api.kit.db import Database
from api.kit.ids import is_id, new_id

_NUMBER = re.compile(r"[A-Z]{2}-[A-Z0-9]+-\d{8}-\d{4,}")
_fresh = itertools.count(secrets.randbelow(10**6) * 1000)


@dataclass
class Recording:
    """The statements of one operation in order, and its answer."""

    core: list[tuple[Any, dict[str, Any]]] = field(default_factory=list)
    raw: list[tuple[str, Any]] = field(default_factory=list)
    answer: Any = None
    write: bool = False
    made: set[str] = field(default_factory=set)
    """Ids and numbers that the operation itself made."""

    def renewed(self, replaced: dict[str, str]) -> dict[str, str]:
        """New ids and numbers for what was made, beside those given."""
        fresh = {old: new_id() if is_id(old) else f"{old[:-4]}{next(_fresh):09d}" for old in self.made}
        return fresh | replaced


@contextmanager
def recording(db: Database) -> Iterator[Recording]:
    """Record everything that runs on this database inside the block."""
    found = Recording()

    def core(_conn: Any, clause: Any, many: Any, params: Any, _options: Any) -> None:
        values = many[0] if many else params
        found.core.append((clause, dict(values)))
        if getattr(clause, "is_insert", False):
            found.write = True
            for name in ("id", "event_id"):
                if isinstance(values.get(name), str) and is_id(values[name]):
                    found.made.add(values[name])
        if getattr(clause, "is_update", False):
            found.write = True
        for value in values.values():
            if isinstance(value, str) and _NUMBER.fullmatch(value):
                found.made.add(value)

    def raw(_conn: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if not statement.startswith("BEGIN"):
            found.raw.append((statement, parameters))

    engines = {id(engine): engine for engine in (db.reader, db.writer)}.values()
    for engine in engines:
        event.listen(engine, "before_execute", core)
        event.listen(engine, "before_cursor_execute", raw)
    try:
        yield found
    finally:
        for engine in engines:
            event.remove(engine, "before_execute", core)
            event.remove(engine, "before_cursor_execute", raw)


def replay_core(conn: Connection, recorded: Recording, replaced: dict[str, str]) -> list[dict[str, Any]]:
    """The same statements through SQLAlchemy Core; gives the rows of the largest SELECT."""
    values = recorded.renewed(replaced)
    versions: dict[str, int] = {}
    largest: list[dict[str, Any]] = []
    for clause, params in recorded.core:
        asked = {name: values.get(value, value) if isinstance(value, str) else value for name, value in params.items()}
        if getattr(clause, "is_update", False):
            _move_version(asked, versions)
        result = conn.execute(clause, asked)
        if result.returns_rows:
            rows = [dict(row._mapping) for row in result.all()]
            for row in rows[:1]:
                if "version" in row and "id" in row:
                    versions[row["id"]] = row["version"]
            largest = rows if len(rows) >= len(largest) else largest
    return largest


def _move_version(asked: dict[str, Any], versions: dict[str, int]) -> None:
    row = next((value for name, value in asked.items() if name.startswith("id") and value in versions), None)
    if row is None:
        return
    for name in asked:
        if name == "version":
            asked[name] = versions[row] + 1
        elif name.startswith("version_"):
            asked[name] = versions[row]


def replay_raw(connection: Any, recorded: Recording, replaced: dict[str, str]) -> list[Any]:
    """The same SQL through the driver."""
    values = recorded.renewed(replaced)
    largest: list[Any] = []
    for statement, params in recorded.raw:
        if isinstance(params, dict):
            asked: Any = {n: values.get(v, v) if isinstance(v, str) else v for n, v in params.items()}
        else:
            asked = tuple(values.get(value, value) if isinstance(value, str) else value for value in params)
        cursor = connection.execute(statement, asked)
        if cursor.description:
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            largest = rows if len(rows) >= len(largest) else largest
    return largest
