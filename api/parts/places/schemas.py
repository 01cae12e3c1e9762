"""Places over the wire."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Flag, line
from api.kit.validation import Said
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Kind = Literal["centre", "store", "bin", "van", "bench", "defective", "in_transit"]
Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,19}$", max_length=20)]
TRANSIT = "TRANSIT"
"""The code of the place that a station's transfers set up for themselves; no other place takes it."""
ABOVE: dict[str, frozenset[str | None]] = {
    "centre": frozenset({None}),
    "store": frozenset({None, "centre"}),
    "bin": frozenset({"centre", "store"}),
    "van": frozenset({None, "centre", "store"}),
    "bench": frozenset({None, "centre", "store"}),
    "defective": frozenset({None, "centre", "store"}),
    "in_transit": frozenset({None, "centre", "store"}),
}
"""Below which kinds a place may stand; None is the top."""


class PlacesQuery(Page):
    """Which places."""

    station_id: Id | None = None
    kind: Kind | None = None
    mine: bool | None = None
    active: Literal["true", "false"] | None = None
    sort: Literal["code"] = "code"


class PlaceCreate(Body):
    """A place; `employee_id` names whose van it is, or whose bench."""

    id: Id | None = None
    code: Code
    name: line(60)  # type: ignore[valid-type]
    kind: Kind
    station_id: Id
    parent_id: Id | None = None
    employee_id: Id | None = None

    @model_validator(mode="after")
    def _code_is_free(self) -> PlaceCreate:
        if self.code == TRANSIT and self.kind != "in_transit":
            raise Said(
                "reserved", Words("库位号 TRANSIT 留给在途库位", "The code TRANSIT is kept for what is on its way")
            )
        return self


class PlaceChange(Body):
    """Only what is sent changes. A place with anything in it cannot be given up; another's van is another place."""

    name: line(60) | None = None  # type: ignore[valid-type]
    active: Flag | None = None


class PlaceRef(Answer):
    """A place named in another resource."""

    id: str
    code: str
    name: str
    kind: Kind


class PlaceRead(PlaceRef):
    """A place with what lies there itself, without the places below."""

    version: int
    kind_label: str
    station: StationRef
    parent_id: str | None
    employee: EmployeeRef | None
    active: bool
    parts: int
    quantity: int
    value_fen: int
