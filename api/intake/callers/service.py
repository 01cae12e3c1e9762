"""The caller at a glance: all open matters, devices and what they are entitled to, services before (R42, R47)."""

from __future__ import annotations

from typing import Any

from api.customers.assets import queries as assets
from api.customers.contracts import queries as contracts
from api.customers.entitlements import rules
from api.intake.callers import queries, schemas
from api.intake.service_requests import queries as cases
from api.intake.service_requests.model import ServiceRequest
from api.intake.service_requests.workflow import WORKFLOW
from api.kit import phones
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.clocks import explain

_case = ServiceRequest.__table__  # type: ignore[attr-defined]


def look_up(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Who may be calling.

    :raises Invalid: neither number nor search text.
    """
    if query.phone is None and query.q is None:
        raise Invalid.field("/query/phone", "missing", Words("给出电话或查找内容", "Give a number or a text"))
    typed = None if query.phone is None else {"value": query.phone, "masked": phones.mask(query.phone)}
    found = queries.customers(unit, query.phone, query.q)
    ids = [row["id"] for row in found]
    if not ids:
        return {"phone": typed, "matches": []}
    by = {id: _Caller() for id in ids}
    for site in queries.sites(unit, ids):
        by[site.pop("customer_id")].sites.append(site)
    _add_assets(unit, by)
    matters = [Row(_case, row) for row in queries.matters(unit, ids)]
    recents = [Row(_case, row) for row in queries.recent(unit, ids)]
    cases.ask_orders(unit, matters + recents)
    for case in matters:
        by[case.customer_id].matters.append(_matter(unit, case))
    for case in recents:
        recent = by[case.customer_id].recent
        if len(recent) < queries.RECENT:
            recent.append(_recent(unit, case))
    contacts = queries.contacts(unit, ids, query.phone)
    return {"phone": typed, "matches": [_match(row, by[row["id"]], contacts.get(row["id"])) for row in found]}


class _Caller:
    """What was gathered of one customer."""

    def __init__(self) -> None:
        self.sites: list[dict[str, Any]] = []
        self.assets: list[dict[str, Any]] = []
        self.matters: list[dict[str, Any]] = []
        self.recent: list[dict[str, Any]] = []


def _match(row: dict[str, Any], known: _Caller, contact: dict[str, Any] | None) -> dict[str, Any]:
    station = {"id": row.pop("station_id"), "code": row.pop("station_code"), "name": row.pop("station_name")}
    return {
        "customer": row | {"station": station},
        "contact": contact and {
            "id": contact["id"], "name": contact["name"], "title": contact["title"],
            "phone": phones.shown(contact["value"]),
        },
        "sites": known.sites, "open_matters": known.matters, "assets": known.assets, "recent": known.recent,
    }  # fmt: skip


def _add_assets(unit: Unit, by: dict[str, _Caller]) -> None:
    """Devices with today's verdict, worked out for all at once; whether an old fault is back is asked when judging."""
    found, on = assets.of_customers(unit, list(by)), unit.today
    agreements = contracts.covering(unit, [asset["id"] for asset in found], on)
    for asset in found:
        facts = assets.facts_of(asset, agreements.get(asset["id"], []))
        known = rules.decide(facts, rules.Question(on=on))
        kept = ("id", "serial", "model", "product_name", "site_id", "warranty_ends_on")
        by[asset["customer_id"]].assets.append(
            {name: asset[name] for name in kept}
            | {"verdict": known.verdict, "code": known.code, "headline": unit.say(known.headline)}
        )


def _recent(unit: Unit, case: Row) -> dict[str, Any]:
    jobs = cases.orders(unit, case)
    engineer = jobs[0]["engineer"]["name"] if jobs and jobs[0]["engineer"] else None
    return {"number": case.number, "subject": case.subject, "closed_at": case.closed_at, "engineer": engineer}


def _matter(unit: Unit, case: Row) -> dict[str, Any]:
    job = next((order for order in cases.orders(unit, case) if order["open"]), None)
    device = {"id": case.asset_id, "serial": case.serial, "model": case.model, "product_name": case.product_name}
    return {
        "id": case.id, "number": case.number, "subject": case.subject, "status": case.status,
        "status_label": WORKFLOW.label(case.status, unit.locale), "asset": device if case.asset_id else None,
        "clock": explain.copied_ref(unit, dict(vars(case))), "calls": case.calls,
        "promised_at": job and job["promised_at"], "order_id": job and job["id"],
    }  # fmt: skip
