"""What happens to limits."""

from dataclasses import dataclass
from typing import Any

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class SettingChanged(Fact):
    """A limit holds from now on, at one station or (no station) in the network."""

    type = "setting.changed"
    sentence = Words("设置 {key} 由 {before} 改为 {after}", "Setting {key} changed from {before} to {after}")
    key: str
    before: Any
    after: Any
