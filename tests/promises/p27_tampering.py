"""P27: the record cannot be quietly changed. A thousand tamperings of eleven kinds, each found, the first bad row named.

The test of the log does them; here it runs at its full count.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Any

from tests.promises.ground import ROOT, Ground

FULL = {"tamperings": 1000}
REDUCED = {"tamperings": 66}
TEST = "tests/events/test_tampering.py"


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """The test in a process of its own; `seed` is the order of tests, the tamperings have their own in the test."""
    env = os.environ | {
        "SIBU_TEST_DB": "sqlite" if ground.is_sqlite else "postgres",
        "SIBU_TEST_COUNTS": "full" if counts == FULL else "reduced",
        "SIBU_TEST_DATABASE_URL": ground.url,  # the test empties it
    }
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--randomly-seed={seed}", TEST],
        cwd=ROOT, env=env, capture_output=True, text=True,
    )  # fmt: skip
    passed = re.search(r"(\d+) passed", told.stdout)
    wrong = [] if told.returncode == 0 else [told.stdout[-3000:] + told.stderr[-1000:]]
    return {
        **counts,
        "tests_passed": int(passed[1]) if passed else 0,
        "wrong": wrong,
        "held": not wrong and bool(passed),
    }
