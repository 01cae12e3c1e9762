"""A mapping file: how the columns of a stranger's file become cases with their history, or things of any resource.

It is TOML; `mappings/` holds those that come with the program, and `docs/import.md` explains each entry. A value is written
as one of

    { column = "brand" }                      the column's text, `map` translates it, `default` fills it
    { text = "{brand} {category}" }           columns put together
    { const = "hardware_repair" }             always the same

with `pick = "last"` to take the last row of a group instead of the first, and `format`/`zone` for times.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator


class BadMapping(ValueError):
    """The mapping file itself cannot be used; the message says where."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Value(_Part):
    """Where one value comes from."""

    column: str | None = None
    text: str | None = None
    const: str | None = None
    map: dict[str, str] = {}
    default: str | None = None
    pick: Literal["first", "last"] = "first"
    cut: Annotated[int | None, Field(ge=1, le=5000, description="Keep at most so many characters.")] = None

    @property
    def named(self) -> str:
        """What a refusal calls it."""
        return self.column or "?"

    @model_validator(mode="after")
    def _one_source(self) -> Value:
        if [self.column, self.text, self.const].count(None) != 2:
            raise ValueError("give exactly one of column, text, const")
        return self


class Time(_Part):
    """A moment or day: the column, its format as in Python's strptime, and whether it ends or starts a group."""

    column: str
    format: str
    pick: Literal["first", "last"] = "first"
    hour: Annotated[int, Field(ge=0, le=23, description="Local hour of a time that is only a day.")] = 12


class Source(_Part):
    name: Annotated[str, Field(pattern=r"^[a-z0-9-]{2,40}$", description="Part of every record's origin.")]
    files: list[str]
    zone: str = "Asia/Shanghai"
    encoding: Literal["auto", "utf-8", "utf-8-sig", "gb18030", "utf-16", "latin-1"] = "auto"
    """`auto` knows UTF-8, GB18030, and UTF-16 by its mark."""
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    label: Annotated[str | None, Field(max_length=60)] = None
    """What people call it; the name by default."""
    explode: str | None = None
    """In JSON: the list within a record of which each entry is a row."""
    group_by: str | None = None
    """Rows with the same value here are one case; without it each row is one."""

    @field_validator("zone")
    @classmethod
    def _there(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ValueError, KeyError, OSError) as error:  # a path that leads elsewhere, no such zone, a folder of zones
            raise ValueError("no such time zone") from error
        return zone


class CustomerPart(_Part):
    key: Value
    name: Value
    kind: Value = Value(const="company")


class ProductPart(_Part):
    model: Value
    name: Value
    family: Value = Value(const="其他")


class AssetPart(_Part):
    key: Value
    serial: Value
    factory_year: Value | None = None


class CasePart(_Part):
    key: Value
    subject: Value
    description: Value | None = None
    group: Value = Value(const="hardware_repair")
    mode: Value | None = None
    status: Value
    urgency: Value = Value(const="normal")
    answer: Value | None = None
    created_at: Time
    closed_at: Time | None = None


class HistoryPart(_Part):
    """One row of the group, one entry of the timeline."""

    at: Time
    what: Value
    by: Value | None = None


class Mapping(_Part):
    """The whole file."""

    source: Source
    customer: CustomerPart
    product: ProductPart | None = None
    asset: AssetPart | None = None
    case: CasePart
    history: HistoryPart | None = None


class FieldValue(Value):
    """A value of a record's field; what it is not text is said."""

    kind: Literal["text", "integer", "yuan", "flag", "list"] = "text"
    optional: bool = False
    """An empty one is left out."""


class RecordPart(_Part):
    """Each row, or group of rows, is one thing of a resource, made as its own door makes it: `resource` is its path."""

    resource: Annotated[str, Field(pattern=r"^(/[a-z-]+){1,2}$")]
    key: Value
    fields: dict[Annotated[str, Field(pattern=r"^[a-z_]+(\.([a-z_]+|\d))*$")], FieldValue]

    @field_validator("fields")
    @classmethod
    def _one_shape(cls, fields: dict[str, FieldValue]) -> dict[str, FieldValue]:
        """No place is at once a value, a list or a thing with members."""
        shapes: dict[str, str] = {}
        for place in fields:
            names = place.split(".")
            for depth, after in enumerate([*names[1:], ""], start=1):
                shape = "a value" if not after else "a list" if after.isdecimal() else "a thing with members"
                at = ".".join(names[:depth])
                if shapes.setdefault(at, shape) != shape:
                    raise ValueError(f"{at} cannot be both {shapes[at]} and {shape}")
        return fields


class RecordMapping(_Part):
    """A file of things of one resource, such as customers or parts."""

    source: Source
    record: RecordPart


def read_mapping(path: Path) -> Mapping:
    """The mapping of cases in this file.

    :raises BadMapping: not TOML, or an entry that is missing, unknown or contradictory.
    """
    try:
        found = parse_mapping(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise BadMapping(f"{path.name}: {error}") from error
    if isinstance(found, RecordMapping):
        raise BadMapping(f"{path.name}: is a mapping of {found.record.resource}; import it through the API or the page")
    return found


def parse_mapping(text: str, name: str) -> Mapping | RecordMapping:
    """The mapping that this text holds: of cases, or with `[record]` of any resource.

    :raises BadMapping: not TOML, or an entry that is missing, unknown or contradictory.
    """
    try:
        values: dict[str, Any] = tomllib.loads(text)
        return (RecordMapping if "record" in values else Mapping).model_validate(values)
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        raise BadMapping(f"{name}: {'.'.join(map(str, found['loc']))}: {found['msg']}") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadMapping(f"{name}: {error}") from error
