"""The one fact of records that the demo put there."""

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class Placed(Fact):
    """A base record of the demo network."""

    type = "demo.placed"
    sentence = Words("演示数据", "Put there by the demo")
