"""Types for what people type: what neither database can hold nor a paper can print is refused at the door (T25)."""

import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from api.kit.ids import Id
from api.kit.validation import Said
from api.kit.words import Words

_LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*[^\s\x00-\x1f\x7f-\x9f\u2028\u2029][^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"
_PAGE = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$"


def tidy(text: str) -> str:
    """NFC, Unix line ends, no blanks at the ends: the one form in which text is stored and compared."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()


def line(maximum: int) -> Any:
    """One line of 1 to `maximum` characters: no control characters, not only blanks."""
    return Annotated[str, StringConstraints(min_length=1, max_length=maximum, pattern=_LINE), AfterValidator(tidy)]


def page(maximum: int) -> Any:
    """Several lines of 1 to `maximum` characters; tabs and line ends are kept."""
    return Annotated[str, StringConstraints(min_length=1, max_length=maximum, pattern=_PAGE), AfterValidator(tidy)]


Line = line(120)
Name = line(80)
Note = page(2000)
Reason = page(500)


def _moment_text(value: Any) -> Any:
    # a bare number would be read as seconds since 1970: the contract says RFC 3339 text
    if isinstance(value, int | float):
        raise Said(
            "datetime_type", Words("时间写成 2026-11-21T09:30:00+08:00", "A time is written 2026-11-21T09:30:00+08:00")
        )
    return value


def _day_text(value: Any) -> Any:
    # a bare number would be read as seconds since 1970, a time would be cut to its day
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        return value
    raise Said("date_parsing", Words("日期写成 2026-11-21", "A date is written 2026-11-21"))


def _bounded(value: date) -> None:
    if not 1990 <= value.year <= 2100:
        raise Said("out_of_range", Words("年份要在 1990 到 2100 之间", "The year must lie between 1990 and 2100"))


def _bounded_moment(value: datetime) -> datetime:
    _bounded(value)  # first, because the ends of the calendar have no other zone
    value = value.astimezone(UTC)
    _bounded(value)
    return value


def _in_the_calendar(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError:  # within a day of the calendar's ends
        return value.replace(tzinfo=UTC)


def _bounded_day(value: date) -> date:
    _bounded(value)
    return value


Moment = Annotated[AwareDatetime, BeforeValidator(_moment_text), AfterValidator(_bounded_moment)]
"""A time with offset (RFC 3339), stored in UTC; years 1990 to 2100."""

DeviceMoment = Annotated[
    AwareDatetime, BeforeValidator(_moment_text), AfterValidator(_in_the_calendar),
    Field(json_schema_extra={"x-any-year": True}),
]  # fmt: skip
"""A device's own time, stored in UTC. Its clock may lie by any number of years: nothing is refused for it (P11)."""

Day = Annotated[date, BeforeValidator(_day_text), AfterValidator(_bounded_day)]
"""A calendar date, ISO 8601; years 1990 to 2100."""

Flag = Annotated[bool, Field(strict=True)]
"""Yes or no as JSON writes it; “yes” and 1 are refused."""
Minutes = Annotated[int, Field(ge=1, le=7 * 24 * 60, strict=True)]
Fen = Annotated[int, Field(ge=0, le=10**12, strict=True)]
"""Money in fen (1/100 CNY), at most ten thousand million yuan."""


class Body(BaseModel):
    """Base of what a client may send: unknown fields are refused (T5)."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)


Count = Annotated[int, Field(ge=0, le=2**31 - 1, strict=True)]


class FieldCommand(Body):
    """Base of what a phone sends: its own time, and its own count of what it did, because its clock may lie (P11).

    `after` is the count of the same device's command before this one about the same job: it must have come first (P10).
    """

    occurred_at: Annotated[DeviceMoment | None, Field(description="The device's time of the deed.")] = None
    device_id: Annotated[Id | None, Field(description="The enrolled device.")] = None
    device_seq: Annotated[Count | None, Field(description="The device's running count.")] = None
    after: Annotated[Count | None, Field(description="Its count of the command before this one about the job.")] = None
    job_id: Annotated[Id | None, Field(description="The work order it is about, where the path does not say.")] = None


class Answer(BaseModel):
    """Base of what an answer documents: all fields always present, no defaults."""

    model_config = ConfigDict(extra="forbid")


def ask(zh: str, en: str, kind: str = "text", **field: Any) -> Any:
    """A field of an action as the screens ask for it; `kind` is one of CONTRACT's need types. Other keywords: pydantic's."""
    extra = {"ask": {"label": Words(zh, en), "kind": kind, "options": field.pop("options", None)}}
    return Field(json_schema_extra=_HiddenExtra(extra), description=en, **field)


class _HiddenExtra:
    """Keeps the question beside the field without printing it into the OpenAPI document."""

    def __init__(self, extra: dict[str, Any]) -> None:
        self.extra = extra

    def __call__(self, schema: dict[str, Any]) -> None:
        return None
