"""Every SELECT on webhooks."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, func, not_, or_, select

from api.access import scope
from api.access.api_clients import scopes
from api.access.api_clients.scopes import GRANTABLE
from api.access.model import ApiClient
from api.access.policy import P
from api.events import queries as log
from api.events import sight
from api.events.facts import Fact
from api.events.webhook_deliveries.model import NOTHING, WebhookLane
from api.events.webhook_deliveries.schedule import OPEN
from api.events.webhook_deliveries.words import said
from api.events.webhooks.model import Webhook
from api.events.webhooks.schemas import WebhooksQuery
from api.events.webhooks.workflow import OFF_BECAUSE, STATES, WORKFLOW
from api.kit.listing import Order, holding, page
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words

_hook = Webhook.__table__  # type: ignore[attr-defined]
_client = ApiClient.__table__  # type: ignore[attr-defined]
_lane = WebhookLane.__table__  # type: ignore[attr-defined]
_waiting = (
    select(func.coalesce(func.sum(_lane.c.waiting), 0))
    .where(_lane.c.webhook_id == _hook.c.id, _lane.c.waiting > NOTHING)
    .scalar_subquery()
)
_told: Select[Any] = select(
    *_hook.c, _client.c.name.label("client_name"), _client.c.active.label("client_active"),
    _client.c.ends_at.label("client_ends_at"), _waiting.label("waiting"),
).join(_client, _client.c.id == _hook.c.client_id)  # fmt: skip
_ORDERS = {"name": Order(_hook.c.name, _hook.c.id)}
HEALTH = {
    "good": Words("正常", "Good"),
    "new": Words("还没送过", "Nothing sent yet"),
    "waiting": Words("有待发", "Some waiting"),
    "failing": Words("送不到", "Failing"),
    "silent": Words("对接系统失效", "Its client has ended"),
    "off": Words("已停用", "Disabled"),
}


def seen(unit: Unit) -> Any:
    """The clause of webhooks that the caller may see."""
    return scope.visible(unit, P.WEBHOOKS_VIEW, Webhook)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """A webhook that the caller may see.

    :raises NotFound: :raises Stale:
    """
    return unit.one(Webhook, _hook.c.id == id, seen(unit), lock=lock)


def visible(unit: Unit, id: str) -> Row:
    """For repeats and timelines: the webhook, if the caller may still see it."""
    return one(unit, id)


def listed(unit: Unit, query: WebhooksQuery) -> dict[str, Any]:
    """One page of webhooks."""
    statement = _told.where(seen(unit))
    if query.q:
        statement = statement.where(holding(query.q, _hook.c.name, _hook.c.url, _client.c.name))
    if query.client_id:
        statement = statement.where(_hook.c.client_id == query.client_id)
    if query.status:
        statement = statement.where(_hook.c.status == query.status)
    if query.attention:
        living = and_(_client.c.active, _client.c.ends_at > unit.now)
        statement = statement.where(
            or_(
                _hook.c.off_because.in_(("gone", "failing")),
                and_(_hook.c.status != "disabled", or_(_hook.c.failures >= OPEN, not_(living))),
            )
        )
    return page(unit, statement, query, _ORDERS, sort="name", shape=lambda row: _shown(unit, row))


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole webhook and what may be done with it.

    :raises NotFound: also for one the caller may not see.
    """
    found = unit.first(_told.where(_hook.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    offered = WORKFLOW.offered(unit, Row(_hook, found), "/api/v1/webhooks")
    more = {"reason": found["reason"], "position": found["position"], "offered": offered}
    return _shown(unit, found) | more


def client(unit: Unit, id: str) -> dict[str, Any] | None:
    """An integration whose key is alive, with its scopes."""
    living = and_(_client.c.active, _client.c.ends_at > unit.now)
    return unit.first(select(_client.c.id, _client.c.scopes).where(_client.c.id == id, living))


def head(unit: Unit) -> int:
    """The last position given: a new webhook is told of what comes after it."""
    return log.head(unit.conn)


def tellable() -> list[str]:
    """The kinds of facts that can come to an integration: about things that one may be let see, and that stand at a station.

    Integrations see what is at their stations; a fact about a price list stands at none.
    """
    return [type for type in sorted(Fact.catalogue) if _comes(type.partition(".")[0])]


def _comes(subject: str) -> bool:
    return sight.permission(subject) in GRANTABLE and sight.stands(subject)


def event_types(unit: Unit) -> dict[str, Any]:
    """The catalogue of facts that can come to an integration, by subject."""
    found = []
    for type in tellable():
        needed = sight.permission(subject := type.partition(".")[0]) or ""
        label, words = scopes.thing(needed.partition(":")[0]), said(type)
        found.append({"type": type, "subject": subject, "subject_label": unit.say(label), "words": unit.say(words)})
    return {"items": found}


def _shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    living = row["client_active"] and row["client_ends_at"] > unit.now
    health = _health(row, living)
    former, because = row["former_ends_at"], row["off_because"]
    kept = (
        "id", "version", "name", "url", "event_types", "status", "off_because", "failing_since", "delivered_at",
        "created_at",
    )  # fmt: skip
    return {name: row[name] for name in kept} | {
        "client": {"id": row["client_id"], "name": row["client_name"], "living": living},
        "status_label": STATES[row["status"]].into(unit.locale),
        "off_because_label": OFF_BECAUSE[because].into(unit.locale) if because else None,
        "health": health, "health_label": HEALTH[health].into(unit.locale), "waiting": int(row["waiting"]),
        "retry_at": row["retry_at"] if row["failures"] >= OPEN else None,
        "former_secret_until": former if former and former > unit.now else None,
    }  # fmt: skip


def _health(row: dict[str, Any], living: bool) -> str:
    if row["status"] == "disabled":
        return "off"
    if not living:
        return "silent"
    if row["failures"] >= OPEN:
        return "failing"
    if row["waiting"]:
        return "waiting"
    return "good" if row["delivered_at"] else "new"
