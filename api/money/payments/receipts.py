"""Numbers of receipts that were given while nobody could be asked (D24); the room that sets them aside checks them."""

from __future__ import annotations

from collections.abc import Callable

from api.kit.problems import Invalid, Problem
from api.kit.unit import Unit
from api.kit.words import Words
from api.money.payments import queries

Check = Callable[[Unit, str], None]
_checks: list[Check] = []


class ReceiptNumberTaken(Problem):
    slug, status = "receipt-number-taken", 409
    title = Words("这个收据号已经用过", "This receipt number was used already")


def register(check: Check) -> None:
    """Let the room that sets numbers aside say whose they are; called once at import."""
    _checks[:] = [check]


def demand(unit: Unit, number: str | None) -> None:
    """A receipt given offline bears a number of the collector's own, and each serves one payment.

    :raises Invalid: not his number.
    :raises ReceiptNumberTaken: used already.
    """
    if number is None:
        return
    if not _checks:
        words = Words("没有预留收据号", "No receipt numbers are set aside")
        raise Invalid.field("/body/receipt_number", "unknown", words)
    _checks[0](unit, number)
    if queries.receipt_used(unit, number):
        raise ReceiptNumberTaken
