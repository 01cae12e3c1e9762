"""The arithmetic of the periods: every kind of month end and leap day (D1, D2, D5)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.customers.entitlements import terms

D = date


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (D(2026, 6, 1), 12, D(2027, 5, 31)),
        (D(2026, 6, 2), 12, D(2027, 6, 1)),
        (D(2026, 1, 1), 12, D(2026, 12, 31)),
        (D(2026, 12, 31), 12, D(2027, 12, 30)),
        (D(2024, 2, 29), 12, D(2025, 2, 28)),  # no 29 February 2025: its last day, not a day less
        (D(2024, 2, 29), 48, D(2028, 2, 28)),  # there is a 29 February 2028
        (D(2023, 3, 1), 12, D(2024, 2, 29)),
        (D(2023, 2, 28), 12, D(2024, 2, 27)),
        (D(2025, 8, 31), 6, D(2026, 2, 28)),
        (D(2025, 8, 31), 1, D(2025, 9, 30)),
        (D(2025, 8, 30), 6, D(2026, 2, 28)),
        (D(2025, 8, 29), 6, D(2026, 2, 28)),
        (D(2025, 8, 28), 6, D(2026, 2, 27)),
        (D(2023, 8, 31), 6, D(2024, 2, 29)),
        (D(2026, 1, 31), 1, D(2026, 2, 28)),
        (D(2026, 5, 15), 1, D(2026, 6, 14)),
        (D(2026, 11, 22), 2, D(2027, 1, 21)),
        (D(2026, 6, 1), 240, D(2046, 5, 31)),
        (D(2026, 6, 1), 0, None),
    ],
)
def test_d2_the_last_day_of_a_period(start: date, months: int, last: date | None) -> None:
    assert terms.last_day(start, months) == last


@given(st.dates(D(1990, 1, 1), D(2090, 12, 31)), st.integers(1, 239))
def test_d2_a_longer_period_ends_later_and_a_later_start_never_earlier(start: date, months: int) -> None:
    end, longer = terms.last_day(start, months), terms.last_day(start, months + 1)
    assert end
    assert longer
    assert start < end < longer
    assert (terms.last_day(D.fromordinal(start.toordinal() + 1), months) or start) >= end


@pytest.mark.parametrize(
    ("accepted", "invoice", "factory", "start", "basis"),
    [
        (D(2026, 3, 1), D(2026, 2, 1), D(2026, 1, 1), D(2026, 3, 1), "accepted"),
        (None, D(2026, 2, 1), D(2026, 1, 1), D(2026, 2, 1), "invoice"),
        (None, None, D(2026, 1, 1), D(2026, 4, 1), "factory_plus_90"),
        (None, None, D(2025, 12, 3), D(2026, 3, 3), "factory_plus_90"),
        (None, None, D(2023, 12, 1), D(2024, 2, 29), "factory_plus_90"),
        (None, None, None, None, "none"),
    ],
)
def test_d1_acceptance_then_invoice_then_factory_date(
    accepted: date | None, invoice: date | None, factory: date | None, start: date | None, basis: str
) -> None:
    found = terms.of_asset(
        accepted_on=accepted,
        invoice_date=invoice,
        factory_date=factory,
        warranty_months=12,
        on_site_months=6,
        factory_days=90,
    )
    assert (found.starts_on, found.basis) == (start, basis)
    if start:
        assert found.warranty_ends_on == terms.last_day(start, 12)
        assert found.on_site_ends_on == terms.last_day(start, 6)
    else:
        assert (found.warranty_ends_on, found.on_site_ends_on) == (None, None)


def test_d2_the_on_site_period_never_outlasts_the_warranty() -> None:
    found = terms.of_asset(
        accepted_on=D(2026, 1, 1),
        invoice_date=None,
        factory_date=None,
        warranty_months=6,
        on_site_months=12,
        factory_days=90,
    )
    assert found.on_site_ends_on == found.warranty_ends_on == D(2026, 6, 30)


@pytest.mark.parametrize(
    ("done", "replaced", "warranty", "ends"),
    [
        (D(2026, 10, 1), False, None, D(2026, 10, 31)),
        (D(2026, 1, 30), False, None, D(2026, 3, 1)),
        (D(2028, 1, 30), False, None, D(2028, 2, 29)),
        (D(2026, 10, 1), False, D(2027, 5, 31), D(2026, 10, 31)),
        (D(2026, 10, 1), True, None, D(2026, 12, 30)),
        (D(2026, 10, 1), True, D(2026, 11, 1), D(2026, 12, 30)),
        (D(2026, 10, 1), True, D(2027, 5, 31), D(2027, 5, 31)),
    ],
)
def test_d5_thirty_days_for_the_fault_ninety_or_the_warranty_for_a_part(
    done: date, replaced: bool, warranty: date | None, ends: date
) -> None:
    found = terms.repair_ends(done, part_replaced=replaced, warranty_ends_on=warranty, fault_days=30, part_days=90)
    assert found == ends
