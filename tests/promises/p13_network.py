"""P13: bad networks. Requests lost, doubled, swallowed and half answered, and a portal that answers 200 with a page of its own.

`frontend/e2e/field.network.spec.js` walks it: each deed once, nothing delivered by the portal, and in all at most three times
as long as over a good line of the same latency."""

from __future__ import annotations

from typing import Any

from tests.promises import browser
from tests.promises.ground import Ground

FULL = {
    "deeds": 30,
    "photos": 9,
    "requests": 60,
    "latency_ms": 600,
    "lost": 1,
    "unsaid": 1,
    "twice": 1,
    "hole": 1,
    "half": 1,
}
REDUCED = dict.fromkeys(FULL, 0)


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """The same work over a good and a bad line."""
    return browser.walk(ground, "field.network", counts, seed, counts == FULL)
