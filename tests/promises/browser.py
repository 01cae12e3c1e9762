"""Promises that are about a page in an engineer's hand: a spec of `frontend/e2e` walked at full counts, against a demo server.

The spec names its own counts and leaves its figures, one JSON object a line; it fails where the promise does not hold. What
was not tried does not count as held: each figure that is wanted must be there and reach its number.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import text

from api.kit.db import Database
from tests.promises.ground import ROOT, Ground

FRONTEND = ROOT / "frontend"
LAST = 6000
"""So much of the end of what the run said is looked through for why it failed."""
HOURS = 3600
DATABASE = "sibu_phone"


def walk(ground: Ground, spec: str, wanted: dict[str, int], seed: int, full: bool) -> dict[str, Any]:
    """Run this spec; its figures, and whether it held."""
    said, told = ground.folder / f"{spec}.log", ground.folder / f"{spec}.figures"
    sys.path.insert(0, str(ROOT / "tools"))
    from browser import browser_environment

    env = browser_environment() | {
        "SIBU_TEST_COUNTS": "full" if full else "", "SIBU_SEED": str(seed), "SIBU_FIGURES": str(told),
        "SIBU_PYTHON": sys.executable,
    } | _database(ground)  # fmt: skip
    env.pop("SIBU_E2E_URL", None)
    argv = ["npx", "playwright", "test", "--project=field", spec, f"--output={ground.folder / 'pages'}"]
    with said.open("wb") as log:
        process = subprocess.Popen(argv, cwd=FRONTEND, env=env, stdout=log, stderr=log, start_new_session=True)
        try:
            code = process.wait(3 * HOURS)
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            raise
    return judged(code, figures(told), wanted, said.read_text("utf-8", "replace")[-LAST:])


def figures(path: Path) -> dict[str, Any]:
    """All that the spec left."""
    found: dict[str, Any] = {}
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        found |= json.loads(line)
    return found


def judged(code: int, found: dict[str, Any], wanted: dict[str, int], said: str) -> dict[str, Any]:
    """Held, if the spec did and tried all that is wanted of it."""
    wrong = [] if code == 0 else [line for line in said.splitlines() if line.strip()][-12:]
    wrong += [
        f"{name} is {found.get(name)}, {least} are wanted" for name, least in wanted.items()
        if not isinstance(found.get(name), int) or found[name] < least
    ]  # fmt: skip
    found.pop("seed", None)
    found.pop("wrong", None)
    return found | {"wrong": wrong, "held": not wrong}


def _database(ground: Ground) -> dict[str, str]:
    """The server of the spec fills an empty database itself: a file of its own, or a new database on the ground's server."""
    if ground.is_sqlite:
        return {}
    db = Database(ground.url, pool=1)
    try:
        with db.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
            conn.execute(text(f'CREATE DATABASE "{DATABASE}"'))
            address = db.writer.url.set(database=DATABASE).render_as_string(hide_password=False)
    finally:
        db.dispose()
    return {"SIBU_DATABASE_URL": address}
