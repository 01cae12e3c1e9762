"""`/cash-days`: the days of a station's books, and their close."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import TransitionRefused
from api.kit.unit import Unit
from api.money.cash_days import answers, queries, schemas, service
from api.money.cash_days.workflow import WORKFLOW
from api.money.ledger.problems import DayClosed, Overdrawn

resource = Resource("/cash-days", visible=queries.visible)
router = resource.router


@resource.get(permission=P.CASH_DAYS_VIEW, answer=list_of(schemas.CashDayRow))
def list_cash_days(unit: Unit, query: schemas.CashDaysQuery) -> dict[str, Any]:
    """Days in the caller's sight, newest first."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(permission=P.CASH_DAYS_CREATE, answer=schemas.CashDayRead, key="required", refuses=(TransitionRefused,))
def open_cash_day(unit: Unit, command: schemas.CashDayOpen) -> dict[str, Any]:
    """Have a day in the books on which nothing was collected, so that it can be closed."""
    return service.open_day(unit, command)


@resource.get("/{id}", permission=P.CASH_DAYS_VIEW, answer=schemas.CashDayRead)
def read_cash_day(unit: Unit, id: Id) -> dict[str, Any]:
    """One day: receipts and payments by account, and what people still hold (R180)."""
    return answers.read(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.CashDayRead, refuses=(DayClosed, Overdrawn))
