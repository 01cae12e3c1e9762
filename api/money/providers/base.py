"""What a payment provider is asked and what it answers."""

from __future__ import annotations

import base64
import hashlib
import hmac
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from api.money.ledger.chart import Way


@dataclass(frozen=True, slots=True)
class Charge:
    """What the customer shall pay."""

    payment_id: str
    number: str
    way: Way
    amount_fen: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Charged:
    """The provider's own reference, and what is shown to the customer as a QR code."""

    reference: str
    qr_text: str


@dataclass(frozen=True, slots=True)
class RefundOrder:
    """What shall go back to the customer of one payment."""

    refund_id: str
    payment_id: str
    payment_reference: str | None
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Refunded:
    """`paid` and `failed` are final; `accepted` is followed by a callback."""

    outcome: Literal["paid", "accepted", "failed"]
    reference: str | None = None


class Provider(ABC):
    """One provider. Both calls may be slow and may be repeated: the same id is the same charge or refund."""

    name: ClassVar[str]
    ways: ClassVar[frozenset[Way]]
    demo: ClassVar[bool] = False
    """Whether it takes no real money and so serves a demo only."""

    @abstractmethod
    def charge(self, wanted: Charge) -> Charged:
        """Make the charge, or find it made."""

    @abstractmethod
    def refund(self, wanted: RefundOrder) -> Refunded:
        """Send the money back, or find it sent."""

    def signing_secret(self, secret: bytes) -> str:
        """The key of its callbacks; a provider that gives us one of its own overrides this."""
        key = hmac.digest(secret, f"payment-callbacks:{self.name}".encode(), hashlib.sha256)
        return "whsec_" + base64.b64encode(key).decode()
