"""Edits that say what they found (api.md, "From the field"): `{field: {"base": …, "value": …}}`, without `If-Match`.

Different fields merge. A field that holds neither what the writer found nor what he brings was changed by somebody else:
it is left alone, and both values come before a person. Only what a resource offers for it is edited so; money and stock
have actions and no edits, so they never merge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from api.kit.problems import Clash
from api.kit.text import Body
from api.kit.unit import Row, Unit
from api.kit.words import Words


class Change(Body):
    """A field as the writer found it and as it is to be; null is empty."""

    base: Any = None
    value: Any = None


@dataclass(frozen=True, slots=True)
class Clashing:
    """A field that two changed."""

    field: str
    label: Words
    base: Any
    theirs: Any
    mine: Any


@dataclass(frozen=True, slots=True)
class Kind:
    """A table whose rows are edited so: how a decided value is read and written. `write` asks for its caller's rights."""

    now: Callable[[Unit, str, str], Any]
    write: Callable[[Unit, str, str, Any], Any]
    href: str


KINDS: dict[str, Kind] = {}
Keep = Callable[[Unit, Row, str, list[Clashing]], None]
_keepers: list[Keep] = []


def register(table: str, kind: Kind) -> None:
    """Let a person's decisions be written into rows of this table; called once at import."""
    KINDS[table] = kind


def keeper(keep: Keep) -> Keep:
    """Who keeps what clashed: the room above."""
    _keepers[:] = [keep]
    return keep


def split(
    now: Mapping[Any, Any],
    changes: Mapping[Any, Change],
    labels: Mapping[str, Words],
    tidy: Callable[[Any], Any] = lambda value: value,
) -> tuple[dict[str, Any], list[Clashing]]:
    """What may be written, and what clashes. Who said no base found what is there."""
    taken: dict[str, Any] = {}
    clashes = []
    for field, change in changes.items():
        here, value = now.get(field), tidy(change.value)
        base = tidy(change.base) if "base" in change.model_fields_set else here
        if here == value:
            continue
        if here == base:
            taken[field] = value
        else:
            clashes.append(Clashing(field, labels.get(field) or Words(field, field), base, here, value))
    return taken, clashes


def keep(unit: Unit, row: Row, title: str, clashes: list[Clashing]) -> None:
    """Bring what clashed before a person, where a phone sent it; a writer without a phone is asked himself.

    :raises Clash: with both values of each field.
    """
    if not clashes:
        return
    if unit.device is None or not _keepers:
        fields = [{"key": found.field, "yours": found.mine, "theirs": found.theirs} for found in clashes]
        words = Words("别人也改了这几项，两个值都在", "Somebody else changed the same; both values are kept")
        raise Clash(words, fields=fields)
    _keepers[0](unit, row, title, clashes)
    unit.headers["sibu-conflicts"] = str(len(clashes))
