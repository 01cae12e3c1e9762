"""What the signed doors of exchanges have in common: their limit, their headers in the document, their refusals."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from api.kit import problems
from api.kit.edge import SIGNED
from api.kit.outside import documented_body

LONGEST = 256 * 1024
REFUSES = (
    problems.Malformed, problems.WrongMedia, problems.TooLarge, problems.Invalid, problems.Unavailable,
    problems.StorageFull,
)  # fmt: skip
_HEADERS = {
    "telephony-exchange": "The exchange's id, as `POST /telephony-exchanges` gave it.",
    "webhook-id": "An id of this sending.",
    "webhook-timestamp": "Seconds since 1970, of the sending; five minutes off are refused.",
    "webhook-signature": "`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body` (Standard Webhooks).",
}


def limited(body: bytes) -> bytes:
    """The body, if it is no longer than a message may be.

    :raises TooLarge:
    """
    if len(body) > LONGEST:
        raise problems.TooLarge
    return body


def documented(command: type[BaseModel]) -> dict[str, Any]:
    """The OpenAPI description of a signed body."""
    schema = {"type": "string"}
    headers = [
        {"name": name, "in": "header", "required": True, "description": what, "schema": schema}
        for name, what in _HEADERS.items()
    ]
    body = documented_body(command)["requestBody"]
    whole = body["content"]["application/json"]
    parts = whole["schema"].pop("$defs", {})
    whole["schema"] = _inline(whole["schema"], parts)
    return {"requestBody": body, "x-permission": SIGNED, "parameters": headers}


def _inline(node: Any, parts: dict[str, Any]) -> Any:
    """Parts of a body stand in it, because components are only made of answers."""
    if isinstance(node, list):
        return [_inline(one, parts) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inline(parts[node["$ref"].rpartition("/")[2]], parts)
    return {name: _inline(one, parts) for name, one in node.items()}
