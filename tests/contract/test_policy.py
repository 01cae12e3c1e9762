"""The policy file is the code: every route asks for a permission of it, and every role may exactly what it says.

Generated from `policy.toml`: each role tries each route on its own object, one of its station, of its region, and of
another region (promises.md: 8.2.1, 8.2.2, T1, T2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import insert

from api import models
from api.access import tokens
from api.access.actor import SYSTEM
from api.access.policy import RESOURCES, RIGHTS, SHORT, P, Role
from api.kit.db import Database
from api.kit.edge import PUBLIC, SIGNED, SIGNED_IN
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.settings import Settings
from tests.client import Api
from tests.contract.routes import Declared, declared
from tests.contract.samples import DAY, SAMPLES, SOON, Sample
from tests.halves import mine
from tests.world import BORN, World

HOMES = {"RM": "A", "HQ": "C", "HR": "C", "FI": "C", "AU": "C", "SA": "C"}
POSITIONS = {"own": "A1", "station": "A1", "region": "A2", "elsewhere": "B1"}
REACHES = {
    "own": {"own"}, "station": {"own", "station"}, "key": {"own", "station"}, "region": {"own", "station", "region"},
    "all": set(POSITIONS), None: set(),
}  # fmt: skip
PUBLISHED = {
    "GET /problems", "GET /demo", "POST /auth/token", "POST /auth/reset", "GET /healthz", "GET /readyz",
    "GET /calendar-feeds/{secret}.ics",  # the address is the key: 256 random bits, of which only the hash is kept
    "POST /devices/standing",  # a phone whose session has ended proves itself by the secret it was enrolled with
    "POST /sealed-queues",  # the same secret, and what was sealed before the phone was wiped
    "POST /sealed-photos",  # the same for its photos
    "POST /demo/payments",  # the demo's customer pays by the code he was shown; elsewhere there is no such door
}  # fmt: skip
"""The only doors without a token; adding one is a decision."""
BY_SIGNATURE = {
    "POST /telephony/events", "POST /telephony/requests/take", "POST /telephony/requests/settle",
    "POST /payments/callbacks/{provider}",
}  # fmt: skip
"""The only doors that a signature over the message opens."""


# -- every route ---------------------------------------------------------------------------------------------------------
def test_every_route_declares_its_permission() -> None:
    assert [str(route) for route in declared() if route.permission is None] == []


def test_signed_doors_are_the_published_ones() -> None:
    """Whoever has no token but a signature of his own: exchanges, payment providers (T18)."""
    assert {str(route) for route in declared() if route.permission == SIGNED} == BY_SIGNATURE


def test_public_doors_are_the_published_ones() -> None:
    assert {str(route) for route in declared() if route.permission == PUBLIC} <= PUBLISHED


def test_routes_and_policy_name_the_same_resources() -> None:
    """A permission outside the file would be held by nobody; a row without a route would promise nothing."""
    asked = {route.permission for route in declared() if route.guarded}
    assert asked <= {str(permission) for permission in P}
    assert set(RESOURCES) - {permission.partition(":")[0] for permission in asked if permission} == set()


def test_every_object_route_has_a_sample() -> None:
    lacking = [str(r) for r in declared() if r.guarded and r.of_object and r.parts[0] not in SAMPLES]
    assert lacking == [], "describe the resource in tests/contract/samples.py"


# -- every role --------------------------------------------------------------------------------------------------------
@pytest.fixture
def caller(as_role: Callable[..., Api], world: World, db: Database, settings: Settings, anonymous: Api) -> Any:
    """A client of this role; the integration holds every permission that the policy lets one hold, at A1."""

    def sign_in(short: str) -> Api:
        if short != "IC":
            return as_role(short, HOMES.get(short, "A1"))
        id = new_id()
        with db.write() as conn:
            row = {
                "id": id, "version": 1, "created_at": BORN, "name": "IC", "scopes": sorted(RIGHTS[SHORT[short]]),
                "station_ids": [world.stations["A1"]], "secret_hash": "", "ends_at": SOON, "active": True,
                "created_by_id": id, "approval": "approved",
            }  # fmt: skip
            conn.execute(insert(models.access.ApiClient.__table__), row)
        return anonymous.bearing(tokens.issue(settings.secret, "client", id))

    return sign_in


def scope_of(role: Role, permission: str) -> str | None:
    return RIGHTS[role].get(permission)


def refusal_at_the_door(role: Role, permission: str) -> int | None:
    """What a role that lacks the permission altogether is told: 404 if it may not even see such things."""
    if scope_of(role, permission):
        return None
    return 403 if scope_of(role, f"{permission.partition(':')[0]}:view") else 404


def expected(role: Role, route: Declared, position: str, sample: Sample) -> int:
    """200 stands for: allowed, if the state of the object lets it."""
    assert route.permission is not None
    if refused := refusal_at_the_door(role, route.permission):
        return refused
    where = set(POSITIONS) if sample.shared else None
    view, act = (
        (where if where and scope_of(role, name) not in (None, "own") else REACHES[scope_of(role, name)])
        for name in (f"{sample.resource}:view", route.permission)
    )
    if position not in view:
        return 404
    step = sample.workflow.steps.get(route.parts[-1]) if sample.workflow else None
    narrowed = step is not None and step.roles and role not in step.roles
    return 403 if narrowed or position not in act else 200


def owner_in(position: str, short: str, world: World) -> str | None:
    return world.employees.get(f"{short}@{HOMES.get(short, 'A1')}") if position == "own" else None


def send(client: Api, route: Declared, path: str, body: Any) -> Any:
    headers = {"Idempotency-Key": new_id()} if route.method == "POST" else {}
    if route.method == "PATCH" or route.match == "required":
        headers["If-Match"] = '"1"'
    if route.method in ("GET", "DELETE"):
        return client.request(route.method, path, headers=headers)
    return client.request(route.method, path, json=body, headers=headers)


def path_of(route: Declared, id: str) -> str:
    return route.path.strip("/").replace("{id}", id).replace("{key}", "a.b").replace("{day}", str(DAY))


@pytest.mark.slow
@pytest.mark.parametrize("short", SHORT)
def test_nobody_passes_a_door_that_the_policy_closes(short: str, caller: Callable[[str], Api]) -> None:
    """Function level (8.2.1): every guarded route, whatever it is about."""
    client, wrong = caller(short), []
    for route in (route for route in declared() if route.guarded):
        assert route.permission is not None
        refused = refusal_at_the_door(SHORT[short], route.permission)
        if not refused and (route.of_object or route.path.endswith("/stream")):
            continue  # objects below; a stream that opens does not end
        if not mine(short, str(route)):
            continue
        status = send(client, route, path_of(route, new_id()), {}).status_code
        if status != refused if refused else status in (401, 403):
            wrong.append(f"{route}: {status}, the policy says {refused or 'open'}")
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("short", SHORT)
def test_object_level(short: str, caller: Callable[[str], Api], db: Database, world: World) -> None:
    """Object level (8.2.2, T1): own, same station, same region, another region; and lists hold what may be seen."""
    client, wrong = caller(short), []
    for name, sample in SAMPLES.items():
        wrong += [*tried(client, short, name, sample, db, world), *listed(client, short, name, sample, db, world)]
    assert wrong == []


def positions(short: str, sample: Sample) -> list[str]:
    return [p for p in POSITIONS if p != "own" or (short != "IC" and sample.ownable)]


def tried(client: Api, short: str, name: str, sample: Sample, db: Database, world: World) -> Iterator[str]:
    """What does not answer as the policy says, on a fresh object for every route and place."""
    role = SHORT[short]
    for route in (r for r in declared() if r.guarded and r.of_object and r.parts[0] == name):
        assert route.permission is not None
        if refusal_at_the_door(role, route.permission):
            continue
        for position in positions(short, sample):
            if not mine(short, str(route), position):
                continue
            station = POSITIONS[position]
            with db.write() as conn:
                unit = Unit(db, conn, SYSTEM)
                id = sample.make(unit, world, station, owner_in(position, short, world))
                body = sample.bodies.get(route.method if route.method in ("PATCH", "PUT") else route.parts[-1], {})
                body = body(unit, world, station, id) if callable(body) else body
            answer = send(client, route, path_of(route, id), body)
            wanted = expected(role, route, position, sample)
            allowed = answer.status_code < 300 or answer.status_code == 409
            if not (allowed if wanted == 200 else answer.status_code == wanted):
                yield f"{route} {position}: {answer.status_code} not {wanted} {answer.text[:200]}"


def listed(client: Api, short: str, name: str, sample: Sample, db: Database, world: World) -> Iterator[str]:
    """A list never widens: exactly the objects within the role's view."""
    if not sample.listed or refusal_at_the_door(SHORT[short], f"{sample.resource}:view"):
        return
    made = {}
    with db.write() as conn:
        for position in positions(short, sample):
            owner = owner_in(position, short, world)
            made[sample.make(Unit(db, conn, SYSTEM), world, POSITIONS[position], owner)] = position
    reach = REACHES[scope_of(SHORT[short], f"{sample.resource}:view")]
    wanted = {id for id, position in made.items() if sample.shared or position in reach}
    if differing := (everything(client, name) & set(made)) ^ wanted:
        yield f"GET /{name}: wrong about {sorted(made[id] for id in differing)}"


def everything(client: Api, name: str) -> set[str]:
    """All ids of a list, page by page."""
    seen: set[str] = set()
    cursor: dict[str, str] = {}
    while True:
        page = client.read(name, limit=200, **cursor)
        seen |= {item["id"] for item in page["items"]}
        if not page["next_cursor"]:
            return seen
        cursor = {"cursor": page["next_cursor"]}


def test_signed_in_routes_are_ones_own() -> None:
    """What needs only a sign-in is about oneself, or the same for everybody, or limits each of its parts itself.

    Files have their parents' cells: `tests/files/test_t04_attachments.py` tries every role on every kind of parent.
    """
    parts = {route.parts[0] for route in declared() if route.permission == SIGNED_IN}
    assert parts <= {"attachments", "auth", "me", "roles", "search", "skills", "uploads"}
