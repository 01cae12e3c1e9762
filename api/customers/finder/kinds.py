"""What the global search can find; rooms above add their own kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select

from api.kit.unit import Unit
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class Kind:
    """A group of results. Its records stand in the index under `name` (`kit.search.put`)."""

    name: str
    label: Words
    title_is: Words
    """What an entry's title is, for saying why it was found: 名称, 序列号, 编号."""
    subtitle_is: Words
    permission: str
    href: str
    """Path of the record, with `{id}`."""
    visible: Callable[[Unit], Select[Any]]
    """Ids that this caller may see."""
    by_phone: Callable[[str], Select[Any]] | None = None
    """Ids by a whole number or its last four digits; asked only for whoever may reveal numbers."""
    by_phone_permission: str = "customers:reveal"


ORDER = ("customer", "asset", "matter", "order")
"""Groups as the search shows them; others follow."""
KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a group; called once at import."""
    KINDS[kind.name] = kind


def shown() -> list[Kind]:
    """Every group in its order."""
    return sorted(KINDS.values(), key=lambda kind: ORDER.index(kind.name) if kind.name in ORDER else len(ORDER))
