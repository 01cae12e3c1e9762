"""From which day to which day (D1, D2, D5): pure arithmetic on calendar days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Basis = Literal["accepted", "invoice", "factory_plus_90", "none"]


def last_day(start: date, months: int) -> date | None:
    """The last day of a period of months that begins on `start`; None for no months.

    It ends the day before the day of the same number; where the month is too short to have that day, on its last day:
    twelve months from 29 February 2024 end on 28 February 2025.
    """
    if months <= 0:
        return None
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    month += 1
    if start.day > monthrange(year, month)[1]:
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, start.day) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Terms:
    """When the two periods of a device run (R4: stored separately)."""

    starts_on: date | None
    basis: Basis
    warranty_ends_on: date | None
    on_site_ends_on: date | None


def of_asset(
    *,
    accepted_on: date | None,
    invoice_date: date | None,
    factory_date: date | None,
    warranty_months: int,
    on_site_months: int,
    factory_days: int,
) -> Terms:
    """D1: from the signed acceptance, else the invoice, else the factory date and so many days; D2: for how long."""
    start: date | None
    basis: Basis
    if accepted_on:
        start, basis = accepted_on, "accepted"
    elif invoice_date:
        start, basis = invoice_date, "invoice"
    elif factory_date:
        start, basis = factory_date + timedelta(days=factory_days), "factory_plus_90"
    else:
        return Terms(None, "none", None, None)
    warranty = last_day(start, warranty_months)
    on_site = last_day(start, min(on_site_months, warranty_months))
    return Terms(start, basis, warranty, on_site)


def repair_ends(
    done_on: date, *, part_replaced: bool, warranty_ends_on: date | None, fault_days: int, part_days: int
) -> date:
    """The last day on which the same fault is mended free after a repair (D5).

    So many days from the hand-back, whose day does not count; where a part was replaced, the part's own days or the
    rest of the device's warranty, whichever is longer.
    """
    fault = done_on + timedelta(days=fault_days)
    if not part_replaced:
        return fault
    return max(fault, done_on + timedelta(days=part_days), warranty_ends_on or fault)
