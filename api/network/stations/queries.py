"""Every SELECT on the station tree."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.kit.unit import Row, Unit
from api.network.calendars.model import Calendar
from api.network.stations.model import Station, StationDistrict, StationRegion

_station = Station.__table__  # type: ignore[attr-defined]
_parent = _station.alias("parent")
_district = StationDistrict.__table__  # type: ignore[attr-defined]
_region = StationRegion.__table__  # type: ignore[attr-defined]
_calendar = Calendar.__table__  # type: ignore[attr-defined]


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


# -- for the rooms' own use: addresses resolve and promises fall due whoever asks, so without scope ---------------


def known(unit: Unit, id: str) -> Row:
    """A station by id.

    :raises NotFound: there is none.
    """
    return unit.one(Station, _station.c.id == id)


def active(unit: Unit, id: str) -> Row | None:
    """The station by id, if it is active."""
    return _row(unit.first(select(*_station.c).where(_station.c.id == id, _station.c.active)))


def centre(unit: Unit) -> Row | None:
    """The service centre at the top of the tree (R1)."""
    return _row(unit.first(select(*_station.c).where(_station.c.level == "centre", _station.c.active).limit(1)))


def districts_in(unit: Unit, prefixes: Collection[str]) -> list[dict[str, Any]]:
    """The districts written exactly so, with their stations."""
    return unit.rows(
        select(
            _district.c.prefix, _district.c.station_id, _station.c.active, _station.c.parent_id, _station.c.name
        )
        .join(_station, _station.c.id == _district.c.station_id)
        .where(_district.c.prefix.in_(prefixes))
    )  # fmt: skip


def region_around(unit: Unit, province: str) -> Row | None:
    """The active region over the stations whose districts lie in this province or city; the first by code."""
    return _row(
        unit.first(
            select(*_parent.c)
            .join(_station, _station.c.parent_id == _parent.c.id)
            .join(_district, _district.c.station_id == _station.c.id)
            .where(
                _district.c.prefix.startswith(province, autoescape=True), _parent.c.level == "region", _parent.c.active
            )
            .order_by(_parent.c.code)
            .limit(1)
        )
    )


def taking_in(unit: Unit) -> list[dict[str, Any]]:
    """The active stations that take devices in, wherever they are: any may be told to any caller (R46)."""
    told = (_station.c.id, _station.c.code, _station.c.name, _station.c.address, _station.c.phone)
    statement = select(*told, _station.c.opening_text, _station.c.latitude, _station.c.longitude)
    return unit.rows(statement.where(_station.c.level == "station", _station.c.active))


def calendar_id(unit: Unit, station_id: str) -> str:
    """By which calendar the station works; at most 5 s old."""
    found = unit.db.keep("stations' calendars", lambda: _calendars(unit))
    if station_id not in found:
        found = _calendars(unit)
    return found[station_id]


def zone_of(unit: Unit, station_id: str) -> str:
    """The zone that a station lives by; its days, numbers and posts are told in it. Nothing where there is no such station."""
    return unit.value(
        select(_calendar.c.time_zone)
        .join(_station, _station.c.calendar_id == _calendar.c.id)
        .where(_station.c.id == station_id)
    )


def _calendars(unit: Unit) -> dict[str, str]:
    return {row["id"]: row["calendar_id"] for row in unit.rows(select(_station.c.id, _station.c.calendar_id))}


def _row(found: dict[str, Any] | None) -> Row | None:
    return None if found is None else Row(_station, found)


# -- what callers see ----------------------------------------------------------------------------------------------


def visible(unit: Unit, id: str) -> Row:
    """The station, if this caller may see it.

    :raises NotFound: otherwise.
    """
    return one(unit, id)


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The station's row.

    :raises NotFound: none, or none that this caller may see.
    """
    return unit.one(Station, _station.c.id == id, scope.visible(unit, P.STATIONS_VIEW, Station), lock=lock)


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids of the stations that this caller may see."""
    return select(_station.c.id).where(scope.visible(unit, P.STATIONS_VIEW, Station))


def listed(unit: Unit) -> Select[Any]:
    """All stations this caller may see, with their parents."""
    return select(*_columns()).outerjoin(_parent, _parent.c.id == _station.c.parent_id).where(
        scope.visible(unit, P.STATIONS_VIEW, Station)
    )  # fmt: skip


def named(q: str) -> ColumnElement[bool]:
    """Part of the name or of its pinyin initials, or the beginning of the code."""
    low = q.strip().lower()
    return or_(
        _station.c.name.contains(q.strip(), autoescape=True),
        _station.c.name_key.contains(low, autoescape=True),
        func.lower(_station.c.code).startswith(low, autoescape=True),
    )


def _columns() -> list[Any]:
    return [*_station.c, _parent.c.code.label("parent_code"), _parent.c.name.label("parent_name")]


def read(unit: Unit, id: str) -> dict[str, Any] | None:
    """One station with its parent."""
    return unit.first(listed(unit).where(_station.c.id == id))


def districts_of(unit: Unit, stations: Collection[str]) -> dict[str, list[str]]:
    """The districts of these stations, by station, in order."""
    found: dict[str, list[str]] = {}
    statement = select(_district.c.station_id, _district.c.prefix).where(_district.c.station_id.in_(sorted(stations)))
    for row in unit.rows(statement.order_by(_district.c.prefix)):
        found.setdefault(row["station_id"], []).append(row["prefix"])
    return found


def children(unit: Unit, id: str) -> list[Row]:
    """The stations right below it."""
    return [Row(_station, row) for row in unit.rows(select(*_station.c).where(_station.c.parent_id == id))]


def code_taken(unit: Unit, code: str) -> bool:
    """Whether another station has this code."""
    return unit.value(select(_station.c.id).where(_station.c.code == code)) is not None


def open_region(unit: Unit, station_id: str) -> Row | None:
    """The line of the station's history that still holds."""
    found = unit.first(select(*_region.c).where(_region.c.station_id == station_id, _region.c.ends_on.is_(None)))
    return None if found is None else Row(_region, found)


def calendar_exists(unit: Unit, id: str) -> bool:
    """Whether there is such a calendar."""
    return unit.value(select(_calendar.c.id).where(_calendar.c.id == id)) is not None
