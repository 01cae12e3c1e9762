"""What a kind of paper is, and the table of all kinds.

A room's paper says from which record it comes, how its fields are gathered *as the caller sees the record*, and which of
them stand on which copy. Each copy is an explicit list (T11): a field that a room adds to its record is on no paper
before somebody writes its name here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.stations import queries as stations
from api.paper.documents.words import KINDS

Copy = Literal["house", "customer"]
Language = Literal["zh", "en"]
Subject = Literal["work_order", "service_request", "quote", "settlement_bill", "cash_handover", "stock_movement"]
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a record says, ready to be printed: texts, and lines of texts. Money and times are written out already."""

    fields: Fields
    contact_id: str | None = None
    """Whose number may stand on the house's copy."""
    signature_id: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper."""

    name: str
    subject: Subject
    href: str
    """The record's page on the desk, where the code on the paper leads."""
    find: Callable[[Unit, str], Row]
    """The record if this caller may see it, else NotFound."""
    gather: Callable[[Unit, Row], Gathered]
    copies: dict[Copy, tuple[str, ...]] = field(default_factory=dict)
    ready: Callable[[Unit, Row], Words | None] = lambda unit, row: None
    """Why there is no such paper of this record (yet), or None."""

    @property
    def label(self) -> Words:
        return KINDS[self.name]


TABLE: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind of paper; its name is in `words.KINDS`."""
    assert kind.name in KINDS
    TABLE[kind.name] = kind


def of_subject(subject: str) -> list[Kind]:
    """The kinds that are printed from such a record."""
    return [kind for kind in TABLE.values() if kind.subject == subject]


class Clock:
    """Writes times in the zone of a record's station."""

    def __init__(self, unit: Unit, station_id: str) -> None:
        self.zone = ZoneInfo(stations.zone_of(unit, station_id))

    def __call__(self, at: datetime | None) -> str | None:
        """`2026-11-29 14:30`."""
        return None if at is None else f"{at.astimezone(self.zone):%Y-%m-%d %H:%M}"

    def day(self, at: datetime | None) -> str | None:
        return None if at is None else f"{at.astimezone(self.zone):%Y-%m-%d}"

    def time(self, at: datetime | None) -> str | None:
        return None if at is None else f"{at.astimezone(self.zone):%H:%M}"


def joined(*parts: str | None, by: str = " · ") -> str | None:
    """What is there of these, in one line."""
    return by.join(part for part in parts if part) or None
