"""What exchanges take and say of it; signed like everything of theirs."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.text import Answer, Body

Kind = Literal["dial", "answer", "pass_on", "hold", "resume", "transfer", "hang_up"]


class Take(Body):
    """How many at most."""

    limit: Annotated[int, Field(ge=1, le=50, strict=True)] = 20


class Settle(Body):
    """Done, or refused."""

    id: Id
    result: Literal["done", "refused"]


class Wanted(Answer):
    """`call_id` is the exchange's own, where it has told of the call. Asked again with the same id, it is the same request:
    events of a call that was dialled for it carry `request_id`."""

    id: str
    kind: Kind
    extension: str
    call_id: str | None
    to_number: str | None
    to_extension: str | None
    expires_at: datetime


class Taken(Answer):
    items: list[Wanted]


class Settled(Answer):
    id: str
    status: Literal["open", "taken", "done", "refused", "expired"]
