"""Handing requests to the exchange that is to do them, and learning what became of them."""

from __future__ import annotations

from typing import Any

from api.intake.calls import ending
from api.intake.telephony.requests import queries, schemas
from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words


def take(unit: Unit, exchange_id: str, command: schemas.Take) -> dict[str, Any]:
    """What this exchange is to do now; one that it took and never settled comes again, with the same id."""
    found = queries.due(unit, exchange_id, command.limit)
    keys = queries.keys(unit, {row.call_id for row in found})
    queries.mark_taken(unit, [row.id for row in found])
    return {
        "items": [
            {
                "id": row.id, "kind": row.kind, "extension": row.extension, "call_id": keys.get(row.call_id),
                "to_number": row.to_number, "to_extension": row.to_extension, "expires_at": row.expires_at,
            }
            for row in found
        ]
    }  # fmt: skip


def settle(unit: Unit, exchange_id: str, command: schemas.Settle) -> dict[str, Any]:
    """What became of it; a call that could not be dialled is over. Said again, it changes nothing.

    :raises Invalid: no such request to this exchange.
    """
    request = queries.one(unit, exchange_id, command.id)
    if request is None:
        raise Invalid.field("/body/id", "not_found", Words("没有这个请求", "There is no such request"))
    if request.status in ("open", "taken"):
        queries.settle(unit, request, command.result)
        if command.result == "refused" and request.kind == "dial":
            ending.never_dialled(unit, request.call_id)
        return {"id": request.id, "status": command.result}
    return {"id": request.id, "status": request.status}


def expire(unit: Unit, most: int) -> int:
    """Requests that nobody took in time are gone; a call that nobody dialled is over. Gives how many."""
    found = queries.expired(unit, most)
    for request in found:
        queries.settle(unit, request, "expired")
        if request.kind == "dial":
            ending.never_dialled(unit, request.call_id)
    return len(found)
