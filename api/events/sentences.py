"""What the timeline says: a fact's sentence in the reader's language, its values as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from string import Formatter
from typing import Any

from api.events.facts import Fact
from api.kit.ids import is_id
from api.kit.words import Words, fitting

ERASED = Words("（已删除）", "(erased)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_YES, _NO = Words("是", "yes"), Words("否", "no")


def speak(
    type: str,
    data: Mapping[str, Any],
    locale: str,
    zone: tzinfo,
    names: Mapping[str, str],
    *,
    erased: bool = False,
) -> str:
    """The sentence of a fact of this type. `erased`: its personal values are gone, and it says so."""
    fact = Fact.catalogue.get(type)
    if fact is None:
        return type
    return _Speaker(fact, locale, zone, names, erased).vformat(fact.sentence.into(locale), (), data)


def mentioned(data: Any) -> set[str]:
    """Every id among the values, however deep: one of them may be an employee's."""
    if isinstance(data, Mapping):
        return {id for value in data.values() for id in mentioned(value)}
    if isinstance(data, list):
        return {id for value in data for id in mentioned(value)}
    return {data} if isinstance(data, str) and is_id(data) else set()


class _Speaker(Formatter):
    """Fills in `{field}`, `{field.part}` and `{field:one|many}` from plain values only: no attribute of any object is ever
    read."""

    def __init__(self, fact: type[Fact], locale: str, zone: tzinfo, names: Mapping[str, str], erased: bool) -> None:
        self.fact, self.locale, self.zone, self.names, self.erased = fact, locale, zone, names, erased

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:
        value: Any = kwargs
        for part in field_name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return self._say(field_name.split(".", maxsplit=1)[0], value), field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        return fitting(int(value), format_spec) if "|" in format_spec and value.isdecimal() else str(value)

    def _say(self, field: str, value: Any) -> str:
        if value is None:
            return ERASED.into(self.locale) if self.erased and field in self.fact.personal else "—"
        if isinstance(value, list):
            return ("、" if not self.locale.startswith("en") else ", ").join(self._say(field, part) for part in value)
        if isinstance(value, bool):
            return (_YES if value else _NO).into(self.locale)
        if isinstance(value, int) and field.endswith("_fen"):
            return f"{value / 100:.2f}"
        if not isinstance(value, str):
            return str(value)
        if (word := self.fact.spoken.get(field, {}).get(value)) is not None:
            return word.into(self.locale)
        if _MOMENT.fullmatch(value):
            return f"{datetime.fromisoformat(value).astimezone(self.zone):%Y-%m-%d %H:%M}"
        return self.names.get(value, value)
