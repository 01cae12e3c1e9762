"""An entry's data against its template: tidied, judged by the schema, sums worked out, failed items counted.

`frontend/src/shared/forms/checking.js` does the same on desk and phone; `tests/forms/corpus.json` holds both to it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from api.forms.design.layout import CheckField, Layout, PhotoField, ReferenceField, SumField, TableField
from api.forms.design.schema import schema_of
from api.kit.problems import Invalid, Malformed
from api.kit.text import tidy
from api.kit.validation import Said, invalid
from api.kit.words import Words

DEEPEST = 5
"""An object of rows of values, or of an item's photos: deeper lies nothing of ours."""
REPEATED = Said("repeated", Words("有重复的", "Something is there twice"))
_formats = FormatChecker(formats=())


@_formats.checks("date", raises=ValueError)
def _date(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value[:10]))


@_formats.checks("date-time", raises=ValueError)
def _moment(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value[:10]))


def tidied(value: Any, depth: int = 0) -> Any:
    """The data with every text in the one form in which text is kept; empty texts count as not filled in.

    :raises Malformed: nested deeper than any form.
    """
    if depth > DEEPEST:
        raise Malformed
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, dict):
        made = {name: tidied(part, depth + 1) for name, part in value.items()}
        return {name: part for name, part in made.items() if part is not None and part != ""}
    if isinstance(value, list):
        return [tidied(part, depth + 1) for part in value]
    return value


def check(layout: Layout, data: dict[str, Any], *place: str, draft: bool = False) -> None:
    """Hold tidied data to the template.

    :raises Invalid: with a pointer below `/place` for each fault.
    """
    found = list(faults(schema_of(layout, draft=draft), data))
    if found:
        raise invalid(found, *place)


def faults(schema: dict[str, Any], data: Any) -> Iterator[dict[str, Any]]:
    """What is wrong, in the form of pydantic's findings."""
    try:
        found = [said for error in _validator(json.dumps(schema)).iter_errors(data) for said in _said(error)]
    except (RecursionError, OverflowError) as error:
        raise Malformed from error
    places = Counter(said["loc"] for said in found)
    # that there is no such day is only worth saying of what is written like a day
    yield from (said for said in found if said["type"] != "date_parsing" or places[said["loc"]] == 1)


@lru_cache(maxsize=512)
def _validator(written: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(written), format_checker=_formats)


_TYPES = {
    "string": "string_type", "integer": "int_type", "number": "float_type", "boolean": "bool_type",
    "array": "list_type", "object": "dict_type",
}  # fmt: skip


def _said(error: Any) -> Iterator[dict[str, Any]]:
    place, limit = tuple(error.absolute_path), error.validator_value
    rule = error.validator
    if rule == "required":
        # the library tells of each missing name apart, but its name only within a sentence
        name = re.match(r"'([a-z0-9_]+)'", error.message)
        yield {"type": "missing", "loc": (*place, name[1] if name else "")}
    elif rule == "additionalProperties":
        known = error.schema["properties"]
        yield from ({"type": "extra_forbidden", "loc": (*place, name)} for name in error.instance if name not in known)
    elif rule == "type":
        yield {"type": _TYPES[limit], "loc": place}
    elif rule in ("enum", "const"):
        yield {"type": "literal_error", "loc": place, "ctx": {"expected": ", ".join(map(str, limit))}}
    elif rule in ("minimum", "maximum"):
        known = {"minimum": ("greater_than_equal", "ge"), "maximum": ("less_than_equal", "le")}[rule]
        yield {"type": known[0], "loc": place, "ctx": {known[1]: limit}}
    elif rule in ("maxLength", "minLength"):
        kind = "string_too_long" if rule == "maxLength" else "string_too_short"
        yield {"type": kind, "loc": place, "ctx": {"max_length": limit}}
    elif rule in ("maxItems", "minItems"):
        kind, most = ("too_long", "max_length") if rule == "maxItems" else ("too_short", "min_length")
        yield {"type": kind, "loc": place, "ctx": {most: limit}}
    elif rule == "format":
        yield {"type": "date_parsing", "loc": place}
    elif rule == "uniqueItems":
        yield {"type": "repeated", "loc": place, "ctx": {"error": REPEATED}}
    else:
        yield {"type": "string_pattern_mismatch", "loc": place}


def summed(layout: Layout, data: dict[str, Any]) -> dict[str, Any]:
    """The data with every sum worked out anew, whatever was sent for it; of nothing there is no sum."""
    made = dict(data)
    for field in layout.fields():
        if isinstance(field, SumField):
            made.pop(field.key, None)
            parts = [value for path in field.of for value in _values(data, path)]
            if parts:
                total = sum((Decimal(str(part)) for part in parts), Decimal())
                made[field.key] = int(total) if total == total.to_integral_value() else float(total)
    return made


def _values(data: dict[str, Any], path: str) -> Iterator[int | float]:
    key, _, column = path.partition(".")
    found = data.get(key)
    candidates = [row.get(column) for row in found if isinstance(row, dict)] if isinstance(found, list) else [found]
    for value in candidates:
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield value


def failed(layout: Layout, data: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Keys of the items that did not pass, and of the critical ones among them (D39)."""
    keys = [
        field
        for field in layout.fields()
        if isinstance(field, CheckField) and (data.get(field.key) or {}).get("result") == "fail"
    ]
    return [field.key for field in keys], [field.key for field in keys if field.critical]


def references(layout: Layout, data: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Every record that valid data names: where, of which kind, which."""
    for field in layout.fields():
        if isinstance(field, ReferenceField) and field.key in data:
            yield (field.key,), field.of, data[field.key]
        if isinstance(field, TableField):
            for column in field.columns:
                if isinstance(column, ReferenceField):
                    for number, row in enumerate(data.get(field.key, ())):
                        if column.key in row:
                            yield (field.key, number, column.key), column.of, row[column.key]


def photos(layout: Layout, data: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every attachment that valid data names: where, which."""
    for field in layout.fields():
        if isinstance(field, PhotoField):
            yield from (((field.key, n), id) for n, id in enumerate(data.get(field.key, ())))
        if isinstance(field, CheckField):
            taken = data.get(field.key, {}).get("photos", ())
            yield from (((field.key, "photos", n), id) for n, id in enumerate(taken))


def unpreset(layout: Layout) -> Invalid | None:
    """What is wrong with the rows that stand in a table from the beginning, or None."""
    try:
        check(layout, preset(layout), "body", "layout", "preset", draft=True)
    except Invalid as refused:
        return refused
    return None


def preset(layout: Layout) -> dict[str, Any]:
    """What a fresh entry holds already."""
    found = {field.key: field.preset for field in layout.fields() if isinstance(field, TableField) and field.preset}
    return tidied(found)
