"""Who takes money for us: the interface that every payment provider fills, and which one serves which way.

A provider is told of a charge or a refund outside any transaction (by a job), and tells us of what came of it by signed
callbacks (Standard Webhooks: HMAC over id, timestamp and body). A further provider is a module beside `sandbox` and a
line in `PROVIDERS`; nothing else in the house knows whose answer it is.
"""

from __future__ import annotations

from api.money.ledger.chart import Way
from api.money.providers.base import Charge, Charged, Provider, Refunded, RefundOrder
from api.money.providers.sandbox import Sandbox

PROVIDERS: dict[str, Provider] = {provider.name: provider for provider in (Sandbox(),)}


def for_way(way: Way) -> Provider | None:
    """Who serves this way; None where a person records it (cash, bank, card)."""
    return next((provider for provider in PROVIDERS.values() if way in provider.ways), None)


__all__ = ["PROVIDERS", "Charge", "Charged", "Provider", "RefundOrder", "Refunded", "for_way"]
