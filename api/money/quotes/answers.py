"""How a quote is shown: the line of the list, the whole sheet, and the reference on its case."""

from __future__ import annotations

from typing import Any

from api.intake.service_requests.words import WAYS
from api.kit.unit import Row, Unit
from api.money.quotes import approving, queries
from api.money.quotes.workflow import WORKFLOW
from api.money.words import KINDS

BASE = "/api/v1/quotes"


def _person(id: str | None, name: str | None) -> dict[str, Any] | None:
    return {"id": id, "name": name} if id else None


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list, made of a row of `queries.page`."""
    return {
        "id": row["id"], "version": row["version"], "number": row["number"], "revision": row["revision"],
        "status": row["status"], "status_label": WORKFLOW.label(row["status"], unit.locale),
        "case": {
            "id": row["case_id"], "number": row["case_number"], "subject": row["case_subject"],
            "status": row["case_status"],
        },
        "customer": {"id": row["customer_id"], "name": row["customer_name"], "class": row["customer_class"]},
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "total_fen": row["total_fen"], "discount_fen": row["discount_fen"], "valid_until": row["valid_until"],
        "created_by": _person(row["created_by_id"], row["created_by_name"]), "created_at": row["created_at"],
    }  # fmt: skip


def changed(unit: Unit, id: str) -> dict[str, Any]:
    """The whole quote after the caller's own act, which may have led it out of his sight."""
    found = queries.whole(unit, id, scoped=False)
    assert found is not None
    return read(unit, found)


def read(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    """The whole quote, made of `queries.whole`."""
    quote = queries.as_row(found)
    return line(unit, found) | {
        "list_total_fen": quote.list_total_fen, "ceiling_fen": quote.ceiling_fen, "fingerprint": quote.fingerprint,
        "note": quote.note, "lines": [_line(unit, row) for row in queries.lines(unit, quote.id)],
        "approval": _approval(unit, quote), "consent": _consent(unit, found),
        "supplement_to": _named(quote.supplement_to_id, found["supplement_to_number"]),
        "replaces": _named(quote.replaces_id, found["replaces_number"]),
        "offered_at": quote.offered_at, "decided_at": quote.decided_at,
        "reason": quote.voided_reason or quote.declined_reason, "offered": WORKFLOW.offered(unit, quote, BASE),
    }  # fmt: skip


def _named(id: str | None, number: str | None) -> dict[str, Any] | None:
    return {"id": id, "number": number} if id else None


_LINE = (
    "id", "position", "kind", "price_item_id", "part_id", "code", "description", "unit", "quantity", "unit_list_fen",
    "unit_fen", "discount_bp", "amount_fen", "former_fen",
)  # fmt: skip


def _line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in _LINE} | {"kind_label": unit.say(KINDS[row["kind"]])}


def _approval(unit: Unit, quote: Row) -> dict[str, Any]:
    why = approving.beyond(unit, quote) if quote.status in ("draft", "awaiting_approval") else []
    return {
        "needed": bool(why) and quote.approved_at is None,
        "reasons": [{"code": code, "text": unit.say(words)} for code, words in why],
        "asked_at": quote.asked_at, "approved_at": quote.approved_at,
        "approved_by": _person(quote.approved_by_id, quote.approved_by_name),
    }  # fmt: skip


def _consent(unit: Unit, found: dict[str, Any]) -> dict[str, Any] | None:
    if found["consent_id"] is None:
        return None
    kept = ("given_by", "way", "occurred_at", "quote_fingerprint", "call_id", "attachment_id")
    return {name: found[name] for name in kept} | {
        "id": found["consent_id"], "way_label": unit.say(WAYS[found["way"]]),
        "ceiling_fen": found["consent_ceiling_fen"],
        "recorded_by": _person(found["recorded_by_id"], found["recorded_by_name"]),
    }  # fmt: skip


def of_case(unit: Unit, case: Row) -> dict[str, Any] | None:
    """The newest quote of a case as its page shows it."""
    found = queries.newest(unit, case.id)
    if found is None:
        return None
    quote = queries.as_row(found)
    kept = ("id", "number", "version", "status", "revision", "total_fen", "valid_until", "fingerprint")
    return {name: found[name] for name in kept} | {
        "status_label": WORKFLOW.label(quote.status, unit.locale), "offered": WORKFLOW.offered(unit, quote, BASE),
    }  # fmt: skip
