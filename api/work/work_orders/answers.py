"""How an order is shown: the line of a list and the whole page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from api.customers.entitlements import service as entitlements
from api.kit.phones import shown
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.clocks import explain
from api.work.work_orders import queries
from api.work.work_orders.workflow import WORKFLOW

BASE = "/api/v1/work-orders"
_parts: dict[str, Callable[[Unit, str], Any]] = {}


def attach(name: str, part: Callable[[Unit, str], Any]) -> None:
    """Let a room above add to an order's page: `follow_up`: `(unit, order_id) -> {id, number, status, open} | None`."""
    _parts[name] = part


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of a list, made of a row of `queries.page`."""
    engineer, name = row.pop("engineer_id"), row.pop("engineer_name")
    row["engineer"] = {"id": engineer, "name": name} if engineer else None
    row["case"] = {
        "id": row.pop("case_id"), "number": row.pop("case_number"), "subject": row.pop("case_subject"),
        "status": row.pop("case_status"),
    }  # fmt: skip
    row["station"] = {
        "id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")
    }  # fmt: skip
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    row["clock"] = explain.copied_ref(unit, row)
    return row


_ROW = (
    "id", "number", "version", "status", "open", "case_id", "case_number", "case_subject", "case_status", "calls",
    "customer_name", "subject", "model", "serial", "place", "promised_at", "duration_seconds", "engineer_id",
    "engineer_name", "accepted_at", "verdict", "paid", "station_id", "station_code", "station_name", "created_at",
    "due_at", "due_kind", "due_state", "due_soon_at", "due_started_at",
)  # fmt: skip
_PLAIN = (
    "access_note", "entitlement", "note", "preferred_at", "contacted_at", "contact_note", "travel_seconds",
    "booking_id", "starts_at", "ends_at", "parts_expected_on", "departed_at", "arrived_at", "diagnosis", "plan",
    "work_done", "test_result", "test_passed", "instructed", "done_at", "handed_in_at", "recorded_late", "problem",
    "reason",
)  # fmt: skip
_TIMES = (
    "contacted_at", "promised_at", "assigned_at", "accepted_at", "departed_at", "arrived_at", "diagnosed_at", "done_at",
    "signed_at", "handed_in_at",
)  # fmt: skip


def read(unit: Unit, id: str, *, scoped: bool = True) -> dict[str, Any]:
    """The whole order.

    :raises NotFound: also for an order the caller may not see.
    """
    found = queries.whole(unit, id, scoped=scoped)
    if found is None:
        raise NotFound
    order = queries.as_row(found)
    asked = _parts.get("follow_up")
    return line(unit, {name: found[name] for name in _ROW}) | {name: found[name] for name in _PLAIN} | {
        "entitlement": found["entitlement"] and entitlements.agreed(
            unit, entitlements.spoken(unit, found["entitlement"]), found["consented_by"], found["consented_fen"]
        ),
        "offered": WORKFLOW.offered(unit, order, BASE),
        "lacks": lacks(unit, order),
        "customer": {"id": order.customer_id, "name": order.customer_name, "class": order.customer_class},
        "contact": order.contact_id and {
            "id": order.contact_id, "name": order.contact_name, "title": order.contact_title,
            "phone": shown(order.contact_phone),
        },
        "site": order.site_id and {"id": order.site_id, "label": order.site_label, "address": order.place},
        "asset": order.asset_id and {
            "id": order.asset_id, "serial": order.serial, "model": order.model, "product_name": order.product_name,
        },
        "received_at": order.created_at,
        "signature": _signature(unit, order),
        "times": {"received_at": order.created_at} | {name: found[name] for name in _TIMES},
        "clocks": explain.read(unit, subject_id=order.id),
        "parts": _parts["parts"](unit, order.id),
        "follow_up": asked(unit, order.id) if asked and order.handed_in_at else None,
    }  # fmt: skip


def lacks(unit: Unit, order: Row) -> list[dict[str, str]]:
    """Steps that the state allows and that something else forbids: the screens say what is missing."""
    return [
        {"action": action, "label": unit.say(step.label), "reason": unit.say(reason)}
        for action, step in WORKFLOW.steps.items()
        if step.offer
        and order.status in step.sources
        and WORKFLOW.permits(unit, step, order)
        and (reason := step.guard(unit, order))
    ]


def _signature(unit: Unit, order: Row) -> dict[str, Any] | None:
    if order.signed_at is None:
        return None
    drawn = order.signature_kind == "drawn" and queries.has_picture(unit, order.id)
    return {
        "kind": order.signature_kind, "signer": order.signer, "reason": order.signature_reason,
        "signed_at": order.signed_at, "picture_href": f"{BASE}/{order.id}/signature" if drawn else None,
    }  # fmt: skip


def of_cases(unit: Unit, case_ids: list[str]) -> dict[str, list[dict[str, Any]]]:
    """The orders of these cases by case, as its page shows them, newest first; intake asks for them."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in queries.of_cases(unit, case_ids):
        engineer, name = row.pop("engineer_id"), row.pop("engineer_name")
        row["engineer"] = {"id": engineer, "name": name} if engineer else None
        row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
        found.setdefault(row.pop("case_id"), []).append(row)
    return found
