"""Putting vehicles and benches on file, and taking their time."""

from __future__ import annotations

from typing import Any

from api.access import scope
from api.access.policy import P
from api.events import log
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network import queries as network
from api.network.bookable_resources import facts, queries, schemas
from api.network.bookable_resources.model import BookableResource
from api.network.bookings import schemas as taking
from api.network.bookings import service as bookings
from api.network.bookings.model import Bookable
from api.network.stations import queries as stations


def add(unit: Unit, command: schemas.Add) -> dict[str, Any]:
    """A vehicle or a bench of one of the caller's stations.

    :raises Forbidden: another's station.
    :raises Invalid: no such station.
    """
    reach = unit.actor.reach(P.BOOKABLE_RESOURCES_CREATE)
    if not reach.everywhere and command.station_id not in reach.stations:
        raise Forbidden(permission=str(P.BOOKABLE_RESOURCES_CREATE))
    if stations.active(unit, command.station_id) is None:
        words = Words("没有这个站", "There is no such station")
        raise Invalid.field("/body/station_id", "unknown", words)
    line = unit.insert(
        Bookable, resource_no=network.next_resource_no(unit), kind=command.kind, station_id=command.station_id
    )
    row = unit.insert(
        BookableResource, id=command.id, station_id=command.station_id, resource_id=line.id, kind=command.kind,
        name=command.name, active=True,
    )  # fmt: skip
    log.append(unit, row, facts.BookableResourceAdded(kind=row.kind, name=row.name))
    return queries.shown(row)


def change(unit: Unit, id: str, command: schemas.Change) -> dict[str, Any]:
    """Another name, or out of use; what is booked stays booked.

    :raises Forbidden: visible, but not the caller's to change.
    """
    row = queries.one(unit, id, lock=True)
    scope.demand(unit, P.BOOKABLE_RESOURCES_EDIT, row)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if empty := next((name for name, value in sent.items() if value is None), None):
        raise Invalid.field(f"/body/{empty}", "missing", Words("不能空着", "Must not be empty"))
    if sent:
        told = {"name": row.name, "active": row.active} | sent
        log.append(unit, row, facts.BookableResourceChanged(**told), **sent)
    return queries.shown(row)


def book(unit: Unit, id: str, command: taking.UseThing) -> dict[str, Any]:
    """Take its time; overlaps are refused like an engineer's (P4).

    :raises Clash: it is taken; `clash` says by what.
    :raises Forbidden: visible, but not the caller's to plan.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.BOOKINGS_ASSIGN, row)
    return bookings.use(unit, row, command)
