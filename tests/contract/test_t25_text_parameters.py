"""Text in a query is bounded in what it may hold: a NUL in a search was an error of PostgreSQL's, not an answer (T25)."""

from __future__ import annotations

from typing import Any

from tests.client import Api

READ_BY_US = {"cursor"}
"""Opaque and decoded before any database sees it."""


def _texts(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The plain-text alternatives of a parameter."""
    found = [schema, *schema.get("anyOf", [])]
    return [one for one in found if one.get("type") == "string" and not {"format", "enum", "const"} & one.keys()]


def test_t25_every_text_parameter_says_what_it_may_hold(anonymous: Api) -> None:
    document = anonymous.app.openapi()  # type: ignore[attr-defined]
    loose = [
        f"{path} {parameter['name']}"
        for path, operations in document["paths"].items()
        for operation in operations.values()
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query"
        and parameter["name"] not in READ_BY_US
        and any("pattern" not in text for text in _texts(parameter["schema"]))
    ]
    assert loose == []
