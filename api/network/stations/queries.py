"""Every SELECT on the station tree."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, select

from api.access import tree
from api.network.stations.model import Station

_station = Station.__table__  # type: ignore[attr-defined]


def regions(conn: Connection, stations: Collection[str]) -> Mapping[str, frozenset[str]]:
    """For each station itself and all stations below it; three levels (R1), so the whole tree is read at once."""
    below: dict[str, set[str]] = {}
    for id, parent in conn.execute(select(_station.c.id, _station.c.parent_id)):
        below.setdefault(parent, set()).add(id)
    found: dict[str, frozenset[str]] = {}
    for station in stations:
        whole, fresh = {station}, {station}
        while fresh:
            fresh = {child for parent in fresh for child in below.get(parent, ())} - whole
            whole |= fresh
        found[station] = frozenset(whole)
    return found


def names(conn: Connection, stations: Collection[str]) -> Mapping[str, dict[str, Any]]:
    """`{id, code, name}` of each of these stations, by id."""
    statement = select(_station.c.id, _station.c.code, _station.c.name).where(_station.c.id.in_(sorted(stations)))
    return {row.id: {"id": row.id, "code": row.code, "name": row.name} for row in conn.execute(statement)}


tree.tell(regions=regions, names=names)
