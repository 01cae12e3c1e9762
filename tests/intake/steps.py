"""What the tests of intake share: taking a need in, bringing a case into any state, and looking at what was kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from api import models
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.world import World

NEED = {"channel": "counter", "subject": "COD 读数零点漂移", "group": "hardware_repair", "fault_kind": "hardware"}
ACTIONS: dict[str, dict[str, Any]] = {
    "judge": {"group": "hardware_repair", "fault_kind": "hardware", "mode": "on_site"},
    "explain-policy": {},
    "accept-terms": {},
    "dispatch": {},
    "answer": {"answer": "请把零点校准一次"},
    "advise-carry-in": {},
    "decline": {"reason": "客户嫌贵"},
    "cancel": {"reason": "客户不修了"},
    "reopen": {"reason": "又坏了"},
    "note": {"text": "客户下午在"},
    "take": {},
}
"""A body that each action accepts."""
LINES = ("LAB-01", "CALL-01", "LS-5100")
"""What a quote of these tests holds: 2,330 yuan together."""


def need(world: World, station: str = "A1", **over: Any) -> dict[str, Any]:
    """A body for `POST /service-requests` about that station's customer and device."""
    whose = {
        "customer_id": world.customers[station], "contact_id": world.contacts[station],
        "site_id": world.sites[station], "asset_id": world.assets[station],
    }  # fmt: skip
    return NEED | whose | over


def take_in(api: Api, world: World, station: str = "A1", **over: Any) -> dict[str, Any]:
    """A case in state `new`."""
    return api.act("service-requests", need(world, station, **over))


def do(api: Api, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    """One act on money that must succeed, with the key that it requires."""
    return api.act(path, body, Idempotency_Key=new_id())


def drafted(
    api: Api, world: World, case: dict[str, Any], codes: tuple[str, ...] = LINES, **over: Any
) -> dict[str, Any]:
    """A quote in the making for the case."""
    lines = [{"price_item_id": world.prices[code]} for code in codes]
    return do(api, "quotes", {"case_id": case["id"], "lines": lines} | over)


def agreed(api: Api, quote: dict[str, Any], **over: Any) -> dict[str, Any]:
    """The customer consents to the quote as it stands."""
    body = {"fingerprint": quote["fingerprint"], "by": "陈志远", "way": "call"} | over
    return do(api, f"quotes/{quote['id']}/consent", body)


def quote(api: Api, world: World, case: dict[str, Any]) -> dict[str, Any]:
    """Quote the case; gives the case."""
    do(api, f"quotes/{drafted(api, world, case)['id']}/offer")
    return api.read(f"service-requests/{case['id']}")


def consent(api: Api, case: dict[str, Any], **over: Any) -> dict[str, Any]:
    """The customer consents to the case's quote; gives the case."""
    agreed(api, api.read(f"service-requests/{case['id']}")["quote"], **over)
    return api.read(f"service-requests/{case['id']}")


def sell(api: Api, world: World, case: dict[str, Any], until: str = "consent") -> dict[str, Any]:
    """The acts of R154 before the work, up to this one."""
    for action in ("explain-policy", "accept-terms", "quote", "consent"):
        if action == "quote":
            case = quote(api, world, case)
        else:
            case = consent(api, case) if action == "consent" else act(api, case, action)
        if action == until:
            break
    return case


def act(api: Api, case: dict[str, Any], action: str, **over: Any) -> dict[str, Any]:
    """Take one step that must succeed."""
    return api.act(f"service-requests/{case['id']}/{action}", ACTIONS[action] | over)


def refused(api: Api, case: dict[str, Any], action: str, status: int = 409, **over: Any) -> dict[str, Any]:
    """Take one step that must be refused so, leaving the case as it was; gives the problem."""
    path = f"service-requests/{case['id']}"
    before = api.read(path)
    answer = api.post(f"{path}/{action}", json=ACTIONS[action] | over)
    assert answer.status_code == status, f"{action}: {answer.status_code} {answer.text}"
    assert api.read(path) == before
    return answer.json()


def offered(case: dict[str, Any]) -> list[str]:
    """The names of the actions that the case offers."""
    return [offer["action"] for offer in case["offered"]]


def device(db: Database, world: World, station: str = "A1", *, warranty: int | None, on_site: int | None) -> None:
    """Let the station's device have its warranty and its on-site period end so many days from now (None: never had)."""
    today = clock.day_of(datetime.now(UTC))
    ends = [None if days is None else today + timedelta(days=days) for days in (warranty, on_site)]
    table = models.assets.Asset.__table__
    starts = {"warranty_starts_on": None if ends[0] is None else ends[0] - timedelta(days=364)}
    with db.write() as conn:
        conn.execute(
            update(table)
            .where(table.c.id == world.assets[station])
            .values(warranty_ends_on=ends[0], on_site_ends_on=ends[1], **starts)
        )


def paid(api: Api, world: World, db: Database, until: str = "consent") -> dict[str, Any]:
    """A paid case (device out of warranty), with the acts of R154 done up to `until`."""
    device(db, world, warranty=-30, on_site=-30)
    case = act(api, take_in(api, world), "judge")
    return case if until == "judge" else sell(api, world, case, until)


def in_state(status: str, api: Api, world: World, db: Database) -> dict[str, Any]:
    """A case in this state."""
    routes: dict[str, Callable[[], dict[str, Any]]] = {
        "new": lambda: take_in(api, world),
        "judged": lambda: act(api, take_in(api, world), "judge"),
        "awaiting_consent": lambda: paid(api, world, db, "explain-policy"),
        "accepted": lambda: paid(api, world, db),
        "job_opened": lambda: act(api, act(api, take_in(api, world), "judge"), "dispatch"),
        "answered": lambda: act(api, act(api, take_in(api, world), "judge", group="consultation"), "answer"),
        "declined": lambda: act(api, paid(api, world, db, "judge"), "decline"),
        "carry_in_advised": lambda: act(
            api, act(api, take_in(api, world), "judge", mode="carry_in"), "advise-carry-in"
        ),
        "cancelled": lambda: act(api, take_in(api, world), "cancel"),
        "closed": lambda: _closed(api, world, db),
    }
    device(db, world, warranty=200, on_site=100)
    case = routes[status]()
    assert case["status"] == status
    return case


def _closed(api: Api, world: World, db: Database) -> dict[str, Any]:
    """Only the satisfied follow-up closes a case; here its end is written as that room leaves it."""
    case = in_state("job_opened", api, world, db)
    cases, orders = models.service_requests.ServiceRequest.__table__, models.work_orders.WorkOrder.__table__
    with db.write() as conn:
        conn.execute(update(orders).where(orders.c.case_id == case["id"]).values(open=False, status="cancelled"))
        conn.execute(
            update(cases)
            .where(cases.c.id == case["id"])
            .values(status="closed", open=False, step=4, closed_at=datetime.now(UTC))
        )
    return api.read(f"service-requests/{case['id']}")


def digest(db: Database) -> str:
    """A fingerprint of everything that is kept, except who signed in."""
    left_out = {"session", "account", "throttle", "event_position", "event", "event_personal"}
    total = hashlib.sha256()
    with db.read() as conn:
        for name, table in sorted(models.metadata.tables.items()):
            if name not in left_out:
                rows = sorted(repr(tuple(row)) for row in conn.execute(select(table)))
                total.update(f"{name}{rows}".encode())
        event = models.events.Event.__table__
        told = conn.execute(select(event.c.id).where(~event.c.type.startswith("account.")).order_by(event.c.seq))
        total.update(repr(told.scalars().all()).encode())
    return total.hexdigest()
