"""Samples of what the board shows besides people: vehicles and benches."""

from __future__ import annotations

from api import models
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.network import queries as network
from tests.world import World


def thing(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A vehicle of the station."""
    home = world.stations[station]
    line = unit.insert(
        models.bookings.Bookable, resource_no=20_000 + network.next_resource_no(unit), kind="vehicle", station_id=home
    )
    return unit.insert(
        models.bookable_resources.BookableResource, station_id=home, resource_id=line.id, kind="vehicle",
        name=f"京A·{new_id()[-6:]}", active=True,
    ).id  # fmt: skip
