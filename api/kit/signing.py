"""Signatures by Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, with a secret that both sides hold.

Headers: `webhook-id`, `webhook-timestamp` (seconds since 1970, of the sending), `webhook-signature` (`v1,<base64>`, several
divided by blanks: while a secret is being changed, one of each).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable

PREFIX = "whsec_"


def new_secret() -> str:
    """256 random bits in the form that Standard Webhooks writes them."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def mark(secret: str, id: str, timestamp: int, body: bytes) -> str:
    """The signature alone, without its version."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    made = hmac.new(key, f"{id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return base64.b64encode(made).decode()


def sign(secret: str, id: str, timestamp: int, body: bytes) -> str:
    """The value of `webhook-signature`."""
    return f"v1,{mark(secret, id, timestamp, body)}"


def headers(secrets_: Iterable[str], id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers of one sending, with a signature by each secret."""
    signatures = " ".join(sign(secret, id, timestamp, body) for secret in secrets_)
    return {"webhook-id": id, "webhook-timestamp": str(timestamp), "webhook-signature": signatures}
