"""What exchanges tell, in signed messages of up to 200 events, in any order, late or more than once."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from api.intake.telephony.extensions.schemas import Number
from api.kit.ids import Id
from api.kit.text import Answer, Body, Moment
from api.kit.validation import Said
from api.kit.words import Words

OF_CALLS = (
    "new_call", "queued", "ringing", "ring_stopped", "answered", "held", "resumed", "transferred", "hung_up",
)  # fmt: skip
OF_AGENTS = {"agent_available": "available", "agent_away": "away", "agent_gone": "off"}
Kind = Literal[
    "new_call", "queued", "ringing", "ring_stopped", "answered", "held", "resumed", "transferred", "hung_up",
    "agent_available", "agent_away", "agent_gone",
]  # fmt: skip
Token = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[\x21-\x7e]+$")]
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def _shown(value: Any) -> Any:
    """A caller's name comes from outside: what would not print is dropped, what is too long is cut, no call is lost (T9)."""
    if not isinstance(value, str):
        return value
    plain = _CONTROL.sub(" ", value.encode("utf-8", "ignore").decode())
    return unicodedata.normalize("NFC", plain).strip()[:80] or None


CallerName = Annotated[str | None, BeforeValidator(_shown), Field(max_length=80)]
Dialled = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[+0-9A-Za-z ()*#._@:-]+$")]
"""A number as an exchange writes it; `anonymous` and extensions are among them."""


class Event(Body):
    """One thing that happened; `event_id` is the exchange's own and never used for another."""

    event_id: Token
    kind: Kind
    occurred_at: Moment
    call_id: Token | None = Field(None, description="The exchange's id of the call; events of calls carry it.")
    direction: Literal["inbound", "outbound"] | None = None
    from_number: Dialled | None = None
    to_number: Dialled | None = None
    caller_name: CallerName = None
    extension: Number | None = Field(None, description="Whose telephone rings, answers or is transferred to.")
    queue: Annotated[str | None, BeforeValidator(_shown), Field(max_length=40)] = None
    rings: Annotated[int | None, Field(ge=0, le=100, strict=True)] = None
    request_id: Id | None = Field(None, description="Of the request that this call was made for.")

    @model_validator(mode="after")
    def _about(self) -> Event:
        if self.kind in OF_AGENTS:
            if self.extension is None:
                raise Said("no_extension", Words("要写分机", "The extension is missing"))
        elif self.call_id is None:
            raise Said("no_call", Words("要写是哪通电话", "The call's id is missing"))
        if self.kind in ("ringing", "transferred") and self.extension is None:
            raise Said("no_extension", Words("要写分机", "The extension is missing"))
        return self


class Told(Body):
    """No events at all only says that the exchange is there."""

    events: Annotated[list[Event], Field(max_length=200)]


class Heard(Answer):
    """How many events came, and how many of them were new; the others were known and changed nothing."""

    received: int
    new: int
