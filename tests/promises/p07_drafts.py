"""P7: drafts survive. The page is killed at random moments of writing in a checklist, a signature and a quote.

`frontend/e2e/field.drafts.spec.js` walks it: at most two seconds of writing are lost, and no other job shows a word of it."""

from __future__ import annotations

from typing import Any

from tests.promises import browser
from tests.promises.ground import Ground

FULL = {"kills": 100, "list": 20, "sign": 10, "quote": 10}
REDUCED = dict.fromkeys(FULL, 0)


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many deaths in the middle of writing."""
    return browser.walk(ground, "field.drafts", counts, seed, counts == FULL)
