"""Places, parts, people and orders for the promise of stock, written straight where no rule of parts is at stake."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from api import models
from api.access import queries as access
from api.access.actor import SYSTEM, Actor
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.parts.places import schemas as place
from api.parts.places import service as places
from tests.world import World

SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)


@dataclass
class Store:
    """Ids of what stands at station A1."""

    store: str = ""
    bins: list[str] = field(default_factory=list)
    vans: dict[str, str] = field(default_factory=dict)
    """By engineer."""
    defective: str = ""
    other: str = ""
    """The store of another station."""


@contextmanager
def unit_of(db: Database, actor: Actor = SYSTEM) -> Iterator[Unit]:
    """One transaction of somebody."""
    with db.write() as conn:
        yield Unit(db, conn, actor)


def person(db: Database, world: World, name: str) -> Actor:
    """The actor of this employee, such as `PC@A1`."""
    with db.read() as conn:
        employee = world.employees[name]
        grants = access.grants(conn, employee, clock.day_of(datetime.now(UTC)))
        return Actor.of(id=world.accounts[name], kind="person", name=name, employee_id=employee, grants=grants)


def build(db: Database, world: World, mark: str) -> Store:
    """Places of their own for one part of the promise, told apart by their mark."""
    made = Store()

    def add(code: str, kind: str, station: str = "A1", parent: str | None = None, employee: str | None = None) -> str:
        with unit_of(db) as unit:
            wanted = place.PlaceCreate(
                code=f"{mark}-{code}", name=code, kind=kind, station_id=world.stations[station],  # type: ignore[arg-type]
                parent_id=parent, employee_id=employee,
            )  # fmt: skip
            return str(places.add(unit, wanted)["id"])

    made.store = add("S", "store")
    made.bins = [add(f"B{n}", "bin", parent=made.store) for n in (1, 2)]
    made.defective = add("D", "defective", parent=made.store)
    made.other = add("S", "store", "A2")
    for name in ("FE@A1", "FE2@A1"):
        made.vans[name] = add(f"V-{name.split('@')[0]}", "van", parent=made.store, employee=world.employees[name])
    return made


def part(db: Database, number: str, *, tracked: bool = False) -> str:
    """A part in the catalogue."""
    with unit_of(db) as unit:
        return str(
            unit.insert(
                models.parts.Part, number=number, name=number, name_key=number.lower(), family="P15", unit="个",
                serial_tracked=tracked, low_at=4, scarce_at=2, active=True,
            ).id
        )  # fmt: skip


def order(db: Database, world: World, engineer: str | None = None, *, is_open: bool = True) -> str:
    """A visit at A1 on which this engineer stands, diagnosed; or one that is over."""
    with unit_of(db) as unit:
        case = unit.insert(
            models.service_requests.ServiceRequest, number=f"SR-{new_id()}", station_id=world.stations["A1"],
            status="new", step=1, open=True, channel="call", customer_id=world.customers["A1"], subject="P15",
            service_group="consultation", third_party_accessory=False, urgency="normal", calls=1,
            posted_on=SOON.date(), paid=False,
        )  # fmt: skip
        return str(
            unit.insert(
                models.work_orders.WorkOrder, number=f"WO-{new_id()}", kind="on_site", case_id=case.id,
                station_id=world.stations["A1"], customer_id=world.customers["A1"], subject="P15", paid=False,
                verdict="free", duration_seconds=3600, travel_seconds=0, due_at=SOON, promised_at=SOON, open=is_open,
                status=("on_site" if engineer else "contacted") if is_open else "cancelled", diagnosed_at=unit.now,
                engineer_id=world.employees[engineer] if engineer else None,
            ).id
        )  # fmt: skip
