"""How the edge's answers look on the wire, and what it reads off a phone's clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from fastapi import Response
from pydantic_core import to_json


def clock_of(text: str | None) -> datetime | None:
    """What a phone's clock said; nonsense is as good as nothing, because nothing is refused for its time (P11)."""
    try:
        found = datetime.fromisoformat(text[:40]) if text else None
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def held_answer(held: dict[str, Any]) -> dict[str, Any]:
    """A command that was received and waits: 202 (api.md, "From the field")."""
    return {
        "status": 202, "etag": '"{version}"'.format_map(held), "location": "/api/v1/held-commands/{id}".format_map(held),
        "body": to_json(held),
    }  # fmt: skip


def answer_of(
    stored: dict[str, Any], key: str | None, *, replayed: bool = False, more: dict[str, str] | None = None
) -> Response:
    headers = {"cache-control": "no-store"} | (more or {})
    if stored["etag"]:
        headers["etag"] = stored["etag"]
    if stored["location"]:
        headers["location"] = stored["location"]
    if key:
        headers["idempotency-key"] = key
    if replayed:
        headers["idempotent-replayed"] = "true"
    media = None if stored["status"] == 204 else "application/json"
    return Response(bytes(stored["body"]), stored["status"], headers, media)
