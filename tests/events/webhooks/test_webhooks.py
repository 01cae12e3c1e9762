"""Webhooks from end to end: what is sent to whom, how it is signed, what comes of refusals (P18)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select, update
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from api import models
from api.events.webhook_deliveries import schedule
from api.kit import clock
from tests.events.facts import remark, write
from tests.events.webhooks.conftest import Post
from tests.events.webhooks.receiver import receiving
from tests.events.webhooks.test_together import customers
from tests.world import World

HOOK = models.webhooks.Webhook.__table__  # type: ignore[attr-defined]
ATTEMPT = models.webhook_deliveries.WebhookAttempt.__table__  # type: ignore[attr-defined]
CLIENT = models.access.ApiClient.__table__  # type: ignore[attr-defined]
CANARY = "canary-13800004417"


def later(**more: float) -> Any:
    return time_machine.travel(clock.now() + timedelta(**more), tick=True)


def status(post: Post) -> str:
    """Of the one webhook; sign-ins are shorter than what is waited for here."""
    with post.system.db.read() as conn:
        return str(conn.execute(select(HOOK.c.status)).scalar_one())


def test_a_fact_is_told_thin_signed_and_once(post: Post, world: World) -> None:
    """The reference library verifies; the body names type, id, subject, version and time, and nothing of a person."""
    with receiving() as receiver:
        hook = post.webhook(receiver)
        secret = hook["signing_secret"]
        with post.system.db.write() as conn:
            remark(conn, post.system.db, world.customers["A1"], CANARY)
        post.run()
        post.run()
        (message,) = receiver.got
        assert receiver.verified(secret)
        assert message.body["type"] == "customer.remarked_in_test"
        data = message.body["data"]
        assert data["address"] == f"http://localhost:8000/api/v1/customers/{world.customers['A1']}"
        assert (data["subject"], data["subject_id"], data["version"]) == ("customer", world.customers["A1"], 2)
        assert data.keys() == {
            "id", "position", "subject", "subject_id", "address", "version", "case_id", "occurred_at",
        }  # fmt: skip
        assert message.id == data["id"]
        assert CANARY not in message.raw.decode()
        (row,) = post.deliveries(hook)
        assert (row["state"], row["tries"], row["last_status"], row["message_id"]) == (
            "delivered",
            1,
            204,
            message.id,
        )
        shown = post.admin.read(f"webhook-deliveries/{row['id']}")
        assert shown["body"] == message.body
        assert [tried["outcome"] for tried in shown["attempts"]] == ["delivered"]
        read = post.admin.read(f"webhooks/{hook['id']}")
        assert (read["health"], read["waiting"]) == ("good", 0)
        assert "signing_secret" not in read
        with post.system.db.read() as conn:
            sealed = conn.execute(select(HOOK.c.secret_sealed)).scalar_one()
        assert secret.removeprefix("whsec_") not in sealed
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(message.raw + b" ", message.headers)


def test_t02_what_the_integration_may_not_see_is_never_sent(post: Post, world: World) -> None:
    """Another station's facts, facts of kinds that its scopes do not hold, and what it may no longer see when it is sent."""
    with receiving() as receiver:
        hook = post.webhook(receiver)
        write(post.system.db, world.customers["B1"])
        write(post.system.db, world.customers["A1"])
        post.admin.act(
            f"webhooks/{hook['id']}/test"
        )  # a fact about a webhook, which its scopes hold, but of no station
        post.run()
        told = [message for message in receiver.got if message.body["type"] != "webhook.test"]
        assert [message.subject_id for message in told] == [world.customers["A1"]]
        receiver.answer = lambda message: (500, {}, b"")
        write(post.system.db, world.customers["A1"])
        post.run()
        assert len(receiver.got) == 3
        with post.system.db.write() as conn:
            conn.execute(update(CLIENT).values(station_ids=[world.stations["A2"]]))
        post.system.db.forget()
        with later(seconds=10):
            post.send()
        assert len(receiver.got) == 3
        assert [row["state"] for row in post.deliveries(hook, type="customer.remarked_in_test")][-1] == "withheld"
        with post.system.db.write() as conn:  # a dead key is told nothing; what happens meanwhile waits for a new one
            conn.execute(update(CLIENT).values(active=False, station_ids=[world.stations["A1"]]))
        post.system.db.forget()
        write(post.system.db, world.customers["A1"])
        post.run()
        assert len(receiver.got) == 3
        assert post.admin.read("webhooks", attention="yes")["items"][0]["health"] == "silent"


