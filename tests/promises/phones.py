"""What the promises of the field share: the API in this process, phones of A1's engineers, an order under their hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from sqlalchemy import select

from api import models
from api.access.actor import SYSTEM
from api.kit import clock, jobs
from api.kit.db import Database
from api.kit.unit import Unit
from api.main import create_app
from api.settings import Settings
from tests.client import Api
from tests.contract.samples import SAMPLES
from tests.promises.ground import SECRET, Ground, sign_in

_event, _order = models.events.Event.__table__, models.work_orders.WorkOrder.__table__
_personal = models.events.EventPersonal.__table__


class Field:
    """One server in this process; `as_(role)` signs in anew, because the time moves."""

    def __init__(self, ground: Ground, db: Database, base: Api) -> None:
        self.ground, self.db, self.base = ground, db, base
        self._signed: dict[str, tuple[datetime, Api]] = {}

    def as_(self, role: str) -> Api:
        """A client of this person of A1 whose token is good now."""
        now = datetime.now(UTC)
        if role not in self._signed or not timedelta() <= now - self._signed[role][0] < timedelta(minutes=10):
            token = sign_in(self.db, self.ground.world.accounts[f"{role}@A1"])
            self._signed[role] = now, self.base.bearing(token)
        return self._signed[role][1]

    def order(self, role: str = "FE", **more: Any) -> str:
        """An order that was given to this engineer ten days ago and is promised for tomorrow."""
        world, now = self.ground.world, datetime.now(UTC)
        with self.db.write() as conn:
            unit = Unit(self.db, conn, SYSTEM)
            id = SAMPLES["work-orders"].make(unit, world, "A1", world.employees[f"{role}@A1"])
            values = {
                "status": "assigned", "assigned_at": now - timedelta(days=10), "promised_at": now + timedelta(days=1),
            }  # fmt: skip
            conn.execute(_order.update().where(_order.c.id == id).values(values | more))
        return id

    def asset(self) -> str:
        """A device on which both engineers of A1 have a job."""
        with self.db.write() as conn:
            id = SAMPLES["assets"].make(Unit(self.db, conn, SYSTEM), self.ground.world, "A1", None)
        for role in ("FE", "FE2"):
            self.order(role, asset_id=id)
        return id

    def work_off(self) -> int:
        """Do what the field's own jobs have to do now."""
        done = 0
        while taken := jobs.claim(self.db, clock.now(), limit=50):
            for job in taken:
                done += jobs.run(self.db, job, lambda db, conn: Unit(db, conn, SYSTEM))
        return done

    def facts(self, subject_ids: list[str]) -> list[dict[str, Any]]:
        """All facts about these, oldest first, with what they hold."""
        statement = (
            select(_event.c.type, _event.c.subject_id, _event.c.occurred_at, _event.c.data, _personal.c.data.label("said"))
            .outerjoin(_personal, _personal.c.event_id == _event.c.id)
            .where(_event.c.subject_id.in_(subject_ids))
            .order_by(_event.c.seq)
        )  # fmt: skip
        with self.db.read() as conn:
            return [dict(row._mapping) for row in conn.execute(statement)]


@contextmanager
def field(ground: Ground) -> Iterator[Field]:
    """The API on the ground's database, asked in this process."""
    db = Database(ground.url)
    settings = Settings(
        database_url=ground.url, data_dir=ground.folder, secret=SECRET.encode(), worker=False, revisions=False
    )
    try:
        with Api(create_app(settings, db)) as base:
            yield Field(ground, db, base)
    finally:
        db.dispose()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """The server's time stands at this moment."""
    with time_machine.travel(moment, tick=False):
        yield


def episodes(field: Field, count: int, one: Callable[[int], list[str]]) -> list[str]:
    """So many independent ones; what went wrong, with the number of each."""
    return [f"{number}: {what}" for number in range(count) for what in one(number)]
