"""The promises at full counts: `python -m tests.promises [NAME …]`, which is `make prove`.

Each is run on each database that it is about and leaves `results/<name>-<database>.json` with seed, commit, counts and
figures. One that was proven for this very state of `api/` is not run again, so that a broken run goes on where it stopped.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.promises.ground import ROOT, new_ground

RESULTS = Path(__file__).with_name("results")
SEED = 20261122
DATABASES = ("sqlite", "postgres")
API = ("api", "alembic")
SOURCES = (".py", ".toml", ".js", ".mjs", ".vue", ".css")
PHONE = (*API, "frontend/src/field", "frontend/src/shared", "frontend/e2e")


@dataclass(frozen=True)
class Promise:
    """One promise: `module` has `run(ground, counts, seed)`, `FULL` and `REDUCED`."""

    name: str
    module: str
    about: str
    databases: tuple[str, ...] = DATABASES
    """The kinds that it is about."""
    sources: tuple[str, ...] = API
    """The folders whose state it is proven for."""


PROMISES = (
    Promise("P1", "p01_kills", "acknowledged work survives kill -9"),
    Promise("P3", "p03_engine", "the engine is safe under many connections", ("sqlite",)),
    Promise("P4", "p04_bookings", "an engineer is never in two places"),
    Promise("P5", "p05_retries", "retrying is safe"),
    Promise("P6", "p06_day", "a day offline loses nothing", sources=PHONE),
    Promise("P7", "p07_drafts", "drafts survive", sources=PHONE),
    Promise("P8", "p08_pressure", "the queue survives updates and pressure", sources=PHONE),
    Promise("P9", "p09_merging", "edits of phones merge or come before a person"),
    Promise("P10", "p10_order", "a missing predecessor is waited for"),
    Promise("P11", "p11_clocks", "a phone's clock may lie"),
    Promise("P12", "p12_photos", "photos resume"),
    Promise("P13", "p13_network", "a bad network delivers exactly once", sources=PHONE),
    Promise("P14", "p14_money", "money adds up to the fen"),
    Promise("P15", "p15_stock", "stock adds up"),
    Promise("P16", "p16_numbers", "numbers are unique"),
    Promise("P17", "p17_edits", "no edit is silently overwritten"),
    Promise("P18", "p18_webhooks", "webhooks arrive, in order, whoever is down or slow"),
    Promise("P20", "p20_calls", "calls are recorded once and pop up within a second"),
    Promise("P21", "p21_failovers", "losing the database is an interruption", ("postgres",)),
    Promise("P22", "p22_disk", "a full disk is an interruption"),
    Promise("P23", "p23_malformed", "malformed input never breaks"),
    Promise("P27", "p27_tampering", "the record cannot be quietly changed"),
    Promise("P30", "p30_clocks", "timers fire once"),
    Promise("P31", "p31_imports", "imports are whole"),
    Promise("P33", "p33_restarts", "restarts are invisible"),
    Promise("P34", "p34_replicas", "replicas agree"),
)


def main(arguments: list[str] | None = None) -> int:
    """Entry point; 0 when every promise held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(p.name for p in PROMISES)}; all if none"
    )
    parser.add_argument("--database", choices=(*DATABASES, "both"), default="both")
    parser.add_argument("--counts", choices=("full", "reduced"), default="full")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--again", action="store_true", help="also what was proven for this state of api/")
    given = parser.parse_args(arguments)
    wanted = [promise for promise in PROMISES if not given.names or promise.name in _names(given.names)]
    if unknown := _names(given.names) - {promise.name for promise in PROMISES}:
        parser.error(f"no such promise: {', '.join(sorted(unknown))}")
    databases = DATABASES if given.database == "both" else (given.database,)
    broken = 0
    for promise in wanted:
        for database in filter(promise.databases.__contains__, databases):
            known = None if given.again else proven(promise, database, given.counts)
            result = known or prove(promise, database, given.counts, given.seed)
            broken += not result["held"]
            print(line(result, known is not None), flush=True)
    return 1 if broken else 0


def _names(names: list[str]) -> set[str]:
    """`p05` and `P5` are the same."""
    return {f"P{int(name[1:])}" if name[:1] in "pP" and name[1:].isdigit() else name for name in names}


def prove(promise: Promise, database: str, counts: str, seed: int) -> dict[str, Any]:
    """Run one promise on a fresh database of this kind and keep what came of it."""
    module = importlib.import_module(f"tests.promises.{promise.module}")
    wanted = module.FULL if counts == "full" else module.REDUCED
    began, start, commit, api = (
        datetime.now(UTC),
        time.monotonic(),
        _git("rev-parse", "HEAD"),
        state_of(promise.sources),
    )
    with new_ground(database) as ground:
        figures = module.run(ground, wanted, seed)
    held = figures.pop("held")
    result = {
        "promise": promise.name, "about": promise.about, "database": database, "counts": counts, "wanted": wanted,
        "seed": seed, "commit": commit, "api": api, "began": began.isoformat(timespec="seconds"),
        "seconds": round(time.monotonic() - start, 1), "machine": f"{platform.system()} {platform.machine()}",
        "held": held, "figures": figures,
    }  # fmt: skip
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / _file(promise, database, counts)
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    return result


def proven(promise: Promise, database: str, counts: str) -> dict[str, Any] | None:
    """The result that is there for this state of `api/`, if the promise held."""
    path = RESULTS / _file(promise, database, counts)
    if not path.exists():
        return None
    result: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return result if result["held"] and result["api"] == state_of(promise.sources) else None


def _file(promise: Promise, database: str, counts: str) -> str:
    return f"{promise.name}-{database}{'' if counts == 'full' else '-reduced'}.json"


def state_of(folders: tuple[str, ...]) -> str:
    """A hash over every source file of these as they lie here, committed or not."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.*")):
            if path.suffix in SOURCES and path.is_file():
                total.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    return total.hexdigest()[:40]


def line(result: dict[str, Any], known: bool) -> str:
    """One line per promise and database."""
    plain = {
        name: value for name, value in result["figures"].items() if isinstance(value, int | float | str) and value != ""
    }
    told = ", ".join(f"{name} {value}" for name, value in plain.items())
    verdict = "held  " if result["held"] else "BROKEN"
    when = f"proven {result['began'][:16]}" if known else f"{result['seconds']:.0f} s"
    found = result["figures"].get("wrong") or result["figures"].get("failures") or []
    wrong = "".join(f"\n         {each}"[:400] for each in found[:5])
    return f"{verdict} {result['promise']:4} {result['database']:8} {when}: {told} (seed {result['seed']}){wrong}"


def _git(*arguments: str) -> str:
    told = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return told.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
