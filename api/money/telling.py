"""What the rooms below may ask of money: whether a case's money was collected and handed in (R154)."""

from __future__ import annotations

from api.intake.service_requests import acts
from api.kit.unit import Row, Unit
from api.money.payments import queries as payments
from api.money.settlement_bills import queries as bills


def collected(unit: Unit, case: Row) -> bool:
    """Every bill of the case is paid in full."""
    return bills.all_settled(unit, case.id)


def handed_in(unit: Unit, case: Row) -> bool:
    """Everything collected was received by the admin specialist."""
    return payments.all_handed_in(unit, case.id)


acts.know("collect", collected)
acts.know("hand_in", handed_in)
