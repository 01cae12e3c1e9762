"""Plays people of the demo: each act is one transaction by the right person at a past (or present) moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from api.access import queries as access
from api.access.actor import SYSTEM, Actor
from api.access.policy import SHORT
from api.demo import queries
from api.kit.db import Database
from api.kit.unit import Unit

Act = Callable[..., dict[str, Any]]


class Player:
    """The cast, by role and station code."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.cast: dict[tuple[str, str], list[Actor]] = {}
        with db.read() as conn:
            unit = Unit(db, conn, SYSTEM)
            for row in queries.people(unit):
                actor = Actor.of(
                    id=row["id"],
                    kind="person",
                    name=row["name"],
                    employee_id=row["employee_id"],
                    grants=access.grants(conn, row["employee_id"], unit.now.date()),
                    demo=True,
                )
                self.cast.setdefault((row["role"], row["code"]), []).append(actor)
            self.devices = queries.devices(unit)

    def one(self, short: str, code: str, index: int = 0) -> Actor:
        """A person of this role; stations without one are served by the first that has one."""
        people = self.cast.get((str(SHORT[short]), code)) or next(
            found for (role, _), found in self.cast.items() if role == SHORT[short]
        )
        return people[index % len(people)]

    def everybody(self, short: str | None, code: str) -> list[Actor]:
        """All of this role (None: of any) at this very station."""
        wanted = short and str(SHORT[short])
        return [
            one for (role, at), found in self.cast.items() if at == code and wanted in (None, role) for one in found
        ]

    @contextmanager
    def unit(self, actor: Actor, at: datetime) -> Iterator[Unit]:
        """One transaction of this person at this moment."""
        with self.db.write() as conn:
            yield Unit(self.db, conn, actor, now=at)

    def act(self, actor: Actor, at: datetime, verb: Act, *arguments: Any) -> dict[str, Any]:
        """One verb of a room's service."""
        with self.unit(actor, at) as unit:
            return verb(unit, *arguments)
