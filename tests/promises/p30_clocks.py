"""P30: timers fire once. Three workers in processes of their own, all stopped and started anew half-way."""

from __future__ import annotations

from typing import Any

from tests.promises import clocks_told
from tests.promises.ground import Ground

FULL = {"clocks": 10_000}
REDUCED = {"clocks": 300}


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many clocks; nothing in it is left to chance, so the seed changes nothing."""
    found = clocks_told.run(ground.url, counts["clocks"])
    wrong = judge(found, counts["clocks"])
    return {**counts, "workers": 3, **found, "wrong": wrong, "held": not wrong}


def judge(found: dict[str, Any], clocks: int) -> list[str]:
    """What is not as promised: each clock missed once, half of them warned of before, the others late."""
    expected = {"warned": clocks // 2, "missed": clocks, "escalated": clocks, "late": clocks // 2, "more_than_once": 0}
    wrong = [f"{name} is {found[name]}, not {value}" for name, value in expected.items() if found[name] != value]
    return wrong + ([] if found["states"] == {"missed": clocks} else [f"states are {found['states']}"])
