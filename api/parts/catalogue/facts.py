"""What happens to the catalogue of parts."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class PartAdded(Fact):
    type = "part.added"
    sentence = Words("备件 {number} 入目录：{name}", "Part {number} added to the catalogue: {name}")
    number: str
    name: str
    serial_tracked: bool


@dataclass(frozen=True, slots=True)
class PartChanged(Fact):
    type = "part.changed"
    sentence = Words("修改了备件资料", "Changed the part")
    fields: list[str]
    low_at: int
    scarce_at: int
