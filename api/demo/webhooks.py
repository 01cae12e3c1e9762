"""The demo's webhooks: one of the call centre's software that is reached, and one of a system that was switched off long ago.

Their names end in `.example`, which leads nowhere, so that a demo speaks with nobody.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import update

from api.access.actor import SYSTEM
from api.demo import queries
from api.demo.player import Player
from api.events import log
from api.events.webhook_deliveries.model import WebhookAttempt, WebhookDelivery, WebhookLane
from api.events.webhooks import schemas, service
from api.events.webhooks.facts import WebhookSwitchedOff
from api.events.webhooks.model import Webhook
from api.events.webhooks.workflow import WORKFLOW
from api.kit import clock
from api.kit.db import Database, insert_unless_there
from api.kit.ids import new_id
from api.kit.sealing import Sealer
from api.kit.unit import Row, Unit
from api.settings import Settings

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TYPES = ["service_request.closed", "work_order.closed", "work_order.record_handed_in"]
_hook, _lane = Webhook.__table__, WebhookLane.__table__  # type: ignore[attr-defined]


def fill(db: Database, settings: Settings) -> None:
    """Registered by the administrator for the call centre's software; told of what the demo's cases went through."""
    player, now = Player(db), clock.now()
    keeper, chance = player.one("SA", "ZB"), Random(9)  # noqa: S311 - the demo is the same for everybody
    with player.unit(keeper, now - 20 * DAY) as unit:
        unit.sealer = Sealer(settings.secret, settings.former_secret)
        client = queries.integration(unit)
        good, old = (
            service.make(unit, schemas.WebhookCreate(name=name, url=url, client_id=client, event_types=types))["id"]
            for name, url, types in (
                ("呼叫中心弹屏", "https://cti.huatong.example/hooks/sibu", TYPES),
                ("旧工单系统", "https://desk.jiuxitong.example/api/notify", ["work_order.*"]),
            )
        )
        told = queries.facts_of(unit, TYPES, 40)
    with player.unit(SYSTEM, now) as unit:
        for number, fact in enumerate(told):
            slow = number % 9 == 4
            answers: list[tuple[str, int | None, str | None]] = (
                [("refused", 503, "upstream is restarting")] if slow else []
            )
            _sent(unit, good, fact, [*answers, ("delivered", 204, None)], chance)
        for fact in [one for one in told if one["type"].startswith("work_order.")][-6:]:
            _sent(unit, old, fact, [("timeout", None, None), ("refused", 502, "<h1>Bad Gateway</h1>")], chance)
        well = {"delivered_at": now - timedelta(minutes=7)}
        unit.conn.execute(update(_hook).where(_hook.c.id == good).values(well))
        row = unit.one(Webhook, _hook.c.id == old)
        _switch_off(unit, row)
        unit.conn.execute(update(_hook).values(position=queries.count_of_facts(unit)))


def _switch_off(unit: Unit, row: Row) -> None:
    bad: dict[str, Any] = {"failures": 41, "failing_since": unit.now - 75 * HOUR, "off_because": "failing"}
    log.append(unit, row, WebhookSwitchedOff(cause="failing"), **bad, **WORKFLOW.fire(unit, "switch-off", row))


def _sent(
    unit: Unit, hook_id: str, fact: dict[str, Any], answers: list[tuple[str, int | None, str | None]], chance: Random
) -> None:
    """One message and what was answered to it, try by try."""
    id, at = new_id(), fact["recorded_at"]
    outcome, status, _ = answers[-1]
    through = outcome == "delivered"
    unit.insert(
        WebhookDelivery, id=id, created_at=at, webhook_id=hook_id, message_id=fact["id"], event_id=fact["id"],
        lane=fact["subject_id"], place=fact["seq"], type=fact["type"], state="delivered" if through else "waiting",
        attempts=len(answers), ended_at=at + timedelta(seconds=1) if through else None, last_outcome=outcome,
        last_status=status,
    )  # fmt: skip
    tried = [
        {
            "id": new_id(), "delivery_id": id, "at": at + number * timedelta(minutes=5, seconds=4), "outcome": said,
            "status": code, "duration_ms": 15_003 if said == "timeout" else chance.randint(38, 420), "excerpt": text,
        }
        for number, (said, code, text) in enumerate(answers)
    ]  # fmt: skip
    unit.insert_many(WebhookAttempt, tried)
    if not through:
        lane = {"webhook_id": hook_id, "lane": fact["subject_id"], "waiting": 0, "due_at": at, "token": 0, "tries": 2}
        unit.conn.execute(insert_unless_there(unit.conn, _lane), lane)
        this = (_lane.c.webhook_id == hook_id, _lane.c.lane == fact["subject_id"])
        unit.conn.execute(update(_lane).where(*this).values(waiting=_lane.c.waiting + 1))
