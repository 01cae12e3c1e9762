"""Names and zones that a sentence needs; the room above that keeps them tells them to us."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from sqlalchemy import Connection

Names = Callable[[Connection, Collection[str]], Mapping[str, str]]
Zones = Callable[[Connection, Collection[str]], Mapping[str, str]]


def _none(_conn: Connection, _ids: Collection[str]) -> Mapping[str, str]:
    return {}


_employees: Names = _none
_zones: Zones = _none


def tell(*, employees: Names, zones: Zones) -> None:
    """Told by `network`: names of employees by id, names of the time zones of stations by id."""
    global _employees, _zones
    _employees, _zones = employees, zones


def employees(conn: Connection, ids: Collection[str]) -> Mapping[str, str]:
    """Employees' names by id; ids of anything else are left out."""
    return _employees(conn, ids) if ids else {}


def zones(conn: Connection, stations: Collection[str]) -> Mapping[str, str]:
    """The time zones that stations live by."""
    return _zones(conn, stations) if stations else {}
