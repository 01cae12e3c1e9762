"""Who was there for calls, and when: a presence's whole history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.intake.telephony.presences.schemas import REASONS, STATES
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class PresenceChanged(Fact):
    type = "presence.changed"
    sentence = Words("{status}", "{status}")
    spoken = {"status": STATES, "reason": REASONS}
    status: str
    since: datetime
    reason: str | None = None
    call_id: str | None = None
