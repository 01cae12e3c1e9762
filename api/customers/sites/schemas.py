"""Sites over the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from api.kit.ids import Id
from api.kit.text import Answer, Body, Flag, Reason, line
from api.kit.validation import Said
from api.kit.words import Words
from api.network.stations.refs import StationRef

Address = line(200)
Label = line(60)
Latitude = Annotated[float | None, Field(ge=-90, le=90, strict=True, allow_inf_nan=False)]
Longitude = Annotated[float | None, Field(ge=-180, le=180, strict=True, allow_inf_nan=False)]


class _Placed(Body):
    latitude: Latitude = None
    longitude: Longitude = None

    @model_validator(mode="after")
    def _both_or_neither(self) -> _Placed:
        if (self.latitude is None) != (self.longitude is None):
            raise Said("half_a_place", Words("经度和纬度要一起填", "Latitude and longitude belong together"))
        return self


class SiteNew(_Placed):
    """A place where devices stand; its address finds the station that answers for it (R2)."""

    id: Id | None = None
    label: Label  # type: ignore[valid-type]
    address: Address  # type: ignore[valid-type]
    access_note: Reason | None = None
    in_area: Annotated[
        Flag | None, Field(description="Inside the service area (D9); worked out from the address if left out.")
    ] = None


class SiteChange(_Placed):
    """Only what is sent changes; a new address finds its station anew."""

    label: Label | None = None  # type: ignore[valid-type]
    address: Address | None = None  # type: ignore[valid-type]
    access_note: Reason | None = None
    in_area: Flag | None = None


class SiteRead(Answer):
    """A site; `distance_km` from its station in a straight line, null where one of the places is not known."""

    id: str
    version: int
    customer_id: str
    label: str
    address: str
    access_note: str | None
    station: StationRef
    latitude: float | None
    longitude: float | None
    in_area: bool
    distance_km: float | None


class SiteRef(Answer):
    """A site named in another resource."""

    id: str
    label: str
    address: str
