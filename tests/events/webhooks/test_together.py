"""Several senders on one database share the work; a slow receiver delays only itself; what is old is forgotten."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.event import listen, remove

from api import models
from api.events.sequencer import Sequencer
from api.events.webhook_deliveries import queries as deliveries
from api.events.webhook_deliveries import queue
from api.events.webhook_deliveries.sending import BUDGET, LAST_SECONDS, Postman
from api.kit import clock, posting
from api.kit.ids import new_id
from api.worker import units
from tests.contract.test_query_counts import least
from tests.events.facts import CUSTOMER, write
from tests.events.webhooks.conftest import Post
from tests.events.webhooks.receiver import Message, receiving
from tests.promises.p18_webhooks import wait_for
from tests.world import BORN, World

DELIVERY = models.webhook_deliveries.WebhookDelivery.__table__  # type: ignore[attr-defined]
ATTEMPT = models.webhook_deliveries.WebhookAttempt.__table__  # type: ignore[attr-defined]
LANE = models.webhook_deliveries.WebhookLane.__table__  # type: ignore[attr-defined]


def customers(post: Post, count: int) -> list[str]:
    rows = [
        {
            "id": new_id(), "version": 1, "created_at": BORN, "station_id": post.world.stations["A1"], "kind": "company",
            "name": "x", "name_key": "x", "customer_class": "C", "do_not_call": False,
        }
        for _ in range(count)
    ]  # fmt: skip
    with post.system.db.write() as conn:
        conn.execute(insert(CUSTOMER), rows)
    return [str(row["id"]) for row in rows]


def test_two_senders_share_the_work_and_a_slow_receiver_delays_only_itself(post: Post, world: World) -> None:
    """No fact is sent twice, none out of its turn; of the slow one no more connections are open than its budget."""
    open_, most, over = Counter[str](), 0, threading.Event()

    def slowly(message: Message) -> tuple[int, dict[str, str], bytes]:
        nonlocal most
        open_["slow"] += 1
        most = max(most, open_["slow"])
        over.wait(20)
        open_["slow"] -= 1
        return 204, {}, b""

    postmen = [Postman(post.system, units(post.system)) for _ in range(2)]
    with receiving() as quick, receiving(slowly) as slow:
        client = post.integration()
        hook, _ = post.webhook(quick, client), post.webhook(slow, client)
        subjects = customers(post, 12)
        for subject in subjects:
            write(post.system.db, subject, 3)
        sequencer, begun = Sequencer(post.system.db, "test"), clock.monotonic()
        while sequencer.step():
            pass

        def both() -> bool:
            for postman in postmen:
                postman.step()
            return len(quick.got) >= 36

        assert wait_for(both, 20)
        assert clock.monotonic() - begun < 15
        assert wait_for(lambda: {row["state"] for row in post.deliveries(hook)} == {"delivered"}, 10)
        assert [id for id, count in Counter(quick.ids).items() if count > 1] == []
        for subject in subjects:
            told = [message.position for message in quick.got if message.subject_id == subject]
            assert told == sorted(told)
        assert 1 <= most <= 2 * BUDGET
        over.set()
        assert all(postman.stop(20) for postman in postmen)


def test_what_ended_a_month_ago_is_forgotten(post: Post, world: World) -> None:
    with receiving() as receiver:
        post.webhook(receiver)
        write(post.system.db, world.customers["A1"], 2)
        post.run()
        receiver.answer = lambda message: (500, {}, b"")
        write(post.system.db, world.customers["A1"])
        post.run()
    with units(post.system)() as unit:
        assert queue.forget_old(unit, clock.now() - timedelta(days=1)) == 0
        assert queue.forget_old(unit, clock.now() + timedelta(days=1)) == 2
    with post.system.db.read() as conn:
        counts = [
            conn.execute(select(func.count()).select_from(table)).scalar_one() for table in (DELIVERY, ATTEMPT, LANE)
        ]
    assert counts == [1, 1, 1], "what waits is kept, with its queue"


def test_an_idle_queue_is_forgotten_by_itself_and_not_while_it_is_added_to(post: Post, world: World) -> None:
    """Rather than by asking for the deliveries of each, of which there may be hundreds of thousands."""
    with receiving() as receiver:
        hook = post.webhook(receiver)
        write(post.system.db, world.customers["A1"])
        write(post.system.db, world.customers["A2"])
        post.run()

        @contextmanager
        def watching(on: Callable[[Connection, str], object]) -> Iterator[None]:
            def hear(conn: Connection, _cursor: object, statement: str, *_: object) -> None:
                on(conn, statement)

            listen(post.system.db.writer, "after_cursor_execute", hear)
            try:
                yield
            finally:
                remove(post.system.db.writer, "after_cursor_execute", hear)

        told: list[str] = []
        with watching(lambda conn, statement: told.append(statement)), units(post.system)() as unit:
            queue.forget_old(unit, clock.now() - timedelta(days=1))
        assert [text for text in told if "DELETE FROM webhook_lane" in text and "webhook_delivery" in text] == []
        assert lanes(post) == [0]
        with units(post.system)() as unit:
            queue.forget_old(unit, clock.now() + timedelta(seconds=1))
        assert lanes(post) == []
        write(post.system.db, world.customers["A1"])
        post.run()
        assert lanes(post) == [0]

        def forget(conn: Connection, statement: str) -> None:
            """As another worker would between two statements, if there were two."""
            if statement.startswith("INSERT INTO webhook_lane"):
                conn.execute(delete(LANE).where(LANE.c.waiting == 0))

        with watching(forget):
            write(post.system.db, world.customers["A1"])
            post.run()
        assert [row["state"] for row in post.deliveries(hook)] == ["delivered"] * 2
        assert len(receiver.got) == 3


def lanes(post: Post) -> list[int]:
    with post.system.db.read() as conn:
        return list(conn.execute(select(LANE.c.waiting)).scalars())


def test_which_stands_first_is_read_from_the_index_of_what_waits(post: Post, world: World) -> None:
    if post.system.db.dialect != "sqlite":
        return  # PostgreSQL knows the values when it plans
    asked = select(DELIVERY.c.id, deliveries._first())
    text = str(asked.compile(post.system.db.reader, compile_kwargs={"render_postcompile": True}))
    with post.system.db.read() as conn:
        plan = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", (1,) * text.count("?")).all()
    assert "ix_webhook_delivery_queue" in str(plan)


def test_nothing_is_sent_that_could_outlast_its_lease(
    post: Post, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking a name up has no limit: what no longer fits goes back untried; who was first and is late, had a time-out."""
    passed, waits, sent, real = [0.0], [19.0, 30.0, 0.0], list[float](), clock.monotonic
    monkeypatch.setattr(clock, "monotonic", lambda: real() + passed[0])

    def resolve(host: str, port: int) -> list[str]:
        passed[0] += waits.pop(0)
        return ["127.0.0.1"]

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        sent.append(passed[0])
        return posting.connected(address, port, seconds)

    post.postman = Postman(post.system, units(post.system), resolve=resolve, connect=connect)
    with receiving() as receiver:
        hook = post.webhook(receiver)
        write(post.system.db, world.customers["A1"], 2)
        post.run()
        assert sent == [19.0, 49.0]
        assert waits == [], "the second went back after half a minute of looking up, and was sent in the next run"
        assert [(row["state"], row["tries"]) for row in post.deliveries(hook)] == [("delivered", 1)] * 2
        waits.append(LAST_SECONDS + 1)
        write(post.system.db, world.customers["A1"])
        post.run()
        last = post.deliveries(hook)[-1]
        assert (last["state"], last["last_outcome"], last["tries"], len(receiver.got)) == ("waiting", "timeout", 1, 2)


def test_lists_and_pages_ask_as_often_for_many_rows_as_for_few(post: Post, world: World) -> None:
    """Pinned as in tests/contract/test_query_counts.py, for the administrator, whom that one does not ask."""
    client = post.integration()
    with receiving() as receiver:
        hook = post.webhook(receiver, client)
        counts = []
        for more in range(2):
            for _ in range(3 * more):
                post.webhook(receiver, client)
            write(post.system.db, world.customers["A1"], 1 + 3 * more)
            post.run()
            delivery = post.deliveries(hook)[0]["id"]
            paths = ("webhooks", f"webhooks/{hook['id']}", "webhook-deliveries", f"webhook-deliveries/{delivery}")
            counts.append([len(least(post.system.db, lambda path=path: post.admin.read(path))) for path in paths])
    assert counts == [[1, 1, 1, 3]] * 2
