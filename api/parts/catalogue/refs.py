"""How other resources name a part in a few words."""

from __future__ import annotations

from api.kit.text import Answer


class PartRef(Answer):
    """A part named in another resource."""

    id: str
    number: str
    name: str
    unit: str
    serial_tracked: bool
