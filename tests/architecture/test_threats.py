"""`tests/threats.toml` names tests for each of the 33 threats, or the room that is not built yet; it cannot rot."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIST: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "tests" / "threats.toml").read_text(encoding="utf-8"))
NAMES = [f"T{number}" for number in range(1, 34)]
ROOMS = {"single sign-on": "sso", "mail": "mail", "messages": "sms"}
"""Rooms that are not built, and what their folder or file would be called."""


def test_every_threat_is_there_in_order() -> None:
    assert list(LIST) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_threat_is_shown_or_lacks_a_room(name: str) -> None:
    entry = LIST[name]
    assert entry.keys() <= {"says", "shown", "lacks"}
    assert entry["says"].endswith(".")
    assert entry["shown"] or entry.get("lacks"), "name a test, or the room that is not built"
    assert len(set(entry["shown"])) == len(entry["shown"])
    for file in entry["shown"]:
        text = (ROOT / file).read_text(encoding="utf-8")
        assert re.search(r"^(async )?def test_|^def run\(|^test\(|^def main\(|^\w+ = |^class ", text, re.M), (
            f"{file} tries nothing"
        )
    assert set(entry.get("lacks", {})) <= ROOMS.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_that_is_said_to_lack_is_not_there(room: str) -> None:
    """Whoever builds it takes its lines out of the list."""
    found = [path for path in (ROOT / "api").rglob("*") if path.stem == ROOMS[room] and path.suffix in ("", ".py")]
    assert found == []
    assert any(room in entry.get("lacks", {}) for entry in LIST.values()), "no line speaks of it"


def test_every_file_of_a_threat_stands_in_the_list() -> None:
    """A file is named after its threat, and its first name in the list is its own."""
    listed = {file for entry in LIST.values() for file in entry["shown"]}
    found = {
        str(path.relative_to(ROOT)): int(path.name[6:8]) for path in (ROOT / "tests").rglob("test_t[0-9][0-9]_*.py")
    }
    assert found.keys() <= listed
    for file, number in found.items():
        assert file in LIST[f"T{number}"]["shown"], file
