"""Stations over the wire."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints

from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.text import Answer, Body, line
from api.network.stations.refs import StationRef

Level = Literal["centre", "region", "station"]
Kind = Literal["centre", "region", "office", "service_centre", "authorised"]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{0,11}$")]
Name = line(80)
Address = line(200)
Line20: Any = Annotated[line(20), Field(description="The station's public number, as it is printed.")]
Opening = line(120)
Latitude = Annotated[float, Field(strict=True, ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(strict=True, ge=-180, le=180, allow_inf_nan=False)]


def _no_blanks(text: str) -> str:
    return "".join(text.split())


District: Any = Annotated[
    line(60), AfterValidator(_no_blanks), Field(description="How addresses there begin: 北京市通州区.", min_length=2)
]
Districts = Annotated[list[District], Field(max_length=400)]


class StationQuery(Page):
    """Which stations."""

    q: Search = None
    level: Level | None = None
    parent_id: Id | None = None
    active: bool | None = None
    sort: Literal["code", "name"] = "code"


class ResponsibleQuery(Body):
    """The address as the customer gives it."""

    address: Address  # type: ignore[valid-type]


class StationCreate(Body):
    """A new station below its parent; only the centre has none (R1)."""

    id: Id | None = None
    code: Code
    name: Name  # type: ignore[valid-type]
    kind: Kind
    parent_id: Id | None = None
    address: Address  # type: ignore[valid-type]
    phone: Line20
    opening_text: Opening  # type: ignore[valid-type]
    calendar_id: Id
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    districts: Districts = []


class StationChange(Body):
    """What to change; what is left out stays."""

    name: Name = None  # type: ignore[valid-type]
    kind: Literal["office", "service_centre", "authorised"] = None  # type: ignore[assignment]
    parent_id: Id = None  # type: ignore[assignment]
    address: Address = None  # type: ignore[valid-type]
    phone: Line20 = None
    opening_text: Opening = None  # type: ignore[valid-type]
    calendar_id: Id = None  # type: ignore[assignment]
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    districts: Districts = None  # type: ignore[assignment]
    active: Annotated[bool, Field(strict=True)] = None  # type: ignore[assignment]


class StationRead(Answer):
    """A station of the tree; `districts` are the beginnings of the addresses it answers for (R2)."""

    id: str
    version: int
    code: str
    name: str
    level: Level
    kind: Kind
    parent: StationRef | None
    address: str
    phone: str
    opening_text: str
    calendar_id: str
    latitude: float | None
    longitude: float | None
    districts: list[str]
    active: bool


class StationToTell(StationRef):
    """What a caller is told of a station (R46)."""

    address: str
    phone: str
    opening_text: str


class WhereToBring(StationToTell):
    """The station to which a device is brought (R46, R52): how far in a straight line, if known, and why this one."""

    distance_km: float | None
    why: str


class Responsible(Answer):
    """Who answers for an address, and why (R2)."""

    station: StationToTell
    why: str
