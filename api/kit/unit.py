"""The unit of work: one request or job, one transaction, one caller, one moment.

Services take a `Unit` as their first argument. Rows are read by Core statements into `Row`s, and changed only by
`events.log.append`, which moves the version and writes the fact in the same breath.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Insert, Select, Table, insert, select

from api.kit import clock
from api.kit.ids import new_id
from api.kit.problems import Duplicate, NotFound, Stale
from api.kit.words import Words

if TYPE_CHECKING:
    from api.kit.db import Database
    from api.kit.egress import Networks
    from api.kit.sealing import Sealer


class Row:
    """One row of one table as attributes. Change it through `events.log.append` only."""

    def __init__(self, table: Table, values: dict[str, Any]) -> None:
        self.__dict__.update(values)
        self.__dict__["_table"] = table

    def __repr__(self) -> str:
        return f"<{self._table.name} {self.__dict__.get('id')}>"

    if TYPE_CHECKING:
        _table: Table

        def __getattr__(self, name: str) -> Any: ...


@dataclass(slots=True)
class Unit:
    """What a service needs to do its work; made by `kit.edge` for a request and by the worker for a job."""

    db: Database
    conn: Connection
    actor: Any
    now: datetime = field(default_factory=clock.now)
    locale: str = "zh-CN"
    request_id: str = ""
    match: int | None = None
    """Version that the caller wants to change (`If-Match`), checked against the row named by the path."""
    path_id: str | None = None
    occurred_at: datetime | None = None
    """A device's own time for what is being done, where it brought one (D41)."""
    device: dict[str, Any] | None = None
    """Which device did it and as its how-manieth act, where it brought one; kept with the fact (P11)."""
    sealer: Sealer | None = None
    """Seals what must be kept and read again; there in requests."""
    inner: Networks = ()
    """The operator's own networks that we may speak with at others' wish; there in requests."""
    address: str = ""
    """Where users reach this system; there in requests."""
    headers: dict[str, str] = field(default_factory=dict)
    """What the answer's head says beside the ordinary."""
    after_commit: list[Callable[[], None]] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The network's day now (`clock.day_of`)."""
        return clock.day_of(self.now)

    def moment(self, *, after: datetime | None = None) -> datetime:
        """When what is being done was done: the device's own time (D41), but never in the future nor before what it
        follows."""
        at = min(self.occurred_at or self.now, self.now)
        return max(at, after) if after else at

    def say(self, text: Words) -> str:
        """The text in the caller's language."""
        return text.into(self.locale)

    # -- reading -----------------------------------------------------------------------------------------------
    def rows(self, statement: Select[Any], parameters: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """All rows as dictionaries, by column label."""
        result = self.conn.execute(statement, parameters)
        keys = tuple(result.keys())
        return [dict(zip(keys, row, strict=True)) for row in result.all()]

    def first(self, statement: Select[Any], parameters: dict[str, Any] | None = None) -> dict[str, Any] | None:
        """The first row as a dictionary, or None."""
        row = self.conn.execute(statement, parameters).first()
        return None if row is None else dict(row._mapping)

    def value(self, statement: Select[Any], parameters: dict[str, Any] | None = None) -> Any:
        """The first column of the first row, or None."""
        return self.conn.execute(statement, parameters).scalar()

    def one(self, model: Any, *clauses: Any, lock: bool = False) -> Row:
        """The row of this model that fulfils the clauses, scope included; with `lock` it is held until the end.

        :raises NotFound: nothing is there, or nothing that this caller may see.
        :raises Stale: it is the row named by the path and not of the version in `If-Match`.
        """
        table: Table = model.__table__
        statement = _everything(table).where(*clauses)
        if lock:
            statement = statement.with_for_update(of=table)
        found = self.first(statement)
        if found is None:
            raise NotFound
        if lock and self.match is not None and found.get("id") == self.path_id and found["version"] != self.match:
            raise Stale(version=found["version"], headers={"ETag": f'"{found["version"]}"'})
        return Row(table, found)

    # -- writing new rows (changes go through events.log.append) -----------------------------------------------
    def insert(self, model: Any, /, **values: Any) -> Row:
        """A new row with an id and, where the table has one, version 1 and `created_at`.

        :raises Duplicate: the id brought by the client is taken.
        """
        table: Table = model.__table__
        columns = table.c
        row = dict(_blank(table))
        brought = values.get("id")
        if "id" in columns and columns.id.type.python_type is str and not brought:
            values["id"] = new_id()
        elif brought and self.value(select(columns.id).where(columns.id == brought)) is not None:
            raise Duplicate(Words("这个编号已经用过", "This id is taken"), id=brought)
        if "version" in columns:
            row["version"] = 1
        if "created_at" in columns:
            row["created_at"] = self.now
        row.update(values)
        self.conn.execute(_insertion(table), row)
        made = Row(table, row)
        made.__dict__["_fresh"] = True  # its first fact tells of its making and moves no version
        return made

    def insert_many(self, model: Any, rows: Sequence[dict[str, Any]]) -> None:
        """Several rows at once; every value is given by the caller."""
        if rows:
            self.conn.execute(_insertion(model.__table__), list(rows))


# Statements and blank rows are made once for each table: making them costs more than running them.
@lru_cache(maxsize=256)
def _insertion(table: Table) -> Insert:
    return insert(table)


@lru_cache(maxsize=256)
def _everything(table: Table) -> Select[Any]:
    return select(*table.c)


@lru_cache(maxsize=256)
def _blank(table: Table) -> dict[str, Any]:
    return {
        c.key: getattr(c.default, "arg", None)
        for c in table.c
        if c.server_default is None and c is not table.autoincrement_column
    }
