"""P15: stock adds up. A storekeeper, a manager, engineers with vans and phones do what they do, at random and wrongly too;
after every step the positions are compared with the sum of all movements. Eight processes race for the last part. Four
years of real demand are replayed.
"""

from __future__ import annotations

from typing import Any

from tests.parts.steps import wrong_with
from tests.promises import p15_races, p15_replay, p15_steps
from tests.promises.ground import Ground
from tests.shared_data import MISSING

FULL = {"steps": 100_000, "races": 500, "replayed_parts": 1069}
REDUCED = {"steps": 400, "races": 4, "replayed_parts": 6}


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many random steps, so many races, so many parts replayed.

    :raises FileNotFoundError: the demand is not here.
    """
    with ground.database() as db:
        steps = p15_steps.run(db, ground.world, counts["steps"], seed)
        races = p15_races.run(db, ground.url, ground.world, counts["races"])
        replayed = p15_replay.run(db, ground.world, counts["replayed_parts"])
        if replayed is None:
            raise FileNotFoundError(MISSING)
        wrong = [*steps.pop("wrong"), *races.pop("wrong"), *replayed.pop("wrong"), *wrong_with(db)]
    return {
        "steps": steps["steps"], "done": steps["done"], "refused": steps["refused"], "exceptions": steps["exceptions"],
        "by_kind": steps["by_kind"], "races": races, "replayed": replayed, "wrong": wrong[:50], "held": not wrong,
    }  # fmt: skip
