"""P11: a phone's clock may lie: by a day, by ten years, jumping in the middle of a queue, in whatever zone.

Nothing is refused for its time, the order is the phone's own, its own words are kept, and what is shown is at most two
seconds wrong. One jump between two contacts can be told; the phone speaks with the server every few minutes in use.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from tests.field.phone import Phone
from tests.promises.ground import Ground
from tests.promises.p10_order import STEPS
from tests.promises.phones import Field, at, field

FULL = {"queues": 1000}
REDUCED = {"queues": 5}
OFF = (0.0, 1.0, -1.0, 3652.0, -3652.0, 365.0, -20_000.0)
"""Days; the last begins in the years after 1970."""
BEARABLE = timedelta(seconds=2)


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many queues of one job each."""
    chance, told, wrong = random.Random(seed), Counter[str](), []
    worst = timedelta()
    with field(ground) as server:
        for number in range(counts["queues"]):
            found, error = one(server, chance, told)
            worst = max(worst, error)
            wrong += [f"queue {number}: {what}" for what in found]
    return {**counts, **told, "worst_seconds": worst.total_seconds(), "wrong": wrong[:50], "held": not wrong}


def one(server: Field, chance: random.Random, told: Counter[str]) -> tuple[list[str], timedelta]:
    """A job done over some hours without network, the clock set anew once on the way; then everything is sent."""
    end = datetime.now(UTC).replace(microsecond=0)
    now = end - timedelta(hours=20)
    off, jump = (timedelta(days=chance.choice(OFF)) for _ in range(2))
    jumps_at = chance.randint(1, len(STEPS)) if chance.random() < 0.6 else None
    with at(now):
        phone, order = Phone(server.as_("FE"), off), server.order()
    true, deeds = [], []
    for number, (action, _, said) in enumerate(STEPS):
        if number == jumps_at and jump != off:
            phone.off, told["jumps"] = jump, told["jumps"] + 1
        now += timedelta(minutes=chance.randint(1, 120), seconds=chance.randint(0, 59))
        with at(now):
            deed = phone.did(f"work-orders/{order}/{action}", said, order)
            zone = timezone(timedelta(hours=chance.choice((8, 8, 8, 0, -5, 14))))
            deed["body"]["occurred_at"] = (
                datetime.fromisoformat(deed["body"]["occurred_at"]).astimezone(zone).isoformat()
            )
            true.append(now)
            deeds.append(deed)
    with at(end):
        phone.api = server.as_("FE")
        answers = [phone.send(deed) for deed in deeds]
        facts = [fact for fact in server.facts([order]) if fact["data"].get("device")]
    refused = [f"{answer.status_code} {answer.text[:200]}" for answer in answers if answer.status_code != 200]
    if refused:
        return refused, timedelta()
    told["commands"] += len(deeds)
    return judged(facts, true, [deed["body"]["occurred_at"] for deed in deeds])


def judged(facts: list[dict[str, Any]], true: list[datetime], raw: list[str]) -> tuple[list[str], timedelta]:
    """What is told in another order, at a wrong time, or without the phone's own words; and the worst time."""
    kinds = [kind for _, kind, _ in STEPS]
    if [fact["type"] for fact in facts] != kinds:
        return [f"told as {[fact['type'] for fact in facts]}"], timedelta()
    errors = [abs(fact["occurred_at"] - wanted) for fact, wanted in zip(facts, true, strict=True)]
    wrong = [f"{kind} is {error} wrong" for kind, error in zip(kinds, errors, strict=True) if error > BEARABLE]
    wrong += [
        f"{fact['type']} lost the phone's own words"
        for fact, said in zip(facts, raw, strict=True) if fact["data"]["device"]["at"] != said
    ]  # fmt: skip
    return wrong, max(errors)
