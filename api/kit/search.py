"""One index of what people look for, kept beside the records in their own transaction.

The application makes the terms: pairs of neighbouring characters for Chinese, whole words for letters and digits (found
by their beginning), pinyin and its initials for names, every tail of a serial. SQLite finds them by FTS5, PostgreSQL
by a tsvector, without any extension. Kind and station stand in the same index, so that a narrow scope is a cheap one.

Telephone numbers are not in it: they are looked for whole or by their last four digits in the table of phones, by
those who may reveal them (T7).
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Boolean,
    ColumnElement,
    Integer,
    Select,
    String,
    Text,
    UniqueConstraint,
    and_,
    bindparam,
    delete,
    false,
    literal_column,
    or_,
    select,
    text,
)  # fmt: skip
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.sql.visitors import cloned_traverse
from sqlmodel import SQLModel

from api.kit.columns import column
from api.kit.db import UTCDateTime
from api.kit.ids import IdColumn
from api.kit.pinyin import name_key
from api.kit.schema import extra
from api.kit.terms import fts5, grams, phrases, terms, tsquery
from api.kit.unit import Unit

CAP = 10_000
"""A search looks at most at so many matches, the newest, inside the caller's stations: its cost is bounded (T24)."""


class SearchEntry(SQLModel, table=True):
    """One record that can be found; `title`, `subtitle` hold what a result shows and never a telephone number."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "subject_id"), {"info": {"station": "station_id"}})
    id: int | None = column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)
    kind: str = column(String(20))
    subject_id: str = column(IdColumn)
    station_id: str | None = column(IdColumn, null=True)
    title: str = column(String(200), of="personal")
    subtitle: str = column(String(300), of="personal")
    terms: str = column(Text, of="personal")
    open: bool = column(Boolean)
    sort_at: datetime = column(UTCDateTime)


_table = SearchEntry.__table__  # type: ignore[attr-defined]
_CHANGED = "old.terms IS NOT new.terms OR old.kind IS NOT new.kind OR old.station_id IS NOT new.station_id"
_OUT = (
    "INSERT INTO search_index (search_index, rowid, terms, kind, station_id) "
    "VALUES ('delete', old.id, old.terms, old.kind, old.station_id)"
)
_IN = "INSERT INTO search_index (rowid, terms, kind, station_id) VALUES (new.id, new.terms, new.kind, new.station_id)"
extra(
    sqlite=(
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(terms, kind, station_id, content='search_entry', "
        "content_rowid='id', tokenize=\"unicode61 remove_diacritics 0 tokenchars '-'\")",
        f"CREATE TRIGGER IF NOT EXISTS search_entry_in AFTER INSERT ON search_entry BEGIN {_IN}; END",
        f"CREATE TRIGGER IF NOT EXISTS search_entry_out AFTER DELETE ON search_entry BEGIN {_OUT}; END",
        f"CREATE TRIGGER IF NOT EXISTS search_entry_change AFTER UPDATE ON search_entry WHEN {_CHANGED} "
        f"BEGIN {_OUT}; {_IN}; END",
    ),
    postgresql=(
        "ALTER TABLE search_entry ADD COLUMN IF NOT EXISTS words tsvector GENERATED ALWAYS AS (array_to_tsvector("
        "array_remove(string_to_array(terms, ' '), '') || ARRAY['k=' || kind, 's=' || coalesce(station_id::text, '')]"
        ")) STORED",
        "CREATE INDEX IF NOT EXISTS ix_search_entry_words ON search_entry USING gin (words)",
        "CREATE INDEX IF NOT EXISTS ix_search_entry_newest ON search_entry (kind, (id + 0))",
    ),
    apart=(
        "search_index", "search_index_data", "search_index_idx", "search_index_docsize", "search_index_config",
        "search_entry.words", "ix_search_entry_words", "ix_search_entry_newest",
    ),
)  # fmt: skip


class Reach(Protocol):
    """How far the caller sees; `access.actor.Reach` is one."""

    @property
    def everywhere(self) -> bool: ...
    @property
    def stations(self) -> frozenset[str]: ...
    @property
    def own(self) -> bool: ...


def matching(unit: Unit, kind: str, q: str, reach: Reach) -> Select[Any]:
    """The ids of records of this kind that `q` finds: `Model.id.in_(matching(…))`, beside the scope, never in its place.

    Part of a name (two characters are enough), pinyin or its initials, part of a serial, number or address; several
    parts parted by blanks must all be found. At most `CAP` records, the newest, unless the reach is the caller's own.
    """
    return select(_table.c.subject_id).where(_table.c.id.in_(entries(unit, kind, q, reach, CAP)))


def entries(unit: Unit, kind: str, q: str, reach: Reach, most: int) -> Select[Any]:
    """The ids of the index's own rows that `matching` is about, at most so many, the newest."""
    statement, asked = entries_kept(unit, kind, q, reach, most)
    return select(_table.c.id).where(false()) if statement is None else _bound(statement, asked)


