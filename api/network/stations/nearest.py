"""To which station a customer brings his device: the nearest that takes devices in, with address and hours (R46, R52)."""

from __future__ import annotations

from typing import Any

from api.kit.distance import Place, kilometres
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.stations import queries
from api.network.stations.schemas import StationToTell

_NEAREST = Words("离客户最近，直线 {km} 公里", "The nearest to the customer, {km} km in a straight line")
_UNPLACED = Words(
    "客户地点没有坐标，先告知负责站，不一定最近",
    "The place has no position: the responsible station, not always the nearest",
)


def nearest(unit: Unit, place: Place, responsible_id: str) -> dict[str, Any]:
    """What the customer is told: station, address, hours, how far, and why this one.

    Where the place has no position, or no station has one, it is the responsible station, and that is said. Regions and
    the centre take no devices in.
    """
    taking_in = queries.taking_in(unit)
    far = [(km, row["code"], row) for row in taking_in if (km := _far(place, row)) is not None]
    if far:
        km, _, row = min(far, key=lambda one: one[:2])
        return _told(row) | {"distance_km": km, "why": unit.say(_NEAREST.format(km=f"{km:g}"))}
    found = [row for row in taking_in if row["id"] == responsible_id] or [queries.known(unit, responsible_id).__dict__]
    return _told(found[0]) | {"distance_km": None, "why": unit.say(_UNPLACED)}


def _far(place: Place, row: dict[str, Any]) -> float | None:
    return kilometres(place, (row["latitude"], row["longitude"]))


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in StationToTell.model_fields}
