"""How other resources name a station in a few words."""

from __future__ import annotations

from api.kit.text import Answer


class StationRef(Answer):
    """A station named in another resource."""

    id: str
    code: str
    name: str
