"""P6: a day offline loses nothing. A page in a real browser is worked with for a day without a network and killed on the way.

`frontend/e2e/field.day.spec.js` walks it: deaths at random moments of the day, then one on each side of every request of the
sync; each deed once and in order per job, no draft lost. A second day is sent over a throttled 4G, and timed."""

from __future__ import annotations

from typing import Any

from tests.promises import browser
from tests.promises.ground import Ground

FULL = {
    "jobs": 6,
    "deeds": 60,
    "photos": 30,
    "deaths": 20,
    "hours_offline": 8,
    "deaths_at_boundaries": 150,
    "drafts_kept": 6,
}
REDUCED = dict.fromkeys(FULL, 0)


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """The day, and the one that is timed."""
    return browser.walk(ground, "field.day", counts, seed, counts == FULL)
