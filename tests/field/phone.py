"""A phone as the tests of the field hold it: enrolled, counting what it does, with a clock of its own."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from api.access.actor import SYSTEM
from api.kit import clock, jobs
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.work.steps import PATHS, Desk


class Phone:
    """One phone of one person. `off` is how far its clock is ahead of ours; what it did waits in `unsent`."""

    def __init__(self, api: Api, off: timedelta = timedelta(), id: str | None = None) -> None:
        self.api, self.off, self.id = api, off, id or new_id()
        self.secret = secrets.token_urlsafe(32)
        self.seq, self.last = 0, dict[str, int]()
        self.told = self.enrol()

    def now(self) -> datetime:
        """What it shows."""
        return datetime.now(UTC) + self.off

    def enrol(self) -> dict[str, Any]:
        """Enrol, or enrol anew."""
        told = {"id": self.id, "secret": self.secret, "name": "红米 Note 12", "clock": self.now().isoformat()}
        return self.api.act("devices", told, status=201)

    def report(self, **told: Any) -> dict[str, Any]:
        """Speak with the server."""
        return self.api.act(f"devices/{self.id}/report", {"clock": self.now().isoformat()} | told, status=200)

    def did(self, path: str, body: dict[str, Any] | None = None, job: str | None = None) -> dict[str, Any]:
        """Something done on the phone, as it will be sent; `job` keeps its order."""
        self.seq += 1
        told: dict[str, Any] = {"device_id": self.id, "device_seq": self.seq, "occurred_at": self.now().isoformat()}
        if job:
            told |= {"job_id": job, "after": self.last.get(job)}
            self.last[job] = self.seq
        return {"path": path, "body": (body or {}) | told, "key": secrets.token_hex(12)}

    def send(self, deed: dict[str, Any]) -> Any:
        """The bare answer to it; one of ours echoes the key, whatever it says (P13)."""
        answer = self.api.post(
            deed["path"], json=deed["body"],
            headers={"Idempotency-Key": deed["key"], "Sibu-Device-Clock": self.now().isoformat()},
        )  # fmt: skip
        assert answer.headers.get("idempotency-key") == deed["key"], answer.text
        return answer

    def act(self, order: str, action: str, status: int = 200, **body: Any) -> Any:
        """A step of a job, done and sent at once."""
        answer = self.send(self.did(f"work-orders/{order}/{action}", body, order))
        assert answer.status_code == status, f"{action}: {answer.status_code} {answer.text}"
        return answer.json()


def visit(desk: Desk, status: str = "assigned", hours: float = 2, **over: Any) -> dict[str, Any]:
    """An order in this state, promised so many hours ahead: today's or tomorrow's, whenever the test runs."""
    order = desk.open(**over)
    desk.slots[order["id"]] = hours
    for action in PATHS[status]:
        order = desk.act(order, action)
    return order


def work_off(db: Database, kind: str | None = None, hours: float = 0) -> int:
    """Do the jobs that are due so many hours from now, as the worker does; how many."""
    done = 0
    while True:
        due = clock.now() + timedelta(hours=hours)
        taken = [job for job in jobs.claim(db, due, limit=50) if kind is None or job.kind.startswith(kind)]
        if not taken:
            return done
        for job in taken:
            done += jobs.run(db, job, lambda db, conn: Unit(db, conn, SYSTEM))
