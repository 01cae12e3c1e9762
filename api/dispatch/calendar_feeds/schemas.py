"""One's own calendar address over the wire."""

from __future__ import annotations

from datetime import datetime

from api.kit.text import Answer, Body


class CalendarFeedMake(Body):
    """A new address in the place of the one before."""


class CalendarFeedRevoke(Body):
    """No address any more."""


class CalendarFeedRead(Answer):
    """Whether there is an address, and since when. `address` is told once, when it is made."""

    active: bool
    made_at: datetime | None
    revoked_at: datetime | None
    address: str | None
