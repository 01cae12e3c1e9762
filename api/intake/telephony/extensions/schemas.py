"""Who sits at which extension, over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Flag, Moment
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Number = Annotated[str, Field(pattern=r"^[0-9*#]{1,20}$", description="As the exchange calls it, such as 1001.")]


class Query(Page):
    """`current`: only those that hold now."""

    current: bool | None = None
    employee_id: Id | None = None


class Assign(Body):
    """From now, or from a moment before, where somebody sat down unrecorded; whoever sat there leaves at that moment."""

    exchange_id: Id
    number: Number
    employee_id: Id
    starts_at: Moment | None = None
    take_over: Flag = False


class End(Body):
    """Nobody sits there any more."""


class ExchangeRef(Answer):
    id: str
    name: str


class ExtensionRead(Answer):
    id: str
    version: int
    number: str
    exchange: ExchangeRef
    employee: EmployeeRef
    station: StationRef
    starts_at: datetime
    ends_at: datetime | None
