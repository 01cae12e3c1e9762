"""The bundle: put together whole, and sent as far as it differs from what the phone has."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic_core import to_json

from api.access.policy import Role
from api.customers.assets import queries as assets
from api.field.bundle import queries, schemas
from api.field.conflicts import answers as conflicts
from api.field.held_commands import answers as held
from api.forms import subjects
from api.forms.entries.service import may_fill
from api.forms.templates import queries as templates
from api.intake.service_requests import acts
from api.kit import clock
from api.kit.problems import Forbidden
from api.kit.unit import Unit
from api.kit.words import Words
from api.money.price_lists import queries as price_lists
from api.money.quotes import answers as quote_answers
from api.money.quotes import queries as quotes
from api.money.settlement_bills import answers as bill_answers
from api.money.settlement_bills import queries as bills
from api.money.words import KINDS
from api.network.stations import queries as stations
from api.parts.exceptions import queries as exceptions
from api.parts.exceptions.schemas import ExceptionsQuery
from api.parts.places import queries as places
from api.parts.transfers import queries as transfers
from api.parts.transfers.schemas import TransfersQuery
from api.work.work_orders import ahead
from api.work.work_orders import answers as orders
from api.work.work_orders.workflow import WORKFLOW

DECIDED_FOR = timedelta(days=7)
"""How long a phone is told what became of what was held."""
PARTS = ("me", "steps", "states", "templates", "van", "prices", "held", "conflicts")


def bundle(unit: Unit, query: schemas.BundleQuery) -> dict[str, Any]:
    """Everything this engineer needs for today and tomorrow, as far as it changed since `cursor`.

    :raises Forbidden: the caller is nobody who works.
    """
    if unit.actor.employee_id is None:
        raise Forbidden(permission="field:view")
    mine = queries.me(unit)
    zone = ZoneInfo(stations.zone_of(unit, mine["station_id"]))
    day = unit.now.astimezone(zone).date()
    since = clock.midnight(day, zone)
    found = queries.jobs(unit, since, since + timedelta(days=2))
    forms = {station: templates.asked(unit, "work_order", station) for station in {row["station_id"] for row in found}}
    written = queries.entries(unit, {row["id"] for row in found}) if found else {}
    jobs = _jobs(unit, found, forms, written)
    parts = _parts(unit, mine, found, _versions(forms, written))
    had = _read(query.cursor)
    marks = {"jobs": {job["id"]: _mark(_lasting(job)) for job in jobs}}
    marks["parts"] = {name: _mark(parts[name]) for name in PARTS}
    known = had["jobs"] if had else {}
    return {
        "cursor": _write(marks), "at": unit.now, "day": day, "complete": had is None,
        "order": [job["id"] for job in jobs],
        "jobs": [job for job in jobs if known.get(job["id"]) != marks["jobs"][job["id"]]],
        "removed_jobs": sorted(known.keys() - marks["jobs"].keys()),
    } | {
        name: parts[name] if had is None or had["parts"].get(name) != marks["parts"][name] else None for name in PARTS
    }  # fmt: skip


def _versions(forms: dict[str, Any], written: dict[str, Any]) -> set[str]:
    """The versions of forms that the jobs may be asked for, and those that were begun."""
    asked = {form["published_id"] for listed in forms.values() for form in listed}
    return asked | {entry["version_id"] for listed in written.values() for entry in listed}


def _jobs(
    unit: Unit, found: list[dict[str, Any]], forms: dict[str, Any], written: dict[str, Any]
) -> list[dict[str, Any]]:
    cases = queries.cases(unit, {row["case_id"] for row in found}) if found else {}
    story = queries.history(unit, {row["asset_id"] for row in found if row["asset_id"]}) if found else {}
    files = queries.files(unit, {row["id"] for row in found}) if found else {}
    jobs = []
    for row in found:
        order = orders.read(unit, row["id"])
        sold = row["paid"] and row["case_id"]
        jobs.append(
            {
                "id": row["id"], "version": order["version"], "order": order, "case": cases[row["case_id"]],
                "asset": assets.read(unit, row["asset_id"]) if row["asset_id"] else None,
                "history": story.get(row["asset_id"], []),
                "asked": [_asked(unit, form, row) for form in forms[row["station_id"]]],
                "entries": [
                    entry | {"counts": row["assigned_at"] is None or entry["started_at"] >= row["assigned_at"]}
                    for entry in written.get(row["id"], [])
                ],
                "quotes": [quote_answers.read(unit, quote) for quote in quotes.of_case(unit, sold)] if sold else [],
                "attachments": files.get(row["id"], []),
                "work_lacking": (lacking := acts.missing_of(unit, row["case_id"], "work") if row["paid"] else None)
                and unit.say(lacking),
                "bills": [bill_answers.read(unit, id) for id in bills.of_case(unit, sold)] if sold else [],
            }
        )  # fmt: skip
    return jobs


def _asked(unit: Unit, form: dict[str, Any], job: dict[str, Any]) -> dict[str, Any]:
    demands = subjects.KINDS["work_order"].demands
    about = subjects.About(station_id=job["station_id"], title="")
    return {
        "template_id": form["id"], "version_id": form["published_id"], "before": form["before"],
        "key": form["key"], "kind": form["kind"], "rhythm": form["rhythm"],
        "name": unit.say(Words(form["name_zh"], form["name_en"])),
        "required": bool(form["before"] and demands(unit, about, form["before"])),
        "may_fill": may_fill(unit, form["fillers"].strip(",").split(",") if form["fillers"] else ()),
    }  # fmt: skip


def _parts(unit: Unit, mine: dict[str, Any], found: list[dict[str, Any]], wanted: set[str]) -> dict[str, Any]:
    place = places.van_of(unit, str(unit.actor.employee_id))
    items = queries.van(unit, place.id) if place else []
    since = unit.now - DECIDED_FOR
    return {
        "me": {
            "employee": {"id": mine["id"], "name": mine["name"]}, "roles": sorted(map(str, unit.actor.roles)),
            "station": {"id": mine["station_id"], "code": mine["code"], "name": mine["station_name"]},
        },
        "steps": [
            {
                "action": action, "label": unit.say(step.label), "sources": sorted(step.sources), "target": step.target,
                "needs": WORKFLOW.needs(unit, action), "key": step.key, **asdict(ahead.of(action)),
            }
            for action, step in WORKFLOW.steps.items()
            if step.offer and Role.FIELD_ENGINEER in step.roles
        ],
        "states": {status: unit.say(words) for status, words in WORKFLOW.states.items()},
        "templates": queries.versions(unit, wanted) if wanted else [],
        "van": place and {
            "id": place.id, "code": place.code, "name": place.name, "items": items,
            "coming": transfers.listed(unit, TransfersQuery(limit=100, mine=True, status="sent"))["items"],
            "exceptions": exceptions.listed(unit, ExceptionsQuery(limit=100, status="open"))["items"],
        },
        "prices": _prices(unit, found, {item["number"] for item in items}),
        "held": held.of(unit, queries.held_ids(unit, since)),
        "conflicts": conflicts.of(unit, queries.conflict_ids(unit, since)),
    }  # fmt: skip


def _prices(unit: Unit, found: list[dict[str, Any]], codes: set[str]) -> list[dict[str, Any]]:
    if not any(row["paid"] for row in found):
        return []
    lists = {one["id"] for name in "ABC" for one in price_lists.in_force(unit, name, unit.today)}
    return [row | {"kind_label": unit.say(KINDS[row["kind"]])} for row in queries.prices(unit, lists, codes)]


# -- what the phone has ------------------------------------------------------------------------------------------------
def _lasting(job: dict[str, Any]) -> dict[str, Any]:
    """The job without the account of its clocks, which tells another minute each minute."""
    order = {name: value for name, value in job["order"].items() if name not in ("clock", "clocks")}
    clocks = [[clock["kind"], clock["state"], clock["due_at"]] for clock in job["order"]["clocks"]]
    return job | {"order": order, "clocks": clocks}


def _mark(part: Any) -> str:
    return hashlib.sha256(to_json(part)).hexdigest()[:12]


def _write(marks: dict[str, dict[str, str]]) -> str:
    return base64.urlsafe_b64encode(json.dumps(marks, separators=(",", ":")).encode()).decode().rstrip("=")


def _read(cursor: str | None) -> dict[str, dict[str, str]] | None:
    """What a cursor says; one that cannot be read is as none: everything is sent."""
    if not cursor:
        return None
    try:
        marks = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        jobs, parts = dict(marks["jobs"]), dict(marks["parts"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    sound = all(isinstance(text, str) and len(text) <= 64 for text in (*jobs, *jobs.values(), *parts))
    return {"jobs": jobs, "parts": parts} if sound else None
