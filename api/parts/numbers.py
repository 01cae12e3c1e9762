"""Numbers of the stock papers: SM slip of movements, TR transfer, RV reservation, ST stock-take, SX exception."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from api.kit.numbering import next_number
from api.kit.unit import Unit
from api.network.stations import queries as stations


def draw(unit: Unit, kind: str, station_id: str) -> str:
    """The station's next number of this kind, on its local day."""
    day = unit.now.astimezone(ZoneInfo(stations.zone_of(unit, station_id))).date()
    return next_number(unit, kind, stations.known(unit, station_id).code, day)
