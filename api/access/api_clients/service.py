"""Making and ending integrations' keys. A secret has 256 random bits, is shown once and kept as a hash."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from api.access import tokens
from api.access.api_clients import facts, queries, schemas
from api.access.api_clients.workflow import WORKFLOW
from api.access.model import ApiClient
from api.events import log
from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words

LONGEST = timedelta(days=366)


def make(unit: Unit, command: schemas.MakeApiClient) -> dict[str, Any]:
    """A new client with its secret.

    :raises Invalid: an end in the past or more than a year away, or a station that does not exist.
    """
    if not unit.now < command.ends_at <= unit.now + LONGEST:
        words = Words("要在今天之后、一年之内", "Must lie ahead, within a year")
        raise Invalid.field("/body/ends_at", "out_of_range", words)
    if queries.unknown_stations(unit, command.station_ids):
        raise Invalid.field("/body/station_ids", "unknown", Words("没有这个服务站", "There is no such station"))
    secret, digest = _secret()
    scopes, stations = sorted(set(command.scopes)), sorted(set(command.station_ids))
    client = unit.insert(
        ApiClient,
        name=command.name,
        scopes=scopes,
        station_ids=stations,
        secret_hash=digest,
        ends_at=command.ends_at,
        active=True,
        created_by_id=unit.actor.id,
    )
    log.append(unit, client, facts.ApiClientMade(name=command.name, scopes=scopes, station_ids=stations))
    return queries.read(unit, client.id) | {"client_secret": secret}


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


def _secret() -> tuple[str, str]:
    secret = secrets.token_urlsafe(32)
    return secret, hashlib.sha256(secret.encode()).hexdigest()
