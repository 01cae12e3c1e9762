"""What every verb on stock asks first: is the part there, is the place the caller's to touch."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Any

from pydantic import Field

from api.access import scope
from api.kit.ids import Id
from api.kit.problems import Invalid
from api.kit.text import Body
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.parts.catalogue import queries as catalogue
from api.parts.places import queries as places
from api.parts.stock.ledger import Line

Quantity = Annotated[int, Field(ge=1, le=100_000, strict=True)]
Serial = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z ./_-]{0,59}$", max_length=60)]
Serials = Annotated[list[Serial], Field(max_length=200)]


class Piece(Body):
    """One line of a slip; a part tracked by serial number names each piece."""

    part_id: Id
    quantity: Quantity
    serials: Serials | None = None


def place_for(unit: Unit, permission: str, id: str, field: str, kinds: Collection[str] | None = None) -> Row:
    """The place for a body's field, in use, of one of these kinds, and the caller's to do this at.

    :raises Invalid: it is not there for the caller, or not of the kind.
    :raises Forbidden: visible, but not his to do this at.
    """
    place = places.seen_or_none(unit, id)
    if place is None or not place.active:
        raise Invalid.field(f"/body/{field}", "unknown", Words("没有这个库位", "There is no such place"))
    if kinds is not None and place.kind not in kinds:
        words = Words("这种库位不能这样用", "A place of this kind is not used so")
        raise Invalid.field(f"/body/{field}", "wrong_kind", words)
    scope.demand(unit, permission, place)
    return place


def part_for(unit: Unit, id: str) -> Row:
    """The part for a body's `part_id`.

    :raises Invalid: there is none.
    """
    found = catalogue.known(unit, [id]).get(id)
    if found is None:
        raise Invalid.field("/body/part_id", "unknown", Words("目录里没有这个件", "There is no such part"))
    return found


def lines_of(unit: Unit, pieces: Sequence[Any], *, tell_value: bool = False) -> list[Line]:
    """The lines of a slip as the ledger wants them.

    :raises Invalid: a part is not in the catalogue.
    """
    known = catalogue.known(unit, {piece.part_id for piece in pieces})
    lines = []
    for index, piece in enumerate(pieces):
        part = known.get(piece.part_id)
        if part is None:
            words = Words("目录里没有这个件", "There is no such part")
            raise Invalid.field(f"/body/lines/{index}/part_id", "unknown", words)
        serials = None if piece.serials is None else tuple(piece.serials)
        value = piece.value_fen if tell_value else None
        lines.append(Line(part, piece.quantity, serials, value, f"/body/lines/{index}/quantity"))
    return lines
