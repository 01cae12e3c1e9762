"""What came of a sending: the attempt written down, the queue moved on, the address judged, all in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, select, update

from api.events import log
from api.events.webhook_deliveries import queue, schedule
from api.events.webhook_deliveries.model import WebhookAttempt, WebhookDelivery, WebhookLane
from api.events.webhook_deliveries.queue import Batch
from api.events.webhooks.facts import WebhookSwitchedOff
from api.events.webhooks.model import Webhook
from api.events.webhooks.workflow import WORKFLOW
from api.kit.ids import new_id
from api.kit.jobs import LostLease
from api.kit.unit import Row, Unit

TOLD_EVERY = timedelta(seconds=10)
"""How exactly the last success is remembered; each would be one more write."""
BACK_AFTER = timedelta(minutes=5)
"""An address that failed for longer than this and answers again is sent everything at once."""
_hook = Webhook.__table__  # type: ignore[attr-defined]
_delivery = WebhookDelivery.__table__  # type: ignore[attr-defined]
_lane = WebhookLane.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one try. `withheld` was no try: the integration may no longer see what it tells."""

    outcome: str
    at: datetime
    status: int | None = None
    duration_ms: int = 0
    excerpt: str | None = None
    retry_after: str | None = None
    late: bool = False
    """It was not sent: when its address was known, the lease had no time for it any more."""

    @property
    def through(self) -> bool:
        """Whether the next of the same subject may go."""
        return self.outcome in ("delivered", "withheld")


def settle(unit: Unit, batch: Batch, results: Sequence[Result]) -> None:
    """Write down the results of the batch's first deliveries, of which only the last may be a failure; the rest is free.

    :raises LostLease: another sender has the lane; nothing is written.
    """
    failed = results[-1] if results and not results[-1].through else None
    hook = _judged(unit, batch, results)
    off = hook is not None and _judge(unit, hook, results, failed)
    this = and_(_lane.c.webhook_id == batch.hook["id"], _lane.c.lane == batch.lane, _lane.c.token == batch.token)
    lane = unit.first(select(*_lane.c).where(this).with_for_update())
    if lane is None:
        raise LostLease
    since = lane["failing_since"] if len(results) == 1 else None
    given_up = failed is not None and not off and since is not None and unit.now - since >= schedule.LONG
    ended = sum(result.through for result in results) + given_up
    for item, result in zip(batch.items, results, strict=False):
        state = "failed" if given_up else "waiting"
        _write(unit, item, result, {"delivered": "delivered", "withheld": "withheld"}.get(result.outcome, state))
    changes: dict[str, Any] = {"waiting": lane["waiting"] - ended, "leased_until": None}
    if ended:
        changes |= {"due_at": unit.now, "tries": 0, "failing_since": None}
    if failed and not given_up:
        tries = 1 if ended else lane["tries"] + 1
        since = unit.now if ended else lane["failing_since"] or unit.now
        changes |= {"due_at": unit.now + schedule.gap(tries), "tries": tries, "failing_since": since}
    unit.conn.execute(update(_lane).where(this).values(changes))


def _write(unit: Unit, item: dict[str, Any], result: Result, state: str) -> None:
    tried = result.outcome != "withheld"
    told = {"last_outcome": result.outcome, "last_status": result.status} if tried else {}
    unit.conn.execute(
        update(_delivery)
        .where(_delivery.c.id == item["delivery_id"])
        .values(
            state=state, ended_at=None if state == "waiting" else unit.now,
            attempts=_delivery.c.attempts + int(tried), **told,
        )
    )  # fmt: skip
    if tried:
        attempt = {
            "id": new_id(), "delivery_id": item["delivery_id"], "at": result.at, "outcome": result.outcome,
            "status": result.status, "duration_ms": result.duration_ms, "excerpt": result.excerpt or None,
        }  # fmt: skip
        unit.insert_many(WebhookAttempt, [attempt])


def _judged(unit: Unit, batch: Batch, results: Sequence[Result]) -> Row | None:
    """The webhook, held, if these results say something new about its address."""
    if not any(result.outcome != "withheld" for result in results):
        return None
    this = _hook.c.id == batch.hook["id"]
    known = unit.first(select(_hook.c.failures, _hook.c.failing_since, _hook.c.delivered_at).where(this))
    assert known
    last = known["delivered_at"]
    fresh = last is not None and unit.now - last < TOLD_EVERY
    if fresh and results[-1].through and not known["failures"] and known["failing_since"] is None:
        return None
    return unit.one(Webhook, this, lock=True)


def _judge(unit: Unit, hook: Row, results: Sequence[Result], failed: Result | None) -> bool:
    """Move what is known of the address on; whether it was switched off."""
    changes: dict[str, Any] = {}
    failures, since = hook.failures, hook.failing_since
    if any(result.outcome == "delivered" for result in results):
        if since is not None and unit.now - since >= BACK_AFTER:
            queue.hurry(unit, hook.id)
        failures, since = 0, None
        changes = {**queue.FRESH, "delivered_at": unit.now}
    if failed:
        failures, since = failures + 1, since or unit.now
        wait = schedule.asked(failed.status, failed.retry_after, unit.now)
        if wait is not None:
            failures = max(failures, schedule.OPEN)
        if failures >= schedule.OPEN:  # a receiver may ask for more time than it gets by itself, never for less
            wait = max(wait or timedelta(), schedule.probe(failures))
        changes |= {"failures": failures, "failing_since": since, "retry_at": None if wait is None else unit.now + wait}
        cause = "gone" if failed.outcome == "gone" else "failing" if unit.now - since >= schedule.LONG else None
        if cause and hook.status != "disabled":
            off = WebhookSwitchedOff(cause=cause)
            log.append(unit, hook, off, off_because=cause, **changes, **WORKFLOW.fire(unit, "switch-off", hook))
            return True
    if changes:
        unit.conn.execute(update(_hook).where(_hook.c.id == hook.id).values(changes))
    return False
