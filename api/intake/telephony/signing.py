"""How an exchange proves that a message is its own: Standard Webhooks, HMAC-SHA256 over `id.timestamp.body` (T18).

Headers: `telephony-exchange` (its id here), `webhook-id`, `webhook-timestamp` (seconds since 1970, of the sending: what it
tells of may be much older), `webhook-signature` (`v1,<base64>`, several divided by blanks). Each sending is signed anew.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass

from api.kit.signing import mark, new_secret, sign

__all__ = ["STALE_SECONDS", "Signed", "holds", "new_secret", "read", "sign"]
STALE_SECONDS = 300
_ID = re.compile(r"[\x21-\x7e]{1,120}")
_SECONDS = re.compile(r"[0-9]{1,12}")
_MARK = re.compile(r"v1,([A-Za-z0-9+/]{43}=)")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature of one message as its headers tell it; nothing of it is believed yet."""

    exchange_id: str
    id: str
    timestamp: int
    marks: tuple[str, ...]

    @property
    def digest(self) -> str:
        """What is remembered of it, so that the same message is not taken twice."""
        return hashlib.sha256(f"{self.exchange_id}\0{self.id}\0{self.timestamp}".encode()).hexdigest()


def read(headers: Mapping[str, str]) -> Signed | None:
    """What the headers say, or None if they are not of the form."""
    exchange, id = headers.get("telephony-exchange", ""), headers.get("webhook-id", "")
    stamp, line = headers.get("webhook-timestamp", ""), headers.get("webhook-signature", "")
    marks = tuple(_MARK.findall(line[:_LONGEST]))
    if not (_ID.fullmatch(exchange) and _ID.fullmatch(id) and _SECONDS.fullmatch(stamp) and marks):
        return None
    return Signed(exchange, id, int(stamp), marks)


def holds(signed: Signed, secret: str, body: bytes) -> bool:
    """Whether one of the marks was made with this secret over this very message."""
    right = mark(secret, signed.id, signed.timestamp, body)
    return any(hmac.compare_digest(told, right) for told in signed.marks)
