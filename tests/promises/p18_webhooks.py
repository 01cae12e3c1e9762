"""P18: webhooks arrive. A receiver is down for 24 simulated hours while the sender is killed again and again.

Each life of the sender is a process of its own whose clock stands where the plan has come to; it is killed with SIGKILL at
random, half of the times while the receiver is down, half while it is sent what waited. The receiver is a real HTTP server
that keeps a journal of everything it was sent and of what it answered. The second part measures, by the real clock, what a
receiver that needs seconds for each answer costs another.
"""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import time_machine
from sqlalchemy import insert, select
from standardwebhooks.webhooks import Webhook

from api import models
from api.access.actor import SYSTEM
from api.events import log
from api.events.sequencer import Sequencer
from api.events.webhook_deliveries import queue
from api.events.webhook_deliveries.sending import Postman
from api.kit import clock, signing
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.sealing import Sealer
from api.kit.unit import Row, Unit
from api.settings import Settings
from api.system import System
from api.worker import units
from tests import processes
from tests.events.facts import CustomerRemarked
from tests.events.webhooks.receiver import Answer, Message, receiving
from tests.promises.ground import SECRET, Ground
from tests.world import BORN

FULL = {"events": 10_000, "kills": 50, "subjects": 400, "paced": 100}
REDUCED = {"events": 80, "kills": 2, "subjects": 12, "paced": 8}
HOURS = 24
LIMIT_SECONDS = 5.0
SLOW_SECONDS = 8.0
_customer, _event = models.customers.Customer.__table__, models.events.Event.__table__
_position, _delivery = models.events.EventPosition.__table__, models.webhook_deliveries.WebhookDelivery.__table__
_hook = models.webhooks.Webhook.__table__


