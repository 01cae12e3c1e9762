"""Property: whatever receivers answer, whoever dies with what in hands, each subject's facts arrive in order, and all do.

A clock that only the test moves, two senders in turn, and a peer whose answers are drawn beforehand: the real sender speaks
real HTTP with it over a pair of sockets. `SIBU_TEST_COUNTS=full` tries many more.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import time_machine
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from api import models
from api.access.actor import SYSTEM
from api.events import log
from api.events.sequencer import Sequencer
from api.events.webhook_deliveries import queue, schedule
from api.events.webhook_deliveries.sending import Postman
from api.kit import clock
from api.kit.ids import new_id
from api.kit.unit import Row, Unit
from api.worker import units
from tests.events.facts import CUSTOMER, CustomerRemarked
from tests.events.webhooks.conftest import Post
from tests.world import BORN

EXAMPLES = 120 if os.environ.get("SIBU_TEST_COUNTS") == "full" else 6
DELIVERY = models.webhook_deliveries.WebhookDelivery.__table__  # type: ignore[attr-defined]
LANE = models.webhook_deliveries.WebhookLane.__table__  # type: ignore[attr-defined]
OK, NOTHING, CUT = b"HTTP/1.1 204 x\r\n\r\n", b"", None
ANSWERS = (
    OK, OK, OK, b"HTTP/1.1 500 x\r\n\r\n", b"HTTP/1.1 302 x\r\nlocation: http://127.0.0.1/\r\n\r\n", NOTHING, CUT,
    b"HTTP/1.1 429 x\r\nretry-after: 90\r\n\r\n", b"SSH-2.0\r\n",
)  # fmt: skip


@dataclass
class Peer:
    """Answers as planned, then with success; remembers what it was sent and whether that counted as taken."""

    plan: list[bytes | None]
    got: list[tuple[str, str, int, bool]] = field(default_factory=list)
    lines: list[tuple[socket.socket, bool]] = field(default_factory=list)

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        answer = self.plan.pop(0) if self.plan else OK
        if answer is None:
            raise ConnectionRefusedError
        ours, theirs = socket.socketpair()
        theirs.sendall(answer)
        theirs.shutdown(socket.SHUT_WR)
        self.lines.append((theirs, answer == OK))
        return ours

    def read(self) -> None:
        """Take in what was sent since the last time, in its order."""
        for line, taken in self.lines:
            raw = b""
            while part := line.recv(65536):
                raw += part
            line.close()
            head, _, body = raw.partition(b"\r\n\r\n")
            told = json.loads(body)["data"]
            (id,) = [part.split(b": ")[1].decode() for part in head.split(b"\r\n") if part.startswith(b"webhook-id")]
            assert id == told["id"], "the id is the fact's, at every try"
            self.got.append((id, told["subject_id"], told["position"], taken))
        self.lines.clear()


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES < 100,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    plan=st.lists(st.sampled_from(ANSWERS), max_size=25),
    steps=st.lists(
        st.tuples(
            st.sampled_from(["write", "write", "send", "send", "die", "wait"]), st.integers(0, 3), st.integers(1, 4)
        ),
        min_size=4, max_size=14,
    ),
)  # fmt: skip
def test_everything_arrives_in_the_order_of_its_subject(
    post: Post, plan: list[bytes | None], steps: list[tuple[str, int, int]]
) -> None:
    db, peer = post.system.db, Peer(list(plan))
    db.forget()
    postmen = [
        Postman(post.system, units(post.system), resolve=lambda host, port: ["127.0.0.1"], connect=peer.connect)
        for _ in range(2)
    ]
    with time_machine.travel(clock.now() + timedelta(seconds=1), tick=False) as traveller:
        customers = [_customer(post) for _ in range(4)]
        post.admin = post.admin.signed_in(post.world.account("SA", "C"), post.world.password)
        hook = post.webhook("http://receiver.test/hook", post.integration(), event_types=["customer.*"])

        def send(postman: Postman) -> None:
            Sequencer(db, "test").step()
            postman.look()
            with db.read() as conn:
                mine = hook["id"] in queue.due(conn, clock.now())
            if mine:
                postman.work(hook["id"])
            peer.read()

        acts: dict[str, Callable[[int, int], Any]] = {
            "write": lambda who, count: [_write(post, customers[who]) for _ in range(count)],
            "send": lambda who, count: send(postmen[who % 2]),
            "die": lambda who, count: _die(post, hook["id"], count),
            "wait": lambda who, count: traveller.shift(timedelta(seconds=(3, 40, 400, 4000)[who] * count)),
        }
        for act, who, count in steps:
            acts[act](who, count)
        for _ in range(40):
            send(postmen[0])
            traveller.shift(timedelta(hours=1))
    with db.read() as conn:
        rows = conn.execute(
            select(DELIVERY).where(DELIVERY.c.webhook_id == hook["id"]).order_by(DELIVERY.c.place)
        ).all()
        lanes = conn.execute(select(LANE.c.waiting).where(LANE.c.webhook_id == hook["id"])).scalars().all()
    assert [row for row in rows if row.state != "delivered"] == []
    assert set(lanes) <= {0}
    written = sum(count for act, _, count in steps if act == "write")
    assert len(rows) == written
    in_order(rows, peer.got)


def in_order(rows: Any, got: list[tuple[str, str, int, bool]]) -> None:
    """Nothing was sent before all earlier facts about its subject were taken; what was taken is all there is."""
    lines: dict[str, list[str]] = {}
    for row in rows:
        lines.setdefault(row.lane, []).append(row.message_id)
    taken: set[str] = set()
    for id, subject, _position, counted in got:
        before = lines[subject][: lines[subject].index(id)]
        assert set(before) <= taken, "sent before its turn"
        if counted:
            taken.add(id)
    assert taken == {row.message_id for row in rows}


def _customer(post: Post) -> str:
    id = new_id()
    row = {
        "id": id, "version": 1, "created_at": BORN, "station_id": post.world.stations["A1"], "kind": "company", "name": "x",
        "name_key": "x", "customer_class": "C", "do_not_call": False,
    }  # fmt: skip
    with post.system.db.write() as conn:
        conn.execute(insert(CUSTOMER), row)
    return id


def _write(post: Post, customer: str) -> None:
    with post.system.db.write() as conn:
        unit = Unit(post.system.db, conn, SYSTEM)
        found = unit.first(select(CUSTOMER).where(CUSTOMER.c.id == customer))
        assert found
        log.append(unit, Row(CUSTOMER, found), CustomerRemarked(note="x"))


def _die(post: Post, hook_id: str, lanes: int) -> None:
    """A sender takes some lanes in hands and is never heard of again."""
    with units(post.system)() as unit:
        queue.claim(unit, hook_id, lanes)


def test_the_gaps_are_ten_tries_over_75_hours() -> None:
    shortest = sum(schedule.GAPS, timedelta())
    assert len(schedule.GAPS) == 9
    assert schedule.LONG < shortest < timedelta(hours=76)
    for tries in range(1, 14):
        base = schedule.GAPS[min(tries, 9) - 1]
        assert base <= schedule.gap(tries) <= base * (1 + schedule.JITTER)
    now = clock.now()
    for status, asked, seconds in (
        (429, "120", 120), (503, "7200", 3600), (503, "-1", None), (500, "120", None), (503, "soon", None), (503, None, None),
        (503, "Wed, 21 Oct 2015 07:28:00 GMT", 0),
    ):  # fmt: skip
        found = schedule.asked(status, asked, now)
        assert found == (None if seconds is None else timedelta(seconds=seconds)), asked
