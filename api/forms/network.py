"""Stations and people of the network as subjects; the room of the network lies below and does not know of forms."""

from __future__ import annotations

from api.forms import subjects
from api.forms.subjects import About, Kind
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.employees import queries as employees
from api.network.stations import queries as stations


def station(unit: Unit, id: str) -> About:
    """A station, for what is filled in once a day or once for all."""
    row = stations.visible(unit, id)
    return About(station_id=row.id, title=row.name)


def employee(unit: Unit, id: str) -> About:
    """A member of staff, for what he fills in of his own or what is filled in about him."""
    row = employees.visible(unit, id)
    return About(station_id=row.station_id, title=row.name, owner_id=row.id)


subjects.register(Kind("station", Words("服务站", "Station"), station, stations.visible_ids))
subjects.register(Kind("employee", Words("员工", "Employee"), employee, employees.visible_ids))
