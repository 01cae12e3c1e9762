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


BY_PHONE: frozenset[Way] = frozenset({"wechat", "alipay"})
"""Ways that only a provider serves: nobody can record by hand that the customer's phone paid."""


def for_way(way: Way, *, demo: bool) -> Provider | None:
    """Who serves this way here; what takes no real money does so in a demo only. None: a person records it, or nobody."""
    serving = (provider for provider in PROVIDERS.values() if way in provider.ways and (demo or not provider.demo))
    return next(serving, None)


__all__ = ["BY_PHONE", "PROVIDERS", "Charge", "Charged", "Provider", "RefundOrder", "Refunded", "for_way"]
