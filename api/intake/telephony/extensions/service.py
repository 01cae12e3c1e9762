"""Giving extensions to people, dated: a call that is told of late still finds who sat there when it rang."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from api.access import scope
from api.access.policy import P
from api.events import log
from api.intake.telephony.extensions import facts, queries, schemas
from api.intake.telephony.model import Extension
from api.kit.problems import Clash, Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.employees import queries as employees


def assign(unit: Unit, command: schemas.Assign) -> dict[str, Any]:
    """Put somebody at an extension.

    :raises Invalid: no such exchange or person, a moment to come, or one at which another sat there.
    :raises Forbidden: a person of a station that the caller has no say in.
    :raises Clash: somebody else sits there, and he is not to be replaced.
    """
    if queries.exchange(unit, command.exchange_id) is None:
        raise Invalid.field("/body/exchange_id", "unknown", Words("没有这台交换机", "There is no such exchange"))
    person = queries.employee(unit, command.employee_id)
    if person is None or not employees.nameable(unit, command.employee_id):
        raise Invalid.field("/body/employee_id", "unknown", Words("没有这位员工", "There is no such employee"))
    seat = Row(Extension.__table__, {"id": None, "station_id": person["station_id"], "employee_id": None})  # type: ignore[attr-defined]
    if not scope.covers(unit.actor, unit.actor.reach(P.EXTENSIONS_CREATE), seat):
        raise Forbidden(permission=str(P.EXTENSIONS_CREATE))
    since = command.starts_at or unit.now
    if since > unit.now:
        raise Invalid.field("/body/starts_at", "in_future", Words("还没到这个时间", "That time is still to come"))
    id = sit(unit, command.exchange_id, command.number, person, since, take_over=command.take_over)
    return queries.read(unit, id)


def sit(unit: Unit, exchange_id: str, number: str, person: dict[str, Any], since: datetime, *, take_over: bool) -> str:
    """He sits there from now on, and nowhere else; gives the seat's id.

    :raises Clash: somebody else sits there, and he is not to be replaced.
    :raises Invalid: at that moment another sat there, or he elsewhere.
    """
    for held in queries.holding(unit, exchange_id, number, person["id"]):
        same = held.exchange_id == exchange_id and held.number == number
        if same and held.employee_id == person["id"]:
            return str(held.id)
        if same and not take_over:
            taken = Words("分机 {number} 是 {name} 在用", "{name} sits at extension {number}")
            raise Clash(taken.format(number=number, name=held.employee_name), employee_id=held.employee_id)
        if held.starts_at > since:
            raise _another()
        leave(unit, held, since)
    if queries.overlapping(unit, exchange_id, number, person["id"], since):
        raise _another()
    seat = unit.insert(
        Extension,
        exchange_id=exchange_id,
        number=number,
        employee_id=person["id"],
        station_id=person["station_id"],
        starts_at=since,
    )
    log.append(unit, seat, facts.ExtensionAssigned(number=number, employee_id=person["id"]))
    return str(seat.id)


def _another() -> Invalid:
    words = Words("那个时间分机或他本人已有安排", "At that time the extension or the person was taken")
    return Invalid.field("/body/starts_at", "overlaps", words)


def leave(unit: Unit, seat: Row, at: datetime) -> None:
    """Nobody sits there any more from this moment."""
    log.append(unit, seat, facts.ExtensionEnded(number=seat.number), ends_at=at)


def end(unit: Unit, id: str, command: schemas.End) -> dict[str, Any]:
    """Nobody sits there from now on; one that ended already stays as it is."""
    seat = queries.one(unit, id, lock=True)
    scope.demand(unit, P.EXTENSIONS_EDIT, seat)
    if seat.ends_at is None:
        leave(unit, seat, unit.now)
    return queries.read(unit, id)
