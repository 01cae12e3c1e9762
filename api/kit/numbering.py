"""Numbers that people say aloud: kind, station, date, at least four digits, such as `WO-BJ01-20261121-0007` (D40).

The counter's row is locked until the end of the transaction, so a number is never given twice; a rolled-back
transaction gives its number to the next one, so there are no gaps either.
"""

from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Date, Integer, String
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import SQLModel

from api.kit.columns import column
from api.kit.unit import Unit


class NumberCounter(SQLModel, table=True):
    """The last number given of one kind at one station on one day."""

    __tablename__ = "number_counter"
    kind: str = column(String(8), primary_key=True)
    station_code: str = column(String(16), primary_key=True)
    day: date = column(Date, primary_key=True)
    last: int = column(Integer)


def next_number(unit: Unit, kind: str, station_code: str, day: date) -> str:
    """The next number of this kind, station and local day."""
    given = {"kind": kind, "station_code": station_code, "day": day, "last": 1}
    last = unit.conn.execute(_draw(unit.db.is_sqlite), given).scalar_one()
    return f"{kind}-{station_code}-{day:%Y%m%d}-{last:04d}"


@lru_cache(maxsize=2)
def _draw(sqlite: bool) -> Any:
    table = NumberCounter.__table__  # type: ignore[attr-defined]
    insertion = (sqlite_insert if sqlite else postgres_insert)(table)
    return insertion.on_conflict_do_update(
        index_elements=["kind", "station_code", "day"], set_={"last": table.c.last + 1}
    ).returning(table.c.last)
