"""`/settings`: the limits of the trade and what the network or a station made of them."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.unit import Unit
from api.network.settings import schemas, service

resource = Resource("/settings")
router = resource.router


@resource.get(permission=P.SETTINGS_VIEW, answer=schemas.SettingList)
def list_settings(unit: Unit, query: schemas.SettingsQuery) -> dict[str, Any]:
    """Every limit with its rule, its default and the figure in force."""
    return service.read_all(unit, query.station_id)


@resource.put("/{key}", permission=P.SETTINGS_EDIT, answer=schemas.SettingRead)
def set_setting(unit: Unit, key: schemas.Key, command: schemas.SetLimit) -> dict[str, Any]:
    """Set a limit for one station, or for all stations that have no figure of their own."""
    return service.set_limit(unit, key, command)
