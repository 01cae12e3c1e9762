"""Every SELECT on requests to exchanges."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select, update

from api.intake.telephony.model import TelephonyCall, TelephonyExchange, TelephonyRequest
from api.kit.unit import Row, Unit

AGAIN = timedelta(seconds=10)
"""Taken and not settled for so long, a request is handed out again with the same id: the answer may have been lost."""
_request = TelephonyRequest.__table__  # type: ignore[attr-defined]
_exchange = TelephonyExchange.__table__  # type: ignore[attr-defined]
_link = TelephonyCall.__table__  # type: ignore[attr-defined]


def exchange(unit: Unit, id: str) -> dict[str, Any] | None:
    """An active exchange with when it was heard."""
    told = select(_exchange.c.id, _exchange.c.station_id, _exchange.c.heard_at)
    return unit.first(told.where(_exchange.c.id == id, _exchange.c.active))


def due(unit: Unit, exchange_id: str, limit: int) -> list[Row]:
    """What this exchange is to do, the oldest first; locked, so that two of its workers do not both take it."""
    taken_long_ago = (_request.c.status == "taken") & (_request.c.taken_at < unit.now - AGAIN)
    statement = (
        select(*_request.c)
        .where(
            _request.c.exchange_id == exchange_id, _request.c.expires_at > unit.now,
            (_request.c.status == "open") | taken_long_ago,
        )
        .order_by(_request.c.created_at, _request.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )  # fmt: skip
    return [Row(_request, row) for row in unit.rows(statement)]


def keys(unit: Unit, call_ids: set[str]) -> dict[str, str]:
    """What the exchange calls these calls."""
    if not call_ids:
        return {}
    told = select(_link.c.call_id, _link.c.call_key).where(_link.c.call_id.in_(sorted(call_ids))).order_by(_link.c.id)
    return {row["call_id"]: row["call_key"] for row in unit.rows(told)}


def mark_taken(unit: Unit, ids: list[str]) -> None:
    """The exchange has them."""
    if ids:
        unit.conn.execute(update(_request).where(_request.c.id.in_(ids)).values(status="taken", taken_at=unit.now))


def one(unit: Unit, exchange_id: str, id: str) -> Row | None:
    """A request to this exchange, locked."""
    mine = (_request.c.id == id, _request.c.exchange_id == exchange_id)
    found = unit.first(select(*_request.c).where(*mine).with_for_update())
    return None if found is None else Row(_request, found)


def settle(unit: Unit, request: Row, status: str) -> None:
    """What became of it."""
    unit.conn.execute(update(_request).where(_request.c.id == request.id).values(status=status, settled_at=unit.now))


def expired(unit: Unit, most: int) -> list[Row]:
    """Requests that nobody took or settled in time, locked."""
    statement = (
        select(*_request.c)
        .where(_request.c.status.in_(("open", "taken")), _request.c.expires_at <= unit.now)
        .order_by(_request.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return [Row(_request, row) for row in unit.rows(statement)]


def anything_expired(conn: Connection, now: datetime) -> bool:
    """Whether `expired` would find anything."""
    late = (_request.c.status.in_(("open", "taken")), _request.c.expires_at <= now)
    return conn.execute(select(_request.c.id).where(*late).limit(1)).first() is not None
