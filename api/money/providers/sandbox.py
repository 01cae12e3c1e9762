"""A provider without money, for the demo and for tests: its charges, codes and signed callbacks are real, its customers not.

`signed` makes the callback that a provider would send; whoever acts as the customer (the demo's button, a test) sends
it to the same door as any other provider's.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from standardwebhooks.webhooks import Webhook

from api.money.providers.base import Charge, Charged, Provider, Refunded, RefundOrder


class Sandbox(Provider):
    """Serves WeChat Pay and Alipay alike."""

    name = "sandbox"
    ways = frozenset({"wechat", "alipay"})
    demo = True

    def charge(self, wanted: Charge) -> Charged:
        """The same payment always gets the same reference."""
        reference = f"sbx-{_short(wanted.payment_id)}"
        return Charged(reference, f"https://sandbox.invalid/{wanted.way}/{reference}?fen={wanted.amount_fen}")

    def refund(self, wanted: RefundOrder) -> Refunded:
        """Money that never came goes back at once."""
        return Refunded("paid", f"sbr-{_short(wanted.refund_id)}")

    def signed(
        self, secret: bytes, event_id: str, at: datetime, kind: str, data: dict[str, Any]
    ) -> tuple[dict[str, str], bytes]:
        """Headers and body of a callback, as the provider sends it."""
        body = json.dumps({"type": kind, "timestamp": at.isoformat(), "data": data}, separators=(",", ":"))
        signature = Webhook(self.signing_secret(secret)).sign(event_id, at, body)
        headers = {
            "webhook-id": event_id, "webhook-timestamp": str(int(at.timestamp())), "webhook-signature": signature,
            "content-type": "application/json",
        }  # fmt: skip
        return headers, body.encode()


def _short(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()[:24]
