"""What happens to the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ProductAdded(Fact):
    type = "product.added"
    sentence = Words("添加了型号 {model}", "Added the model {model}")
    model: str
    warranty_months: int
    on_site_months: int


@dataclass(frozen=True, slots=True)
class ProductChanged(Fact):
    type = "product.changed"
    sentence = Words("修改了型号", "Changed the model")
    fields: list[str]
    warranty_months: int
    on_site_months: int
