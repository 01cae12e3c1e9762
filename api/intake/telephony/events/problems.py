"""Refusals to exchanges."""

from __future__ import annotations

from api.kit.problems import Problem
from api.kit.words import Words


class SignatureRefused(Problem):
    """Unsigned, signed by nobody we know, altered, older than five minutes, or sent before: all alike (T18)."""

    slug, status = "signature-refused", 401
    title = Words("签名不对、过期或用过", "The signature does not hold, is too old, or was used before")
