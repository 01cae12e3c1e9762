"""What access must know of the station tree; the network room, which stands above it, tells it through these hooks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import Connection

Regions = Callable[[Connection, Collection[str]], Mapping[str, frozenset[str]]]
Names = Callable[[Connection, Collection[str]], Mapping[str, dict[str, Any]]]
Person = Callable[[Connection, str], dict[str, Any] | None]
_told: dict[str, Any] = {}


def tell(*, regions: Regions, names: Names, employee: Person) -> None:
    """Called once at import by `network/queries.py`."""
    _told.update(regions=regions, names=names, employee=employee)


def employee(conn: Connection, id: str) -> dict[str, Any] | None:
    """`{id, name, station_id}` of an active employee, or None."""
    found: dict[str, Any] | None = _told["employee"](conn, id)
    return found


def regions(conn: Connection, stations: Collection[str]) -> Mapping[str, frozenset[str]]:
    """For each station the stations that count as its region: itself and all below it (R1)."""
    found: Mapping[str, frozenset[str]] = _told["regions"](conn, stations) if stations else {}
    return found


def names(conn: Connection, stations: Collection[str]) -> Mapping[str, dict[str, Any]]:
    """`{id, code, name}` of each of these stations."""
    found: Mapping[str, dict[str, Any]] = _told["names"](conn, stations) if stations else {}
    return found
