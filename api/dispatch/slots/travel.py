"""How long the way takes: as the crow flies, a detour of three tenths, at the station's own speed; where a place is not
known, the station's figure for a way (`booking.travel_default_seconds`)."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Any

from api.kit.unit import Unit
from api.network.settings import limits

_EARTH_KM = 6371.0
DETOUR = 1.3
Place = tuple[float | None, float | None]


def kilometres(start: Place, end: Place) -> float | None:
    """The distance as the crow flies; None where a place is not known."""
    if start[0] is None or start[1] is None or end[0] is None or end[1] is None:
        return None
    north, east, north2, east2 = (radians(degrees) for degrees in (start[0], start[1], end[0], end[1]))
    half = sin((north2 - north) / 2) ** 2 + cos(north) * cos(north2) * sin((east2 - east) / 2) ** 2
    return round(2 * _EARTH_KM * asin(sqrt(half)), 1)


def seconds(unit: Unit, station_id: str, distance_km: float | None) -> int:
    """The time for this distance, to the next five minutes."""
    if distance_km is None:
        return int(limits.get(unit, "booking.travel_default_seconds", station_id))
    speed: Any = limits.get(unit, "travel.speed_km_per_hour", station_id)
    exact = distance_km * DETOUR / speed * 3600
    return max(300, -int(-exact // 300) * 300)
