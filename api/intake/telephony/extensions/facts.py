"""What happens to an extension's seat."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ExtensionAssigned(Fact):
    type = "extension.assigned"
    sentence = Words("分机 {number} 归他用", "Extension {number} was given to him")
    number: str
    employee_id: str


@dataclass(frozen=True, slots=True)
class ExtensionEnded(Fact):
    type = "extension.ended"
    sentence = Words("不再用分机 {number}", "Left extension {number}")
    number: str
