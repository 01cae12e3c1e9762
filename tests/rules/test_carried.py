"""The table names a line and a test for every rule that issue 2 demands, and both are still there.

That the tests turn red when the lines are disabled is shown by `make rules`.
"""

from __future__ import annotations

import pytest

from tests.rules.table import Line, lines, misfits

DEMANDED = [
    "R1", "R2", "R3", "R4", "R9", "R38", "R81", "R401", "R403",
    *(f"R{number}" for number in range(386, 399)),
    "R22", "R37", "R61", "R95", "R279", "R282", "R283", "R415", "D32",
    "R36", *(f"R{number}" for number in range(39, 60)), *(f"R{number}" for number in range(62, 71)), "R261", "R262", "D12",
    "R71", "R73", "R75", "R77", "R79", "R80", "R87", *(f"R{number}" for number in range(103, 116)), "R154", "R157",
    "R156", "R161", "R162", "R163", "R165", "R171", "R178", "R179", "R180",
    "R417", "D1", "D2", "D3", "D4", "D5", "D7", "D8", "D9", "D10", "D13", "D14", "D15", "D22", "D24",
    "D25", "D39", "D41", "D43", "D49", "P4", "T5", "T11", "T18", "T19",
    "R74", "R155", "R158", "R159", "R160", "R164", "R166", "R177", "R182", "R184", "R188", "R189", "R190", "D21",
    "P8", "P9", "P10", "P11", "R72", "R76", "R78", "R82", "R406",
]  # fmt: skip
"""The rules carried out so far, and promises that hang on one line each."""


def test_every_demanded_rule_has_a_line() -> None:
    assert set(DEMANDED) - {line.rule for line in lines()} == set()
    assert {line.rule for line in lines()} - set(DEMANDED) == set(), "add it to the list above"


@pytest.mark.parametrize("line", lines(), ids=lambda line: line.name)
def test_its_line_and_its_tests_are_there(line: Line) -> None:
    assert misfits(line) == []
