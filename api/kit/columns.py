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


def column(type_: Any, *args: Any, null: bool = False, of: str = "staff", **more: Any) -> Any:
    """A column of any type, for what has no maker of its own below; `more` is SQLAlchemy's own."""
    if of not in CLASSES:
        raise ValueError(of)
    return Field(sa_column=Column(type_, *args, nullable=null, info={"class": of}, **more))


def key() -> Any:
    """The primary key, a UUIDv7."""
    return Field(sa_column=Column(IdColumn, primary_key=True, info={"class": "staff"}))


def ref(target: str, *, null: bool = False, index: bool = True, of: str = "staff", **more: Any) -> Any:
    """A foreign key such as `ref("station.id")`."""
    return column(IdColumn, ForeignKey(target), null=null, of=of, index=index, **more)


def id_of(*, null: bool = False, index: bool = False, of: str = "staff") -> Any:
    """An id without a foreign key, where the table lies in a room above or the row may be of several kinds."""
    return column(IdColumn, null=null, of=of, index=index)


def text(maximum: int, *, null: bool = False, index: bool = False, of: str = "staff", **more: Any) -> Any:
    """Text of at most so many characters."""
    return column(String(maximum), null=null, of=of, index=index, **more)


def prose(*, null: bool = True, of: str = "personal") -> Any:
    """Typed freely, so it may speak of persons."""
    return column(Text, null=null, of=of)


def integer(*, null: bool = False, of: str = "staff", **more: Any) -> Any:
    return column(Integer, null=null, of=of, **more)


def fen(*, null: bool = False) -> Any:
    """Money in fen."""
    return column(BigInteger, null=null, of="money")


def number(*, null: bool = True, of: str = "staff") -> Any:
    """A measured value such as a coordinate."""
    return column(Float, null=null, of=of)


def flag(*, null: bool = False, default: bool | None = None, of: str = "staff") -> Any:
    return column(Boolean, null=null, of=of, default=default)


def day(*, null: bool = True, of: str = "staff", **more: Any) -> Any:
    """A calendar date of the station's zone."""
    return column(Date, null=null, of=of, **more)


def when(*, null: bool = True, index: bool = False, of: str = "staff", **more: Any) -> Any:
    """A moment, UTC."""
    return column(UTCDateTime, null=null, of=of, index=index, **more)


def data(*, null: bool = False, of: str = "staff", **more: Any) -> Any:
    """Structured values whose shape a schema checks before they come here."""
    return column(Json, null=null, of=of, **more)


def binary(*, null: bool = False, of: str = "secret") -> Any:
    return column(LargeBinary, null=null, of=of)


def version() -> Any:
    """The ETag; moved only by `events.log.append`."""
    return column(Integer, null=False, of="staff")
