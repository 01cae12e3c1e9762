"""The promises at reduced counts; `make prove` runs them at full ones."""

from __future__ import annotations

import importlib
import json
import re

import pytest

from tests.conftest import POSTGRES
from tests.halves import WHOLE
from tests.promises.__main__ import PROMISES, RESULTS, Promise, main
from tests.promises.ground import ROOT, Ground

ELSEWHERE = {
    "P6": "frontend/e2e/field.day.spec.js",
    "P7": "frontend/e2e/field.forms.spec.js, frontend/e2e/field.office.spec.js",
    "P8": "frontend/e2e/field.pressure.spec.js",
    "P13": "frontend/e2e/field.network.spec.js",
    "P4": "tests/dispatch/test_contest.py, tests/network/bookings/test_contest.py",
    "P27": "tests/events/test_tampering.py",
    "P30": "tests/network/clocks/test_told.py",
    "P31": "tests/imports/test_import.py",
}
"""Promises whose reduced counts are run by the tests of their rooms."""
KIND = "postgres" if POSTGRES else "sqlite"
ONCE = {} if WHOLE else {
    **dict.fromkeys(("P1", "P9", "P10", "P12", "P18", "P20", "P22", "P23"), "sqlite"),
    **dict.fromkeys(("P5", "P11", "P16", "P17", "P33", "P34"), "postgres"),
}  # fmt: skip
"""Tried at reduced counts on one kind only, those of two replicas on PostgreSQL: the other costs as much and shows little
more. `make prove` tries each on both."""
HERE = [
    p for p in PROMISES if p.name not in ELSEWHERE and KIND in p.databases and ONCE.get(p.name, KIND) == KIND
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("promise", HERE, ids=lambda p: p.name)
def test_it_holds(ground: Ground, promise: Promise) -> None:
    module = importlib.import_module(f"tests.promises.{promise.module}")
    if promise.name == "P22" and (impossible := module.possible()):
        pytest.skip(impossible)
    found = module.run(ground, module.REDUCED, seed=1)
    assert found["held"], found.get("wrong") or found.get("failures")


def test_each_promise_can_be_run_at_full_counts() -> None:
    for promise in PROMISES:
        module = importlib.import_module(f"tests.promises.{promise.module}")
        assert callable(module.run)
        assert module.FULL.keys() == module.REDUCED.keys()


def test_the_readme_promises_what_is_on_record() -> None:
    """Each row of its table is a promise here, held at full counts on at least one database."""
    rows = re.findall(r"^\| (P\d+) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [promise.name for promise in PROMISES]
    for promise in PROMISES:
        full = importlib.import_module(f"tests.promises.{promise.module}").FULL
        records = [json.loads(path.read_text("utf-8")) for path in RESULTS.glob(f"{promise.name}-*.json")]
        assert any(record["held"] and record["wanted"] == full for record in records), promise.name


def test_an_unknown_promise_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["P99"])
    assert "no such promise: P99" in capsys.readouterr().err