def entries_kept(unit: Unit, kind: str, q: str, reach: Reach, most: int) -> tuple[Select[Any] | None, dict[str, str]]:
    """The same as a statement that is made once for each shape of question, and what it is asked with; None finds nothing."""
    parts = phrases(q)
    if not parts or not (reach.everywhere or reach.stations or reach.own):
        return None, {}
    narrow = not reach.everywhere and not reach.own
    if unit.db.is_sqlite:
        wanted = f'{{terms}} : ({fts5(parts)}) AND {{kind}} : "{kind}"'
        if narrow:
            wanted += " AND {station_id} : (" + " OR ".join(f'"{id}"' for id in sorted(reach.stations)) + ")"
        return _in_fts5(0 if reach.own else most), {"search_for": wanted}
    near = _near(parts)
    return _in_tsvector(reach.own, most, _ways(near)), {
        "search_for": _wanted(kind, parts, reach if narrow else None)
    } | near


@lru_cache(maxsize=8)
def _in_fts5(most: int) -> Select[Any]:
    limit = f" ORDER BY rowid DESC LIMIT {most}" if most else ""
    rowids = text(f"SELECT rowid AS id FROM search_index WHERE search_index MATCH :search_for{limit}")  # noqa: S608
    found = rowids.columns(_table.c.id).subquery()
    return select(found.c.id)


@lru_cache(maxsize=64)
def _in_tsvector(own: bool, most: int, ways: tuple[tuple[int, int], ...]) -> Select[Any]:
    # within a cap of few the planner is not told the words, of which together its statistics know nothing
    statement = select(_table.c.id).where(text(_MATCHES if most == CAP else _MATCHES_UNTOLD))
    statement = statement.where(*_neighbours(ways, _table.c.terms))
    if own:
        return statement
    # the product, which no index is in the order of: the index of words gives few here, since `among_newest` was asked
    # before, and to walk the table backwards for them would take as long as the table is
    order = _table.c.id if most == CAP else _table.c.id * 1
    return statement.order_by(order.desc()).limit(most)


def _bound(statement: Select[Any], asked: dict[str, str]) -> Select[Any]:
    """With its values in it, under names of their own, so that it may stand twice in another statement."""

    def bind(made: BindParameter[Any]) -> None:
        if made.key in asked:
            made.value, made.required = asked[made.key], False
            made.key, made.unique = f"{made.key}_{id(made)}", True

    return cloned_traverse(statement, {}, {"bindparam": bind})


_NEWEST: ColumnElement[Any] = literal_column("(search_entry.id + 0) DESC")
"""Written out as its index is, which is of a kind's newest alone: the primary key is in no such order."""
_MATCHES = "words @@ CAST(:search_for AS tsquery)"
_MATCHES_UNTOLD = "words @@ (SELECT CAST(:search_for AS tsquery))"


def _wanted(kind: str, parts: list[list[list[str]]], narrow: Reach | None) -> str:
    """PostgreSQL's question, kind and stations in it."""
    wanted = f"{tsquery(parts)} & 'k={kind}'"
    if narrow:
        wanted += " & (" + " | ".join(f"'s={id}'" for id in sorted(narrow.stations)) + ")"
    return wanted


def _near(parts: list[list[list[str]]]) -> dict[str, str]:
    """A tsvector of lexemes keeps no order: neighbours are checked in the text of the terms, by these patterns."""
    asked: dict[str, str] = {}
    for part, ways in enumerate(parts):
        if any(len(phrase) > 1 for phrase in ways):
            for way, phrase in enumerate(ways):
                plain = " ".join(phrase).replace("/", "//").replace("%", "/%").replace("_", "/_")
                asked[f"near_{part}_{way}"] = f"% {plain}%"
    return asked


def _ways(near: dict[str, str]) -> tuple[tuple[int, int], ...]:
    """Which part has how many ways to be found, the shape of `_near`."""
    counted: dict[int, int] = {}
    for name in near:
        part = int(name.split("_")[1])
        counted[part] = counted.get(part, 0) + 1
    return tuple(counted.items())


