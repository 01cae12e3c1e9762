"""Verbs on limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from api.access.policy import P
from api.events import log
from api.kit.problems import Forbidden, Invalid, NotFound
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.settings import facts, queries, schemas
from api.network.settings.limits import LIMITS, Limit
from api.network.settings.model import Setting


def read_all(unit: Unit, station_id: str | None) -> dict[str, Any]:
    """Every limit with what is in force at the station."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in queries.listed(unit):
        rows.setdefault(row["key"], []).append(row)
    return {"items": [_shown(unit, limit, rows.get(key, []), station_id) for key, limit in LIMITS.items()]}


Listener = Callable[[Unit, str, str | None], None]
_listeners: list[Listener] = []


def on_change(listener: Listener) -> Listener:
    """Do this in the same transaction when a limit was set for a station or for all (None); told once at import."""
    _listeners.append(listener)
    return listener


def set_limit(unit: Unit, key: str, command: schemas.SetLimit) -> dict[str, Any]:
    """Set a figure for one station or for the network.

    :raises NotFound: no such limit.
    :raises Forbidden: the station (or the network) is not the caller's to set.
    :raises Invalid: the value does not fit, or the limit is the same for all stations.
    """
    limit = LIMITS.get(key)
    if limit is None:
        raise NotFound
    reach = unit.actor.reach(P.SETTINGS_EDIT)
    if not reach.everywhere and command.station_id not in reach.stations:
        raise Forbidden(permission=str(P.SETTINGS_EDIT))
    if command.station_id and not limit.by_station:
        words = Words("这个数全网统一，不能分站设", "This figure is the same for all stations")
        raise Invalid.field("/body/station_id", "network_wide", words)
    if command.station_id and not queries.station_exists(unit, command.station_id):
        raise Invalid.field("/body/station_id", "unknown", Words("没有这个站", "There is no such station"))
    value = limit.check(command.value)
    row = queries.held(unit, key, command.station_id)
    changes: dict[str, Any] = {}
    before = limit.default if row is None else row.value
    if row is None:
        row = unit.insert(Setting, key=key, station_id=command.station_id, value=value)
    else:
        changes = {"value": value}
    log.append(unit, row, facts.SettingChanged(key=key, before=before, after=value), **changes)
    unit.after_commit.append(lambda: unit.db.forget("settings"))
    for listener in _listeners:
        listener(unit, key, command.station_id)
    rows = [row for row in queries.listed(unit) if row["key"] == key]
    return _shown(unit, limit, rows, command.station_id)


def _shown(unit: Unit, limit: Limit, rows: list[dict[str, Any]], station_id: str | None) -> dict[str, Any]:
    own = {row["station_id"]: row["value"] for row in rows}
    return {
        "key": limit.key,
        "label": unit.say(limit.label),
        "unit": limit.unit,
        "rule": limit.rule,
        "runs": limit.runs,
        "default": limit.default,
        "value": own.get(station_id, own.get(None, limit.default)),
        "minimum": limit.minimum,
        "maximum": limit.maximum,
        "by_station": limit.by_station,
        "set_for": [
            {
                "id": row["id"],
                "version": row["version"],
                "value": row["value"],
                "station": row["station_id"] and {"id": row["station_id"], "code": row["code"], "name": row["name"]},
            }
            for row in rows
        ],
    }
