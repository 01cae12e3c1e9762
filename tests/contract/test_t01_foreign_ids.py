"""T1: an id of another station is no id at all, in whichever place of a request it stands.

Generated from the OpenAPI document: every id in a path, in a query, in a body and in what is nested in it, commands of
phones included. An id of a thing of station B1 is answered exactly as one that nobody ever made, never with a success, and
nothing is changed. A third request with an id of one's own tells where ids are looked up at all, so that the comparison
cannot hold by being void. Who may do what where is `test_policy.py`.

Chatwoot CVE-2026-115725, FreeScout CVE-2026-48810, Frappe CVE-2026-47185, OTRS CVE-2009-5055.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from api.access.actor import SYSTEM
from api.access.policy import RIGHTS, SHORT
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.contract.positions import asked, filled, is_id, places, put
from tests.contract.routes import Declared, declared
from tests.contract.samples import SAMPLES
from tests.contract.test_answers import ASKED
from tests.contract.writes import HOMES, Write, writes
from tests.customers.digest import digest
from tests.halves import mine
from tests.world import World

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
NEAR = ("own", "station", "region")
"""How far a right may reach for an id of B1 to lie outside it."""
OF = {
    "accounts": "accounts", "asset": "assets", "attachment": "attachments", "bill": "settlement-bills",
    "bookable_resource": "bookable-resources", "booking": "bookings", "calendar": "calendars", "call": "calls",
    "case": "service-requests", "contact": "contacts", "count": "stock-counts", "customer": "customers",
    "device": "devices", "exchange": "telephony-exchanges", "into_customer": "customers", "job": "work-orders",
    "order": "work-orders", "parent": "service-requests", "part": "parts", "payment": "payments",
    "place": "stock-places", "from_place": "stock-places", "to_place": "stock-places", "product": "products",
    "quote": "quotes", "refund": "refunds", "reminder": "customer-reminders", "service_request": "service-requests",
    "shift": "shifts", "other_shift": "shifts", "site": "sites", "station": "stations", "subject": "work-orders",
    "template": "templates", "transfer": "stock-transfers", "version": "template-versions", "webhook": "webhooks",
    "work_order": "work-orders",
}  # fmt: skip
"""Of which resource a thing is whose id a field of this name holds; who is not here is an employee."""
NOW = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z")
"""The moment of an answer, which differs each time."""
EVERYBODYS = {
    "product_id", "product_ids", "part_id", "skill_id", "skill", "price_item_id", "template_id", "version_id", "region_id",
    "exchange_id", "calendar_id", "substitute_ids",
}  # fmt: skip
"""Ids of things that belong to no station, or to all: the catalogue, skills, prices, forms."""
OTHERWISE = {
    "id": "a client chooses it for what it makes: one that is taken is refused, whose it is is not told",
    "device_id": "a phone must learn that it is enrolled for somebody else, or for nobody; for whom is not told",
    "job_id": "it orders a phone's own commands, and is looked for among these alone",
    "to_place_id": "parts are sent to other stations",
}  # fmt: skip
"""Fields whose foreign id is answered in its own way, and why."""


@dataclass
class Tried:
    """Ids of one's own station, of a foreign one, and of nothing, by the name of the field that holds them."""

    own: dict[str, str]
    foreign: dict[str, str]
    wrong: list[str] = field(default_factory=list)
    judged: set[str] = field(default_factory=set)
    held: int = 0

    def compare(self, what: str, send: Callable[[str], Any], name: str) -> None:
        """Send it with the foreign id and with none; they must look alike and neither may succeed with anything."""
        foreign, nothing = self.foreign[name], new_id()
        answers = [send(id) for id in (foreign, nothing)]
        shown = [told(answer, id) for answer, id in zip(answers, (foreign, nothing), strict=True)]
        self.held += 1
        known = name == "stations" and shown[0][0] == 403  # which stations there are is no secret
        if shown[0] != shown[1] and not known:
            self.wrong.append(f"{what}: {shown[0]} for a foreign id, {shown[1]} for none")


def told(answer: Any, id: str) -> tuple[int, str]:
    """What an answer tells: its status, and its body without what is its own each time."""
    text = answer.text.replace(id, "ID")
    if answer.headers.get("content-type", "").startswith("application/problem+json"):
        text = json.dumps(answer.json() | {"instance": "", "request_id": ""}, ensure_ascii=False).replace(id, "ID")
    return answer.status_code, NOW.sub("now", text)[:400]


def named(name: str) -> str:
    """Of which resource the id in this field is."""
    return OF.get(name.removesuffix("_ids").removesuffix("_id").removesuffix("s"), "employees")


@pytest.fixture
def tried(anonymous: Api, db: Database, world: World) -> Iterator[Tried]:
    """Things of every resource at A1 and at B1; afterwards nothing may have changed."""
    by_station: list[dict[str, str]] = []
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        for station in ("A1", "B1"):
            made = {name: sample.make(unit, world, station, None) for name, sample in SAMPLES.items()}
            made |= {"customers": world.customers[station], "contacts": world.contacts[station]}
            made |= {"sites": world.sites[station], "assets": world.assets[station]}
            made |= {"employees": world.employees[f"FE@{station}"], "stations": world.stations[station]}
            by_station.append(made)
    names = {"": new_id(), "id": new_id()}
    ready = Tried(*({**made, **names} for made in by_station))
    yield ready
    assert not ready.wrong, f"{len(ready.wrong)} of {ready.held}:\n" + "\n".join(ready.wrong)


