"""The worker: sequencer, jobs, webhooks, clocks, daily upkeep. Inside the server by default, alone in a network (`sibu worker`).

Any number may run on one database. Each duty that must not be done twice is leased; each loop survives whatever its
step raises, the database's absence included, and tries again a little later.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from api import routes
from api.access import upkeep
from api.access.actor import SYSTEM
from api.customers.relations import recount
from api.events.anchors import Anchors
from api.events.sequencer import BATCH, Sequencer
from api.events.webhook_deliveries import queue as deliveries
from api.events.webhook_deliveries.sending import Postman
from api.exports import writing as exports
from api.field import upkeep as field
from api.files import upkeep as files
from api.imports.runs import service as imports
from api.intake.calls.ending import scan_calls
from api.intake.telephony.upkeep import expire_requests, forget_receipts
from api.kit import clock, idempotency, jobs, leases
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.network.clocks.scan import scan_clocks
from api.settings import Settings
from api.system import END_SECONDS, System

JOB_THREADS = 2
LOOK_SECONDS = 1.0
TOGETHER = 0.05
"""Seconds between two looks of a loop at most rung for: what is written in a row is looked at together, else each write of
a busy desk would cost five looks and a second commit. The first ring after a quiet while is heard at once."""
LONGEST_PAUSE = 10.0
"""Seconds until a loop tries again that failed again and again: normal within 30 s of the database's return (P21)."""
assert routes  # every room has told its facts and reactions
log = logging.getLogger("sibu.worker")


@dataclass(frozen=True, slots=True)
class Duty:
    """Something done over and over by one process at a time."""

    name: str
    seconds: float
    do: Callable[[System, datetime], None]


def unit_of(db: Database, conn: Connection) -> Unit:
    """A unit of work in the system's own name."""
    return Unit(db, conn, SYSTEM)


def plan_upkeep(system: System, now: datetime) -> None:
    """Queue today's upkeep and the month's count of customers; their keys make each one job, however many workers."""
    with system.db.write() as conn:
        jobs.enqueue(conn, now, [{"kind": "upkeep", "key": f"upkeep:{now.date()}"}])
        recount.plan(conn, now)


@jobs.handler("upkeep")
def tidy(_job: jobs.Claim) -> jobs.Apply:
    """Drop what has served its time: idempotency keys, ended sessions, throttles, finished jobs; and count what is left."""

    def apply(unit: Unit) -> None:
        idempotency.forget_old(unit)
        jobs.forget_old(unit)
        upkeep.forget_old(unit)
        forget_receipts(unit)
        field.forget_old(unit)
        imports.forget_old(unit)
        deliveries.forget_old(unit, unit.now - jobs.KEPT)
        unit.db.study(unit.conn)

    return apply


def tell_the_time(system: System, now: datetime) -> None:
    """Say which promises are nearly due or missed (P30)."""
    scan_clocks(system.db, units(system), now)


def tidy_files(system: System, now: datetime) -> None:
    """Remove the files that have served their time (D44)."""
    files.tidy(system, units(system), now)


def expire_exports(system: System, now: datetime) -> None:
    """Remove exported files that have served their time (T31)."""
    exports.expire(system, units(system))


def end_calls(system: System, now: datetime) -> None:
    """End calls that nobody ended, and requests that no exchange took."""
    scan_calls(system.db, units(system), now)
    expire_requests(system.db, units(system))


DUTIES = (
    Duty("upkeep", 600.0, plan_upkeep),
    Duty("clocks", 5.0, tell_the_time),
    Duty("calls", 5.0, end_calls),
    Duty("exports", 300.0, expire_exports),
    Duty("files", 1800.0, tidy_files),
)


