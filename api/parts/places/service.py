"""Verbs on places."""

from __future__ import annotations

from typing import Any

from api.access import scope
from api.access.policy import P
from api.events import log
from api.kit.problems import Clash, Duplicate, Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.employees import queries as employees
from api.network.stations import queries as stations
from api.parts.places import facts, queries, schemas
from api.parts.places.model import StockPlace


def add(unit: Unit, command: schemas.PlaceCreate) -> dict[str, Any]:
    """Set up a place.

    :raises Invalid: it cannot stand there, or a van has no engineer.
    :raises Forbidden: the station is not the caller's to set up places at.
    :raises Duplicate: the station has a place of this code, or one of what is on its way already.
    """
    station = stations.active(unit, command.station_id)
    if station is None:
        raise Invalid.field("/body/station_id", "unknown", Words("没有这个站", "There is no such station"))
    reach = unit.actor.reach(P.STOCK_PLACES_CREATE)
    if not reach.everywhere and station.id not in reach.stations:
        raise Forbidden(permission=str(P.STOCK_PLACES_CREATE))
    parent = _parent(unit, command, station)
    _holder(unit, command.kind, command.employee_id, station.id)
    if queries.code_taken(unit, station.id, command.code):
        raise Duplicate(Words("这个站已有这个库位号", "The station has a place of this code"), code=command.code)
    if command.kind == "in_transit" and queries.in_transit(unit, station.id):
        raise Duplicate(Words("每个站只设一个在途库位", "A station has one place for what is on its way"))
    return queries.read(unit, _made(unit, command, parent).id)


def _made(unit: Unit, command: schemas.PlaceCreate, parent: Row | None) -> Row:
    row = unit.insert(
        StockPlace, id=command.id, code=command.code, name=command.name, kind=command.kind,
        station_id=command.station_id, parent_id=parent.id if parent else None, employee_id=command.employee_id,
        active=True,
    )  # fmt: skip
    fact = facts.StockPlaceAdded(
        code=row.code, name=row.name, kind=row.kind, parent_id=row.parent_id, employee_id=row.employee_id
    )
    return log.append(unit, row, fact)


def _parent(unit: Unit, command: schemas.PlaceCreate, station: Row) -> Row | None:
    parent = queries.known(unit, command.parent_id) if command.parent_id else None
    fits = (parent.kind if parent else None) in schemas.ABOVE[command.kind]
    there = parent is not None and parent.active and (parent.station_id == station.id or parent.kind == "centre")
    if (command.parent_id and not there) or not fits:
        words = Words("这种库位不能放在那里", "A place of this kind cannot stand there")
        raise Invalid.field("/body/parent_id", "misplaced", words)
    return parent


def _holder(unit: Unit, kind: str, employee_id: str | None, station_id: str) -> None:
    if kind == "van" and not employee_id:
        raise Invalid.field("/body/employee_id", "missing", Words("车上库位要写是谁的车", "Say whose van it is"))
    if employee_id and (kind not in ("van", "bench") or not employees.nameable(unit, employee_id, station_id)):
        words = Words("没有这个人，或这种库位不归个人", "There is no such employee, or such a place is nobody's own")
        raise Invalid.field("/body/employee_id", "unknown", words)


def change(unit: Unit, id: str, command: schemas.PlaceChange) -> dict[str, Any]:
    """Change what was sent.

    :raises Clash: it would be given up while something lies there.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.STOCK_PLACES_EDIT, row)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    for name, value in sent.items():
        if value is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    if sent.get("active") is False and queries.holds_anything(unit, id):
        raise Clash(Words("里面还有备件，先移走", "Parts still lie there; move them first"))
    if sent:
        log.append(
            unit, row, facts.StockPlaceChanged(fields=sorted(sent), active=sent.get("active", row.active)), **sent
        )
    return queries.read(unit, id)


def in_transit(unit: Unit, station_id: str) -> Row:
    """Where what this station sends lies on its way; set up when first needed."""
    if found := queries.in_transit(unit, station_id):
        return found
    wanted = schemas.PlaceCreate(code=schemas.TRANSIT, name="在途", kind="in_transit", station_id=station_id)
    return _made(unit, wanted, None)
