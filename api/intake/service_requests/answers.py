"""How a case is shown: the line of the queue, the whole page with its rail of four steps, and whose turn it is."""

from __future__ import annotations

from typing import Any

from api.access.policy import ROLE_LABELS, Role
from api.customers.entitlements import service as entitlements
from api.intake.service_requests import acts, queries
from api.intake.service_requests.words import CODES, FAULTS, GROUPS, MODES, STEPS
from api.intake.service_requests.workflow import WORKFLOW
from api.kit.phones import shown
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.clocks import explain
from api.network.stations.nearest import nearest

BASE = "/api/v1/service-requests"
_MONEY = {True: Words("收费", "charged"), False: Words("免费", "free")}


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the queue, made of a row of `queries.page`."""
    owner = row.pop("owner_id")
    name = row.pop("owner_name")
    row["owner"] = {"id": owner, "name": name} if owner else None
    row["station"] = {
        "id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")
    }  # fmt: skip
    row["status_label"] = WORKFLOW.label(row["status"], unit.locale)
    row["job"] = queries.job(unit, row.pop("job_status"))
    row["clock"] = explain.copied_ref(unit, row)
    return row


def changed(unit: Unit, id: str) -> dict[str, Any]:
    """The whole case after the caller's own change, which may have led it out of his sight."""
    found = queries.whole(unit, id, scoped=False)
    assert found is not None
    return read(unit, found)


def read(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    """The whole case, made of `queries.whole`."""
    case = queries.as_row(found)
    orders, follow_up = queries.orders(unit, case), queries.follow_up(unit, case)
    told = queries.calls(unit, case.id) if case.calls else []
    return {
        "id": case.id, "number": case.number, "version": case.version, "status": case.status,
        "status_label": WORKFLOW.label(case.status, unit.locale), "step": case.step, "subject": case.subject,
        "job": queries.job(unit, case.job_status),
        "customer_name": case.customer_name, "customer_id": case.customer_id, "model": case.model,
        "serial": case.serial, "place": case.place,
        "station": {"id": case.station_id, "code": case.station_code, "name": case.station_name},
        "owner": {"id": case.owner_id, "name": case.owner_name} if case.owner_id else None,
        "urgency": case.urgency, "mode": case.mode,
        "clock": explain.copied_ref(unit, {name: found[name] for name in _COPY}), "created_at": case.created_at,
        "offered": WORKFLOW.offered(unit, case, BASE),
        "steps": rail(unit, case, orders, follow_up),
        "channel": case.channel, "description": case.description, "group": case.service_group,
        "fault_kind": case.fault_kind, "fault_group": case.fault_group, "third_party_accessory": case.third_party_accessory,
        "exclusion": case.exclusion,
        "contact": case.contact_id and {
            "id": case.contact_id, "name": case.contact_name, "title": case.contact_title,
            "phone": shown(case.contact_phone),
        },
        "site": case.site_id and {"id": case.site_id, "label": case.site_label, "address": case.place},
        "asset": case.asset_id and {
            "id": case.asset_id, "serial": case.serial, "model": case.model, "product_name": case.product_name,
        },
        "customer": {"id": case.customer_id, "name": case.customer_name, "class": case.customer_class},
        "entitlement": case.entitlement and entitlements.agreed(
            unit, entitlements.spoken(unit, case.entitlement), case.consented_by, case.consented_fen
        ), "paid": case.paid,
        "consent": {
            "policy_explained_at": case.policy_explained_at, "accepted_at": case.accepted_at,
            "quoted_fen": case.quoted_fen, "quoted_at": case.quoted_at, "consented_at": case.consented_at,
            "consented_by": case.consented_by, "way": case.consent_way,
        },
        "next_act": _next_act(unit, case), "quote": queries.quote(unit, case), "may_quote": queries.may_quote(unit, case),
        "repeat_calls": max(0, case.calls - 1),
        "carry_in_station": where_to(unit, case) if case.mode == "carry_in" else None,
        "answer": case.answer, "reason": case.reason, "next_actor": next_actor(unit, case, orders, follow_up),
        "orders": orders, "follow_up": follow_up, "clocks": explain.read(unit, case_id=case.id), "calls": told,
        "closed_at": case.closed_at, "imported_from": case.imported_from,
    }  # fmt: skip


_COPY = ("due_kind", "due_at", "due_state", "due_soon_at", "due_started_at")


def _next_act(unit: Unit, case: Row) -> dict[str, Any] | None:
    deed = acts.next_deed(unit, case)
    return {"act": deed.act, "label": unit.say(deed.label)} if deed else None


def where_to(unit: Unit, case: Row) -> dict[str, Any]:
    """The nearest office with address and hours, which the agent volunteers (R46, R52)."""
    return nearest(unit, (case.latitude, case.longitude), case.station_id)


def rail(unit: Unit, case: Row, orders: list[dict[str, Any]], follow_up: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The four steps with what came of each (R9)."""
    job = orders[0] if orders else None
    verdicts = (
        (_need(case), case.created_at),
        (_way(case), job["promised_at"] if job else case.judged_at),
        (job["status_label"] if job else None, None),
        (WORKFLOW.states["closed"] if case.status == "closed" else None, case.closed_at),
    )
    steps = []
    for number, (label, (verdict, at)) in enumerate(zip(STEPS, verdicts, strict=True), start=1):
        if number < case.step or (not case.open and number == case.step):
            state = "done"
        else:
            state = "current" if number == case.step else "todo"
        said = verdict.into(unit.locale) if isinstance(verdict, Words) else verdict
        steps.append(
            {"step": number, "label": label.into(unit.locale), "state": state, "verdict": said, "at": said and at}
        )
    return steps


def _need(case: Row) -> Words:
    group = GROUPS[case.service_group]
    if not case.fault_kind:
        return group
    return Words("{group}，{fault}", "{group}, {fault}").format(group=group, fault=FAULTS[case.fault_kind])


def _way(case: Row) -> Words | None:
    if case.judged_at is None:
        return None
    if case.mode is None:
        return CODES["consultation"]
    return Words("{mode}，{money}", "{mode}, {money}").format(mode=MODES[case.mode], money=_MONEY[bool(case.paid)])


def next_actor(
    unit: Unit, case: Row, orders: list[dict[str, Any]], follow_up: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Whose turn it is; nobody's once the case is over."""
    if not case.open:
        return None
    role, name = Role.HOTLINE_ENGINEER, case.owner_name
    job = next((order for order in orders if order["open"] and order["status"] not in _HANDED_IN), None)
    if case.status == "job_opened":
        role, name = Role.COORDINATOR, None
        if job and job["engineer"]:
            role, name = Role.FIELD_ENGINEER, job["engineer"]["name"]
        if not job and follow_up and follow_up["open"]:
            role = Role.STATION_MANAGER if follow_up["status"] in _MANAGERS_TURN else Role.FOLLOW_UP_SPECIALIST
    return {"role": str(role), "label": ROLE_LABELS[role].into(unit.locale), "name": name}


_HANDED_IN = ("record_in", "followed_up")
"""States of an order that waits for the follow-up and for nobody of the visit (R115)."""
_MANAGERS_TURN = ("dissatisfied", "root_cause_found")
"""States of a follow-up in which the station manager analyses and sets a measure (R227, R228)."""
