"""Signing on and off, and what a telephone says of whoever sits at it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from api.events import log
from api.intake.telephony.exchanges.queries import SILENT
from api.intake.telephony.extensions import queries as extensions
from api.intake.telephony.extensions import service as seats
from api.intake.telephony.model import Presence
from api.intake.telephony.presences import facts, queries, schemas
from api.intake.telephony.presences.workflow import WORKFLOW
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words


def sign_on(unit: Unit, command: schemas.SignOn) -> dict[str, Any]:
    """The caller is there for calls, at this extension; again is no harm.

    :raises Invalid: an extension without its exchange.
    :raises Forbidden: a machine, which sits nowhere.
    :raises Clash: somebody else sits there.
    """
    person = extensions.employee(unit, unit.actor.employee_id) if unit.actor.employee_id else None
    if person is None:
        raise Forbidden
    if (command.exchange_id is None) != (command.extension is None):
        lacking = "exchange_id" if command.exchange_id is None else "extension"
        raise Invalid.field(f"/body/{lacking}", "missing", Words("交换机和分机要一起填", "Both or neither"))
    if command.exchange_id and command.extension:
        if extensions.exchange(unit, command.exchange_id) is None:
            raise Invalid.field("/body/exchange_id", "unknown", Words("没有这台交换机", "There is no such exchange"))
        seats.sit(unit, command.exchange_id, command.extension, person, unit.now, take_over=command.take_over)
    own = queries.of_employee(unit, person["id"])
    if own is None:
        own = unit.insert(
            Presence, employee_id=person["id"], station_id=person["station_id"], status="available", since=unit.now
        )
        log.append(unit, own, facts.PresenceChanged(status="available", since=unit.now))
    elif own.status in WORKFLOW.steps["available"].sources:
        _move(unit, own, "available", unit.now)
    return queries.read(unit, own.id)


def available(unit: Unit, id: str, command: schemas.Available) -> dict[str, Any]:
    """Ready for the next call."""
    return _act(unit, id, "available")


def away(unit: Unit, id: str, command: schemas.Away) -> dict[str, Any]:
    """Not there for a while, with the reason."""
    return _act(unit, id, "away", reason=command.reason)


def sign_off(unit: Unit, id: str, command: schemas.SignOff) -> dict[str, Any]:
    """Gone for today; the extension stays his until another takes it."""
    return _act(unit, id, "sign-off")


def _act(unit: Unit, id: str, action: str, **more: Any) -> dict[str, Any]:
    _move(unit, queries.one(unit, id, lock=True), action, unit.now, **more)
    return queries.read(unit, id)


def _move(
    unit: Unit, own: Row, action: str, at: datetime, *, reason: str | None = None, call_id: str | None = None
) -> None:
    changes = WORKFLOW.fire(unit, action, own, queries.BASE)
    fact = facts.PresenceChanged(status=changes["status"], since=at, reason=reason, call_id=call_id)
    log.append(unit, own, fact, since=at, reason=reason, call_id=call_id, **changes)


# -- what the telephone says -----------------------------------------------------------------------------------------
def takes_call(unit: Unit, employee_id: str, call_id: str, at: datetime) -> None:
    """He talks. What is told late, after he has said something newer of himself, changes nothing."""
    own = queries.of_employee(unit, employee_id)
    if own and own.since <= at and own.call_id != call_id:
        _move(unit, own, "take-call", at, call_id=call_id)


def leaves_call(unit: Unit, employee_id: str, call_id: str, at: datetime) -> None:
    """He hung up: there is still the call to write down."""
    own = queries.of_employee(unit, employee_id)
    if own and own.status == "on_call" and own.call_id == call_id:
        _move(unit, own, "leave-call", max(at, own.since), call_id=call_id)


def wrote_down(unit: Unit, employee_id: str, call_id: str) -> None:
    """The call is written down: he is free for the next."""
    own = queries.of_employee(unit, employee_id)
    if own and own.status == "after_call" and own.call_id == call_id:
        _move(unit, own, "available", unit.now)


def told(unit: Unit, employee_id: str, status: str, at: datetime) -> None:
    """His telephone says that he is there, away or gone; older than what is known, it changes nothing."""
    own = queries.of_employee(unit, employee_id)
    action = {"available": "available", "away": "away", "off": "sign-off"}[status]
    if own and own.since < at and own.status in WORKFLOW.steps[action].sources:
        _move(unit, own, action, at, reason="other" if status == "away" else None)


def line(unit: Unit) -> dict[str, Any]:
    """The caller's own telephone at a glance."""
    seat = extensions.of_employee(unit, unit.actor.employee_id) if unit.actor.employee_id else None
    heard = seat and seat["heard_at"]
    return {
        "connected": bool(seat and seat["active"] and heard and unit.now - heard <= SILENT),
        "exchange": seat and seat["exchange_name"], "extension": seat and seat["number"],
        "presence": queries.mine(unit), **queries.waiting(unit),
    }  # fmt: skip