def test_filters_patterns_and_what_is_refused(post: Post, world: World) -> None:
    client = post.integration()
    with receiving() as one, receiving() as all_of, receiving() as none:
        hook = post.webhook(one, client, event_types=["customer.remarked_in_test"])
        post.webhook(all_of, client, event_types=["customer.*"])
        post.webhook(none, client, event_types=["asset.*"])
        write(post.system.db, world.customers["A1"])
        post.run()
        assert (len(one.got), len(all_of.got), len(none.got)) == (1, 1, 0)
        base = {"name": "x", "url": one.url, "client_id": client}
        for changed, pointer, code in (
            ({"event_types": ["nothing.such"]}, "/body/event_types/0", "unknown"),
            ({"event_types": ["asset.*", "product.*"]}, "/body/event_types/1", "unknown"),
            ({"event_types": ["price_list.published"]}, "/body/event_types/0", "unknown"),
            ({"event_types": ["account.*"]}, "/body/event_types/0", "unknown"),
            ({"event_types": ["Customer"]}, "/body/event_types/0", "string_pattern_mismatch"),
            ({"client_id": world.customers["A1"]}, "/body/client_id", "unknown"),
            ({"client_id": post.integration(scopes=["customers:view"])}, "/body/client_id", "cannot_see_events"),
            ({"url": "ftp://example.com/x"}, "/body/url", "string_pattern_mismatch"),
        ):
            answer = post.admin.post("webhooks", json=base | changed)
            assert answer.status_code == 422, answer.text
            assert (answer.json()["errors"][0]["pointer"], answer.json()["errors"][0]["code"]) == (pointer, code)
        types = {item["type"]: item for item in post.admin.read("webhooks/event-types")["items"]}
        assert "work_order.assigned" in types
        assert types["work_order.assigned"]["subject_label"] == "上门工单"
        subjects = {item["subject"] for item in types.values()}
        assert {"contact", "customer", "site", "station", "stock_place"} <= subjects
        assert subjects.isdisjoint({"account", "part", "price_list", "product", "webhook"}), (
            "they come to no integration"
        )
        assert post.deliveries(hook)[0]["type_label"] == "备注：…（… 次）"
        assert "{" not in "".join(item["words"] for item in types.values())


def test_a_secret_is_changed_without_a_gap(post: Post, world: World) -> None:
    with receiving() as receiver:
        hook = post.webhook(receiver)
        old, path = hook["signing_secret"], f"webhooks/{hook['id']}"
        new = post.admin.act(f"{path}/rotate", {"overlap_hours": 2})["signing_secret"]
        write(post.system.db, world.customers["A1"])
        post.run()
        assert len(receiver.got[0].headers["webhook-signature"].split()) == 2
        assert receiver.verified(old)
        assert receiver.verified(new)
        receiver.got.clear()
        with later(hours=3):
            write(post.system.db, world.customers["A1"])
            post.run()
            assert receiver.verified(new)
            with pytest.raises(WebhookVerificationError):
                receiver.verified(old)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ((500, {}, b"no"), "refused"),
        ((301, {"location": "http://127.0.0.1:1/elsewhere"}, b""), "redirect"),
        ((404, {}, b""), "refused"),
        (None, "no_connection"),
    ],
)
def test_nothing_but_success_counts(post: Post, world: World, answer: Any, outcome: str) -> None:
    with receiving() as receiver:
        hook = post.webhook(receiver if answer else "http://127.0.0.1:9/closed")
        receiver.answer = lambda message: answer
        write(post.system.db, world.customers["A1"], 2)
        post.run()
        first, second = post.deliveries(hook)
        assert (first["state"], first["last_outcome"], first["tries"]) == ("waiting", outcome, 1)
        assert (second["state"], second["tries"]) == ("waiting", 0), "it stands behind the first of its subject"
        shown = post.admin.read(f"webhook-deliveries/{first['id']}")
        wait = clock.now() + schedule.GAPS[0] * (1 + schedule.JITTER)
        assert shown["next_try_at"] is not None
        assert shown["next_try_at"] <= wait.isoformat().replace("+00:00", "Z")
        assert post.admin.read(f"webhook-deliveries/{second['id']}")["next_try_at"] is None
        if answer:
            receiver.answer = lambda message: (200, {}, b"")
            with later(seconds=6):
                post.run()
            assert receiver.ids == [first["message_id"], first["message_id"], second["message_id"]]


