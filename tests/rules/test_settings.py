"""Every rule of these sections is carried by a line or stands in the list of settings, and never in both."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.rules.table import lines

SECTIONS = {
    "2, hotline": range(35, 63),
    "flow A, hotline service": range(63, 71),
    "17, customer relations and loyalty": range(386, 404),
}
"""By the numbers of `rules.md`."""


def test_each_rule_of_a_section_is_carried_or_a_setting_and_not_both() -> None:
    carried = {line.rule for line in lines()}
    entries = tomllib.loads(Path(__file__).with_name("settings.toml").read_text("utf-8"))["rule"]
    settings = [entry["rule"] for entry in entries]
    assert len(settings) == len(set(settings))
    assert all(entry["where"] and entry["why"] for entry in entries)
    for section, numbers in SECTIONS.items():
        for rule in (f"R{number}" for number in numbers):
            assert (rule in carried) != (rule in settings), f"{rule} of section {section}"
