"""Refusals of bills."""

from api.kit.problems import Problem
from api.kit.words import Words


class AboveConsent(Problem):
    slug, status = "above-consent", 409
    title = Words("超过客户同意的金额", "Above what the customer consented to")
