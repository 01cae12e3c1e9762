"""`/stations`: the tree of three levels (R1) and who answers for which address (R2)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import Order, list_of, page
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.stations import queries, schemas, service
from api.network.stations.model import Station
from api.network.stations.responsible import NoStation

resource = Resource("/stations", visible=queries.visible)
router = resource.router
_station = Station.__table__  # type: ignore[attr-defined]
_ORDERS = {"code": Order(_station.c.code, _station.c.id), "name": Order(_station.c.name_key, _station.c.id)}


@resource.get(permission=P.STATIONS_VIEW, answer=list_of(schemas.StationRead))
def list_stations(unit: Unit, query: schemas.StationQuery) -> dict[str, Any]:
    """Stations by code or by the sound of their names."""
    statement = queries.listed(unit)
    if query.q:
        statement = statement.where(queries.named(query.q))
    for name in ("level", "parent_id", "active"):
        if (value := getattr(query, name)) is not None:
            statement = statement.where(_station.c[name] == value)
    found = page(unit, statement, query, _ORDERS, sort=query.sort)
    return found | {"items": service.shown(unit, found["items"])}


@resource.post(permission=P.STATIONS_CREATE, answer=schemas.StationRead, refuses=(Clash,))
def open_station(unit: Unit, command: schemas.StationCreate) -> dict[str, Any]:
    """Add a station to the tree."""
    return service.open_station(unit, command)


@resource.get("/responsible", permission=P.STATIONS_VIEW, answer=schemas.Responsible, refuses=(NoStation,))
def responsible_station(unit: Unit, query: schemas.ResponsibleQuery) -> dict[str, Any]:
    """The station that answers for an address, and why; no address is without one (R2)."""
    return service.answers_for(unit, query.address)


@resource.get("/{id}", permission=P.STATIONS_VIEW, answer=schemas.StationRead)
def read_station(unit: Unit, id: Id) -> dict[str, Any]:
    """One station."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.STATIONS_EDIT, answer=schemas.StationRead, refuses=(Clash,))
def change_station(unit: Unit, id: Id, command: schemas.StationChange) -> dict[str, Any]:
    """Change a station's data, its region, its districts."""
    return service.change(unit, id, command)
