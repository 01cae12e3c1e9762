"""Products over the wire."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer, Body, Flag, Name, line
from api.kit.validation import Said
from api.kit.words import Words

Months = Annotated[int, Field(ge=0, le=240, strict=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z\-/._]{0,39}$")]
Prefix = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z\-]{1,19}$", to_upper=True),
    Field(description="How the serials of this model begin (D1)."),
]


def too_long(on_site: int, warranty: int) -> Said | None:
    """The on-site period is never longer than the warranty (D2)."""
    if on_site <= warranty:
        return None
    return Said("on_site_longer", Words("上门期不能比保修期长", "The on-site period cannot outlast the warranty"))


class ProductsQuery(Page):
    """Which models."""

    q: Search = None
    active: Literal["true", "false"] | None = None
    sort: Literal["model", "-created_at"] = "model"


class ProductCreate(Body):
    """A model and its warranty policy; periods left out are the network's defaults (D2)."""

    id: Id | None = None
    model: Code
    name: Name
    family: line(40)  # type: ignore[valid-type]
    warranty_months: Months | None = None
    on_site_months: Months | None = None
    skill_id: Id | None = None
    serial_prefix: Prefix | None = None

    @model_validator(mode="after")
    def _within(self) -> ProductCreate:
        given = self.warranty_months is not None and self.on_site_months is not None
        if given and (wrong := too_long(self.on_site_months or 0, self.warranty_months or 0)):
            raise wrong
        return self


class ProductChange(Body):
    """Only what is sent changes; devices on file keep the periods they were sold with."""

    name: Name | None = None
    family: line(40) | None = None  # type: ignore[valid-type]
    warranty_months: Months | None = None
    on_site_months: Months | None = None
    skill_id: Id | None = None
    serial_prefix: Prefix | None = None
    active: Flag | None = None


class SkillRef(Answer):
    """The skill that repairing this model needs."""

    id: str
    code: str
    name: str


class ProductRead(Answer):
    """A model."""

    id: str
    version: int
    model: str
    name: str
    family: str
    warranty_months: int
    on_site_months: int
    skill: SkillRef | None
    serial_prefix: str | None
    active: bool
