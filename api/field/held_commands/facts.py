"""What happens to a command that a phone sent and that could not take effect at once."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.field.held_commands.words import REASONS
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class HeldCommandReceived(Fact):
    """It was received whole and changes nothing by itself (api.md, "From the field")."""

    type = "held_command.received"
    sentence = Words("手机上的“{label}”已收到，先不记入：{reason}", "“{label}” came from a phone and is held: {reason}")
    spoken = {"reason": REASONS}
    label: str
    reason: str
    device_id: str
    device_seq: int
    path: str


@dataclass(frozen=True, slots=True)
class HeldCommandOverdue(Fact):
    """The command before it did not come in time: a person decides (P10)."""

    type = "held_command.overdue"
    sentence = Words("“{label}”等的前一条一直没到，请决定", "What “{label}” waits for has not come; decide")
    quiet = True
    label: str


@dataclass(frozen=True, slots=True)
class HeldCommandRefused(Fact):
    """What it waited for came, and yet it could not be applied."""

    type = "held_command.refused"
    sentence = Words("“{label}”记不进去：{detail}", "“{label}” cannot be applied: {detail}")
    personal = ("detail",)
    label: str
    slug: str
    detail: str


@dataclass(frozen=True, slots=True)
class HeldCommandApplied(Fact):
    """Applied as the person who sent it: by itself when its predecessor came, or by a person's decision."""

    type = "held_command.applied"
    sentence = Words("“{label}”已按手机上的记入", "“{label}” was applied as sent")
    personal = ("note",)
    label: str
    decided: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class HeldCommandSetAside(Fact):
    type = "held_command.set_aside"
    sentence = Words("“{label}”已搁置：{reason}", "“{label}” was set aside: {reason}")
    personal = ("reason",)
    label: str
    reason: str
