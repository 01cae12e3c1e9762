"""Every SELECT on deliveries that people and integrations ask for; whoever sees the webhook sees what it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from api.access import scope
from api.access.policy import P
from api.events.model import Event
from api.events.webhook_deliveries import bodies
from api.events.webhook_deliveries.model import WAITING, WebhookAttempt, WebhookDelivery, WebhookLane
from api.events.webhook_deliveries.schemas import DeliveriesQuery
from api.events.webhook_deliveries.words import OUTCOMES, REPLAY, STATES, said
from api.events.webhooks.model import Webhook
from api.kit.listing import Order, page
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit

_delivery = WebhookDelivery.__table__  # type: ignore[attr-defined]
_attempt = WebhookAttempt.__table__  # type: ignore[attr-defined]
_lane = WebhookLane.__table__  # type: ignore[attr-defined]
_hook = Webhook.__table__  # type: ignore[attr-defined]
_event = Event.__table__  # type: ignore[attr-defined]
_told: Select[Any] = select(
    *_delivery.c, _hook.c.name.label("webhook_name"), _hook.c.client_id, _hook.c.status.label("webhook_status")
).join(_hook, _hook.c.id == _delivery.c.webhook_id)
_ORDERS = {"-id": Order(_delivery.c.id, _delivery.c.id, descending=True)}
SHOWN = 50


def visible(unit: Unit, id: str) -> Row:
    """The delivery, if the caller may see its webhook; with what of the webhook decides over it.

    :raises NotFound:
    """
    found = unit.first(_told.where(_delivery.c.id == id, scope.visible(unit, P.WEBHOOKS_VIEW, Webhook)))
    if found is None:
        raise NotFound
    return Row(_delivery, found)


def listed(unit: Unit, query: DeliveriesQuery) -> dict[str, Any]:
    """One page of deliveries, the newest first."""
    statement = _told.where(scope.visible(unit, P.WEBHOOKS_VIEW, Webhook))
    if query.webhook_id:
        statement = statement.where(_delivery.c.webhook_id == query.webhook_id)
    if query.state:
        statement = statement.where(_delivery.c.state == query.state)
    if query.type:
        statement = statement.where(_delivery.c.type == query.type)
    return page(unit, statement, query, _ORDERS, sort="-id", shape=lambda row: _shown(unit, row))


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One delivery, its body and what was tried."""
    found = visible(unit, id)
    tried = unit.rows(
        select(*_attempt.c).where(_attempt.c.delivery_id == id).order_by(_attempt.c.id.desc()).limit(SHOWN)
    )
    told = unit.first(
        select(*(column.label(f"event_{column.name}") for column in _event.c), _lane.c.due_at, _lane.c.leased_until, _first())
        .select_from(
            _delivery.outerjoin(_event, _event.c.id == _delivery.c.event_id).outerjoin(
                _lane, (_lane.c.webhook_id == _delivery.c.webhook_id) & (_lane.c.lane == _delivery.c.lane)
            )
        )
        .where(_delivery.c.id == id)
    )  # fmt: skip
    event = {name.removeprefix("event_"): value for name, value in (told or {}).items() if name.startswith("event_")}
    next_try = None
    if told and found.state == "waiting" and told["first"] == id and found.webhook_status == "active":
        sending = told["leased_until"] is not None and told["leased_until"] > unit.now
        next_try = None if sending else told["due_at"]
    return _shown(unit, found.__dict__) | {
        "body": bodies.test(found.message_id, found.created_at)
        if found.event_id is None
        else bodies.body(event | {"place": found.place}, unit.address),
        "webhook_status": found.webhook_status,
        "next_try_at": next_try,
        "attempts": [_tried(unit, row) for row in tried],
        "offered": _offered(unit, found),
    }


def _first() -> Any:
    """Which delivery stands first in its lane."""
    other = _delivery.alias("other")
    return (
        select(other.c.id)
        .where(other.c.webhook_id == _delivery.c.webhook_id, other.c.lane == _delivery.c.lane, other.c.state == WAITING)
        .order_by(other.c.place)
        .limit(1)
        .correlate(_delivery)
        .scalar_subquery()
        .label("first")
    )


def between(
    unit: Unit, webhook_id: str, since: datetime, until: datetime, states: Sequence[str], most: int
) -> list[str]:
    """Ended deliveries of a webhook the caller sees that were queued between two moments, at most so many."""
    statement = select(_delivery.c.id).where(
        _delivery.c.webhook_id == webhook_id, _delivery.c.state.in_(states),
        _delivery.c.created_at >= since, _delivery.c.created_at <= until, _delivery.c.event_id.is_not(None),
    )  # fmt: skip
    return list(unit.conn.execute(statement.limit(most)).scalars())


def _offered(unit: Unit, row: Row) -> list[dict[str, Any]]:
    hook = Row(_hook, {"client_id": row.client_id})
    if row.state == "waiting" or row.webhook_status == "disabled" or not unit.actor.may(P.WEBHOOKS_EDIT, hook):
        return []
    href = f"/api/v1/webhook-deliveries/{row.id}/replay"
    return [{"action": "replay", "label": unit.say(REPLAY), "method": "POST", "href": href, "needs": []}]


def _shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    outcome = row["last_outcome"]
    kept = (
        "id", "message_id", "type", "state", "last_outcome", "last_status", "created_at", "ended_at",
    )  # fmt: skip
    return {name: row[name] for name in kept} | {
        "webhook": {"id": row["webhook_id"], "name": row["webhook_name"]},
        "tries": row["attempts"],
        "subject_id": row["lane"] if row["event_id"] else None,
        "type_label": unit.say(said(row["type"])),
        "state_label": STATES[row["state"]].into(unit.locale),
        "last_outcome_label": OUTCOMES[outcome].into(unit.locale) if outcome else None,
    }


def _tried(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    kept = ("at", "outcome", "status", "duration_ms", "excerpt")
    return {name: row[name] for name in kept} | {"outcome_label": OUTCOMES[row["outcome"]].into(unit.locale)}
