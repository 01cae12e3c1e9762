"""What threads share is ready before the first requests come."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from sqlalchemy.sql import FromClause

from api.settings import Settings
from api.system import System
from tests import processes


def unsettled(settings: Settings, answers: Any) -> None:
    """In a process that has asked nothing yet: what a request would have to make, before and after the system is."""
    answers.put(list(_without_columns()))
    System(settings)
    answers.put(list(_without_columns()))


def _without_columns() -> Any:
    for name, module in list(sys.modules.items()):
        if name.startswith("api."):
            for key, value in vars(module).items():
                if isinstance(value, FromClause) and not value._cols_populated:
                    yield f"{name}.{key}"


def test_shared_aliases_have_their_columns_before_two_first_requests_can_race_for_them(settings: Settings) -> None:
    """`/receivables` and its summary, asked at once by a page, were answered with 500 when both were the first."""
    answers = processes.context.Queue()
    process = processes.context.Process(target=unsettled, args=(replace(settings, worker=False), answers), daemon=True)
    process.start()
    before, after = answers.get(timeout=60), answers.get(timeout=60)
    process.join(60)
    assert "api.money.receivables.queries._paid" in before
    assert after == []
