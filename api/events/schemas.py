"""How facts are told: in the feed, in the stream, on a timeline."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.kit.text import Answer, Moment


class FeedQuery(BaseModel):
    """Where to go on, and what to leave out."""

    model_config = ConfigDict(extra="forbid")
    after: Annotated[
        int, Field(ge=0, le=2**53, description="`next` of the answer before; 0 begins at the first fact.")
    ] = 0
    limit: Annotated[int, Field(ge=1, le=200, description="Facts an answer at most.")] = 50
    type: Annotated[str | None, Field(max_length=60, pattern=r"^[a-z_]+\.[a-z_]+$", description="Only this type.")] = (
        None
    )
    subject: Annotated[str | None, Field(max_length=40, pattern=r"^[a-z_]+$", description="Only facts about such.")] = (
        None
    )


class ActorRead(Answer):
    """Who did it."""

    kind: Literal["person", "client", "system", "nobody"]
    id: str
    name: str | None


class EventRead(Answer):
    """One fact. Personal values are among `data` where the caller may see them; telephone numbers are masked.

    `change` says what to do with a copy of the subject: fetch it anew (`changed`), drop it because it is gone (`removed`),
    or drop it because it is no longer the caller's to see (`left`). `erased`: its personal values are gone for good, and
    are to be dropped from every copy.
    """

    position: int
    type: str
    subject: str
    subject_id: str
    version: int
    station_id: str | None
    case_id: str | None
    occurred_at: Moment
    recorded_at: Moment
    actor: ActorRead
    change: Literal["changed", "removed", "left"]
    erased: bool
    data: dict[str, Any]


class EventFeed(Answer):
    """A part of the feed. Ask again with `after=next`; while `more` is true, at once.

    Facts are kept for ever, so an absence may last as long as it will. `reset` says that the position given is beyond the
    last one here, as after a backup was restored: fetch everything anew, and go on from `next`.
    """

    items: list[EventRead]
    next: int
    more: bool
    reset: bool


class TimelineEntry(Answer):
    """A fact as people read it; `position` is null for the fraction of a second until it has one."""

    id: str
    position: int | None
    type: str
    sentence: str
    actor_name: str
    occurred_at: Moment
    recorded_at: Moment
    data: dict[str, Any]


class TimelineRead(Answer):
    """What happened, oldest first; at most the newest 500."""

    items: list[TimelineEntry]