def senders(permission: str) -> list[str]:
    """Roles that hold a right no farther than their region: to them B1 is foreign. One of them, or all at full counts."""
    found = [short for short, role in SHORT.items() if short != "IC" and RIGHTS[role].get(permission) in NEAR]
    found.sort(key=lambda short: (RIGHTS[SHORT[short]][permission] != "station", short != "SM"))
    return found if FULL else found[:1]


def client(as_role: Callable[..., Api], short: str) -> Api:
    return as_role(short, HOMES.get(short, "A1"))


def test_t1_ids_in_paths(tried: Tried, as_role: Callable[..., Api], db: Database) -> None:
    """Every act and every read of one thing: a foreign one is like none."""
    routes = [route for route in declared() if route.guarded and route.of_object and not SAMPLES[route.parts[0]].shared]
    clients = {short: client(as_role, short) for route in routes for short in senders(route.permission or "")}
    before = digest(db)
    for route in (route for route in routes if FULL or mine(str(route))):
        for short in senders(route.permission or ""):
            view = f"{SAMPLES[route.parts[0]].resource}:view"
            if RIGHTS[SHORT[short]].get(view) not in NEAR:
                continue  # sees them in the whole network, as the policy says
            tried.compare(f"{short} {route}", lambda id, r=route, s=short: act(clients[s], r, id), route.parts[0])
    assert tried.held > 50
    assert digest(db) == before


def act(api: Api, route: Declared, id: str) -> Any:
    path = route.path.strip("/").replace("{id}", id).replace("{key}", "a.b").replace("{day}", "2026-12-01")
    headers = {"If-Match": '"1"', "Idempotency-Key": new_id()}
    return api.request(
        route.method, path, headers=headers, json={} if route.method in ("POST", "PATCH", "PUT") else None
    )


def test_t1_ids_in_queries(tried: Tried, as_role: Callable[..., Api], anonymous: Api) -> None:
    """Every filter by an id: a foreign one finds what one finds that is none."""
    for parameter in asked(anonymous.app.openapi()):  # type: ignore[attr-defined]
        if not is_id(parameter.schema) or "{" in parameter.path or not (FULL or mine(str(parameter))):
            continue
        others = {key: value for key, value in ASKED.get(f"/{parameter.path}", {}).items() if key != parameter.name}
        for short in senders(parameter.permission):
            if parameter.name in EVERYBODYS:
                continue
            tried.compare(
                f"{short} {parameter}",
                lambda id, p=parameter, s=short, o=others: client(as_role, s).get(p.path, params=o | {p.name: id}),
                named(parameter.name),
            )
    assert tried.held > 25


def test_t1_ids_in_bodies(tried: Tried, as_role: Callable[..., Api], anonymous: Api, db: Database) -> None:
    """Every id in a body, nested ones and those of phones' commands too."""
    names = {f"{name}_id": tried.own[resource] for name, resource in OF.items()}
    people = {f"{n}_id": tried.own["employees"] for n in ("employee", "assignee", "witness", "other", "person")}
    own = {"": tried.own["employees"]} | people | names
    found = writes(anonymous.app.openapi())  # type: ignore[attr-defined]
    clients = {short: client(as_role, short) for write in found for short in senders(write.permission)}
    before = digest(db)
    controls = []
    for write in found:
        for place, kind in places(write.schema):
            name = next(part for part in reversed(place) if part != "0")
            if kind.get("format") != "uuid" or name in EVERYBODYS or not (FULL or mine(str(write), place)):
                continue
            for short in senders(write.permission):

                def send(id: str, write: Write = write, place: Any = place, short: str = short) -> Any:
                    address = write.address(tried.own.get(write.resource) or new_id())
                    body = put(write, filled(write.schema, own), place, id, own)
                    return clients[short].request(write.method, address, json=body, headers=write.headers("en"))

                what = f"{short} {write} {'/'.join(place)}"
                if name in OTHERWISE:
                    taken = place[-3] if len(place) > 2 else write.path.rpartition("/")[2]
                    taken = taken if name == "id" else named(name)
                    if name in ("id", "device_id") and taken in tried.foreign:
                        answer = send(tried.foreign[taken])
                        tried.wrong += [f"{what}: {answer.status_code}"] if answer.status_code < 300 else []
                    continue
                if RIGHTS[SHORT[short]].get(f"{named(name)}:view") == "all":
                    continue  # it is his to know
                tried.compare(what, send, named(name))
                controls.append((what, send, named(name)))
    assert digest(db) == before
    for what, send, resource in controls:
        mine_, nothing = (told(send(id), id) for id in (tried.own[resource], new_id()))
        if mine_ != nothing:
            tried.judged.add(what)
    assert len(tried.judged) > 12, sorted(tried.judged)
