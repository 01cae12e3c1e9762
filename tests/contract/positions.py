"""Every place of the OpenAPI document where a caller puts a value: parameters of paths and queries, fields of bodies however
deep, and a body around each that is right in its form. The files of the threats (T1, T8, T24) put into them what hurts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.contract.answers import BASE
from tests.contract.samples import DAY, SOON
from tests.contract.writes import Write

Schema = dict[str, Any]
WORDS = ("样本", "x", "AB-1", "13800004499", "+8613800004499", "10:00", "a.b", "sample", "2026-12-01", "1001", "A" * 44)
"""What fits one or the other pattern."""


@dataclass(frozen=True)
class Asked:
    """One parameter of a read's query."""

    path: str
    permission: str
    name: str
    schema: Schema
    required: tuple[str, ...]
    """The parameters that the read must be given."""

    def __str__(self) -> str:
        return f"GET {self.path}?{self.name}"


def asked(document: Schema) -> list[Asked]:
    """Every query parameter of every read, in the document's order."""
    return [
        Asked(
            path.removeprefix(f"{BASE}/"), operation.get("x-permission", ""), parameter["name"], parameter["schema"],
            tuple(one["name"] for one in operation["parameters"] if one["in"] == "query" and one.get("required")),
        )
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        for parameter in operation.get("parameters", ())
        if method == "get" and parameter["in"] == "query"
    ]  # fmt: skip


def kinds(schema: Schema) -> list[Schema]:
    """The alternatives of a value, apart from nothing at all."""
    return [kind for kind in schema.get("anyOf", [schema]) if kind.get("type") != "null"]


def is_id(schema: Schema) -> bool:
    """Whether an id may stand there."""
    return any(kind.get("format") == "uuid" for kind in kinds(schema))


def is_text(schema: Schema) -> bool:
    """Whether somebody types it freely."""
    fixed = {"format", "enum", "const"}
    return any(kind.get("type") == "string" and not fixed & kind.keys() for kind in kinds(schema))


def filled(schema: Schema, ids: Mapping[str, str], name: str = "") -> Any:
    """The smallest value of the right form; an id is the one of this name."""
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = kinds(schema)[0] if kinds(schema) else schema
    if kind is not schema:
        return filled(kind, ids, name)
    of = kind.get("type")
    if of == "object" or "properties" in kind:
        return {key: filled(kind["properties"][key], ids, key) for key in kind.get("required", ())}
    if of == "array":
        return [filled(kind["items"], ids, name.removesuffix("s"))] * max(1, kind.get("minItems", 0))
    if of == "integer":
        return max(1, kind.get("minimum", 1))
    if of == "number":
        return 1.0
    if of == "boolean":
        return True
    if kind.get("format") == "uuid":
        return ids.get(name) or ids.get(name.removesuffix("s")) or ids[""]
    return _text(kind)


def _text(kind: Schema) -> str:
    by_format = {"date": str(DAY), "date-time": SOON.isoformat(), "password": "violet-harbour-42-kettle"}
    if found := by_format.get(kind.get("format", "")):
        return found
    shortest, longest = kind.get("minLength", 0), kind.get("maxLength", 500)
    fitting = (word for word in WORDS if shortest <= len(word) <= longest and _fits(kind, word))
    return next(fitting, "x" * max(1, shortest))


def _fits(kind: Schema, word: str) -> bool:
    return "pattern" not in kind or re.search(kind["pattern"], word) is not None


Place = tuple[str, ...]


def places(schema: Schema, at: Place = ()) -> Iterator[tuple[Place, Schema]]:
    """Every simple field of a body, with the way to it; a list's entry is `0`."""
    for kind in kinds(schema):
        if "properties" in kind:
            for name, field in kind["properties"].items():
                yield from places(field, (*at, name))
        elif kind.get("type") == "array":
            yield from places(kind.get("items", {}), (*at, "0"))
        elif at:
            yield at, kind


def put(write: Write, body: Any, place: Place, value: Any, ids: Mapping[str, str]) -> Any:
    """The body with this value in that place; what stands around it is made if it is not there."""
    return _put(write.schema, body, place, value, ids)


def _put(schema: Schema, body: Any, place: Place, value: Any, ids: Mapping[str, str]) -> Any:
    if not place:
        return value
    here, *rest = place
    if here == "0":
        (kind, *_) = [kind for kind in kinds(schema) if kind.get("type") == "array"]
        first = body[0] if isinstance(body, list) and body else filled(kind["items"], ids)
        return [_put(kind["items"], first, tuple(rest), value, ids)]
    fits = [kind for kind in kinds(schema) if here in kind.get("properties", {})]
    kind = next((one for one in fits if isinstance(body, dict) and body.keys() <= one["properties"].keys()), fits[0])
    around = body if isinstance(body, dict) and body.keys() <= kind["properties"].keys() else filled(kind, ids)
    field = kind["properties"][here]
    before = around.get(here)
    if rest and before is None:
        before = filled(field, ids, here)
    return around | {here: _put(field, before, tuple(rest), value, ids)}
