"""What happens to places."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words
from api.parts.places.words import KINDS


@dataclass(frozen=True, slots=True)
class StockPlaceAdded(Fact):
    type = "stock_place.added"
    sentence = Words("设库位 {code}（{kind}）：{name}", "Place {code} ({kind}) set up: {name}")
    spoken = {"kind": KINDS}
    code: str
    name: str
    kind: str
    parent_id: str | None = None
    employee_id: str | None = None


@dataclass(frozen=True, slots=True)
class StockPlaceChanged(Fact):
    type = "stock_place.changed"
    sentence = Words("修改了库位", "Changed the place")
    fields: list[str]
    active: bool
