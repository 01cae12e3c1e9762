"""The house keeps its rules, and each rule catches the fault it is there for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture import house
from tests.architecture.house import Finding

ROOT = Path(__file__).resolve().parents[2]
Rule = Callable[[Path], Iterator[Finding]]


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rule(rule: Rule) -> None:
    assert [str(finding) for finding in rule(ROOT)] == []


FAULTS = [
    (house.time_told, "api/intake/calls/service.py", "import datetime\nx = datetime.datetime.now(datetime.UTC)"),
    (house.time_told, "api/intake/calls/service.py", "from datetime import date as d\nx = d.today()"),
    (house.time_told, "api/events/log.py", "from time import time\nx = time()"),
    (
        house.time_told,
        "api/events/log.py",
        "from dataclasses import field\nfrom time import time\nfield(default_factory=time)",
    ),
    (house.time_told, "api/network/model.py", "from sqlalchemy import func\nx = func.now()"),
    (house.environment_read, "api/access/tokens.py", "import os\nx = os.environ['KEY']"),
    (house.environment_read, "api/kit/db.py", "from os import getenv\nx = getenv('KEY')"),
    (house.transactions_ended, "api/work/orders/service.py", "def save(unit): unit.conn.commit()"),
    (house.transactions_ended, "api/work/orders/service.py", "def save(unit):\n    with unit.db.write() as conn: pass"),
    (
        house.transactions_ended,
        "api/work/orders/service.py",
        "def save(unit):\n    with unit.db.write(forgettable=True) as conn: pass",
    ),
    (
        house.transactions_ended,
        "api/work/orders/service.py",
        "def save(engine):\n    with engine.begin() as conn: pass",
    ),
    (house.rows_selected, "api/dispatch/service.py", "from sqlalchemy import select\nx = select()"),
    (house.rows_selected, "api/dispatch/service.py", "import sqlalchemy as sa\nx = sa.select()"),
    (house.rows_selected, "api/customers/assets/router.py", "from sqlmodel import select as pick\nx = pick()"),
    (house.sql_written, "api/network/queries.py", "from sqlalchemy import text\nx = text('select 1')"),
    (house.sql_written, "api/events/log.py", "def f(conn): conn.exec_driver_sql('select 1')"),
    (house.upward_imports, "api/intake/calls/queries.py", "from api.intake.calls.service import answer"),
    (house.upward_imports, "api/intake/calls/model.py", "from . import queries"),
    (house.upward_imports, "api/intake/calls/service.py", "from api.intake.requests import router"),
    (house.tokens_opened, "api/intake/calls/service.py", "from jose import jwt"),
    (house.alembic_shadowed, "alembic/__init__.py", ""),
    (house.files_too_long, "api/office/service.py", "x = 1\n" * (house.LINES + 1)),
]


@pytest.mark.parametrize(("rule", "path", "source"), FAULTS)
def test_a_planted_fault_is_found(tmp_path: Path, rule: Rule, path: str, source: str) -> None:
    plant(tmp_path, path, source)
    assert {finding.path for finding in rule(tmp_path)} == {path}


GOOD = [
    (house.time_told, "api/kit/clock.py", "import time\nx = time.time()"),
    (house.time_told, "api/intake/calls/service.py", "def f(unit): return unit.now"),
    (house.environment_read, "api/settings.py", "import os\nx = os.environ"),
    (house.transactions_ended, "api/kit/edge.py", "def f(db):\n    with db.write() as conn: pass"),
    (house.transactions_ended, "api/paper/service.py", "def f(handle): handle.write('x')"),
    (house.rows_selected, "api/dispatch/queries.py", "from sqlalchemy import select\nx = select()"),
    (house.rows_selected, "api/access/service.py", "from sqlalchemy import select\nx = select()"),
    (house.sql_written, "api/kit/db.py", "def f(conn): conn.exec_driver_sql('select 1')"),
    (house.upward_imports, "api/intake/calls/router.py", "from api.intake.calls import service, queries"),
    (house.upward_imports, "api/intake/calls/model.py",
     "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from api.intake.calls.service import Answer"),
    (house.tokens_opened, "api/access/tokens.py", "from jose import jwt"),
    (house.files_too_long, "api/office/service.py", "x = 1\n" * (house.LINES - 1)),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "path", "source"), GOOD)
def test_what_is_allowed_passes(tmp_path: Path, rule: Rule, path: str, source: str) -> None:
    plant(tmp_path, path, source)
    assert list(rule(tmp_path)) == []


def test_python_jose_in_two_modules_of_access_is_one_too_many(tmp_path: Path) -> None:
    for name in ("tokens", "sessions"):
        plant(tmp_path, f"api/access/{name}.py", "from jose import jwt")
    assert len({finding.path for finding in house.tokens_opened(tmp_path)}) == 2


def plant(root: Path, path: str, source: str) -> None:
    """Writes one source file into a tree of its own."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(source + "\n", encoding="utf-8")
