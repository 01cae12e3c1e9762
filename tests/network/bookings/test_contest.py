"""P4: two dispatchers in two processes; exactly one wins each contest, on each database."""

from __future__ import annotations

import os

import pytest

from api.kit.db import Database
from tests.promises import p04_rounds

ROUNDS = 1000 if os.environ.get("SIBU_TEST_COUNTS") == "full" else 45


@pytest.mark.slow
def test_r11_of_two_dispatchers_exactly_one_wins(db: Database) -> None:
    found = p04_rounds.run(db.url.render_as_string(hide_password=False), ROUNDS, seed=4)
    assert found["other"] == []
    assert found["exactly_one"] == found["rounds"] == found["won"] == found["named"] == ROUNDS
    assert found["overlaps"] == 0


@pytest.mark.slow
def test_r11_of_eight_dispatchers_exactly_one_wins(db: Database) -> None:
    rounds = ROUNDS // 5
    found = p04_rounds.run(db.url.render_as_string(hide_password=False), rounds, seed=8, dispatchers=8)
    assert found["other"] == []
    assert found["exactly_one"] == found["won"] == rounds
    assert found["overlaps"] == 0
