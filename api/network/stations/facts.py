"""What happens to stations."""

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class StationOpened(Fact):
    """A station joined the tree (R1)."""

    type = "station.opened"
    sentence = Words("设立了{name}", "{name} was opened")
    code: str
    name: str
    level: str
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class StationChanged(Fact):
    """What stands about a station was changed; `fields` names what."""

    type = "station.changed"
    sentence = Words("修改了站点资料", "The station's data changed")
    fields: list[str]


@dataclass(frozen=True, slots=True)
class StationMoved(Fact):
    """It stands under another region from today; earlier work stays counted under the former one."""

    type = "station.moved"
    sentence = Words("改归另一个区域", "The station moved to another region")
    former_parent_id: str
    parent_id: str


@dataclass(frozen=True, slots=True)
class DistrictsChanged(Fact):
    """It answers for other districts (R2)."""

    type = "station.districts_changed"
    sentence = Words("修改了负责的地区", "The districts it answers for changed")
    districts: list[str]
