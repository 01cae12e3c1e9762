"""The OpenAPI 3.1 document: FastAPI's, with the parts that all endpoints refer to."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

BEARER = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "Access token of `POST /api/v1/auth/token`; 15 minutes. It is sent in the header and never in a URL.",
}
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
        components = made.setdefault("components", {})
        components.setdefault("schemas", {})["Problem"] = PROBLEM
        components.setdefault("securitySchemes", {})["bearer"] = BEARER
        for unused in ("HTTPValidationError", "ValidationError"):  # FastAPI's own form of a 422, which we never answer
            components["schemas"].pop(unused, None)
        app.openapi_schema = made
    return app.openapi_schema


def install(app: FastAPI) -> None:
    """Let the app serve this document."""
    app.openapi = lambda: document(app)  # type: ignore[method-assign]
