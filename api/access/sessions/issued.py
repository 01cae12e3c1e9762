"""What a sign-in gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.access.limits import Standing


@dataclass(frozen=True, slots=True)
class Issued:
    """What the edge turns into the answer and, for browsers, the cookie."""

    access_token: str
    refresh_token: str | None = None
    client_type: str = "browser"
    ends_at: datetime | None = None
    scope: str | None = None
    """What an integration's token may do."""
    standing: Standing | None = None
    """How an integration stands with its quota."""
