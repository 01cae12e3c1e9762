"""Limits over the wire."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationError, WithJsonSchema, WrapValidator

from api.kit.ids import Id
from api.kit.text import Answer, Body
from api.kit.validation import Said
from api.kit.words import Words
from api.network.settings.limits import Measure, Runs
from api.network.stations.refs import StationRef

Key = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}\.[a-z_]{1,40}$")]
_Edge = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
_Span = Annotated[list[_Edge], Field(min_length=2, max_length=2)]


def _one_of_them(value: Any, kinds: Callable[[Any], Any]) -> Any:
    """One refusal in words instead of one for each kind that it is not."""
    try:
        return kinds(value)
    except ValidationError:
        words = Words(
            "要填 0 到 10 亿的数，或 1 到 6 段时间，如 09:00–12:00",
            "Give a number from 0 to 1,000 million, or 1 to 6 spans such as 09:00 to 12:00",
        )
        raise Said("setting_value", words) from None


Value = Annotated[
    Annotated[int, Field(strict=True, ge=0, le=10**9)]
    | Annotated[float, Field(strict=True, ge=0, le=10**9, allow_inf_nan=False)]
    | Annotated[list[_Span], Field(min_length=1, max_length=6)],
    WrapValidator(_one_of_them),
    WithJsonSchema(
        {
            "title": "Value",
            "description": 'A figure in the setting\'s `unit`, or hours of the day such as `[["09:00", "12:00"]]`.',
            "examples": [48, [["09:00", "12:00"], ["13:30", "18:00"]]],
        }
    ),
]
"""Any value to makers of clients: which of the two it is hangs on `unit`, and of a list of pairs beside a number in one union
OpenAPI Generator makes Java that does not compile."""


class SettingsQuery(Body):
    """For which station the figures in force are shown; without one, the network's."""

    station_id: Id | None = None


class SetLimit(Body):
    """A new figure for one station, or (no station) for all that have none of their own."""

    value: Value
    station_id: Id | None = None


class OwnFigure(Answer):
    """What was set: `station` is null for the network's figure."""

    id: str
    version: int
    station: StationRef | None
    value: Value


class SettingRead(Answer):
    """One limit; `value` is in force, `set_for` says where it differs from `default` and by whose wish."""

    key: str
    label: str
    unit: Measure
    rule: str
    runs: Runs | None
    default: Value
    value: Value
    minimum: float
    maximum: float
    by_station: bool
    set_for: list[OwnFigure]


class SettingList(Answer):
    items: list[SettingRead]
