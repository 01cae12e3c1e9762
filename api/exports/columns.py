"""What columns a list has as a file, and what stands in them: worked out from the answer that the list documents.

Ids, versions and what may be done are left out: they mean nothing on paper. Telephone numbers are the masked ones, whoever
asks (T31). Money is yuan with two decimals, a time is the network's own time, a code is said in words.
"""

from __future__ import annotations

import tomllib
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from api.kit import clock
from api.kit.edge import Endpoint, endpoint, endpoints
from api.kit.sheets import Cell
from api.kit.words import Words

_file: dict[str, dict[str, list[str]]] = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
_PLACES, _THINGS, _LEAVES, _CODES = (
    {name: Words(*words) for name, words in _file[part].items()} for part in ("places", "things", "leaves", "codes")
)
YES, NO = Words("是", "Yes"), Words("否", "No")
_LEFT_OUT = {
    "id", "version", "value", "offered", "href", "content_href", "file", "fingerprint", "sequence", "base", "theirs",
    "mine", "weekly", "years", "scopes", "skew_seconds", "serial_tracked", "due_soon_at", "matters", "editable",
    "subjects",
}  # fmt: skip
_SHORT = frozenset({"code", "kind", "status"})
"""Of a nested thing its name is enough."""
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value stands in a row of the answer, and what it is called."""

    place: tuple[str, ...]
    words: Words

    def of(self, row: dict[str, Any], locale: str) -> Cell:
        """The cell of this row."""
        value: Any = row
        for name in self.place:
            value = _part(value, name)
        return _cell(value, self.place[-1], locale)


def _part(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        # a trailing underscore keeps a field's name apart from a word of Python
        return value.get(name, value.get(name.rstrip("_")))
    return getattr(value, name, None)


def _cell(value: Any, name: str, locale: str) -> Cell:
    if value is None:
        return None
    if isinstance(value, bool):
        return (YES if value else NO).into(locale)
    if name.endswith("_fen"):
        return Decimal(int(value)).scaleb(-2)
    if isinstance(value, datetime):
        return value.astimezone(clock.ZONE).replace(tzinfo=None, microsecond=0)
    if isinstance(value, int | date | Decimal):
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, list | tuple):
        return "；".join(_named(one) for one in value)
    if isinstance(value, dict):
        return _named(value)
    return _CODES[value].into(locale) if value in _CODES and name not in _SAID else str(value)


_SAID = frozenset(
    {"name", "note", "reason", "subject", "title", "serial", "number", "model", "address", "body", "answer"}
)
"""What people typed is never taken for a code."""


def _named(one: Any) -> str:
    if isinstance(one, dict):
        for name in ("name", "number", "serial", "label", "role_label", "code"):
            if one.get(name):
                return str(one[name])
        return ""
    return str(one)


@cache
def columns_of(edge: Endpoint) -> tuple[Column, ...]:
    """The columns of a list, in the order of its answer."""
    (item,) = typing.get_args(edge.answer.model_fields["items"].annotation)
    found = list(_walk(item, ()))
    return tuple(Column(place, words_of(place)) for place in found if not _said(place) & set(found))


def _said(place: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Where the words of a code would stand beside it."""
    *above, leaf = place
    return {(*above, f"{name}_label") for name in (leaf, leaf.rstrip("_"))} | (
        {(*above, "label")} - {place} if leaf == "kind" else set()
    )


def _walk(model: type[BaseModel], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        place, kind = (*above, name), _bare(field.annotation)
        if name in _LEFT_OUT or name.endswith("_id"):
            continue
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if len(place) < DEEPEST:
                yield from _walk(kind, place)
        elif not (above and name in _SHORT and {"name", "subject"} & model.model_fields.keys()):
            yield place


def _bare(annotation: Any) -> Any:
    """The type without `Annotated` and without `| None`."""
    kind, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if kind is typing.Annotated:
        return _bare(parts[0])
    some = [part for part in parts if part is not type(None)]
    return _bare(some[0]) if kind in (typing.Union, types.UnionType) and len(some) == 1 else annotation


def words_of(place: tuple[str, ...]) -> Words:
    """What a column is called.

    :raises KeyError: nobody has said; add it to `words.toml`.
    """
    if whole := _PLACES.get(".".join(place)):
        return whole
    *above, leaf = place
    if not above:
        return _LEAVES[leaf]
    thing = _THINGS[above[-1]]
    if leaf == "name":
        return thing
    return Words(f"{thing.zh}：{_LEAVES[leaf].zh}", f"{thing.en}: {_LEAVES[leaf].en.lower()}")


def leaf_words(name: str) -> Words:
    """What a member of a row is called wherever it stands. :raises KeyError: nobody has said."""
    return _LEAVES[name]


def thing_words(name: str) -> Words:
    """What a thing that a row names is called. :raises KeyError: nobody has said."""
    return _THINGS[name]


def code_words(code: str) -> Words | None:
    """A code in words, or None where it is none."""
    return _CODES.get(code)


_PEOPLE = frozenset({"customer", "contact", "customer_name", "contact_name", "caller_name", "masked"})


@cache
def of_people(edge: Endpoint) -> bool:
    """Whether the rows of this list say who somebody is: customers, who calls for them, and staff."""
    if edge.template == "/accounts":
        return True
    return any(_PEOPLE & set(column.place) for column in columns_of(edge))


@cache
def lists() -> dict[str, Endpoint]:
    """Every list that may be taken out, by its path: those of a whole resource that the policy guards."""
    return {
        edge.template: edge
        for edge in endpoints("GET")
        if "{" not in edge.template and edge.permission.endswith(":view") and edge.query and _is_list(edge.answer)
    }


def _is_list(answer: Any) -> bool:
    return isinstance(answer, type) and {"items", "next_cursor", "total"} <= set(getattr(answer, "model_fields", ()))


def list_at(path: str) -> Endpoint | None:
    """The list at this path, such as `/work-orders`."""
    found = endpoint("GET", path)
    return found if found and lists().get(path) is found else None
