"""The queues of the webhooks: what goes in, who takes it out, what became of it. Every function is a part of a transaction.

Locks are taken in one order everywhere: webhook, lane, delivery. A claim is a lease with a fencing token, as jobs have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, delete, func, or_, select, update

from api.access.model import ApiClient
from api.events.model import Event, EventPosition
from api.events.queries import THIN
from api.events.webhook_deliveries import schedule
from api.events.webhook_deliveries.bodies import TEST
from api.events.webhook_deliveries.model import NOTHING, WAITING, WebhookAttempt, WebhookDelivery, WebhookLane
from api.events.webhooks.model import Webhook
from api.kit import clock
from api.kit.db import insert_or_change, insert_unless_there
from api.kit.ids import new_id
from api.kit.unit import Unit

LEASE = timedelta(seconds=60)
"""How long a sender has a lane in hands; a run ends well before (`sending.RUN_SECONDS`)."""
RUN = 10
"""Deliveries of one subject that are taken at once."""
FRESH: dict[str, Any] = {"failures": 0, "failing_since": None, "retry_at": None}
"""An address of which nothing bad is known."""
_hook = Webhook.__table__  # type: ignore[attr-defined]
_client = ApiClient.__table__  # type: ignore[attr-defined]
_delivery = WebhookDelivery.__table__  # type: ignore[attr-defined]
_attempt = WebhookAttempt.__table__  # type: ignore[attr-defined]
_lane = WebhookLane.__table__  # type: ignore[attr-defined]
_event = Event.__table__  # type: ignore[attr-defined]
_position = EventPosition.__table__  # type: ignore[attr-defined]
_FACT = (*THIN, _event.c.id, _event.c.recorded_at, _event.c.occurred_at)
_blank = _lane.c.waiting == 0


def purpose(id: str) -> str:
    """What a webhook's secret is sealed for: it opens in this row only."""
    return f"webhook {id}"


# -- in --------------------------------------------------------------------------------------------------------------
def hooks(conn: Connection, now: datetime) -> list[dict[str, Any]]:
    """Webhooks for which facts are kept: not disabled, and of an integration whose key is alive."""
    wanted = ("id", "client_id", "event_types", "position")
    statement = select(*(_hook.c[name] for name in wanted)).join(_client, _client.c.id == _hook.c.client_id)
    rows = conn.execute(statement.where(_hook.c.status != "disabled", *_living(now)).order_by(_hook.c.id))
    return [dict(row._mapping) for row in rows]


