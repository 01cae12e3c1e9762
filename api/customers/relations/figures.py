"""Where the figures of a customer come from: rooms above tell revenue, jobs and satisfaction, each when it is imported.

A source is asked for many customers at once and answers by customer; who has nothing need not be named.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from api.kit.unit import Unit


@dataclass(frozen=True, slots=True)
class Purchase:
    """What a customer was billed on a day."""

    on: date
    fen: int


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a customer said in a follow-up; `csi` where the questions were scored (D15)."""

    satisfied: bool
    csi: int | None


Since = datetime
Purchases = Callable[[Unit, list[str], Since], dict[str, list[Purchase]]]
Jobs = Callable[[Unit, list[str], Since], dict[str, list[date]]]
Opinions = Callable[[Unit, list[str], int], dict[str, list[Opinion]]]
_purchases: list[Purchases] = []
_jobs: list[Jobs] = []
_opinions: list[Opinions] = []


def tell_purchases(source: Purchases) -> None:
    """What was billed since then, voided bills left out, oldest first."""
    _purchases.append(source)


def tell_jobs(source: Jobs) -> None:
    """The days of finished jobs since then."""
    _jobs.append(source)


def tell_opinions(source: Opinions) -> None:
    """The last so many opinions, the newest first (R390)."""
    _opinions.append(source)


def purchases(unit: Unit, ids: list[str], since: datetime) -> dict[str, list[Purchase]]:
    """Of all sources, oldest first."""
    found: dict[str, list[Purchase]] = {}
    for source in _purchases:
        for id, bought in source(unit, ids, since).items():
            found.setdefault(id, []).extend(bought)
    return {id: sorted(bought, key=lambda each: each.on) for id, bought in found.items()}


def jobs(unit: Unit, ids: list[str], since: datetime) -> dict[str, list[date]]:
    """Of all sources, oldest first."""
    found: dict[str, list[date]] = {}
    for source in _jobs:
        for id, days in source(unit, ids, since).items():
            found.setdefault(id, []).extend(days)
    return {id: sorted(days) for id, days in found.items()}


def opinions(unit: Unit, ids: list[str], most: int) -> dict[str, list[Opinion]]:
    """Of all sources, newest first."""
    found: dict[str, list[Opinion]] = {}
    for source in _opinions:
        found |= source(unit, ids, most)
    return found
