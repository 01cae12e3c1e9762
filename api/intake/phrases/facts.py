"""What happens to phrases."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class PhraseAdded(Fact):
    type = "phrase.added"
    sentence = Words("加了用语“{words}”", "Added the phrase “{words}”")
    words: str


@dataclass(frozen=True, slots=True)
class PhraseChanged(Fact):
    type = "phrase.changed"
    sentence = Words("改了用语“{words}”", "Changed the phrase “{words}”")
    words: str
    fields: list[str]
