"""Every write of the OpenAPI document that takes a JSON body, who may send it, and what is wrong in each field's way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from api.access.actor import SYSTEM
from api.access.policy import RIGHTS, SHORT
from api.kit.db import Database
from api.kit.edge import SIGNED
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.contract.samples import DAY, SAMPLES
from tests.world import World

Schema = dict[str, Any]
BASE = "/api/v1/"
HOMES = {"SA": "C", "HQ": "C", "HR": "C", "FI": "C", "AU": "C", "RM": "A"}
"""Where the roles sit that stand above the stations."""
SETTING = "call.rings"
"""A limit that every database has, for the routes that name one in their path."""


@dataclass(frozen=True)
class Write:
    """One method of one path below `/api/v1/`; `schema` is its body's, with every reference followed."""

    method: str
    path: str
    permission: str
    schema: Schema

    @property
    def resource(self) -> str:
        return self.path.partition("/")[0]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def sender(self) -> str:
        """A role that may send it somewhere: a body is read before anything is looked for."""
        able = [short for short, role in SHORT.items() if self.permission in RIGHTS[role] and short != "IC"]
        return "SM" if "SM" in able or not able else able[0]

    def address(self, id: str) -> str:
        """Its path for this object."""
        return self.path.replace("{id}", id).replace("{day}", str(DAY)).replace("{key}", SETTING)

    def headers(self, locale: str) -> dict[str, str]:
        """What it must carry besides its body."""
        own = {"Idempotency-Key": new_id()} if self.method == "POST" else {}
        return own | {"If-Match": '"1"', "Accept-Language": locale, "Content-Type": "application/json"}


def writes(document: dict[str, Any]) -> list[Write]:
    """In the document's order."""
    components = document["components"]["schemas"]

    def whole(node: Any) -> Any:
        if isinstance(node, list):
            return [whole(one) for one in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return whole(components[node["$ref"].rpartition("/")[2]])
        return {name: whole(one) for name, one in node.items()}

    return [
        Write(method.upper(), path.removeprefix(BASE), operation.get("x-permission", ""), whole(body["schema"]))
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if (body := operation.get("requestBody", {}).get("content", {}).get("application/json"))
        and operation.get("x-permission") != SIGNED  # what is wrong in them is told to nobody who does not sign
    ]


@dataclass
class Tried:
    """Sends bodies to an object of each resource at A1; whoever sends is signed in before, so that nothing changes."""

    writes: list[Write]
    clients: dict[str, Api]
    objects: dict[str, str]

    @classmethod
    def of(cls, anonymous: Api, as_role: Callable[..., Api], db: Database, world: World) -> Tried:
        """Ready to try every write of this app's document."""
        found = writes(anonymous.app.openapi())  # type: ignore[attr-defined]
        senders = {write.sender() for write in found}
        clients = {short: as_role(short, HOMES.get(short, "A1")) for short in senders}
        with db.write() as conn:
            unit = Unit(db, conn, SYSTEM)
            made = {name: sample.make(unit, world, "A1", None) for name, sample in SAMPLES.items()}
        return cls(found, clients, made)

    def __call__(self, write: Write, body: Any, locale: str = "en", path: str | None = None) -> Any:
        """The bare answer; `body` is bytes, or a value to be written as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        address = path or write.address(self.objects.get(write.resource) or new_id())
        client = self.clients[write.sender()]
        return client.request(write.method, address, content=content, headers=write.headers(locale))


# -- what is wrong ---------------------------------------------------------------------------------------------------
SURROGATE = "\ud800"
"""Half of a pair: `json.dumps` writes it as an escape, and no database or PDF can hold it."""
LONG_AGO = "1969-12-31T23:59:59Z"
"""Out of the years for everything but a phone's own clock, which may lie (P11)."""
IMPOSSIBLE = {
    "date": ["2026-02-30", "2025-02-29", "2026-13-01", "10000-01-01", "1989-12-31", 20260101],
    "date-time": [
        "2026-02-30T08:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T08:00:00", "10000-01-01T00:00:00Z",
        LONG_AGO, 1767225600,
    ],
}  # fmt: skip
UNTEXTS: list[Any] = [7, 2**63, True, [], {}, ["x"]]


def faults(schema: Schema) -> Iterator[Any]:
    """Values that this field must not take, by its type."""
    kinds = schema.get("anyOf", [schema])
    if not any(kind.keys() & {"type", "enum", "const", "oneOf", "$ref"} for kind in kinds):
        return  # it takes whatever there is
    if not any(kind.get("type") == "null" for kind in kinds):
        yield None
    kinds = [kind for kind in kinds if kind.get("type") != "null"]
    if len(kinds) != 1:
        yield from (SURROGATE, {"x": "x\0"})  # one of several kinds: only what none of them is
        return
    kind = kinds[0]
    of = kind.get("type")
    if of == "string" and kind.get("format") == "password":
        yield from (*UNTEXTS, "", SURROGATE, "x" * (kind["maxLength"] + 1))  # any character is a password's
    elif of == "string":
        yield from (UNTEXTS[1:] if "format" in kind and "date" in kind["format"] else UNTEXTS)
        if kind.get("minLength") or not re.match(kind.get("pattern", "$."), ""):  # a draft's words may be blank
            yield ""
        yield from ("x\0y", "\x07", SURROGATE, "x" * (kind.get("maxLength", 500_000) + 1))
        wrong = IMPOSSIBLE.get(kind.get("format", ""), [])
        yield from (value for value in wrong if value != LONG_AGO or not kind.get("x-any-year"))
        if kind.get("format") == "uuid":
            yield from ("x", "0" * 36, "../../etc/passwd", "1' OR '1'='1")
    elif of in ("integer", "number"):
        yield from ("x", True, [], {}, 2**63, -(2**63) - 1, 10**400, 1e300)
        yield from [1.5] if of == "integer" else []
    elif of == "boolean":
        yield from ("yes", 2, 1, "true", [], {})
    elif of == "array":
        yield from ("x", 7, {}, [None], [SURROGATE], [[[[]]]])
        yield from [["x"] * (kind["maxItems"] + 1)] if "maxItems" in kind else []
    elif of == "object":
        yield from ("x", 7, [])
        if (
            kind.get("additionalProperties") is not True or "propertyNames" in kind
        ):  # else it may hold whatever was said
            yield from ({"no-such-field": 1}, {SURROGATE: 1})


def parts(schema: Schema, place: str = "/body") -> Iterator[tuple[str, Schema, Any]]:
    """Every object within the body: where its faults are pointed at, its schema, and how to wrap a value for it."""
    yield place, schema, lambda value: value
    for name, field in schema.get("properties", {}).items():
        for kind in field.get("anyOf", [field]):
            if kind.get("type") == "object" and "properties" in kind:
                for where, inner, wrap in parts(kind, f"{place}/{name}"):
                    yield where, inner, lambda value, name=name, wrap=wrap: {name: wrap(value)}
            elif kind.get("type") == "array" and "properties" in kind.get("items", {}):
                for where, inner, wrap in parts(kind["items"], f"{place}/{name}/0"):
                    yield where, inner, lambda value, name=name, wrap=wrap: {name: [wrap(value)]}
