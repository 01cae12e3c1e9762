"""P31: imports are whole. The import of real records is killed at random, run to its end, and run once more."""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from sqlalchemy import func, select

from api import models
from api.imports.command import run as bring
from api.kit.db import Database
from tests.promises.ground import ROOT, Ground
from tests.shared_data import MISSING, shared_data

FULL = {"kills": 50}
REDUCED = {"kills": 2}
MAPPING = ROOT / "api" / "imports" / "mappings" / "helpdesk-log.toml"
CASES, HISTORY = 1831, 8525
"""What the source holds."""
_case, _event = models.service_requests.ServiceRequest.__table__, models.events.Event.__table__
CHILD = """
import io, sys
from pathlib import Path
from rich.console import Console
from api import models, routes
from api.imports.command import run
from api.kit.db import Database
db = Database(sys.argv[1])
print("ready", flush=True)
raise SystemExit(run(db, Path(sys.argv[2]), Path(sys.argv[3]), report=None, check_only=False, out=Console(file=io.StringIO())))
"""


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many kills, each up to 1.2 s into the import; the import goes on from what is there.

    :raises FileNotFoundError: the records are not here.
    """
    chance, source = random.Random(seed), shared_data("helpdesk-log")
    if source is None:
        raise FileNotFoundError(MISSING)
    wrong: list[str] = []
    killed, seen = 0, []
    with ground.database() as db:
        for _ in range(counts["kills"]):
            killed += _kill(ground.url, source, chance.uniform(0.0, 1.2))
            wrong += halves(db)
            seen.append(imported(db))
        added = []
        for _ in range(2):
            before, out = imported(db), Console(file=io.StringIO())
            code = bring(db, MAPPING, source, report=None, check_only=False, out=out)
            wrong += [] if code == 0 else [f"the import ended with {code}"]
            added.append(imported(db) - before)
        wrong += halves(db) + complete(db)
    if added[1]:
        wrong.append(f"a rerun added {added[1]} cases")
    return {
        "kills": counts["kills"], "killed_in_the_middle": killed, "cases_after_each_kill": seen, "cases": CASES,
        "added_by_the_first_whole_run": added[0], "added_by_a_rerun": added[1], "wrong": wrong[:50], "held": not wrong,
    }  # fmt: skip


def _kill(url: str, source: Path, seconds: float) -> bool:
    """Start the import, kill it after so long; whether it was still at work."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, url, str(MAPPING), str(source)],
        stdout=subprocess.PIPE, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(seconds)
    busy = child.poll() is None
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    return busy


def imported(db: Database) -> int:
    """How many cases came in."""
    with db.read() as conn:
        return conn.execute(select(func.count()).where(_case.c.imported_from.is_not(None))).scalar_one()


def halves(db: Database) -> list[str]:
    """Facts without their case, and cases without their history."""
    stray = select(func.count()).where(
        _event.c.type == "service_request.imported", _event.c.subject_id.not_in(select(_case.c.id))
    )
    told = select(_event.c.case_id).where(_event.c.type == "service_request.history_imported")
    bare = select(func.count()).where(_case.c.imported_from.is_not(None), _case.c.id.not_in(told))
    with db.read() as conn:
        found = {"facts without their case": stray, "cases without their history": bare}
        return [f"{count} {what}" for what, s in found.items() if (count := conn.execute(s).scalar_one())]


def complete(db: Database) -> list[str]:
    """What is missing or doubled after a whole run."""
    kept = select(func.count()).where(_event.c.type == "service_request.history_imported")
    with db.read() as conn:
        history = conn.execute(kept).scalar_one()
        doubled = conn.execute(
            select(func.count())
            .select_from(
                select(_case.c.imported_from).group_by(_case.c.imported_from).having(func.count() > 1).subquery()
            )
            .where()
        ).scalar_one()
    wrong = [] if imported(db) == CASES else [f"{imported(db)} cases, not {CASES}"]
    wrong += [] if history == HISTORY else [f"{history} steps of history, not {HISTORY}"]
    return wrong + ([f"{doubled} cases came in twice"] if doubled else [])
