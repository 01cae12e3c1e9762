"""What a fact is. Each room keeps its own facts in its `facts.py`; together they are the catalogue (`Fact.catalogue`)."""

from __future__ import annotations

import builtins
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened, named `resource.past_tense`. Its fields are the contract with readers of the feed.

    `personal` names the fields that say something about a person or were typed freely: they are stored beside the log
    and can be erased. `sentence` is what the timeline says; `{field}` is filled in, times in the station's zone.
    `quiet` facts (clocks, the system) do not move the subject's version. `spoken` gives the words of fields that hold a
    code, so that the sentence says "联系客户" and not "contact".
    """

    type: ClassVar[str]
    sentence: ClassVar[Words]
    personal: ClassVar[tuple[str, ...]] = ()
    quiet: ClassVar[bool] = False
    removes: ClassVar[bool] = False
    """Whether its subject is no longer there for readers from then on: a copy of it is to be dropped."""
    spoken: ClassVar[dict[str, dict[str, Words]]] = {}
    catalogue: ClassVar[dict[str, builtins.type[Fact]]] = {}

    def __init_subclass__(cls) -> None:
        if "type" in cls.__dict__:
            known = cls.catalogue.setdefault(cls.type, cls)
            if known.__qualname__ != cls.__qualname__ or known.__module__ != cls.__module__:
                raise TypeError(f"two facts are called {cls.type}")
            cls.catalogue[cls.type] = cls  # dataclass(slots=True) makes the class anew

    def split(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Plain values, personal values; empty ones are left out."""
        plain: dict[str, Any] = {}
        personal: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None:
                (personal if field.name in self.personal else plain)[field.name] = value
        return plain, personal