def test_410_switches_off_and_a_person_is_told(post: Post, world: World) -> None:
    with receiving() as receiver:
        hook = post.webhook(receiver)
        receiver.answer = lambda message: (410, {}, b"")
        write(post.system.db, world.customers["A1"])
        post.run()
        read = post.admin.read(f"webhooks/{hook['id']}")
        assert (read["status"], read["off_because"], read["health"]) == ("disabled", "gone", "off")
        assert read["version"] == hook["version"], "what the system does moves no version"
        assert [item["id"] for item in post.admin.read("webhooks", attention="yes")["items"]] == [hook["id"]]
        assert [len(post.admin.read("webhooks", q=q)["items"]) for q in ("erp", "127.0.0.1", "_", "%")] == [1, 1, 0, 0]
        told = post.admin.read(f"webhooks/{hook['id']}/events")["items"][-1]
        assert (told["type"], told["sentence"]) == (
            "webhook.switched_off", "系统停用了推送地址：对方答复 410，已不再接收",
        )  # fmt: skip
        write(post.system.db, world.customers["A1"], 2)
        post.run()
        assert len(receiver.got) == 1
        receiver.answer = lambda message: (200, {}, b"")
        assert [offer["action"] for offer in read["offered"]] == ["enable"]
        post.admin.act(f"webhooks/{hook['id']}/enable", {"missed": "send"})
        post.run()
        assert [message.body["data"]["version"] for message in receiver.got] == [2, 2, 3, 4]


def test_75_hours_without_a_success_switch_off_and_enabling_skips_what_was_missed(post: Post, world: World) -> None:
    with receiving() as receiver:
        hook = post.webhook(receiver)
        receiver.answer = lambda message: (503, {"retry-after": "30"}, b"")
        write(post.system.db, world.customers["A1"])
        begun, tries = clock.now(), 0
        with time_machine.travel(begun, tick=False) as traveller:
            post.run()
            while status(post) == "active":
                traveller.shift(timedelta(hours=1))
                post.send()
                tries = len(receiver.got)
                assert clock.now() - begun < timedelta(hours=100)
            assert clock.now() - begun > schedule.LONG
            assert tries == 10
            assert set(receiver.ids) == {receiver.ids[0]}
            write(post.system.db, world.customers["A1"])
            post.run()
            receiver.answer = lambda message: (200, {}, b"")
            admin = post.admin.signed_in(world.account("SA", "C"), world.password)
            admin.act(f"webhooks/{hook['id']}/enable", {"missed": "skip"})
            post.run()
        assert [message.body["data"]["version"] for message in receiver.got] == [2] * 11


def test_a_receiver_may_ask_for_time(post: Post, world: World) -> None:
    with receiving() as receiver:
        hook = post.webhook(receiver)
        receiver.answer = lambda message: (429, {"retry-after": "120"}, b"")
        write(post.system.db, world.customers["A1"])
        post.run()
        write(post.system.db, world.customers["A2"])
        receiver.answer = lambda message: (200, {}, b"")
        with later(seconds=100):
            post.run()
            assert len(receiver.got) == 1, "nothing before the time it asked for"
        assert post.admin.read(f"webhooks/{hook['id']}")["health"] == "failing"
        with later(seconds=125):
            post.run()
            assert len(receiver.got) == 2