def _living(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (_client.c.active, _client.c.ends_at > now)


def facts(conn: Connection, after: int, limit: int) -> list[dict[str, Any]]:
    """Facts after this position, for everybody; the reader judges who is told of which."""
    statement = select(*_FACT).join(_position, _position.c.seq == _event.c.seq).where(_position.c.position > after)
    return [dict(row._mapping) for row in conn.execute(statement.order_by(_position.c.position).limit(limit))]


def put(unit: Unit, hook: dict[str, Any], upto: int, told: Sequence[dict[str, Any]]) -> bool:
    """Queue these facts for a webhook that has looked at all up to `upto`; False if another worker was first."""
    here = and_(_hook.c.id == hook["id"], _hook.c.position == hook["position"], _hook.c.status != "disabled")
    if unit.conn.execute(update(_hook).where(here).values(position=upto)).rowcount != 1:
        return False
    rows = [
        {
            "id": new_id(), "created_at": unit.now, "webhook_id": hook["id"], "message_id": fact["id"],
            "event_id": fact["id"], "lane": fact["subject_id"], "place": fact["position"], "type": fact["type"],
            "state": "waiting", "attempts": 0,
        }
        for fact in told
    ]  # fmt: skip
    if rows:
        made = insert_unless_there(unit.conn, _delivery).returning(_delivery.c.lane)
        queued: Counter[str] = Counter()
        for start in range(0, len(rows), 100):  # SQLite counts the parameters of a statement
            queued.update(unit.conn.execute(made.values(rows[start : start + 100])).scalars())
        _queue(unit, hook["id"], queued)
    return True


def put_test(unit: Unit, hook_id: str) -> str:
    """Queue a test before everything else, also at an address that is left alone just now; gives the delivery's id."""
    id = new_id()
    unit.insert(
        WebhookDelivery, id=id, webhook_id=hook_id, message_id=id, lane=id, place=0, type=TEST, state="waiting", attempts=0
    )  # fmt: skip
    _queue(unit, hook_id, {id: 1}, due_at=clock.EPOCH)
    unit.conn.execute(update(_hook).where(_hook.c.id == hook_id, _hook.c.retry_at > unit.now).values(retry_at=unit.now))
    return id


def put_again(unit: Unit, hook_id: str, ids: Sequence[str]) -> int:
    """Queue these once more, of those that have ended; the webhook is held by the caller. Gives how many."""
    queued: Counter[str] = Counter()
    for start in range(0, len(ids), 500):
        ended = and_(_delivery.c.id.in_(ids[start : start + 500]), _delivery.c.state != "waiting")
        again = update(_delivery).where(ended).values(state="waiting", ended_at=None).returning(_delivery.c.lane)
        queued.update(unit.conn.execute(again).scalars())
    _queue(unit, hook_id, queued)
    return queued.total()


def _queue(unit: Unit, hook_id: str, more: Mapping[str, int], due_at: datetime | None = None) -> None:
    """So many more wait in each lane; one statement makes it and adds to it, so that `forget_old` cannot come between."""
    if not more:
        return
    now = due_at or unit.now
    made = [
        {
            "webhook_id": hook_id, "lane": lane, "waiting": more[lane], "due_at": now, "leased_until": None, "token": 0,
            "tries": 0, "failing_since": None,
        }
        for lane in sorted(more)
    ]  # fmt: skip
    adding = insert_or_change(
        unit.conn, _lane,
        lambda new: {
            "waiting": _lane.c.waiting + new.waiting,
            "due_at": case((_blank, new.due_at), else_=_lane.c.due_at),
            "tries": case((_blank, 0), else_=_lane.c.tries),
            "failing_since": case((_blank, None), else_=_lane.c.failing_since),
        },
    )  # fmt: skip
    unit.conn.execute(adding, made)


def hurry(unit: Unit, hook_id: str) -> None:
    """Whatever waits for its next try is tried now."""
    late = and_(_lane.c.webhook_id == hook_id, _lane.c.waiting > NOTHING, _lane.c.due_at > unit.now)
    unit.conn.execute(update(_lane).where(late).values(due_at=unit.now))


# -- out -------------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Batch:
    """The head of a lane in the hands of one sender; `token` fences it."""

    hook: dict[str, Any]
    lane: str
    token: int
    items: list[dict[str, Any]]


def _takable(now: datetime) -> tuple[ColumnElement[bool], ...]:
    free = or_(_lane.c.leased_until.is_(None), _lane.c.leased_until <= now)
    return (_lane.c.waiting > NOTHING, _lane.c.due_at <= now, free)


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (_hook.c.status == "active", or_(_hook.c.retry_at.is_(None), _hook.c.retry_at <= now), *_living(now))


def due(conn: Connection, now: datetime) -> dict[str, int]:
    """By webhook: how many lanes may be taken now."""
    statement = (
        select(_hook.c.id, func.count())
        .select_from(
            _hook.join(_client, _client.c.id == _hook.c.client_id).join(_lane, _lane.c.webhook_id == _hook.c.id)
        )
        .where(*_open(now), *_takable(now))
        .group_by(_hook.c.id)
    )
    return {row[0]: row[1] for row in conn.execute(statement)}


def claim(unit: Unit, hook_id: str, lanes: int) -> list[Batch]:
    """Take the heads of so many lanes, of an address that fails one, and no two senders the same."""
    joined = select(*_hook.c).join(_client, _client.c.id == _hook.c.client_id)
    hook = unit.first(joined.where(_hook.c.id == hook_id, *_open(unit.now)))
    if hook is None:
        return []
    probing = hook["failures"] >= schedule.OPEN
    if probing:
        lanes, mine = 1, and_(_hook.c.id == hook_id, _hook.c.retry_at <= unit.now)
        if unit.conn.execute(update(_hook).where(mine).values(retry_at=unit.now + LEASE)).rowcount != 1:
            return []
    pick = select(_lane.c.lane).where(_lane.c.webhook_id == hook_id, *_takable(unit.now))
    pick = pick.order_by(_lane.c.tries, _lane.c.due_at).limit(lanes).with_for_update(skip_locked=True)
    found = [_take(unit, hook, lane, 1 if probing else RUN) for lane in unit.conn.execute(pick).scalars().all()]
    if probing and not found:
        unit.conn.execute(update(_hook).where(_hook.c.id == hook_id).values(retry_at=hook["retry_at"]))
    return [batch for batch in found if batch.items]


def _take(unit: Unit, hook: dict[str, Any], lane: str, run: int) -> Batch:
    this = and_(_lane.c.webhook_id == hook["id"], _lane.c.lane == lane)
    claimed = update(_lane).where(this).values(leased_until=unit.now + LEASE, token=_lane.c.token + 1)
    token = unit.conn.execute(claimed.returning(_lane.c.token)).scalar_one()
    joined = _delivery.outerjoin(_event, _event.c.id == _delivery.c.event_id)
    joined = joined.outerjoin(_position, _position.c.seq == _event.c.seq)
    mine = (_delivery.c.webhook_id == hook["id"], _delivery.c.lane == lane, _delivery.c.state == WAITING)
    columns = (
        _delivery.c.id.label("delivery_id"), _delivery.c.message_id, _delivery.c.event_id, _delivery.c.place,
        _delivery.c.created_at,
    )  # fmt: skip
    items = unit.rows(
        select(*columns, *(column for column in _FACT)).select_from(joined).where(*mine).order_by(_delivery.c.place)
        .limit(run)
    )  # fmt: skip
    if not items:  # nothing waits after all
        unit.conn.execute(update(_lane).where(this).values(waiting=0, leased_until=None))
    return Batch(hook, lane, token, items)


def forget_old(unit: Unit, before: datetime) -> int:
    """Drop what ended before this moment, and queues in which nothing waits since; returns how many deliveries.

    A queue that is dropped while something of it is kept comes back when that is sent again.
    """
    old = select(_delivery.c.id).where(_delivery.c.ended_at < before)
    unit.conn.execute(delete(_attempt).where(_attempt.c.delivery_id.in_(old)))
    gone = unit.conn.execute(delete(_delivery).where(_delivery.c.ended_at < before)).rowcount
    unit.conn.execute(delete(_lane).where(_blank, _lane.c.leased_until.is_(None), _lane.c.due_at < before))
    return gone
