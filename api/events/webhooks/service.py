"""Registering webhooks and steering them. The signing secret is shown once and kept sealed; it is in no fact or log."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.access import scope
from api.access.policy import P
from api.events import log
from api.events.facts import Fact
from api.events.webhook_deliveries import queries as deliveries
from api.events.webhook_deliveries import queue
from api.events.webhooks import facts, queries, schemas
from api.events.webhooks.model import Webhook
from api.events.webhooks.workflow import WORKFLOW
from api.kit import egress
from api.kit.ids import new_id
from api.kit.problems import Invalid
from api.kit.signing import new_secret
from api.kit.unit import Row, Unit
from api.kit.words import Words

MOST_REPLAYED = 10_000


def make(unit: Unit, command: schemas.WebhookCreate) -> dict[str, Any]:
    """A new webhook with its secret; it is told of what happens from now on.

    :raises Invalid: an address we do not speak with, an integration that has ended or may not read events, a kind of
        fact that can come to none.
    """
    _demand_address(unit, command.url)
    _demand_types(command.event_types)
    client = queries.client(unit, command.client_id)
    if client is None:
        words = Words("没有这个对接系统，或已停用", "No such client, or it has ended")
        raise Invalid.field("/body/client_id", "unknown", words)
    if str(P.EVENTS_VIEW) not in client["scopes"]:
        words = Words(
            "它的权限里没有 events:view，看不到事件", "It may not read events: it lacks the scope events:view"
        )
        raise Invalid.field("/body/client_id", "cannot_see_events", words)
    secret, id = new_secret(), command.id or new_id()
    webhook = unit.insert(
        Webhook, id=id, name=command.name, url=command.url, client_id=command.client_id,
        event_types=sorted(set(command.event_types)), status="active", secret_sealed=_sealed(unit, id, secret),
        position=queries.head(unit), failures=0, created_by_id=unit.actor.id,
    )  # fmt: skip
    fact = facts.WebhookMade(name=command.name, client_id=command.client_id, event_types=webhook.event_types)
    log.append(unit, webhook, fact)
    return queries.read(unit, id) | {"signing_secret": secret}


def change(unit: Unit, id: str, command: schemas.WebhookChange) -> dict[str, Any]:
    """Another name, address or choice of facts; what waits goes to the new address at once.

    :raises Invalid: as for a new one.
    """
    webhook = queries.one(unit, id, lock=True)
    scope.demand(unit, P.WEBHOOKS_EDIT, webhook)
    sent = command.model_dump(exclude_unset=True)
    for name, value in sent.items():
        if value is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("必填", "Required"))
    if "event_types" in sent:
        _demand_types(sent["event_types"])
        sent["event_types"] = sorted(set(sent["event_types"]))
    if "url" in sent:
        _demand_address(unit, sent["url"])
    changes = {name: value for name, value in sent.items() if getattr(webhook, name) != value}
    if changes:
        fact = facts.WebhookEdited(changed=sorted(changes))
        fresh = queue.FRESH if "url" in changes else {}
        log.append(unit, webhook, fact, **changes, **fresh)
        if fresh:
            queue.hurry(unit, id)
    return queries.read(unit, id)


def rotate(unit: Unit, id: str, command: schemas.Rotate) -> dict[str, Any]:
    """A new secret; for some hours each message is signed with the former one too, so that none is refused."""
    webhook = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "rotate", webhook)
    secret, hours = new_secret(), command.overlap_hours
    log.append(
        unit, webhook, facts.WebhookRotated(overlap_hours=hours), secret_sealed=_sealed(unit, id, secret),
        former_sealed=webhook.secret_sealed if hours else None,
        former_ends_at=unit.now + timedelta(hours=hours) if hours else None,
    )  # fmt: skip
    return queries.read(unit, id) | {"signing_secret": secret}


def test(unit: Unit, id: str, _command: schemas.Test) -> dict[str, Any]:
    """Queue a message of the type `webhook.test`; the answer is its delivery, to be read again for what came of it."""
    webhook = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "test", webhook)
    delivery = queue.put_test(unit, id)
    log.append(unit, webhook, facts.WebhookTested())
    return deliveries.read(unit, delivery)


def pause(unit: Unit, id: str, command: schemas.Pause) -> dict[str, Any]:
    """Nothing is sent for the time being; what happens meanwhile is kept for later."""
    return _step(unit, id, "pause", facts.WebhookPaused(reason=command.reason), reason=command.reason)


def resume(unit: Unit, id: str, _command: schemas.Resume) -> dict[str, Any]:
    """Send again, beginning with what waited."""
    return _step(unit, id, "resume", facts.WebhookResumed(), reason=None, **queue.FRESH)


def disable(unit: Unit, id: str, command: schemas.Disable) -> dict[str, Any]:
    """Nothing is sent and nothing is kept for it any more, until somebody enables it."""
    fact = facts.WebhookDisabled(reason=command.reason)
    return _step(unit, id, "disable", fact, reason=command.reason, off_because="by_hand")


def enable(unit: Unit, id: str, command: schemas.Enable) -> dict[str, Any]:
    """Send again: what waited, and what happened since, unless that is to be skipped."""
    skipped = {"position": queries.head(unit)} if command.missed == "skip" else {}
    fact = facts.WebhookEnabled(missed=command.missed)
    return _step(unit, id, "enable", fact, reason=None, off_because=None, **skipped, **queue.FRESH)


def replay(unit: Unit, id: str, command: schemas.Replay) -> dict[str, Any]:
    """Send again, with the same ids and in the same order, what was queued between two moments.

    :raises Invalid: it ends before it begins, or holds more than 10,000.
    """
    webhook = queries.one(unit, id, lock=True)
    WORKFLOW.fire(unit, "replay", webhook)
    until = command.until or unit.now
    if until < command.since:
        words = Words("不能早于开始时间", "It cannot end before it begins")
        raise Invalid.field("/body/until", "ends_before_start", words)
    states = ("failed", "withheld") if command.which == "failed" else ("failed", "withheld", "delivered")
    ids = deliveries.between(unit, id, command.since, until, states, MOST_REPLAYED + 1)
    if len(ids) > MOST_REPLAYED:
        words = Words("超过一万条，请缩短时间", "More than 10,000: choose a shorter time")
        raise Invalid.field("/body/since", "too_many", words)
    queue.put_again(unit, id, ids)
    log.append(unit, webhook, facts.WebhookReplayed(count=len(ids)))
    return queries.read(unit, id)


def _step(unit: Unit, id: str, action: str, fact: Fact, **changes: Any) -> dict[str, Any]:
    webhook: Row = queries.one(unit, id, lock=True)
    log.append(unit, webhook, fact, **WORKFLOW.fire(unit, action, webhook), **changes)
    if action in ("resume", "enable"):
        queue.hurry(unit, id)
    return queries.read(unit, id)


def _demand_address(unit: Unit, url: str) -> None:
    """By its looks; where its name leads is judged before each sending (T10)."""
    try:
        egress.parted(url, unit.inner)
    except egress.Unfit as error:
        words = Words("要用 https、443 或 8443 端口、公网域名", "https, port 443 or 8443, and a public name are needed")
        raise Invalid.field("/body/url", "unfit", words) from error


def _demand_types(patterns: list[str]) -> None:
    """Known, and such as can come to an integration at all."""
    known = set(queries.tellable())
    known |= {f"{type.partition('.')[0]}.*" for type in known}
    for index, pattern in enumerate(patterns):
        if pattern not in known:
            words = Words("对接系统收不到这类事件", "No such event ever comes to an API client")
            raise Invalid.field(f"/body/event_types/{index}", "unknown", words)


def _sealed(unit: Unit, id: str, secret: str) -> str:
    assert unit.sealer, "requests carry the sealer"
    return unit.sealer.seal(secret, queue.purpose(id))
