"""P14: money adds up. Random deeds at stations of their own, the books audited after each; and callbacks sent by a crowd.

A run that broke off goes on where it stopped when the state of `api/`, the seed and the counts are the same: each
episode (one station) is independent and its outcome is kept beside the results until the whole is proven.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

from tests.promises import p14_callbacks
from tests.promises.ground import Ground
from tests.promises.p14_book import Book

FULL = {"steps": 100_000, "callbacks": 1000}
REDUCED = {"steps": 200, "callbacks": 40}
EPISODE = 150
"""Steps at one station, so that an audit looks at few rows."""
RESULTS = Path(__file__).with_name("results")


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many steps, then so many callbacks."""
    told: Counter[str] = Counter()
    wrong: list[str] = []
    done = 0
    kept = _kept(ground, counts, seed)
    lines = kept.read_text("utf-8").splitlines() if kept.exists() else []
    episodes = -(-counts["steps"] // EPISODE)
    resumed = len(lines)
    with ground.database() as db:
        for number in range(episodes):
            if number < len(lines):
                outcome = json.loads(lines[number])
            else:
                outcome = episode(db, ground, seed, number, min(EPISODE, counts["steps"] - number * EPISODE))
                with kept.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(outcome) + "\n")
            told.update(outcome["told"])
            done += outcome["steps"]
            wrong += [f"episode {number}, {each}" for each in outcome["wrong"]]
            if wrong:
                break
    crowd = p14_callbacks.run(ground, counts["callbacks"], seed)
    wrong += crowd["wrong"]
    kept.unlink(missing_ok=True)
    return {
        "steps": done, "resumed_episodes": resumed, "deeds": dict(sorted(told.items())), "callbacks": crowd["callbacks"],
        "callbacks_sent": crowd["sent"], "answers": crowd["answers"], "wrong": wrong[:50],
        "held": not wrong and done == counts["steps"],
    }  # fmt: skip


def episode(db: Any, ground: Ground, seed: int, number: int, steps: int) -> dict[str, Any]:
    """So many steps at a new station; ends at the first that leaves the books wrong."""
    book = Book(db, ground.world, random.Random(seed * 1_000_003 + number))
    wrong: list[str] = []
    done = 0
    for done in range(1, steps + 1):
        if wrong := [f"step {done}: {each}" for each in book.step()]:
            break
    return {"steps": done, "told": dict(book.told), "wrong": wrong}


def _kept(ground: Ground, counts: dict[str, int], seed: int) -> Path:
    from tests.promises.__main__ import API, state_of

    RESULTS.mkdir(exist_ok=True)
    kind = "sqlite" if ground.is_sqlite else "postgres"
    return RESULTS / f".p14-{kind}-{seed}-{counts['steps']}-{state_of(API)}.jsonl"
