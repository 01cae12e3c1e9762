"""What happens to a field that two changed; every value that anybody brought stands here for good (P9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ConflictRaised(Fact):
    type = "conflict.raised"
    sentence = Words("“{label}”两处都改了，等人决定", "“{label}” was changed by two; a person decides")
    personal = ("base", "theirs", "mine")
    subject: str
    subject_id: str
    field: str
    label: str
    device_id: str
    base: Any = None
    theirs: Any = None
    mine: Any = None


@dataclass(frozen=True, slots=True)
class ConflictDecided(Fact):
    """`former` is what stood there at the decision, `value` what stands there now."""

    type = "conflict.decided"
    sentence = Words("“{label}”已决定：{choice}", "“{label}” was decided: {choice}")
    personal = ("former", "value", "note")
    spoken = {
        "choice": {
            "kept": Words("保留现在的", "what is there stays"),
            "taken": Words("用手机上的", "the phone's counts"),
        }
    }
    label: str
    choice: str
    former: Any = None
    value: Any = None
    note: str | None = None
