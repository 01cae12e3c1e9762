"""What a form may be about, or name in a field: each room registers its records here, and its own sight decides.

Whoever may not see the subject does not see what was written about it (T2), whatever his right to entries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_

from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class About:
    """A record as a form needs it: whose it is, what people call it, and since when what was written counts."""

    station_id: str
    title: str
    case_id: str | None = None
    owner_id: str | None = None
    since: datetime | None = None
    """What was begun before does not count any more, as after a job was given to somebody else."""


def nothing(unit: Unit, about: About, act: str) -> bool:
    """No act waits for a paper."""
    return False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. `one` gives it as this caller sees it or raises `NotFound`; `ids` selects what he may see."""

    name: str
    label: Words
    one: Callable[[Unit, str], About]
    ids: Callable[[Unit], Select[Any]]
    acts: tuple[str, ...] = ()
    """Steps of its life that a form may stand before."""
    demands: Callable[[Unit, About, str], bool] = nothing
    """Whether this step really waits until the forms before it are completed."""


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; called once at import."""
    KINDS[kind.name] = kind


def one(unit: Unit, kind: str, id: str) -> About:
    """The record, if the caller may see it.

    :raises NotFound: no such record, or no such kind.
    """
    if kind not in KINDS:
        raise NotFound
    return KINDS[kind].one(unit, id)


def seen(unit: Unit, kind: ColumnElement[str], id: ColumnElement[str]) -> ColumnElement[bool]:
    """The clause of rows whose subject the caller may see."""
    parts = [and_(kind == known.name, id.in_(known.ids(unit))) for known in KINDS.values()]
    return or_(*parts) if parts else false()
