"""P10: a missing predecessor is handled. The steps of jobs come late by days, out of order, or never.

A step whose predecessor has not come is held and shown at once, released in order when it comes, and a person's to decide
after three days. Nothing is lost, nothing counts twice, and what counts stands in the order in which it was done.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from api import models
from tests.field.phone import Phone
from tests.promises.ground import Ground
from tests.promises.phones import Field, at, field

FULL = {"orders": 400}
REDUCED = {"orders": 2}
STEPS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("accept", "work_order.accepted", {}), ("depart", "work_order.departed", {}), ("arrive", "work_order.arrived", {}),
    ("diagnose", "work_order.diagnosed", {"diagnosis": "光电管老化", "plan": "更换"}),
    ("complete", "work_order.completed",
     {"work_done": "已换", "test_result": "合格", "test_passed": True, "instructed": True}),
    ("refuse-signature", "work_order.signature_refused", {"reason": "负责人不在"}),
    ("hand-in", "work_order.record_handed_in", {}),
)  # fmt: skip
WAIT = timedelta(days=3)
_held, _taken = models.held_commands.HeldCommand.__table__, models.held_commands.FieldCommandTaken.__table__


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many orders, each with its steps delayed, dropped or in another order."""
    chance, told, wrong = random.Random(seed), Counter[str](), []
    with field(ground) as server:
        for number in range(counts["orders"]):
            wrong += [f"order {number}: {what}" for what in one(server, chance, told)]
    return {**counts, **told, "wrong": wrong[:50], "held": not wrong}


def one(server: Field, chance: random.Random, told: Counter[str]) -> list[str]:
    """One job: done in a few hours, sent over ten days."""
    start = datetime.now(UTC).replace(microsecond=0)
    with at(start):
        phone, order = Phone(server.as_("FE")), server.order()
        deeds = []
        for number, (action, _, said) in enumerate(STEPS):
            deed = phone.did(f"work-orders/{order}/{action}", said, order)
            deed["body"]["occurred_at"] = (start - timedelta(minutes=70 - 10 * number)).isoformat()
            deeds.append(deed)
    sends = [
        (start + timedelta(days=chance.choice((0, 0, 0, chance.uniform(0, 10)))) + timedelta(seconds=chance.random()), deed)
        for deed in deeds if chance.random() > 0.07
    ]  # fmt: skip
    wrong: list[str] = []
    came: set[int] = set()
    for moment, deed in sorted(sends, key=lambda send: send[0]):
        wrong += [*tick(server, phone, moment), *arrive(server, phone, moment, deed, came, told)]
    end = start + timedelta(days=14)
    wrong += tick(server, phone, end)
    with at(end):
        wrong += decide(server, phone, chance, told)
        wrong += lost(server, phone, [deed for _, deed in sends])
        return wrong + out_of_order([fact for fact in server.facts([order]) if fact["data"].get("device")])


def arrive(
    server: Field, phone: Phone, moment: datetime, deed: dict[str, Any], came: set[int], told: Counter[str]
) -> list[str]:
    """A step comes: it counts, or it is held and the coordinator sees it in the same moment."""
    with at(moment):
        phone.api = server.as_("FE")
        answer = phone.send(deed)
        seq, after = deed["body"]["device_seq"], deed["body"]["after"]
        told[str(answer.status_code)] += 1
        early = after is not None and after not in settled(server, phone) and seq not in settled(server, phone)
        if early and (answer.status_code, answer.json().get("reason")) != (202, "predecessor"):
            return [f"{seq} came before {after} and was answered {answer.status_code}"]
        if answer.status_code == 202:
            listed = server.as_("CO").read("held-commands", open=True, limit=200)["items"]
            if answer.json()["id"] not in {row["id"] for row in listed}:
                return [f"{seq} is held and not shown"]
        server.work_off()
        came.add(seq)
        return []


def tick(server: Field, phone: Phone, moment: datetime) -> list[str]:
    """Time passes until this moment: what has waited for three days is a person's to decide, and not before."""
    with at(moment):
        server.work_off()
        with server.db.read() as conn:
            rows = conn.execute(
                select(_held.c.device_seq, _held.c.status, _held.c.reason, _held.c.created_at)
                .where(_held.c.device_id == phone.id)
            ).all()  # fmt: skip
    late = [row for row in rows if row.status == "waiting" and moment - row.created_at > WAIT + timedelta(seconds=1)]
    early = [
        row for row in rows
        if (row.status, row.reason) == ("held", "predecessor") and moment - row.created_at < WAIT
    ]  # fmt: skip
    return [f"{row.device_seq} waits longer than three days" for row in late] + [
        f"{row.device_seq} was handed to a person too early" for row in early
    ]


def settled(server: Field, phone: Phone) -> set[int]:
    """The phone's commands that are settled."""
    with server.db.read() as conn:
        return set(conn.execute(select(_taken.c.seq).where(_taken.c.device_id == phone.id)).scalars())


def decide(server: Field, phone: Phone, chance: random.Random, told: Counter[str]) -> list[str]:
    """A person decides what is left, oldest first: it counts where it can, else it is set aside with a reason."""
    api = server.as_("CO")
    for _ in range(30):
        rows = api.read("held-commands", status="held", sort="created_at", limit=200)["items"]
        mine = sorted((row for row in rows if row["device_id"] == phone.id), key=lambda row: row["device_seq"])
        if not mine:
            break
        path = f"held-commands/{mine[0]['id']}"
        answer = api.post(f"{path}/apply", json={}) if chance.random() < 0.7 else None
        if answer is None or answer.status_code != 200:
            api.act(f"{path}/set-aside", {"reason": "前一步没有记录"})
            told["set aside"] += 1
        else:
            told["applied by a person"] += 1
        server.work_off()
    left = [row for row in api.read("held-commands", open=True, limit=200)["items"] if row["device_id"] == phone.id]
    return [f"{row['device_seq']} is left {row['status']}" for row in left]


def lost(server: Field, phone: Phone, sent: list[dict[str, Any]]) -> list[str]:
    """What was sent and is neither done nor set aside."""
    done = settled(server, phone)
    return [f"{deed['body']['device_seq']} is lost" for deed in sent if deed["body"]["device_seq"] not in done]


def out_of_order(facts: list[dict[str, Any]]) -> list[str]:
    """What counted twice, or before what was done before it. An acceptance that is told by a later step bears its count."""
    wrong, last = [], 0
    for kind, number in Counter(fact["type"] for fact in facts).items():
        wrong += [f"{kind} counted {number} times"] if number > 1 else []
    for fact in facts:
        seq = fact["data"]["device"]["seq"]
        wrong += [f"{seq} counts after {last}"] if seq < last else []
        last = max(last, seq)
    return wrong
