"""What is sent: which fact, about what, where to read it, at which version, when. Nothing of any person.

The receiver reads the subject with its own token and so under its own rights; the body is the same at every try.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from pydantic_core import to_json

from api.kit import edge

TEST = "webhook.test"


def body(event: Mapping[str, Any], address: str) -> dict[str, Any]:
    """The message about a fact; `place` is its position, `address` that of this system."""
    where = _where(event["subject"])
    return {
        "type": event["type"],
        "timestamp": _written(event["recorded_at"]),
        "data": {
            "id": event["id"],
            "position": event["place"],
            "subject": event["subject"],
            "subject_id": event["subject_id"],
            "address": where and f"{address}{where}{event['subject_id']}",
            "version": event["subject_version"],
            "case_id": event["case_id"],
            "occurred_at": _written(event["occurred_at"]),
        },
    }


def test(id: str, at: datetime) -> dict[str, Any]:
    """The message of the test button."""
    return {"type": TEST, "timestamp": _written(at), "data": {"id": id}}


def encoded(message: dict[str, Any]) -> bytes:
    """As it is signed and sent."""
    return to_json(message)


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


@lru_cache(maxsize=512)
def _where(subject: str) -> str | None:
    """The path below which such things are read, if there is one."""
    path = f"{edge.BASE}/{subject.replace('_', '-')}s/"
    return path if edge.endpoint("GET", f"{path}00000000-0000-7000-8000-000000000000") else None