class Worker:
    """The threads of one process; `start` and `stop` once."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.name = f"{socket.gethostname()[:40]}:{os.getpid()}:{new_id()[-8:]}"
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self._sequencer = Sequencer(
            system.db, self.name, anchors=Anchors(system.settings.data_dir), done=system.sequenced
        )
        self._postman = Postman(system, units(system))

    def start(self) -> None:
        """Begin."""
        loops: list[tuple[str, Callable[[threading.Event], float]]] = [("sequencer", self._sequence)]
        loops += [("webhooks", lambda _ear: self._postman.step())]
        loops += [(f"jobs-{n}", self._work) for n in range(JOB_THREADS)]
        loops += [(duty.name, self._turn(duty)) for duty in DUTIES]
        for name, step in loops:
            thread = threading.Thread(target=self._loop, args=(name, step), name=f"sibu-{name}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self, seconds: float = END_SECONDS) -> bool:
        """End after the running jobs, giving up the duties; whether all ended in time."""
        self._over.set()
        self.system.bell.ring()
        until = clock.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - clock.monotonic()))
        late = [thread.name for thread in self._threads if thread.is_alive()]
        late += [] if self._postman.stop(max(0.0, until - clock.monotonic())) else ["webhooks"]
        if late:
            log.warning("still running at the stop: %s; their leases end by themselves", ", ".join(late))
        self._quietly(self._resign)
        return not late

    # -- the loops ----------------------------------------------------------------------------------------------
    def _loop(self, name: str, step: Callable[[threading.Event], float]) -> None:
        """Call `step` until the end; it tells how many seconds to wait unless a bell rings."""
        ear = self.system.sequenced.ear(self.system.bell.ear())
        failures = 0
        while not self._over.is_set():
            ear.clear()
            looked = clock.monotonic()
            try:
                pause, failures = step(ear), 0
            except Exception as error:
                failures += 1
                pause = min(LONGEST_PAUSE, 0.25 * 2 ** min(failures, 10))
                if isinstance(error, OperationalError | PoolTimeout):
                    log.warning(
                        "%s: the database does not answer (%s); again in %.0f s", name, jobs.describe(error), pause
                    )
                else:
                    log.exception("%s failed; again in %.0f s", name, pause)
                self._over.wait(pause)
                continue
            if pause:
                ear.wait(pause)
                self._over.wait(max(0.0, looked + TOGETHER - clock.monotonic()))
        self.system.bell.forget(ear)
        self.system.sequenced.forget(ear)

    def _sequence(self, _ear: threading.Event) -> float:
        given = self._sequencer.step()
        if not self._sequencer.leading:
            self._over.wait(self._sequencer.pause)
            return 0.0
        return 0.0 if given == BATCH else self._sequencer.pause

    def _work(self, _ear: threading.Event) -> float:
        taken = jobs.claim(self.system.db, clock.now())
        for job in taken:
            jobs.run(self.system.db, job, unit_of, self.system)
            self.system.wake()
        return 0.0 if taken else LOOK_SECONDS

    def _turn(self, duty: Duty) -> Callable[[threading.Event], float]:
        """A duty's step: do it if nobody else holds it, then wait its time out whatever rings."""

        def step(_ear: threading.Event) -> float:
            now = clock.now()
            with self.system.db.write() as conn:
                held = leases.hold(conn, duty.name, self.name, now)
            if held:
                duty.do(self.system, now)
                self.system.wake()
            self._over.wait(duty.seconds)
            return 0.0

        return step

    # -- the end ------------------------------------------------------------------------------------------------
    def _resign(self) -> None:
        self._sequencer.resign()
        with self.system.db.write() as conn:
            for duty in DUTIES:
                leases.release(conn, duty.name, self.name, clock.now())

    def _quietly(self, do: Callable[[], None]) -> None:
        try:
            do()
        except Exception as error:
            log.warning("could not give up the duties: %s; they end by themselves", jobs.describe(error))


def units(system: System) -> Callable[[], AbstractContextManager[Unit]]:
    """A maker of transactions in the system's own name: `with unit() as made`."""

    @contextmanager
    def unit() -> Iterator[Unit]:
        with system.db.write() as conn:
            made = unit_of(system.db, conn)
            yield made
        for follow in made.after_commit:
            follow()

    return unit


def run_worker(settings: Settings) -> None:
    """A process of its own: until SIGTERM or SIGINT, then drained within 30 s."""
    system = System(settings)
    system.db.assert_durable()
    over = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: over.set())
    worker = Worker(system)
    worker.start()
    over.wait()
    worker.stop()
    system.close()
