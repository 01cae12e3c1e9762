"""What happens to vehicles and benches."""

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class BookableResourceAdded(Fact):
    type = "bookable_resource.added"
    sentence = Words("登记 {name}", "{name} put on file")
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class BookableResourceChanged(Fact):
    """Another name, or in use or not."""

    type = "bookable_resource.changed"
    sentence = Words("资料改为 {name}", "Now {name}")
    name: str
    active: bool