@pytest.mark.parametrize("asked", ["0", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_no_receiver_may_ask_for_less_time_than_it_gets_by_itself(post: Post, world: World, asked: str) -> None:
    """However many subjects wait, an address that refuses is left alone for longer and longer."""
    with receiving() as receiver:
        post.webhook(receiver)
        receiver.answer = lambda message: (503, {"retry-after": asked}, b"")
        for subject in customers(post, 40):
            write(post.system.db, subject)
        with time_machine.travel(clock.now(), tick=False) as traveller:
            post.run()
            assert len(receiver.got) == 1
            traveller.shift(schedule.GAPS[0] * 0.99)
            post.send()
            assert len(receiver.got) == 1, "not before the first gap is over"
            for _ in range(360):
                traveller.shift(timedelta(seconds=10))
                post.send()
            assert 5 < len(receiver.got) < 12


def test_pause_resume_replay_and_the_test_button(post: Post, world: World) -> None:
    with receiving() as receiver:
        hook = post.webhook(receiver)
        path = f"webhooks/{hook['id']}"
        paused = post.admin.act(f"{path}/pause", {"reason": "对方维护"})
        assert (paused["status"], paused["reason"]) == ("paused", "对方维护")
        write(post.system.db, world.customers["A1"], 3)
        post.run()
        assert receiver.got == []
        assert post.admin.post(f"{path}/test", json={}).status_code == 409
        post.admin.act(f"{path}/resume")
        post.run()
        ids = receiver.ids
        assert [message.body["data"]["version"] for message in receiver.got] == [2, 3, 4]
        test = post.admin.act(f"{path}/test")
        assert (test["type"], test["state"], test["subject_id"]) == ("webhook.test", "waiting", None)
        post.run()
        assert receiver.got[-1].body == test["body"]
        assert post.admin.read(f"webhook-deliveries/{test['id']}")["state"] == "delivered"
        receiver.got.clear()
        since = hook["created_at"]
        post.admin.act(f"{path}/replay", {"since": since, "which": "failed"})
        post.run()
        assert receiver.got == []
        assert post.admin.act(f"{path}/replay", {"since": since, "which": "all"})["waiting"] == 3
        post.run()
        assert receiver.ids == ids, "the same ids in the same order"
        one = post.deliveries(hook, type="customer.remarked_in_test")[1]
        assert [offer["action"] for offer in post.admin.read(f"webhook-deliveries/{one['id']}")["offered"]] == [
            "replay"
        ]
        again = post.admin.act(f"webhook-deliveries/{one['id']}/replay")
        assert (again["state"], again["offered"]) == ("waiting", [])
        assert post.admin.post(f"webhook-deliveries/{one['id']}/replay", json={}).status_code == 409
        post.run()
        assert receiver.ids == [*ids, ids[1]]
        backwards = {"since": "2026-02-01T00:00:00Z", "until": "2026-01-01T00:00:00Z"}
        assert post.admin.post(f"{path}/replay", json=backwards).json()["errors"][0]["code"] == "ends_before_start"


def test_an_integration_looks_after_its_own(post: Post, world: World) -> None:
    """Its `webhooks` rights reach what is its own: it sees and steers it, makes none, ends none, sees no other's (T1)."""
    mine, others = post.integration(), post.integration()
    with receiving() as receiver:
        hook, foreign = post.webhook(receiver, mine), post.webhook(receiver, others)
        client = post.token(mine)
        assert [item["id"] for item in client.read("webhooks")["items"]] == [hook["id"]]
        offered = [offer["action"] for offer in client.read(f"webhooks/{hook['id']}")["offered"]]
        assert offered == ["test", "rotate", "pause", "replay"]
        assert client.get(f"webhooks/{foreign['id']}").status_code == 404
        moved = client.patch(
            f"webhooks/{hook['id']}", json={"url": receiver.url + "?v=2"}, headers={"If-Match": f'"{hook["version"]}"'}
        )
        assert (moved.status_code, moved.json()["url"]) == (200, receiver.url + "?v=2")
        delivery = client.act(f"webhooks/{hook['id']}/test")
        other = post.admin.act(f"webhooks/{foreign['id']}/test")
        assert client.get(f"webhook-deliveries/{other['id']}").status_code == 404
        assert client.post(f"webhook-deliveries/{other['id']}/replay", json={}).status_code == 404
        post.run()
        assert client.act(f"webhook-deliveries/{delivery['id']}/replay")["state"] == "waiting"
        assert client.post("webhooks", json={}).status_code == 403
        assert client.post(f"webhooks/{hook['id']}/disable", json={"reason": "x"}).status_code == 403