def _neighbours(ways: tuple[tuple[int, int], ...], terms: ColumnElement[str]) -> list[ColumnElement[bool]]:
    return [
        or_(*(terms.like(bindparam(f"near_{part}_{way}"), escape="/") for way in range(count))) for part, count in ways
    ]


def among_newest(unit: Unit, kind: str, q: str, reach: Reach, walk: int, most: int) -> list[int]:
    """The index's rows that match, at most so many, among the newest `walk` of this kind; nothing on SQLite.

    PostgreSQL's index of words gives all matches at once and without order, and of words together its statistics know
    nothing: where matches are many, the newest of the kind are walked until there are enough.
    """
    parts = phrases(q)
    if unit.db.is_sqlite or not parts or not (reach.everywhere or reach.stations):
        return []
    near = _near(parts)
    asked = {"search_for": _wanted(kind, parts, None if reach.everywhere else reach), "kind": kind} | near
    return list(unit.conn.execute(_walked(walk, most, _ways(near)), asked).scalars())


@lru_cache(maxsize=64)
def _walked(walk: int, most: int, ways: tuple[tuple[int, int], ...]) -> Select[Any]:
    newest = (
        select(_table.c.id, _table.c.terms, literal_column("words").label("words"))
        .where(_table.c.kind == bindparam("kind"))
        .order_by(_NEWEST)
        .limit(walk)
        .subquery("newest")
    )
    return select(newest.c.id).where(text(_MATCHES), *_neighbours(ways, newest.c.terms)).limit(most)


def likely(unit: Unit, kind: str, wanted: list[str], limit: int) -> list[str]:
    """Ids of records that have any of these `grams`, those that have most of them or the rarest first; without scope."""
    if not wanted:
        return []
    if unit.db.is_sqlite:
        match = "{terms} : (" + " OR ".join(f'"{gram}"' for gram in wanted) + f') AND {{kind}} : "{kind}"'
        found = text(
            "SELECT e.subject_id FROM search_index JOIN search_entry e ON e.id = search_index.rowid "
            "WHERE search_index MATCH :search_for ORDER BY search_index.rank LIMIT :most"
        )
    else:
        match = "(" + " | ".join(f"'{gram}'" for gram in wanted) + f") & 'k={kind}'"
        found = text(
            "SELECT CAST(subject_id AS text) FROM search_entry WHERE words @@ CAST(:search_for AS tsquery) "
            "ORDER BY ts_rank(words, CAST(:search_for AS tsquery)) DESC, id DESC LIMIT :most"
        )
    return [row[0] for row in unit.conn.execute(found, {"search_for": match, "most": limit})]


def put(
    unit: Unit,
    kind: str,
    subject_id: str,
    *,
    station_id: str | None,
    title: str,
    subtitle: str = "",
    terms: str,
    open: bool = True,  # noqa: A002
    sort_at: datetime | None = None,
) -> None:
    """Make a record findable, or keep it so after a change; `terms` come from `terms()`. Open ones are shown first."""
    values = {
        "kind": kind, "subject_id": subject_id, "station_id": station_id, "title": title[:200],
        "subtitle": subtitle[:300], "terms": terms, "open": open, "sort_at": sort_at or unit.now,
    }  # fmt: skip
    put_many(unit, [values])


def put_many(unit: Unit, entries: list[dict[str, Any]]) -> None:
    """Several at once, each with every column but `id`."""
    if entries:
        unit.conn.execute(_upsert(unit.db.is_sqlite), entries)


@lru_cache(maxsize=2)
def _upsert(sqlite: bool) -> Any:
    """The one statement that writes entries; making it anew would cost more than running it."""
    statement = (sqlite_insert if sqlite else postgres_insert)(_table)
    shown = {name: statement.excluded[name] for name in ("station_id", "title", "subtitle", "terms", "open", "sort_at")}
    return statement.on_conflict_do_update(index_elements=["kind", "subject_id"], set_=shown)


def drop(unit: Unit, kind: str, subject_id: str) -> None:
    """Make a record unfindable (merged, erased)."""
    unit.conn.execute(delete(_table).where(and_(_table.c.kind == kind, _table.c.subject_id == subject_id)))


__all__ = [
    "CAP",
    "SearchEntry",
    "drop",
    "entries",
    "entries_kept",
    "grams",
    "likely",
    "matching",
    "name_key",
    "put",
    "put_many",
    "terms",
]
