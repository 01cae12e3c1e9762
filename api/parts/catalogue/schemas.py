"""The catalogue of parts over the wire."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer, Body, Flag, Name, Note, line
from api.kit.validation import Said
from api.kit.words import Words
from api.parts.catalogue.refs import PartRef

Number = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z ./_-]{0,39}$", max_length=40)]
Pieces = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
Ids = Annotated[list[Id], Field(max_length=50)]
CROSSED = Said(
    "limits_crossed",
    Words("告急线不高于低库存线，上限高于低库存线", "Scarce is at most low, and the upper limit above low"),
)


def crossed(scarce: int, low: int, high: int | None) -> bool:
    """Whether the limits of a part contradict one another."""
    return scarce > low or (high is not None and high <= low)


class PartsQuery(Page):
    """Which parts."""

    q: Search = None
    family: line(40) | None = None  # type: ignore[valid-type]
    product_id: Annotated[Id | None, Field(description="Only those that fit this model.")] = None
    active: Literal["true", "false"] | None = None
    sort: Literal["number", "name", "-created_at"] = "number"


class PartCreate(Body):
    """A part to put into the catalogue; the limits count pieces in one store."""

    id: Id | None = None
    number: Number
    name: Name
    family: line(40)  # type: ignore[valid-type]
    unit: line(8) = "个"  # type: ignore[valid-type]
    serial_tracked: Flag = False
    low_at: Pieces = 0
    scarce_at: Pieces = 0
    high_at: Pieces | None = None
    note: Note | None = None
    substitute_ids: Annotated[Ids, Field(description="Parts that may be used in its place.")] = []
    product_ids: Annotated[Ids, Field(description="Models that it fits.")] = []

    @model_validator(mode="after")
    def _limits(self) -> PartCreate:
        if crossed(self.scarce_at, self.low_at, self.high_at):
            raise Said(CROSSED.code, CROSSED.words)
        return self


class PartChange(Body):
    """Only what is sent changes; the lists replace what was there."""

    name: Name | None = None
    family: line(40) | None = None  # type: ignore[valid-type]
    unit: line(8) | None = None  # type: ignore[valid-type]
    low_at: Pieces | None = None
    scarce_at: Pieces | None = None
    high_at: Pieces | None = None
    note: Note | None = None
    active: Flag | None = None
    substitute_ids: Ids | None = None
    product_ids: Ids | None = None


class ModelRef(Answer):
    """A model of instrument that a part fits."""

    id: str
    model: str
    name: str


class Substitute(PartRef):
    """A part that may stand in, with what of it the caller could take."""

    available: int


class PartRow(PartRef):
    """One line of the catalogue; quantities are those that the caller may see."""

    version: int
    family: str
    low_at: int
    scarce_at: int
    high_at: int | None
    active: bool
    quantity: int
    available: int


class PartRead(PartRow):
    """A part with what may stand in for it and what it fits."""

    note: str | None
    substitutes: list[Substitute]
    stands_in_for: list[PartRef]
    products: list[ModelRef]
