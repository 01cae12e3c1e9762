"""Refusals of messages."""

from __future__ import annotations

from api.kit.problems import Problem
from api.kit.words import Words


class ConsentRequired(Problem):
    """The person has not agreed to messages, or does not want them any more (D43)."""

    slug = "consent-required"
    status = 409
    title = Words("客户没有同意接收消息", "The customer has not agreed to messages")
