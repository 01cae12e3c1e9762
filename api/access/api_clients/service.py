"""Making, changing and ending integrations' keys. A secret has 256 random bits, is shown once and kept as a hash."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from api.access import tokens
from api.access.api_clients import facts, queries, schemas
from api.access.api_clients.workflow import WORKFLOW
from api.access.model import ApiClient
from api.access.policy import P
from api.access.queries import PERSONAL
from api.events import log
from api.kit.problems import Invalid, TransitionRefused
from api.kit.sealing import fingerprint
from api.kit.unit import Row, Unit
from api.kit.words import Words

LONGEST = timedelta(days=366)


def make(unit: Unit, command: schemas.MakeApiClient) -> dict[str, Any]:
    """A new client with its secret.

    :raises Invalid: an end in the past or more than a year away, or a station that is none or beyond one's own reach.
    """
    _end(unit, command.ends_at)
    _stations(unit, P.API_CLIENTS_CREATE, command.station_ids)
    secret, digest = _secret()
    terms: dict[str, Any] = {
        "name": command.name, "scopes": sorted(set(command.scopes)), "station_ids": sorted(set(command.station_ids)),
        "addresses": _networks(command.addresses), "per_minute": command.per_minute, "ends_at": command.ends_at,
    }  # fmt: skip
    client = unit.insert(
        ApiClient, **terms, purpose=command.purpose, secret_hash=digest, active=True, created_by_id=unit.actor.id,
        approval="waiting" if PERSONAL.intersection(command.scopes) else "none",
    )  # fmt: skip
    log.append(unit, client, facts.ApiClientMade(**terms))
    return queries.read(unit, client.id) | {"client_secret": secret}


def change(unit: Unit, id: str, command: schemas.ChangeApiClient) -> dict[str, Any]:
    """Other terms, for whoever may grant them: known here at once, elsewhere within 10 s (T3). What reaches further than was
    approved is approved anew.

    :raises Invalid: as for a new one, or it has ended: an ended key is never widened, one registers anew.
    """
    client = queries.one(unit, id, lock=True)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    for name, value in sent.items():
        if value is None and name not in ("purpose", "addresses"):
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    if client.status != "active":
        raise TransitionRefused(Words("已经停用或到期，请重新登记", "It has ended; register it anew"), offered=[])
    if "ends_at" in sent:
        _end(unit, command.ends_at)
    if command.station_ids is not None:
        _stations(unit, P.API_CLIENTS_EDIT, command.station_ids)
    for name in ("scopes", "station_ids", "addresses"):
        if sent.get(name) is not None:
            sent[name] = _networks(sent[name]) if name == "addresses" else sorted(set(sent[name]))
    changed = {name: value for name, value in sent.items() if value != getattr(client, name)}
    if changed:
        told = changed.keys() - {"purpose"}  # free text may name people, and what is told once stays told
        before = {name: getattr(client, name) for name in told}
        now = {name: changed[name] for name in told}
        fact = facts.ApiClientChanged(fields=sorted(changed), now=now, before=before)
        approved = client.approval == "approved"
        log.append(unit, client, fact, **changed, **_approval(unit, client, changed))
        if approved and client.approval == "waiting":
            log.record(unit, client, facts.ApiClientApprovalLapsed())
        tokens.forget(unit)
    return queries.read(unit, id)


def approve(unit: Unit, id: str, command: schemas.Approve) -> dict[str, Any]:
    """Let it hold what shows personal fields whole; by somebody who neither registered nor widened it."""
    client = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "approve", client)
    fact = facts.ApiClientApproved(
        scopes=sorted(PERSONAL.intersection(client.scopes)), station_ids=client.station_ids, reason=command.reason
    )
    log.append(unit, client, fact, approval="approved", approved_by_id=unit.actor.id, approved_at=unit.now)
    tokens.forget(unit)
    return queries.read(unit, id)


def rotate(unit: Unit, id: str, command: schemas.Rotate) -> dict[str, Any]:
    """A new secret; the former one works some hours more, so that nothing stops meanwhile."""
    client = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "rotate", client)
    secret, digest = _secret()
    log.append(
        unit,
        client,
        facts.ApiClientRotated(overlap_hours=command.overlap_hours),
        secret_hash=digest,
        former_hash=client.secret_hash if command.overlap_hours else None,
        former_ends_at=unit.now + timedelta(hours=command.overlap_hours) if command.overlap_hours else None,
    )
    return queries.read(unit, id) | {"client_secret": secret}


def disable(unit: Unit, id: str, command: schemas.Disable) -> dict[str, Any]:
    """It signs in no more, and its tokens die at once here, within 10 s elsewhere (T3)."""
    client = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "disable", client)
    log.append(unit, client, facts.ApiClientDisabled(reason=command.reason), active=False)
    tokens.forget(unit)
    return queries.read(unit, id)


def _approval(unit: Unit, client: Row, changed: dict[str, Any]) -> dict[str, Any]:
    """What a change of terms makes of the approval; whoever asks for more is kept, since he may not grant it."""
    asked = PERSONAL.intersection(changed.get("scopes", client.scopes))
    further = any(_reaches_further(client, *one) for one in changed.items())
    asking: dict[str, Any] = {}
    if further or not asked <= set(client.scopes):
        asking = {"asked_by_ids": sorted({*client.asked_by_ids, unit.actor.id})}
    if not asked:
        return asking | {"approval": "none", "approved_by_id": None, "approved_at": None}
    if not asking:
        return {}
    return asking | {"approval": "waiting", "approved_by_id": None, "approved_at": None}


def _reaches_further(client: Row, name: str, now: Any) -> bool:
    """More stations, from more addresses, for longer; what it does besides and how often shows no more numbers."""
    before = getattr(client, name)
    if name == "station_ids":
        return not set(now) <= set(before)
    if name == "addresses":
        return before is not None and (now is None or not set(now) <= set(before))
    return name == "ends_at" and bool(now > before)


def _end(unit: Unit, ends_at: datetime | None) -> None:
    if ends_at is None or not unit.now < ends_at <= unit.now + LONGEST:
        words = Words("要在今天之后、一年之内", "Must lie ahead, within a year")
        raise Invalid.field("/body/ends_at", "out_of_range", words)


def _stations(unit: Unit, permission: str, ids: list[str]) -> None:
    """Nobody grants what lies beyond himself: each must be a station, and within the registrar's own reach."""
    reach = unit.actor.reach(permission)
    beyond = [] if reach.everywhere else [id for id in ids if id not in reach.stations]
    if beyond or queries.unknown_stations(unit, ids):
        raise Invalid.field("/body/station_ids", "unknown", Words("没有这个服务站", "There is no such station"))


def _networks(listed: list[str] | None) -> list[str] | None:
    return None if listed is None else list(dict.fromkeys(listed))


def _secret() -> tuple[str, str]:
    secret = secrets.token_urlsafe(32)
    return secret, fingerprint(secret)
