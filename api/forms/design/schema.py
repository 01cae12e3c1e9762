"""From a layout to its JSON Schema, in a narrow profile of draft 2020-12 that server, desk and phone judge alike.

The profile: `type`, `properties`, `required`, `additionalProperties: false`, `items`, `enum`, `const`, `minimum`,
`maximum`, `minLength`, `maxLength`, `minItems`, `maxItems`, `uniqueItems`, `pattern`, `format`, and `if`/`then` in one
place. No reference, no recursion, no pattern but the four below, which are linear in the text (T24) and written so that
Python and ECMAScript agree: no `\\d`, no `$` (Python's also fits before a last line end), lengths in code points.
"""

from __future__ import annotations

from typing import Any

from api.forms.design.layout import Layout, SumField, TableField

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LINE = r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]*(?![\s\S])"
PAGE = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]*(?![\s\S])"
_YEAR = "(199[0-9]|20[0-9][0-9]|2100)"
DAY = rf"^{_YEAR}-[0-9][0-9]-[0-9][0-9](?![\s\S])"
TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9](?![\s\S])"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT = (
    rf"^{_YEAR}-[0-9][0-9]-[0-9][0-9]T{_CLOCK}:[0-5][0-9](\.[0-9][0-9]?[0-9]?[0-9]?[0-9]?[0-9]?)?"
    rf"(Z|[+-]{_CLOCK})(?![\s\S])"
)
ID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\s\S])"
PATTERNS = (LINE, PAGE, DAY, TIME, MOMENT, ID)
MOST = 10**12
"""Beyond it no number is believed, and both languages still count whole numbers exactly."""
RESULTS = ("pass", "fail", "na")
NOTE = 1000
PHOTOS = 10

_ID = {"type": "string", "minLength": 36, "maxLength": 36, "pattern": ID}


def schema_of(layout: Layout, *, draft: bool = False) -> dict[str, Any]:
    """The schema of an entry's data; of a `draft` nothing is required yet, but what stands there is right."""
    fields = list(layout.fields())
    return {"$schema": DIALECT} | _object(
        {field.key: _value(layout, field, draft) for field in fields},
        [] if draft else [field.key for field in fields if not isinstance(field, SumField) and field.required],
    )


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    made = {"type": "object", "properties": properties, "additionalProperties": False}
    return made | ({"required": required} if required else {})


def _value(layout: Layout, field: Any, draft: bool) -> dict[str, Any]:
    return _KINDS[field.kind](layout, field, draft)


def _text(field: Any, pattern: str) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": field.max, "pattern": pattern}


def _number(field: Any) -> dict[str, Any]:
    low = -MOST if field.minimum is None else field.minimum
    high = MOST if field.maximum is None else field.maximum
    return {"type": "number" if field.decimals else "integer", "minimum": _plain(low), "maximum": _plain(high)}


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def _fixed(length: int, pattern: str, **more: str) -> dict[str, Any]:
    return {"type": "string", "minLength": length, "maxLength": length, "pattern": pattern} | more


def _values(field: Any) -> list[str]:
    return [option.value for option in field.options]


def _check(field: Any, draft: bool) -> dict[str, Any]:
    results = list(RESULTS if field.not_applicable else RESULTS[:2])
    made = _object(
        {
            "result": {"enum": results},
            "note": {"type": "string", "minLength": 1, "maxLength": NOTE, "pattern": PAGE},
            "photos": {"type": "array", "items": _ID, "minItems": 1, "maxItems": PHOTOS, "uniqueItems": True},
        },
        [] if draft else ["result"],
    )
    then = [name for name, asked in (("note", field.note_on_fail), ("photos", field.photo_on_fail)) if asked]
    if then and not draft:
        made |= {
            "if": {"properties": {"result": {"const": "fail"}}, "required": ["result"]},
            "then": {"required": then},
        }
    return made


def _table(layout: Layout, field: TableField, draft: bool) -> dict[str, Any]:
    row = _object(
        {column.key: _value(layout, column, draft) for column in field.columns},
        [] if draft else [column.key for column in field.columns if column.required],
    )
    made = {"type": "array", "items": row, "maxItems": field.max_rows}
    return made | ({"minItems": 1} if field.required and not draft else {})


def _photo(field: Any, draft: bool) -> dict[str, Any]:
    made = {"type": "array", "items": _ID, "maxItems": field.maximum, "uniqueItems": True}
    least = max(field.minimum, 1 if field.required else 0)
    return made | ({"minItems": least} if least and not draft else {})


def _choices(field: Any, draft: bool) -> dict[str, Any]:
    made = {"type": "array", "items": {"enum": _values(field)}, "maxItems": len(field.options), "uniqueItems": True}
    return made | ({"minItems": 1} if field.required and not draft else {})


def _sum(layout: Layout, field: SumField) -> dict[str, Any]:
    whole = layout.numeric(field.of[0]) == "money"
    most = MOST * 8000  # of at most 40 parts with 200 rows each
    return {"type": "integer" if whole else "number", "minimum": -most, "maximum": most}


_KINDS: dict[str, Any] = {
    "text": lambda _, field, __: _text(field, LINE),
    "long_text": lambda _, field, __: _text(field, PAGE),
    "number": lambda _, field, __: _number(field),
    "money": lambda _, __, ___: {"type": "integer", "minimum": 0, "maximum": MOST},
    "date": lambda _, __, ___: _fixed(10, DAY, format="date"),
    "time": lambda _, __, ___: _fixed(5, TIME),
    "moment": lambda _, __, ___: {
        "type": "string", "minLength": 20, "maxLength": 32, "pattern": MOMENT, "format": "date-time",
    },
    "choice": lambda _, field, __: {"enum": _values(field)},
    "choices": lambda _, field, draft: _choices(field, draft),
    "yes_no": lambda _, __, ___: {"type": "boolean"},
    "check": lambda _, field, draft: _check(field, draft),
    "table": _table,
    "reference": lambda _, __, ___: _ID,
    "photo": lambda _, field, draft: _photo(field, draft),
    "sum": lambda layout, field, _: _sum(layout, field),
}  # fmt: skip
