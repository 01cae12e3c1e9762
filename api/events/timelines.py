"""`GET /<resource>/{id}/events`: one line per resource switches its timeline on."""

from __future__ import annotations

from typing import Any

from api.events import feed
from api.events.schemas import TimelineRead
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.unit import Unit


def tell(resource: Resource, subject: str, *, case: bool = False, rights_of: str | None = None) -> None:
    """Give a resource its timeline; `subject` is its table. With `case` it tells the whole case that bears its id.

    `rights_of` names the policy's resource where that is another than the path says.
    """
    visible = resource.visible
    assert visible, "a timeline is told to those who see its subject"

    def read_events(unit: Unit, id: Id) -> dict[str, Any]:
        """What happened, oldest first: who did it, when on the device, when recorded."""
        visible(unit, id)
        return feed.case_timeline(unit, id) if case else feed.timeline(unit, subject, id)

    read_events.__name__ = f"list_{subject}_events"
    permission = f"{rights_of or resource.path.strip('/')}:view"
    resource.get("/{id}/events", permission=permission, answer=TimelineRead)(read_events)
