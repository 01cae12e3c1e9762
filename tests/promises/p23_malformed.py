"""P23: malformed input never breaks. Schemathesis with all its checks asks a served replica in the name of three roles.

Left out: `GET /events/stream`, which never ends. Roles share one database, as they do in life.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

from api import routes
from api.access.actor import SYSTEM
from api.kit.unit import Unit
from tests.contract.samples import SAMPLES
from tests.promises.ground import ROOT, Ground

assert routes
FULL = {"examples": 10_000, "each": 4, "roles": ["HL", "CO", "SM"]}
REDUCED = {"examples": 100, "each": 1, "roles": ["CO"]}
"""`examples` at least in all per role; `each` at most per operation where values are drawn."""
STREAM = "/api/v1/events/stream"
CONFIG = Path(__file__).with_name("p23_schemathesis.toml")
PHASES = {True: "examples,coverage,fuzzing,stateful", False: "fuzzing"}
"""Coverage alone makes some 9,000 requests: at full counts only."""


def run(ground: Ground, counts: dict[str, Any], seed: int) -> dict[str, Any]:
    """So many requests per role; gives how many there were and how they were answered, and every failure in words."""
    objects = prepare(ground)
    told: dict[str, Any] = {"left_out": f"GET {STREAM}", "roles": {}, "failures": []}
    with ground.replica(SIBU_WORKER="0") as replica:
        httpx.get(
            f"{replica.address}/api/v1/openapi.json", timeout=60
        )  # made once; Schemathesis waits ten seconds for it
        for index, role in enumerate(counts["roles"]):
            found = ask(ground, replica.address, role, seed + index, counts, objects)
            told["failures"] += [f"{role}: {line}" for line in found.pop("failures")]
            told["roles"][role] = found
    enough = all(found["examples"] >= counts["examples"] for found in told["roles"].values())
    return told | {"held": enough and not told["failures"]}


def prepare(ground: Ground) -> dict[str, list[str]]:
    """An object of every resource at the caller's station and one elsewhere; ids by the first part of the path."""
    made: dict[str, list[str]] = {}
    with ground.database() as db:
        for name, sample in SAMPLES.items():
            for station in ("A1", "B1"):
                with db.write() as conn:
                    id = sample.make(Unit(db, conn, SYSTEM), ground.world, station, None)
                made.setdefault(name, []).append(id)
    return made


def ask(
    ground: Ground, address: str, role: str, seed: int, counts: dict[str, Any], objects: dict[str, list[str]]
) -> dict[str, Any]:
    """One role's requests; fewer than promised are a failure."""
    folder = ground.folder / f"p23-{role}-{seed}"
    folder.mkdir()
    world = ground.world
    known = {
        "customer_id": world.customers, "contact_id": world.contacts, "site_id": world.sites, "asset_id": world.assets,
        "station_id": world.stations, "product_id": world.products, "employee_id": world.employees,
    }  # fmt: skip
    prepared = {
        "seed": seed, "url": ground.url, "account_id": world.accounts[f"{role}@A1"], "objects": objects,
        "fields": {name: list(ids.values()) for name, ids in known.items()},
    }  # fmt: skip
    (folder / "prepared.json").write_text(json.dumps(prepared), "utf-8")
    report = folder / "report.json"
    asked = subprocess.run(
        [
            str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(CONFIG), "run",
            f"{address}/api/v1/openapi.json", "--url", address, "--checks", "all", "--seed", str(seed),
            "--max-examples", str(counts["each"]), "--phases", PHASES[counts == FULL], "--exclude-path", STREAM,
            "--no-shrink", "--continue-on-failure", "--generation-database", "none", "--warnings", "off", "--no-color",
            "--report", "json", "--report-json-path", str(report),
        ],
        cwd=folder, capture_output=True, text=True,
        env=os.environ | {
            "PYTHONPATH": str(ROOT), "SCHEMATHESIS_HOOKS": "tests.promises.p23_hooks", "SIBU_FUZZ": str(folder),
        },
    )  # fmt: skip
    if not report.exists():
        return {
            "examples": 0,
            "failures": [f"Schemathesis gave no report: {asked.stdout[-2000:]}{asked.stderr[-2000:]}"],
        }
    return figures(json.loads(report.read_text("utf-8")), json.loads((folder / "told.json").read_text("utf-8")), asked)


def figures(report: dict[str, Any], told: dict[str, Any], asked: Any) -> dict[str, Any]:
    """What was asked and answered; everything that is not as promised stands in `failures`."""
    failures = [
        f"{failure['title']}: {failure['count']} at {', '.join(failure['operations'][:20])}"
        for failure in report["failures"]
    ]
    failures += [f"error: {str(error)[:500]}" for error in report["errors"]]
    surprises = {status: count for status, count in told["answers"].items() if status.startswith("5")}
    if surprises:
        failures.append(f"answers of 500 and above: {surprises}")
    if not report["complete"] or (asked.returncode and not failures):
        failures.append(f"Schemathesis ended early: {asked.stdout[-2000:]}")
    if failures:
        failures.append(asked.stdout.partition("FAILURES")[2][:20_000])
    return {
        "examples": report["test_cases"]["generated"],
        "operations": (report["operations"] or {}).get("tested", 0),
        "answers": dict(sorted(Counter(told["answers"]).items())),
        "judgements_on_well_formed_requests": sum(told["judged"].values()),
        "failures": failures,
    }
