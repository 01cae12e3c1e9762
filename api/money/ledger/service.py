"""The one door to the ledger: a posting stands in an open day, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.exc import IntegrityError

from api.access.actor import SYSTEM
from api.kit.db import insert_unless_there, savepoint
from api.kit.ids import new_id
from api.kit.unit import Row, Unit
from api.money.ledger import queries
from api.money.ledger.chart import Account
from api.money.ledger.model import DAY_CLOSED, OVERDRAWN, CashDay, Posting
from api.money.ledger.problems import DayClosed, Overdrawn
from api.network.stations import queries as stations


def by_rule(unit: Unit) -> Unit:
    """The same unit for a step that follows by rule from what the caller did, whatever his own rights."""
    return replace(unit, actor=SYSTEM)


def day_for(unit: Unit, station_id: str) -> date:
    """In whose books a deed stands: the day it happened, or the first open one after it if that is closed (P14).

    A device that was away brings deeds of closed days; they keep their own time and are booked later.
    """
    zone = ZoneInfo(stations.zone_of(unit, station_id))
    happened = min(unit.occurred_at or unit.now, unit.now).astimezone(zone).date()
    closed = queries.last_closed(unit, station_id)
    return happened if closed is None or closed < happened else closed + timedelta(days=1)


def open_day(unit: Unit, station_id: str, day: date) -> None:
    """Have the day in the books."""
    if queries.day_of(unit, station_id, day) is None:
        row = {
            "id": new_id(), "version": 1, "created_at": unit.now, "station_id": station_id, "day": day,
            "status": "open", "banked_fen": 0,
        }  # fmt: skip
        table = CashDay.__table__  # type: ignore[attr-defined]
        unit.conn.execute(insert_unless_there(unit.conn, table), row)


def post(
    unit: Unit,
    kind: str,
    debit: Account,
    credit: Account,
    amount_fen: int,
    *,
    station_id: str,
    day: date | None = None,
    **about: Any,
) -> Row:
    """Move the amount from `credit` to `debit`; `about` names case, bill, payment, refund, handover and holders.

    :raises Overdrawn: the account has less.
    :raises DayClosed: the named day was closed meanwhile; without a named one the next open day is taken.
    """
    for _ in range(3):
        posted_on = day or day_for(unit, station_id)
        open_day(unit, station_id, posted_on)
        try:
            with savepoint(unit.conn):
                return unit.insert(
                    Posting, kind=kind, debit=debit, credit=credit, amount_fen=amount_fen, station_id=station_id,
                    posted_on=posted_on, occurred_at=min(unit.occurred_at or unit.now, unit.now), recorded_at=unit.now,
                    recorded_by_id=unit.actor.employee_id, **about,
                )  # fmt: skip
        except IntegrityError as error:
            said = str(error.orig)
            if OVERDRAWN in said:
                raise Overdrawn from error
            if DAY_CLOSED not in said:
                raise
            if day:
                raise DayClosed(day=day.isoformat()) from error
    raise DayClosed
