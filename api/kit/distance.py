"""How far two places lie apart."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
Place = tuple[float | None, float | None]
"""Latitude and longitude in degrees, where known."""


def kilometres(start: Place, end: Place) -> float | None:
    """Great-circle distance in km to one decimal, or None where a place is not known."""
    if start[0] is None or start[1] is None or end[0] is None or end[1] is None:
        return None
    north, north2 = radians(start[0]), radians(end[0])
    half = sin((north2 - north) / 2) ** 2 + cos(north) * cos(north2) * sin(radians(end[1] - start[1]) / 2) ** 2
    return round(2 * EARTH_KM * asin(sqrt(min(1.0, half))), 1)