@dataclass
class Journal:
    """What a receiver was sent, in the order of arrival, and what it answered to each (0: nothing, the line was cut)."""

    secret: str
    sent: list[tuple[Message, int]] = field(default_factory=list)

    @property
    def taken(self) -> set[str]:
        """Ids that were answered with success."""
        return {message.id for message, status in self.sent if 200 <= status < 300}


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many facts about so many subjects, so many kills; then so many facts, one after the other, beside a slow peer."""
    chance, begun = random.Random(seed), time.monotonic()
    with ground.database() as db:
        customers = subjects(db, ground, counts["subjects"])
    found = _down_for_a_day(ground, counts, customers, chance)
    found["seconds"] = round(time.monotonic() - begun, 1)
    waits = _beside_a_slow_one(ground, counts["paced"], customers)
    wrong = found.pop("wrong") + late(waits, counts["paced"])
    return {
        **counts, "hours": HOURS, **found, "beside_slow_seconds_max": round(max(waits, default=-1.0), 2),
        "wrong": wrong[:50], "wrong_count": len(wrong), "held": not wrong,
    }  # fmt: skip


# -- the receiver that is down ---------------------------------------------------------------------------------------------
def _down_for_a_day(
    ground: Ground, counts: dict[str, int], customers: list[str], chance: random.Random
) -> dict[str, Any]:
    journal, up = Journal(signing.new_secret()), threading.Event()

    def answer(message: Message) -> Answer:
        status = chance.choice([500, 503, 302, 404, 0]) if not up.is_set() else 500 if chance.random() < 0.02 else 204
        journal.sent.append((message, status))
        return status, {}, b""

    kills, lives, at = counts["kills"], 0, timedelta()
    with receiving(answer) as receiver, ground.database() as db:
        hook = webhook(db, ground, receiver.url, journal.secret)
        while lives < kills // 2:
            write(db, customers, counts["events"] // (kills // 2), chance)
            with sender(ground, at) as process:
                wait_for(lambda seen=len(journal.sent): len(journal.sent) > seen, 3.0)
                time.sleep(chance.uniform(0.0, 0.2))
                assert process.pid
            lives, at = lives + 1, at + timedelta(hours=HOURS) / (kills // 2)
        asked = len(journal.sent)
        up.set()
        expected = facts_of(db, customers)
        share = max(1, len(expected) // (kills - kills // 2 + 1))
        while len(journal.taken) < len(expected) and lives < 20 * kills:
            with sender(ground, at):
                seen = len(journal.taken)
                goal = min(len(expected), seen + (share if lives < kills else len(expected)))
                moved = time.monotonic()
                while len(journal.taken) < goal and time.monotonic() - moved < 2.0:
                    time.sleep(0.01)
                    if len(journal.taken) > seen:
                        seen, moved = len(journal.taken), time.monotonic()
                time.sleep(chance.uniform(0.0, 0.05))
            lives, at = lives + 1, at + timedelta(minutes=6)
        for _ in range(20):  # what arrived is written down, and nobody dies in the middle of that
            with sender(ground, at):
                if wait_for(lambda: not left(db, hook), 15.0):
                    break
            at += timedelta(hours=6)  # what was refused once more, by chance, comes again
        expected = facts_of(db, customers)
        wrong = compare(journal, expected) + left(db, hook)
    if lives < kills:
        wrong.append(f"the sender was killed {lives} times, not {kills}")
    return {
        "facts": len(expected), "killed": lives, "sent": len(journal.sent), "asked_while_down": asked,
        "sent_twice": len(journal.sent) - asked - len(expected), "wrong": wrong,
    }  # fmt: skip


@contextmanager
def sender(ground: Ground, ahead: timedelta) -> Iterator[Any]:
    """A sender in a process of its own whose clock is so far ahead; killed at the end."""
    process = processes.context.Process(
        target=_send, args=(ground.url, str(ground.folder), ahead.total_seconds()), daemon=True
    )
    process.start()
    try:
        yield process
    finally:
        assert process.pid
        if process.is_alive():  # else the checker finds what it left behind
            os.kill(process.pid, signal.SIGKILL)
        process.join()


def _send(url: str, folder: str, ahead: float) -> None:
    settings = Settings(
        database_url=url, data_dir=Path(folder), secret=SECRET.encode(), worker=False, webhook_networks=("127.0.0.0/8",)
    )
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=ahead), tick=True):
        system = System(settings)
        sequencer, postman = Sequencer(system.db, "p18"), Postman(system, units(system))
        ear = system.bell.ear()
        while True:
            ear.clear()
            given = sequencer.step()
            pause = postman.step()
            if not given and pause:
                ear.wait(0.05)


# -- the peer that is slow ----------------------------------------------------------------------------------------------------
def _beside_a_slow_one(ground: Ground, paced: int, customers: list[str]) -> list[float]:
    """How long each fact took from its commit to a quick receiver, while a slow one has all its connections busy."""

    def slowly(_message: Message) -> Answer:
        time.sleep(SLOW_SECONDS)
        return 204, {}, b""

    waits: list[float] = []
    with receiving() as quick, receiving(slowly) as slow, ground.database() as db:
        webhook(db, ground, slow.url, signing.new_secret())
        webhook(db, ground, quick.url, signing.new_secret())
        far = timedelta(days=30)  # behind the leases of those who were killed
        with sender(ground, far):
            write(db, customers, 8, random.Random(1))
            if not wait_for(lambda: len(slow.got) >= 4, 30.0):
                return []
            for number in range(paced):
                seen = len(quick.got)
                write(db, [customers[number % len(customers)]], 1, random.Random(1))
                committed = time.monotonic()
                wait_for(lambda seen=seen: len(quick.got) > seen, 3 * LIMIT_SECONDS)
                waits.append(time.monotonic() - committed)
    return waits


def late(waits: Sequence[float], expected: int) -> list[str]:
    """What is not as promised in the waits beside a slow peer."""
    wrong = [] if len(waits) == expected else [f"{len(waits)} of {expected} facts were measured beside a slow peer"]
    return wrong + [f"a fact took {wait:.1f} s beside a slow peer" for wait in waits if wait >= LIMIT_SECONDS]


# -- the checker -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Told:
    """A committed fact as the receiver is to learn of it."""

    id: str
    subject_id: str
    position: int


def compare(journal: Journal, expected: Sequence[Told]) -> list[str]:
    """What is not as promised: lost, unknown, with another id, out of order, wrongly signed."""
    known, wrong = {told.id: told for told in expected}, []
    before: dict[str, list[Told]] = {}
    for told in sorted(expected, key=lambda told: told.position):
        before.setdefault(told.subject_id, []).append(told)
    done: set[str] = set()
    heads = dict.fromkeys(before, 0)
    for message, status in journal.sent:
        told = known.get(message.id)
        if told is None or message.body["data"]["id"] != message.id:
            wrong.append(
                f"{message.id} tells of {message.body['data'].get('id')}, which nobody committed under this id"
            )
            continue
        if (message.subject_id, message.position) != (told.subject_id, told.position):
            wrong.append(f"{message.id} tells of another subject or position")
        line = before[told.subject_id]
        while heads[told.subject_id] < len(line) and line[heads[told.subject_id]].id in done:
            heads[told.subject_id] += 1
        if told.id not in done and line[heads[told.subject_id]].position < told.position:
            wrong.append(f"{message.id} was sent before one about the same subject had arrived")
        if not signed(message, journal.secret):
            wrong.append(f"{message.id} is wrongly signed")
        if 200 <= status < 300:
            done.add(told.id)
    return wrong + [
        f"{told.id} (position {told.position}) was not delivered" for told in expected if told.id not in done
    ]


def signed(message: Message, secret: str) -> bool:
    """Whether the reference library would sign it so at the time that the sender tells."""
    at = datetime.fromtimestamp(int(message.headers["webhook-timestamp"]), UTC)
    return bool(Webhook(secret).sign(message.id, at, message.raw.decode()) == message.headers["webhook-signature"])


def left(db: Database, hook_id: str) -> list[str]:
    """Deliveries of this webhook that its log does not show as delivered, or a webhook that was given up."""
    with db.read() as conn:
        rows = conn.execute(select(_delivery.c.id, _delivery.c.state).where(_delivery.c.webhook_id == hook_id)).all()
        status = conn.execute(select(_hook.c.status).where(_hook.c.id == hook_id)).scalar_one()
    return [f"{row.id} is {row.state}" for row in rows if row.state != "delivered"] + (
        [] if status == "active" else [f"the webhook is {status}"]
    )


# -- what is written ---------------------------------------------------------------------------------------------------------
def subjects(db: Database, ground: Ground, count: int) -> list[str]:
    """So many customers of A1."""
    rows = [
        {
            "id": new_id(), "version": 1, "created_at": BORN, "station_id": ground.world.stations["A1"], "kind": "company",
            "name": f"P18 {number}", "name_key": "p18", "customer_class": "C", "do_not_call": False,
        }
        for number in range(count)
    ]  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(_customer), rows)
    return [str(row["id"]) for row in rows]


def write(db: Database, customers: list[str], count: int, chance: random.Random) -> None:
    """So many facts, a hundred to a transaction."""
    for start in range(0, count, 100):
        with db.write() as conn:
            unit = Unit(db, conn, SYSTEM)
            for _ in range(min(100, count - start)):
                found = unit.first(select(_customer).where(_customer.c.id == chance.choice(customers)))
                assert found
                log.append(unit, Row(_customer, found), CustomerRemarked(note="P18"))


def facts_of(db: Database, customers: list[str]) -> list[Told]:
    """Everything that was committed about these; its position is null for what was not sequenced yet."""
    statement = select(_event.c.id, _event.c.subject_id, _position.c.position, _event.c.seq)
    statement = statement.outerjoin(_position, _position.c.seq == _event.c.seq).order_by(_event.c.seq)
    wanted = set(customers)
    with db.read() as conn:
        rows = conn.execute(statement.where(_event.c.type == CustomerRemarked.type)).all()
    return [Told(row.id, row.subject_id, row.position or 0) for row in rows if row.subject_id in wanted]


def webhook(db: Database, ground: Ground, url: str, secret: str) -> str:
    """A webhook of an integration that sees customers of A1, from now on."""
    client, id = new_id(), new_id()
    born = {"version": 1, "created_at": BORN, "created_by_id": ground.world.accounts["SA@C"]}
    key = {
        "id": client, "name": "P18", "scopes": ["customers:view", "events:view"], "secret_hash": "", "active": True,
        "station_ids": [ground.world.stations["A1"]], "ends_at": clock.now() + timedelta(days=300), **born,
    }  # fmt: skip
    sealed = Sealer(SECRET.encode()).seal(secret, queue.purpose(id))
    with db.write() as conn:
        conn.execute(insert(models.access.ApiClient.__table__), key)
        head = conn.execute(select(_position.c.position).order_by(_position.c.position.desc()).limit(1)).scalar() or 0
        hook = {
            "id": id, "name": "P18", "url": url, "client_id": client, "event_types": ["customer.*"], "status": "active",
            "secret_sealed": sealed, "position": head, "failures": 0, **born,
        }  # fmt: skip
        conn.execute(insert(_hook), hook)
    return id


def wait_for(done: Any, seconds: float) -> bool:
    """Whether it came about in time."""
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True
