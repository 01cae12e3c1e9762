"""What customers owe, and one case's money in and out."""

from __future__ import annotations

from typing import Any

from api.intake.service_requests import queries as cases
from api.kit.unit import Unit
from api.money.payments import queries as payments
from api.money.payments.collecting import SHARES, deposit_limit
from api.money.receivables import queries, schemas
from api.money.settlement_bills import queries as bills
from api.money.settlement_bills.answers import named, person


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    row |= named(row)
    row["engineer"] = person(row, "engineer")
    row["age_days"] = max(0, (unit.now - row["oldest_at"]).days)
    return row


def listed(unit: Unit, query: schemas.ReceivablesQuery) -> dict[str, Any]:
    """A page of cases on which something is owed, oldest first."""
    return queries.page(unit, query, lambda row: line(unit, row))


def summary(unit: Unit) -> dict[str, Any]:
    """All that is owed, by age."""
    ages = queries.by_age(unit)
    return {
        "as_of": unit.today,
        "cases": sum(band["cases"] for band in ages),
        "open_fen": sum(band["open_fen"] for band in ages),
        "ages": ages,
    }


def statement(unit: Unit, case_id: str) -> dict[str, Any]:
    """One case's account (R171).

    :raises NotFound: not for the caller.
    """
    case = cases.one(unit, case_id)
    account = bills.account(unit, case.id) or {"consented_fen": 0}
    sums = queries.sums_of_case(unit, case.id)
    return sums | {
        "id": case.id,
        "consented_fen": account["consented_fen"],
        "refunded_fen": sums["collected_fen"] - sums["applied_fen"] - sums["free_fen"] - sums["refunds_payable_fen"],
        "collected": bills.all_settled(unit, case.id),
        "handed_in": payments.all_handed_in(unit, case.id),
        "deposit_limits": {
            purpose: max(0, deposit_limit(unit, case, purpose) - payments.deposits_of(unit, case.id, purpose))
            for purpose in SHARES
        },
    }
