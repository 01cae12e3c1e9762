"""Which day it is where the money is."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from api.kit.unit import Unit
from api.network.stations import queries as stations


def local_day(unit: Unit, station_id: str) -> date:
    """Today at the station."""
    return unit.now.astimezone(ZoneInfo(stations.zone_of(unit, station_id))).date()
