"""Lists with keyset cursors: page 1,000 costs what page 1 costs, and a row that moves is neither lost nor doubled."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from weakref import WeakKeyDictionary

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field, create_model
from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, or_, select, tuple_

from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words

Limit = Annotated[int, Query(ge=1, le=200, description="Rows a page.")]
Cursor = Annotated[str | None, Query(max_length=600, description="`next_cursor` of the page before.")]
SEARCHABLE = r"^[^\x00-\x1f\x7f]*$"
"""What may be searched for: no control characters, which PostgreSQL could not even be asked about (T25)."""
Search = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=80,
        pattern=SEARCHABLE,
        description="Part of a name, pinyin initials, serial, number, address; phone.",
    ),
]
Count = Annotated[Literal["exact"] | None, Query(description="`exact` adds `total`.")]


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """One way to sort: a column (never null in the rows listed, or with `blank` for null) and the unique id."""

    column: ColumnElement[Any]
    id: ColumnElement[Any]
    descending: bool = False
    of: Callable[[str], Any] = str
    """Reads the column's value back out of a cursor's text."""


def moment(text: str) -> datetime:
    """A time out of a cursor."""
    return datetime.fromisoformat(text)


class Page(BaseModel):
    """What every list takes; rooms add their filters by subclassing. Unknown parameters are refused by the edge."""

    model_config = ConfigDict(extra="forbid")
    limit: Annotated[int, Field(ge=1, le=200, description="Rows a page.")] = 50
    cursor: Annotated[str | None, Field(max_length=600, description="`next_cursor` of the page before.")] = None
    count: Annotated[Literal["exact"] | None, Field(description="`exact` adds `total`.")] = None


def holding(words: str, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Rows that hold these words in one of the columns, in whatever case: for lists of some hundred rows."""
    wanted = words.strip().lower()
    return or_(*(func.lower(column).contains(wanted, autoescape=True) for column in columns))


def list_of(answer: type[BaseModel]) -> type[BaseModel]:
    """The documented shape of a list of these."""
    fields: dict[str, Any] = {
        "items": (list[answer], ...),  # type: ignore[valid-type]
        "next_cursor": (str | None, ...),
        "total": (int, Field(0, description="Only with `count=exact`.")),
    }
    return create_model(f"{answer.__name__}List", __config__=ConfigDict(extra="forbid"), **fields)


def page(
    unit: Unit,
    statement: Select[Any],
    query: Page,
    orders: Mapping[str, Order],
    *,
    sort: str,
    shape: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
    asked: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """One page of `statement`, sorted by `orders[sort]`; rows pass through `shape`.

    The statement must not carry labels `_key` or `_id`. Where it is one that its module keeps, with its values in `asked`,
    its pages are kept too: putting a list together anew costs as much as running it.

    :raises Invalid: the cursor is not ours, or was made for another order.
    """
    order = orders[sort]
    place: dict[str, Any] = {"page_limit": query.limit + 1}
    if query.cursor:
        place["page_key"], place["page_id"] = _read(query.cursor, sort, order)
    found = unit.rows(_paged(statement, order, after=bool(query.cursor)), place | (asked or {}))
    more = len(found) > query.limit
    found = found[: query.limit]
    cursor = _write(sort, found[-1]["_key"], found[-1]["_id"]) if more else None
    for row in found:
        del row["_key"], row["_id"]
    answer: dict[str, Any] = {"items": [shape(row) for row in found] if shape else found, "next_cursor": cursor}
    if query.count == "exact":
        counted = select(func.count()).select_from(statement.order_by(None).subquery())
        answer["total"] = unit.value(counted, asked)
    return answer


_pages: WeakKeyDictionary[Select[Any], dict[tuple[Order, bool], Select[Any]]] = WeakKeyDictionary()


def _paged(statement: Select[Any], order: Order, *, after: bool) -> Select[Any]:
    """A page of the list, with or without a place to begin after. Both columns are compared at once, so that an index over
    them leads to the place however deep it lies."""
    kept = _pages.setdefault(statement, {})
    if (order, after) not in kept:
        ordered = statement.add_columns(order.column.label("_key"), order.id.label("_id"))
        if after:
            place = tuple_(order.column, order.id)
            begin = tuple_(bindparam("page_key", type_=order.column.type), bindparam("page_id", type_=order.id.type))
            ordered = ordered.where(place < begin if order.descending else place > begin)
        direction = (order.column.desc(), order.id.desc()) if order.descending else (order.column, order.id)
        kept[order, after] = ordered.order_by(*direction).limit(bindparam("page_limit", type_=Integer))
    return kept[order, after]


def _write(sort: str, key: Any, id: Any) -> str:
    text = key.isoformat() if isinstance(key, datetime) else str(key)
    return base64.urlsafe_b64encode(json.dumps([sort, text, str(id)]).encode()).decode().rstrip("=")


def _read(cursor: str, sort: str, order: Order) -> tuple[Any, str]:
    try:
        made_for, key, id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if made_for != sort or not isinstance(key, str) or not isinstance(id, str) or "\0" in key + id:
            raise ValueError
        (key + id).encode()
        return order.of(key), id
    except (ValueError, TypeError, UnicodeError, RecursionError, OverflowError) as error:
        bad = Words("这个翻页位置不能用，请从第一页开始", "This cursor cannot be used; start from the first page")
        raise Invalid.field("/query/cursor", "bad_cursor", bad) from error
