"""The figures of the trade and how a station or the network sets them otherwise (house rule 10)."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from api import models
from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.network.settings import limits
from tests.world import BORN, World

SEED = {
    "call.answer_seconds": 15, "call.rings": 3, "dispatch.pass_seconds": 1800, "dispatch.contact_seconds": 7200,
    "dispatch.arrive_working_days": 2, "dispatch.arrive_outside_working_days": 3, "record.working_days": 0,
    "record.overnight_seconds": 86400, "follow_up.first_after_seconds": 86400, "follow_up.within_seconds": 259200,
    "follow_up.attempts": 3, "follow_up.hours": [["09:00", "12:00"], ["14:00", "19:00"]],
    "follow_up.sample_share": 1 / 3, "entitlement.default_warranty_months": 12, "entitlement.default_on_site_months": 12,
    "entitlement.factory_days": 90, "repair.same_fault_days": 30, "repair.part_days": 90, "reveal.per_hour": 60,
    "reveal.after_close_days": 7,
}  # fmt: skip


@pytest.mark.parametrize(("key", "figure"), SEED.items())
def test_the_seeds_figures_are_the_defaults(db: Database, key: str, figure: object) -> None:
    with db.read() as conn:
        assert limits.get(Unit(db, conn, SYSTEM), key) == figure


def test_a_stations_figure_goes_before_the_networks(db: Database, world: World) -> None:
    def row(station_id: str | None, value: int) -> dict[str, object]:
        return {"id": new_id(), "version": 1, "created_at": BORN, "key": "call.rings", "station_id": station_id,
                "value": value}  # fmt: skip

    with db.write() as conn:
        conn.execute(insert(models.settings.Setting.__table__), [row(None, 4), row(world.stations["A1"], 5)])
    with db.read() as conn:
        unit = Unit(db, conn, SYSTEM)
        found = [
            limits.get(unit, "call.rings", station) for station in (None, world.stations["A1"], world.stations["B1"])
        ]
    assert found == [4, 5, 4]


def test_an_unknown_limit_is_a_mistake_of_the_program(db: Database) -> None:
    with db.read() as conn, pytest.raises(KeyError):
        limits.get(Unit(db, conn, SYSTEM), "no.such")
