"""What became of a call, worked out anew from everything that is known of it, so that no order of telling matters.

Pure: it knows events and nothing else. What hung up is hung up, whatever clocks say of things after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

RANK = {
    kind: rank
    for rank, kind in enumerate(
        ("new_call", "queued", "ringing", "answered", "held", "resumed", "transferred", "ring_stopped", "hung_up")
    )
}
"""Of what happened in the same moment, this comes first."""


@dataclass(frozen=True, slots=True)
class Known:
    """One event of a call."""

    id: str
    kind: str
    at: datetime
    direction: str | None = None
    from_number: str | None = None
    to_number: str | None = None
    caller_name: str | None = None
    extension: str | None = None
    queue: str | None = None
    rings: int | None = None
    request_id: str | None = None


@dataclass(slots=True)
class Leg:
    """One extension's side of the call."""

    rang_at: datetime
    status: str
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    ending: str | None = None

    def end(self, at: datetime, unanswered: str, answered: str = "talked") -> None:
        """Over, unless it is already."""
        if self.status != "over":
            self.ending = answered if self.status in ("talking", "held") else unanswered
            self.status, self.ended_at = "over", at


@dataclass(slots=True)
class Story:
    """The call as far as it is known."""

    rang_at: datetime
    direction: str | None = None
    number: str | None = None
    """The other side's, as the exchange writes it."""
    caller_name: str | None = None
    queue: str | None = None
    request_id: str | None = None
    rings: int | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    talker: str | None = None
    """The extension that talks, or talked last."""
    transferred: bool = False
    legs: dict[str, Leg] = field(default_factory=dict)


def fold(events: Iterable[Known]) -> Story:
    """The story that these events tell, in whatever order they come and however often.

    :raises ValueError: there are none.
    """
    once = {event.id: event for event in events}
    ordered = sorted(once.values(), key=lambda e: (e.kind == "hung_up", e.at, RANK[e.kind], e.id))
    if not ordered:
        raise ValueError("a call that nothing is known of")
    story = Story(rang_at=min(event.at for event in ordered))
    for event in ordered:
        story.direction = story.direction or event.direction
        story.caller_name = story.caller_name or event.caller_name
        story.queue = event.queue or story.queue
        story.request_id = story.request_id or event.request_id
        story.rings = max(filter(None, (story.rings, event.rings)), default=event.rings)
        _step(story, event)
    outward = story.direction == "outbound"
    story.number = next((n for e in ordered if (n := e.to_number if outward else e.from_number)), None)
    return story


def _step(story: Story, event: Known) -> None:
    at, extension = event.at, event.extension
    if event.kind == "hung_up":
        story.ended_at = at
        for leg in story.legs.values():
            leg.end(at, "missed")
    elif event.kind == "new_call":
        if event.direction == "outbound" and extension:
            story.legs.setdefault(extension, Leg(at, "dialling"))
    elif event.kind == "ringing" and extension:
        leg = story.legs.setdefault(extension, Leg(at, "ringing"))
        if leg.status == "over" and leg.answered_at is None:  # it rings again
            leg.status, leg.ended_at, leg.ending = "ringing", None, None
    elif event.kind == "ring_stopped" and extension and extension in story.legs:
        leg = story.legs[extension]
        if leg.status == "ringing":
            leg.end(at, "passed")
    elif event.kind == "answered":
        _answer(story, at, extension)
    elif event.kind in ("held", "resumed"):
        was, becomes = ("talking", "held") if event.kind == "held" else ("held", "talking")
        for name, leg in story.legs.items():
            if leg.status == was and extension in (None, name):
                leg.status = becomes
    elif event.kind == "transferred" and extension:
        _transfer(story, at, extension)


def _answer(story: Story, at: datetime, extension: str | None) -> None:
    story.answered_at = story.answered_at or at
    extension = extension or next((n for n, leg in story.legs.items() if leg.status == "dialling"), None)
    for name, leg in story.legs.items():
        if name != extension:
            leg.end(at, "elsewhere", "transferred")
    if extension is None:
        return
    leg = story.legs.setdefault(extension, Leg(at, "talking"))
    leg.status, leg.ended_at, leg.ending = "talking", None, None
    leg.answered_at = leg.answered_at or at
    story.talker = extension


def _transfer(story: Story, at: datetime, extension: str) -> None:
    """Whoever talked has passed the call on; who is to have it talks already, or his telephone rings."""
    story.transferred = True
    for name, leg in story.legs.items():
        if name != extension:
            leg.end(at, "elsewhere", "transferred")
    leg = story.legs.setdefault(extension, Leg(at, "ringing"))
    if leg.status == "over":
        leg.status, leg.ended_at, leg.ending = "ringing", None, None
    if leg.answered_at is not None:
        leg.status = "talking"
        story.talker = extension
