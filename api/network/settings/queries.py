"""Every SELECT on limits that were set."""

from __future__ import annotations

from typing import Any

from sqlalchemy import or_, select

from api.access import scope
from api.access.policy import P
from api.kit.unit import Row, Unit
from api.network.settings.model import Setting
from api.network.stations.model import Station

_setting = Setting.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]


def values(unit: Unit) -> dict[str, dict[str | None, Any]]:
    """What was set, by key and station (None: the network), for the process's own use, so without scope."""
    found: dict[str, dict[str | None, Any]] = {}
    for row in unit.rows(select(_setting.c.key, _setting.c.station_id, _setting.c.value)):
        found.setdefault(row["key"], {})[row["station_id"]] = row["value"]
    return found


def listed(unit: Unit) -> list[dict[str, Any]]:
    """What was set for the network and for the stations whose settings this caller may see."""
    return unit.rows(
        select(
            _setting.c.id, _setting.c.version, _setting.c.key, _setting.c.value, _setting.c.station_id,
            _station.c.code, _station.c.name,
        )
        .outerjoin(_station, _station.c.id == _setting.c.station_id)
        .where(or_(scope.visible(unit, P.SETTINGS_VIEW, Setting), _setting.c.station_id.is_(None)))
        .order_by(_setting.c.key, _station.c.code)
    )  # fmt: skip


def held(unit: Unit, key: str, station_id: str | None) -> Row | None:
    """The row of exactly this key and station, held until the end of the transaction."""
    here = _setting.c.station_id.is_(None) if station_id is None else _setting.c.station_id == station_id
    found = unit.first(select(*_setting.c).where(_setting.c.key == key, here).with_for_update())
    return None if found is None else Row(_setting, found)


def station_exists(unit: Unit, station_id: str) -> bool:
    """Whether there is such a station."""
    return unit.value(select(_station.c.id).where(_station.c.id == station_id)) is not None
