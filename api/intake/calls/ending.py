"""Calls that nobody ended: time ends them, so that no call is told as lasting for ever (R39, R53)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from api.events import log
from api.intake.calls import facts, queries
from api.intake.calls.heard import nobody
from api.intake.calls.workflow import WORKFLOW
from api.intake.telephony.legs import heard as legs
from api.intake.telephony.presences import service as presences
from api.kit.db import Database
from api.kit.unit import Row, Unit
from api.network.settings import limits

AT_ONCE = 100
"""Calls ended in one transaction."""


def scan_calls(db: Database, open_unit: Callable[[], AbstractContextManager[Unit]], now: datetime) -> int:
    """End every call whose time has come; gives how many. Nothing is opened for writing when nothing is due."""
    ended = 0
    with db.read() as conn:
        if not queries.anything_overdue(conn, _bounds(None, now)):
            return 0
    while True:
        with open_unit() as unit:
            found = queries.overdue(unit, _bounds(unit, now), AT_ONCE)
            for call in found:
                lapse(unit, call, now)
        ended += len(found)
        if len(found) < AT_ONCE:
            return ended


def _bounds(unit: Unit | None, now: datetime) -> dict[str, datetime]:
    """Rang, was answered or ended before this: its time has come. Without a unit, the least that may be set."""

    def before(key: str) -> datetime:
        seconds = limits.get(unit, key) if unit else limits.LIMITS[key].minimum
        return now - timedelta(seconds=seconds)

    return {
        "ringing": before("call.ringing_seconds"), "lasting": before("call.longest_seconds"),
        "written": before("call.write_down_seconds"),
    }  # fmt: skip


def lapse(unit: Unit, call: Row, now: datetime) -> None:
    """Missed if it still rings; a request if it became one; else not written down, or no end was heard."""
    if call.status == "ringing":
        changes, outcome = WORKFLOW.fire(unit, "give-up", call), nobody(call.direction)
    else:
        changes = WORKFLOW.fire(unit, "finish", call)
        outcome = "request" if call.case_id else "unrecorded" if call.ended_at else "lapsed"
    fact = facts.CallLapsed(number=call.number, outcome=outcome)
    log.append(unit, call, fact, outcome=outcome, **changes)  # when it truly ended nobody knows, and none is made up
    legs.end(unit, call.id, call.ended_at or now)
    if call.exchange_id and call.agent_id:
        presences.wrote_down(unit, call.agent_id, call.id)


def never_dialled(unit: Unit, call_id: str) -> None:
    """The exchange did not dial: the call is over before it began."""
    call = queries.told(unit, call_id)
    if call.status == "ringing":
        lapse(unit, call, unit.now)
