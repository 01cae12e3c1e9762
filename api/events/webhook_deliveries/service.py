"""Sending one delivery again."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.events import log
from api.events.webhook_deliveries import queries, queue
from api.events.webhook_deliveries.schemas import ReplayOne
from api.events.webhooks import queries as webhooks
from api.events.webhooks.facts import WebhookReplayed
from api.kit.problems import Forbidden, TransitionRefused
from api.kit.unit import Unit
from api.kit.words import Words


def replay(unit: Unit, id: str, _command: ReplayOne) -> dict[str, Any]:
    """Send it again with the same id, before what waits about the same subject.

    :raises Forbidden: visible, but not the caller's to send.
    :raises TransitionRefused: it is still to be sent, or its webhook is disabled.
    """
    hook = webhooks.one(unit, queries.visible(unit, id).webhook_id, lock=True)
    if not unit.actor.may(P.WEBHOOKS_EDIT, hook):
        raise Forbidden(permission=str(P.WEBHOOKS_EDIT))
    if hook.status == "disabled":
        raise TransitionRefused(Words("推送地址已停用", "Its webhook is disabled"), offered=[])
    if not queue.put_again(unit, hook.id, [id]):
        raise TransitionRefused(Words("还没发完，不用重发", "It is still to be sent"), offered=[])
    log.append(unit, hook, WebhookReplayed(count=1))
    return queries.read(unit, id)
