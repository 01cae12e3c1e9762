"""P4: an engineer is never in two places. Dispatchers in separate processes behind a barrier want the same time.

Through the API two dispatchers assign orders (equal and partly overlapping times, and one order both want); below it
two and eight book and move bookings. Exactly one wins each contest, the others are told by whom. On the board eight drag
the same jobs (`p04_drags`); no overlap is left that no manager allowed.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from api.kit.db import Database
from api.main import create_app
from api.settings import Settings
from tests.client import Api
from tests.dispatch import contest
from tests.promises import p04_drags, p04_rounds
from tests.promises.ground import SECRET, Ground
from tests.work.steps import Desk, always_fresh

FULL = {"contests": 1000}
REDUCED = {"contests": 40}


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many contests through the API, as many below it, and a fifth of them with eight dispatchers."""
    rounds = counts["contests"]
    found = through_the_api(ground, rounds)
    two = p04_rounds.run(ground.url, rounds, seed)
    later = p04_rounds.START + timedelta(days=2000)  # its windows must be free at first
    eight = p04_rounds.run(ground.url, rounds // 5, seed, dispatchers=8, start=later)
    dragged = on_the_board(ground, rounds, seed)
    wrong = (
        dragged.pop("wrong")
        + judge_rounds(found)
        + judge_figures(two, rounds, 2)
        + judge_figures(eight, rounds // 5, 8)
    )
    told: Counter[str] = Counter()
    for outcome in found:
        told.update(outcome)
    return {
        "contests": rounds, "through_the_api": dict(told), "booking_and_moving": two, "eight_dispatchers": eight,
        "dragged_by_eight": dragged, "overlaps": eight["overlaps"],
        "wrong": wrong[:50], "held": not wrong and len(found) == rounds,
    }  # fmt: skip


def on_the_board(ground: Ground, drags: int, seed: int) -> dict[str, Any]:
    """Eight dispatchers drag six jobs of two engineers."""
    settings = Settings(
        database_url=ground.url, data_dir=ground.folder, secret=SECRET.encode(), worker=False, revisions=False,
        password_memory_kib=64,
    )  # fmt: skip
    db = Database(ground.url, pool=2)
    with Api(create_app(settings, db)) as anonymous:
        desk = Desk(always_fresh(anonymous, ground.world), ground.world)
        found = p04_drags.run(ground.url, desk, drags, 8, seed)
    db.dispose()
    return found


def through_the_api(ground: Ground, rounds: int) -> list[Counter[str]]:
    """Two dispatchers assign orders of their own, and one that both have, to the one engineer."""
    settings = Settings(
        database_url=ground.url, data_dir=ground.folder, secret=SECRET.encode(), worker=False, revisions=False,
        password_memory_kib=64,
    )  # fmt: skip
    db, world = Database(ground.url, pool=2), ground.world
    with Api(create_app(settings, db)) as anonymous:
        desk = Desk(always_fresh(anonymous, world), world)
        first, second, shared = (desk.to("time_promised") for _ in range(3))
    db.dispose()
    people = [
        {
            "account": world.account(role), "password": world.password, "own": own["id"], "shared": shared["id"],
            "engineer": world.employees["FE@A1"], "shift": shift,
        }
        for role, own, shift in (("CO", first, 0), ("CO2", second, 25))
    ]  # fmt: skip
    opens = (datetime.now(UTC) + timedelta(days=30)).replace(minute=0, second=0, microsecond=0)
    return contest.run(settings, people, rounds, opens)


def judge_rounds(found: list[Counter[str]]) -> list[str]:
    """Every contest through the API that did not end with one winner and one who was told why."""
    wanted = [{"won": 1, "late" if number % 3 == 2 else "clash": 1} for number in range(len(found))]
    return [f"contest {n}: {dict(o)}" for n, (o, w) in enumerate(zip(found, wanted, strict=True)) if o != w]


def judge_figures(found: dict[str, Any], rounds: int, dispatchers: int) -> list[str]:
    """What is not as promised in the figures of the contests below the API."""
    expected = {
        "rounds": rounds, "won": rounds, "exactly_one": rounds, "named": rounds * (dispatchers - 1), "other": [],
        "overlaps": 0,
    }  # fmt: skip
    return [
        f"{dispatchers} dispatchers: {name} is {found[name]}, not {value}"
        for name, value in expected.items()
        if found[name] != value
    ]
