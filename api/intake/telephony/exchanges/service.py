"""Registering exchanges. Their signing secret is shown once and kept sealed; it is in no fact, log or later answer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.events import log
from api.intake.telephony import signing
from api.intake.telephony.exchanges import facts, queries, schemas
from api.intake.telephony.exchanges.workflow import WORKFLOW
from api.intake.telephony.model import TelephonyExchange
from api.kit.ids import new_id
from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words


def make(unit: Unit, command: schemas.Make) -> dict[str, Any]:
    """A new exchange with its secret.

    :raises Invalid: a station that does not exist.
    """
    if not queries.station_exists(unit, command.station_id):
        raise Invalid.field("/body/station_id", "unknown", Words("没有这个服务站", "There is no such station"))
    secret, id = signing.new_secret(), new_id()
    exchange = unit.insert(
        TelephonyExchange,
        id=id,
        name=command.name,
        station_id=command.station_id,
        area_code=command.area_code,
        secret_sealed=_sealed(unit, id, secret),
        active=True,
        created_by_id=unit.actor.id,
    )
    log.append(unit, exchange, facts.ExchangeMade(name=command.name))
    return queries.read(unit, id) | {"signing_secret": secret}


def change(unit: Unit, id: str, command: schemas.Change) -> dict[str, Any]:
    """Another name or area code."""
    exchange = queries.one(unit, id, lock=True)
    sent = command.model_dump(exclude_unset=True)
    if sent.get("name", "") is None:
        raise Invalid.field("/body/name", "missing", Words("必填", "Required"))
    changes = {name: value for name, value in sent.items() if getattr(exchange, name) != value}
    if changes:
        log.append(unit, exchange, facts.ExchangeEdited(changed=sorted(changes)), **changes)
    return queries.read(unit, id)


def rotate(unit: Unit, id: str, command: schemas.Rotate) -> dict[str, Any]:
    """A new secret; the former one works some hours more, so that no call is lost meanwhile."""
    exchange = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "rotate", exchange)
    secret, hours = signing.new_secret(), command.overlap_hours
    log.append(
        unit,
        exchange,
        facts.ExchangeRotated(overlap_hours=hours),
        secret_sealed=_sealed(unit, id, secret),
        former_sealed=exchange.secret_sealed if hours else None,
        former_ends_at=unit.now + timedelta(hours=hours) if hours else None,
    )
    return queries.read(unit, id) | {"signing_secret": secret}


def disable(unit: Unit, id: str, command: schemas.Disable) -> dict[str, Any]:
    """Nothing that it sends is taken any more, at once."""
    exchange = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "disable", exchange)
    log.append(unit, exchange, facts.ExchangeDisabled(reason=command.reason), active=False)
    return queries.read(unit, id)


def _sealed(unit: Unit, id: str, secret: str) -> str:
    assert unit.sealer, "requests carry the sealer"
    return unit.sealer.seal(secret, purpose(id))


def purpose(id: str) -> str:
    """What an exchange's secret is sealed for: it opens in this row only."""
    return f"telephony-exchange {id}"
