"""Every column says what kind of data it holds, because masks, logs and erasure ask it (ASVS 14.1.1, DECISIONS 10)."""

from __future__ import annotations

import re

from api import models
from api.kit.columns import CLASSES

OF_PERSONS = re.compile(r"(^|_)(phone|wechat|email|address|latitude|longitude)($|_)")
"""Names that tell of a person or of where he lives; a station's own are on its door."""
PUBLISHED = {"station"}
HIDDEN = re.compile(r"(_hash$|^salt$|^successor$)")
OPEN_HASHES = {"event.personal_hash", "event_position.chain_hash"}
"""The chain is there to be shown: it proves the log and opens nothing."""


def _columns() -> dict[str, str | None]:
    return {
        f"{table.name}.{column.name}": column.info.get("class")
        for table in models.metadata.tables.values()
        for column in table.columns
    }


def test_every_column_names_its_class() -> None:
    assert sorted(name for name, of in _columns().items() if of not in CLASSES) == []


def test_secrets_are_called_secret() -> None:
    """What opens a door is never a mere staff column."""
    loose = [n for n, of in _columns().items() if HIDDEN.search(n.partition(".")[2]) and of != "secret"]
    assert sorted(set(loose) - OPEN_HASHES) == []


def test_what_reaches_a_person_is_personal() -> None:
    """Numbers, addresses and places of people are masked and erased; a name alone would not show that they are."""
    loose = [
        name
        for name, of in _columns().items()
        if name.partition(".")[0] not in PUBLISHED
        and OF_PERSONS.search(name.partition(".")[2])
        and not name.endswith("_id")
        and of not in ("personal", "sensitive", "secret")
    ]
    assert loose == []


def test_money_is_called_money() -> None:
    assert [n for n, of in _columns().items() if n.endswith("_fen") and of != "money"] == []
