"""Short makers of columns, so that a table reads like a list of facts. All are NOT NULL unless `null=True`.

Each names its personal-data class (ASVS 14.1.1), which decides masks, logs and erasure: `public`, `staff`, `personal`,
`sensitive`, `money`, `secret`; the default is `staff`: seen by signed-in staff within their scope.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, ForeignKey, Integer, LargeBinary, String, Text
from sqlmodel import Field

from api.kit.db import Json, UTCDateTime
from api.kit.ids import IdColumn

CLASSES = ("public", "staff", "personal", "sensitive", "money", "secret")


def _field(type_: Any, *args: Any, null: bool, of: str, **more: Any) -> Any:
    if of not in CLASSES:
        raise ValueError(of)
    return Field(sa_column=Column(type_, *args, nullable=null, info={"class": of}, **more))  # more: Column's own


def key() -> Any:
    """The primary key, a UUIDv7."""
    return Field(sa_column=Column(IdColumn, primary_key=True, info={"class": "staff"}))


def ref(target: str, *, null: bool = False, index: bool = True, of: str = "staff", **more: Any) -> Any:
    """A foreign key such as `ref("station.id")`."""
    return _field(IdColumn, ForeignKey(target), null=null, of=of, index=index, **more)


def id_of(*, null: bool = False, index: bool = False, of: str = "staff") -> Any:
    """An id without a foreign key, where the table lies in a room above or the row may be of several kinds."""
    return _field(IdColumn, null=null, of=of, index=index)


def text(maximum: int, *, null: bool = False, index: bool = False, of: str = "staff", **more: Any) -> Any:
    """Text of at most so many characters."""
    return _field(String(maximum), null=null, of=of, index=index, **more)


def prose(*, null: bool = True, of: str = "personal") -> Any:
    """Typed freely, so it may speak of persons."""
    return _field(Text, null=null, of=of)


def integer(*, null: bool = False, of: str = "staff", **more: Any) -> Any:
    return _field(Integer, null=null, of=of, **more)


def fen(*, null: bool = False) -> Any:
    """Money in fen."""
    return _field(BigInteger, null=null, of="money")


def number(*, null: bool = True, of: str = "staff") -> Any:
    """A measured value such as a coordinate."""
    return _field(Float, null=null, of=of)


def flag(*, null: bool = False, default: bool | None = None, of: str = "staff") -> Any:
    return _field(Boolean, null=null, of=of, default=default)


def day(*, null: bool = True, of: str = "staff", **more: Any) -> Any:
    """A calendar date of the station's zone."""
    return _field(Date, null=null, of=of, **more)


def when(*, null: bool = True, index: bool = False, of: str = "staff", **more: Any) -> Any:
    """A moment, UTC."""
    return _field(UTCDateTime, null=null, of=of, index=index, **more)


def data(*, null: bool = False, of: str = "staff") -> Any:
    """Structured values whose shape a schema checks before they come here."""
    return _field(Json, null=null, of=of)


def binary(*, null: bool = False, of: str = "secret") -> Any:
    return _field(LargeBinary, null=null, of=of)


def version() -> Any:
    """The ETag; moved only by `events.log.append`."""
    return _field(Integer, null=False, of="staff")
