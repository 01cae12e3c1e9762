"""Which day it is where the money is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from api.kit.unit import Unit
from api.network.stations import queries as stations


def local_day(unit: Unit, station_id: str) -> date:
    """Today at the station."""
    return unit.now.astimezone(ZoneInfo(stations.zone_of(unit, station_id))).date()


def end_of(unit: Unit, station_id: str, day: date) -> datetime:
    """The moment at which this day is over at the station."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(stations.zone_of(unit, station_id)))
