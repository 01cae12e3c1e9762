"""P8: the queue survives updates and pressure. Sixty deeds wait while all that can befall a phone does.

`frontend/e2e/field.pressure.spec.js` walks it: another version of app and store, a store that the system closes, a full
phone, no lasting storage, wrong PINs, a lying clock, a wipe with photos, a sign-out; each says so, and the queue can be
exported."""

from __future__ import annotations

from typing import Any

from tests.promises import browser
from tests.promises.ground import Ground

FULL = {"queued": 60, "exported": 60, "store_version_after": 30}
REDUCED = dict.fromkeys(FULL, 0)


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """All of it, with so many in the queue."""
    return browser.walk(ground, "field.pressure", counts, seed, counts == FULL)
