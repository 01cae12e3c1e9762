"""The OpenAPI 3.1 document: FastAPI's, with the parts that all endpoints refer to."""

from __future__ import annotations

import re
import sys
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import iter_route_contexts

BEARER = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "Access token of `POST /api/v1/auth/token`; 15 minutes. It is sent in the header and never in a URL. "
    "Answers to API clients say in `RateLimit-Policy` and `RateLimit` how they stand with their minute.",
}
_SCHEMAS = "#/components/schemas/"
_TEXT = {"type": "string"}
PROBLEM = {
    "title": "Problem",
    "description": "A refusal (RFC 9457). Members of its own stand beside these; `GET /api/v1/problems` lists all slugs.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance", "request_id"],
    "properties": {
        "type": {"type": "string", "pattern": "^/problems/[a-z0-9-]+$"},
        "title": _TEXT,
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": _TEXT,
        "instance": _TEXT,
        "request_id": _TEXT,
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "detail"],
                "properties": {"pointer": _TEXT, "code": _TEXT, "detail": _TEXT},
            },
        },
    },
}


def document(app: FastAPI) -> dict[str, Any]:
    """The document of this app, made once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            routes=app.routes,
            separate_input_output_schemas=app.separate_input_output_schemas,
        )
        _for_readers(made, app)
        components = made.setdefault("components", {})
        components.setdefault("schemas", {})["Problem"] = PROBLEM
        components.setdefault("securitySchemes", {})["bearer"] = BEARER
        for unused in ("HTTPValidationError", "ValidationError"):  # FastAPI's own form of a 422, which we never answer
            components["schemas"].pop(unused, None)
        _name_apart(made, components["schemas"])
        _name_keys(made)
        app.openapi_schema = made
    return app.openapi_schema


def _for_readers(made: dict[str, Any], app: FastAPI) -> None:
    """What linters and makers of clients ask of a document: a server, which doors are open, and what each part is about."""
    made["servers"] = [{"url": "/", "description": "The server that gave this document."}]
    tags: dict[str, str] = {}
    for operations in made["paths"].values():
        for operation in operations.values():
            operation.setdefault("security", [])
            for tag in operation.get("tags", ()):
                tags.setdefault(tag, "")
    for route in iter_route_contexts(app.routes):
        for tag in map(str, getattr(route, "tags", ()) or ()):
            own, about = _about(route.endpoint, tag)
            if own or not tags.get(tag):
                tags[tag] = about
    made["tags"] = [{"name": tag, "description": about or tag} for tag, about in sorted(tags.items())]


def _name_apart(made: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Generators call their classes by key or by `title`, so both are one name: shapes of several rooms that have one
    (`Void`) get their room's before it (`QuotesVoid`), instead of FastAPI's `api__money__quotes__schemas__Void`."""
    taken: dict[str, str] = {}
    for name in sorted(schemas, key=lambda name: ("__" in name, name)):
        *modules, own = name.split("__")
        places = ["".join(word.capitalize() for word in module.split("_")) for module in modules if module != "schemas"]
        called = ["".join(places[-depth:]) + own for depth in range(1, len(places) + 1)] or [
            schemas[name].get("title", name)
        ]
        called.append(re.sub(r"\W|__", "", name))
        title = next(one for one in called if one not in taken)
        taken[title], schemas[name]["title"] = name, title
    renamed = {f"{_SCHEMAS}{name}": f"{_SCHEMAS}{title}" for title, name in taken.items()}
    whole = {title: schemas[name] for title, name in sorted(taken.items())}
    schemas.clear()
    schemas.update(whole)
    _refer(made, renamed)


def _refer(node: Any, renamed: dict[str, str]) -> None:
    """Let every reference, those of discriminators too, lead to the new name."""
    if isinstance(node, list):
        for one in node:
            _refer(one, renamed)
    elif isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and value in renamed:
                node[key] = renamed[value]
            else:
                _refer(value, renamed)


def _name_keys(node: Any) -> None:
    """Objects by keys of one pattern hold no others: pydantic documents only what such keys hold."""
    if isinstance(node, list):
        for one in node:
            _name_keys(one)
    elif isinstance(node, dict):
        if len(patterns := node.get("patternProperties", ())) == 1:
            node["propertyNames"] = {"pattern": next(iter(patterns))}
        for value in node.values():
            _name_keys(value)


def _about(endpoint: Any, tag: str) -> tuple[bool, str]:
    """What the module of this handler says of itself: routers begin with "`/path`: what they are about.", the several
    paths of one with "; " between them. Also whether it speaks of this very path."""
    handler = getattr(getattr(endpoint, "edge", None), "handler", endpoint)
    words = " ".join((sys.modules[handler.__module__].__doc__ or "").strip().split("\n\n")[0].split())
    named = re.search(rf"`/{re.escape(tag)}`[^:]*: (.*?)(?:; `/|$)", words)
    about = named[1] if named else words.partition(": ")[2]
    return bool(named), (about[:1].upper() + about[1:]).rstrip(".") + "." if about else ""


def install(app: FastAPI) -> None:
    """Let the app serve this document."""
    app.openapi = lambda: document(app)  # type: ignore[method-assign]
