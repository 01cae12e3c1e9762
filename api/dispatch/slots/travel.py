"""How long the way takes: as the crow flies, a detour of three tenths, at the station's own speed; where a place is not
known, the station's figure for a way (`booking.travel_default_seconds`)."""

from __future__ import annotations

from typing import Any

from api.kit.unit import Unit
from api.network.settings import limits

DETOUR = 1.3


def seconds(unit: Unit, station_id: str, distance_km: float | None) -> int:
    """The time for this distance, to the next five minutes."""
    if distance_km is None:
        return int(limits.get(unit, "booking.travel_default_seconds", station_id))
    speed: Any = limits.get(unit, "travel.speed_km_per_hour", station_id)
    exact = distance_km * DETOUR / speed * 3600
    return max(300, -int(-exact // 300) * 300)
