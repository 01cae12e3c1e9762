"""What narrowed a list, in the reader's words: an approver reads “超时：是” and not `late = true`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from api.access import tree
from api.access.policy import ROLE_LABELS, Role
from api.exports.columns import NO, YES, code_words, leaf_words, thing_words
from api.kit import clock, phones
from api.kit.edge import Endpoint
from api.kit.ids import is_id
from api.kit.unit import Unit
from api.kit.words import Words
from api.kit.workflow import states_of

_file: dict[str, Any] = tomllib.loads((Path(__file__).parent / "filters.toml").read_text("utf-8"))
_NAMES = {name: Words(*words) for name, words in _file["names"].items()}
_THINGS = {name: Words(*words) for name, words in _file["things"].items()}
_VALUES = {name: {code: Words(*words) for code, words in codes.items()} for name, codes in _file["values"].items()}
_FLAGS = {"true": YES, "false": NO}
_CHOSEN = Words("指定的一个", "a certain one")
ORDER = frozenset({"sort"})
"""What narrows nothing."""


def fields(edge: Endpoint) -> dict[str, tuple[str, FieldInfo]]:
    """The filters of a list by their name in the address, each with its name in the code."""
    model = getattr(edge.query, "_type", None)
    found = model.model_fields.items() if model else ()
    return {field.alias or name: (name, field) for name, field in found if name not in ORDER}


def called(name: str) -> Words:
    """What a filter is called, by its name in the code.

    :raises KeyError: nobody has said; add it to `filters.toml`.
    """
    if name in _NAMES:
        return _NAMES[name]
    if name.endswith("_id"):
        return _THINGS.get(name[:-3]) or thing_words(name[:-3])
    return leaf_words(name)


def word(path: str, name: str, code: str) -> Words | None:
    """A code of a filter in words, or None where it is no code."""
    states = states_of(path.strip("/")) if name == "status" else {}
    return _VALUES.get(name, {}).get(code) or states.get(code) or _FLAGS.get(code) or code_words(code)


def told(unit: Unit, edge: Endpoint, query: Mapping[str, str], *, whole: bool, seen: bool) -> list[dict[str, str]]:
    """The filters in the reader's words: `whole` to their asker; to others who have `seen` the list with numbers masked; to
    the rest only that there are some."""
    known = fields(edge)
    rows = []
    for alias, value in query.items():
        name = known[alias][0] if alias in known else None
        if name is None:
            continue
        text = _spoken(unit, edge.template, name, value, whole=whole) if whole or seen else phones.HIDDEN
        rows.append({"label": unit.say(called(name)), "value": text})
    return rows


def _spoken(unit: Unit, path: str, name: str, value: str, *, whole: bool) -> str:
    if name == "role" and value in set(Role):
        return unit.say(ROLE_LABELS[Role(value)])
    if is_id(value):
        stations = tree.names(unit.conn, [value]) if name == "station_id" else {}
        return str(stations[value]["name"]) if value in stations else unit.say(_CHOSEN)
    if name != "q" and (words := word(path, name, value)):
        return unit.say(words)
    if name != "q" and (moment := _moment(value)):
        return f"{moment.astimezone(clock.ZONE):%Y-%m-%d %H:%M}"
    return value if whole else phones.masked_in(value)


def _moment(value: str) -> datetime | None:
    """The moment that is written here with its zone; a telephone's digits alone read as one too, but without a zone."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
